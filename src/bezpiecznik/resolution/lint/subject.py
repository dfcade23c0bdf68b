"""What the rules look at: the reading, its document, and the uses of names with their places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bezpiecznik.resolution.document import Document
from bezpiecznik.resolution.model import Action, Reading


@dataclass(frozen=True)
class Subject:
    """One document under examination."""

    reading: Reading
    document: Document

    @property
    def actions(self) -> Iterator[tuple[str, Action]]:
        """Every action with its place ("A3.13")."""
        for area in self.reading.areas:
            for action in area.actions:
                yield f"A{area.no}.{action.no}", action

    @cached_property
    def uses(self) -> dict[str, list[str]]:
        """For each resolved name of an institution the places that use it."""
        places: defaultdict[str, list[str]] = defaultdict(list)
        for place, action in self.actions:
            for name in dict.fromkeys(action.responsible + action.partners):
                places[name].append(place)
        for initiative in self.reading.initiatives:
            for name in initiative.executors:
                places[name].append(f"P{initiative.no}")
        return dict(places)


def in_words(items: list[str] | tuple[str, ...], most: int = 5) -> str:
    """Places as a person would list them: "A1.1, A1.2 i A1.3"; of very many only the first ones."""
    shown = list(items[:most])
    if len(items) > most:
        return f"{', '.join(shown)} i\u00a0dalsze (razem {len(items)})"
    return " i\u00a0".join(filter(None, (", ".join(shown[:-1]), shown[-1]))) if shown else ""
