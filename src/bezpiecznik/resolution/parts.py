"""The parts of a reading, as plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]
SURE = 0.9


@dataclass(frozen=True)
class Source:
    """Where a value stands: 1-based line of the document's text, page and cell where the document has them.

    `box` is its place on the page, in points from the upper left corner: x0, top, x1, bottom.
    """

    line: int | None = None
    page: int | None = None
    cell: str | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Passage:
    """A sentence or an item of a list, with its place."""

    text: str
    source: Source = Source()


@dataclass(frozen=True)
class Meta:
    """The title page; `sources` tells where each filled field was read."""

    act_no: str | None = None
    date: str | None = None
    council: str | None = None
    title: str | None = None
    years_from: int | None = None
    years_to: int | None = None
    legal_basis: tuple[str, ...] = ()
    unit: str | None = None
    unit_kind: str | None = None
    sources: dict[str, Source] = field(default_factory=dict)


@dataclass(frozen=True)
class Institution:
    """One row of the list of abbreviations; `aliases` are other spellings met in this document."""

    abbr: str
    name: str
    aliases: tuple[str, ...] = ()
    source: Source = Source()


@dataclass(frozen=True)
class Action:
    """One action; `*_raw` is None where the layout has no such column, "" where the cell is empty.

    `method`, `audience` and `goal` are told by few documents: how it is done, for whom, for which goal.
    """

    no: int
    text: str
    responsible: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    responsible_raw: str | None = None
    partners_raw: str | None = None
    deadline: str | None = None
    indicators: tuple[str, ...] = ()
    funding: str | None = None
    source: Source = Source()
    confidence: float = 1.0
    method: str | None = None
    audience: str | None = None
    goal: str | None = None


@dataclass(frozen=True)
class Area:
    """A field of action with its numbered actions; `diagnosis` is where the text describes its state of things."""

    no: int
    name: str
    actions: tuple[Action, ...] = ()
    source: Source = Source()
    diagnosis: Passage | None = None


@dataclass(frozen=True)
class Initiative:
    """A programme run by an institution; terms are ISO dates cut to what is known ("2020", "2020-10")."""

    no: int
    name: str
    goal: str = ""
    executors: tuple[str, ...] = ()
    audience: str = ""
    term_raw: str = ""
    term_from: str | None = None
    term_to: str | None = None
    open_ended: bool = False
    method: str = ""
    funding: str | None = None
    source: Source = Source()
    confidence: float = 1.0


@dataclass(frozen=True)
class Unplaced:
    """Text that looks like data but found no place in the reading."""

    text: str
    source: Source = Source()


@dataclass(frozen=True)
class Name:
    """How one written name of an institution was understood: as which one of the document's, and how surely (0 to 1).

    `resolved` is the form used in `responsible`, `partners` and `executors`; under `SURE` a person should be asked.
    """

    text: str
    resolved: str
    score: float = 1.0


@dataclass(frozen=True)
class Repair:
    """A change that would settle a finding: at `place`, `was` becomes `now`. A proposal, never done by itself."""

    place: str
    was: str
    now: str


@dataclass(frozen=True)
class Finding:
    """A fault of the document; places are written A3.13, P9, E15, U5 or l.188."""

    code: str
    severity: Severity
    subject: str
    places: tuple[str, ...]
    message: str
    repairs: tuple[Repair, ...] = ()
