"""What a resolution says, as plain frozen data: the shape every later room relies on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bezpiecznik.resolution import wire
from bezpiecznik.resolution.parts import (
    Action,
    Area,
    Finding,
    Initiative,
    Institution,
    Meta,
    Name,
    Passage,
    Repair,
    Severity,
    Source,
    Unplaced,
)

__all__ = [
    "Action",
    "Area",
    "Finding",
    "Initiative",
    "Institution",
    "Meta",
    "Name",
    "Passage",
    "Reading",
    "Repair",
    "Severity",
    "Source",
    "Unplaced",
]


@dataclass(frozen=True)
class Reading:
    """Everything read out of one document."""

    meta: Meta = field(default_factory=Meta)
    main_goal: Passage | None = None
    goals: tuple[Passage, ...] = ()
    forms: tuple[Passage, ...] = ()
    participants: tuple[Passage, ...] = ()
    commission_tasks: tuple[Passage, ...] = ()
    institutions: tuple[Institution, ...] = ()
    areas: tuple[Area, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    names: tuple[Name, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when no part of a programme was recognised."""
        lists = (self.goals, self.forms, self.participants, self.commission_tasks)
        return not (self.main_goal or self.institutions or self.areas or self.initiatives or any(lists))

    def to_json(self) -> dict[str, Any]:
        """The reading in the published shape `bezpiecznik/reading-1`."""
        return wire.dump(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Reading:
        """The reading that `to_json` wrote; raises ValueError for another format."""
        return cls(**wire.load(data))
