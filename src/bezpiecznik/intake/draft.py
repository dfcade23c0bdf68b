"""What was read together with what a person changed: rows, each with its place, its values and the values once read.

The reading itself is never touched. Corrections lie over it by row key, so undoing one is forgetting it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from bezpiecznik.core.frozen import stamp_of
from bezpiecznik.intake.meanings import Meanings
from bezpiecznik.intake.models import Intake
from bezpiecznik.resolution import Reading
from bezpiecznik.resolution.model import Action, Area, Initiative, Institution, Meta, Passage, Source

Values = dict[str, Any]


class Kind(StrEnum):
    META = "meta"
    MAIN_GOAL = "main_goal"
    GOAL = "goals"
    FORM = "forms"
    PARTICIPANT = "participants"
    TASK = "commission_tasks"
    ENTRY = "institutions"
    AREA = "areas"
    ACTION = "actions"
    INITIATIVE = "initiatives"
    UNPLACED = "unplaced"


PASSAGES = (Kind.GOAL, Kind.FORM, Kind.PARTICIPANT, Kind.TASK)
NUMBERED = frozenset({Kind.AREA, Kind.ACTION, Kind.INITIATIVE})
DUTIES = {Kind.ACTION: ("responsible", "partners"), Kind.INITIATIVE: ("executors",)}
FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.META: ("title", "unit", "unit_kind", "council", "act_no", "date", "years_from", "years_to", "legal_basis"),
    Kind.ENTRY: ("abbr", "name", "aliases"),
    Kind.AREA: ("no", "name", "diagnosis"),
    Kind.ACTION: (
        "no", "text", "responsible", "partners", "responsible_raw", "partners_raw", "deadline", "indicators", "funding",
        "method", "audience", "goal",
    ),
    Kind.INITIATIVE: (
        "no", "name", "goal", "executors", "audience", "term_raw", "term_from", "term_to", "open_ended", "method",
        "funding",
    ),
}  # fmt: skip
TEXT = ("text",)
NOWHERE = Source()


@dataclass(frozen=True)
class Row:
    """One value or record. `read` is None for a row that a person added; `parent` is the area of an action."""

    key: str
    kind: Kind
    values: Values
    read: Values | None
    parent: str = ""
    source: Source = NOWHERE
    confidence: float = 1.0
    deleted: bool = False
    merged: str = ""
    """The key of the row that took this one in, when they were found to be the same."""

    @property
    def line(self) -> int | None:
        return self.source.line

    @property
    def page(self) -> int | None:
        return self.source.page

    @property
    def is_changed(self) -> bool:
        return self.read is not None and self.values != self.read

    @property
    def is_added(self) -> bool:
        return self.read is None

    @property
    def lacks_lead(self) -> bool:
        return self.kind in DUTIES and not self.values[DUTIES[self.kind][0]]

    @property
    def wording(self) -> str:
        """What one reads to know the row: its text, its name, the title of the act."""
        names = {Kind.META: "title"}
        field = names.get(self.kind, "name" if "name" in self.values else "text")
        return self.values[field] or ""

    @property
    def stamp(self) -> str:
        """Changes with the row: tells whether somebody else saved it while this person was writing."""
        return stamp_of([self.values, self.deleted])


@dataclass(frozen=True)
class Draft:
    """The document as it stands now in the review; rows in the document's order."""

    reading: Reading
    rows: tuple[Row, ...]
    meanings: Meanings
    names: dict[str, dict[str, Any]] = field(default_factory=dict)
    doubts: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: dict[str, dict[str, Any]] = field(default_factory=dict)

    def of(self, kind: Kind, parent: str = "") -> tuple[Row, ...]:
        """Rows of the kind, removed ones too; in the order of their numbers where they have them."""
        return self._by_place.get((kind, parent), ())

    @property
    def names_stamp(self) -> str:
        """Changes with any decision about a name."""
        return stamp_of([self.names, self.doubts])

    def living(self, kind: Kind, parent: str = "") -> tuple[Row, ...]:
        return tuple(row for row in self.of(kind, parent) if not row.deleted)

    def row(self, key: str) -> Row | None:
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[str, Row]:
        return {row.key: row for row in self.rows}

    @cached_property
    def _by_place(self) -> dict[tuple[Kind, str], tuple[Row, ...]]:
        found: dict[tuple[Kind, str], list[Row]] = {}
        for row in self.rows:
            found.setdefault((row.kind, row.parent), []).append(row)
        for (kind, _parent), rows in found.items():
            if kind in NUMBERED:
                rows.sort(key=lambda row: row.values["no"])
        return {place: tuple(rows) for place, rows in found.items()}


def draft_of(intake: Intake) -> Draft:
    """The draft of a document that has been read."""
    reading = Reading.from_json(intake.reading or {})
    corrections = intake.corrected or {}
    changes, merged = corrections.get("changes", {}), corrections.get("merged", {})
    deleted, doubts = frozenset(corrections.get("deleted", ())), corrections.get("doubts", {})
    read = list(as_read(reading))
    meanings = Meanings(reading.names, doubts, (row.values for row in read if row.kind in DUTIES))
    rows = [replace(row, values={**_meant(row, meanings), **changes.get(row.key, {})}) for row in read]
    rows += [_added(data) for data in corrections.get("added", ())]
    marked = (replace(row, deleted=True, merged=merged.get(row.key, "")) if row.key in deleted else row for row in rows)
    return Draft(reading, tuple(marked), meanings, corrections.get("names", {}), doubts, corrections.get("faults", {}))


def _meant(row: Row, meanings: Meanings) -> Values:
    return meanings.applied(row.values, DUTIES[row.kind]) if row.kind in DUTIES else row.values


def _added(data: dict[str, Any]) -> Row:
    kind = Kind(data["kind"])
    return Row(data["key"], kind, {**blank(kind, 0), **data["values"]}, None, parent=data["parent"])


def as_read(reading: Reading) -> Iterator[Row]:
    """Rows of the reading alone, nothing changed."""
    yield _row(Kind.META, Kind.META, reading.meta, source=_first_source(reading.meta))
    goal = reading.main_goal or Passage("")
    yield _row(Kind.MAIN_GOAL, Kind.MAIN_GOAL, goal, source=goal.source)
    for kind in (*PASSAGES, Kind.ENTRY, Kind.INITIATIVE, Kind.UNPLACED):
        for place, item in enumerate(getattr(reading, kind)):
            yield _row(f"{kind}:{place}", kind, item, source=item.source)
    for number, area in enumerate(reading.areas):
        parent = f"{Kind.AREA}:{number}"
        yield _row(parent, Kind.AREA, area, source=area.source)
        for place, action in enumerate(area.actions):
            yield _row(f"{parent}:{place}", Kind.ACTION, action, parent=parent, source=action.source)


def _row(key: str, kind: Kind, item: Any, *, parent: str = "", source: Source) -> Row:
    values = {name: _plain(getattr(item, name)) for name in FIELDS.get(kind, TEXT)}
    return Row(key, kind, values, dict(values), parent, source, getattr(item, "confidence", 1.0))


def _plain(value: Any) -> Any:
    if isinstance(value, Passage):
        return value.text
    return list(value) if isinstance(value, tuple) else value


def _first_source(meta: Meta) -> Source:
    return min(meta.sources.values(), key=lambda source: source.line or 0, default=Source())


def reading_of(draft: Draft) -> Reading:
    """The draft as a reading again: what enters the plan. Removed rows and unplaced text stay behind."""
    (meta,), (goal,) = draft.of(Kind.META), draft.of(Kind.MAIN_GOAL)
    goals, forms, participants, tasks = (tuple(_passage(row) for row in draft.living(kind)) for kind in PASSAGES)
    return Reading(
        meta=Meta(**_tuples(meta.values), sources=draft.reading.meta.sources),
        main_goal=_passage(goal) if goal.values["text"] else None,
        institutions=tuple(Institution(**_placed(row)) for row in draft.living(Kind.ENTRY)),
        areas=tuple(_area(draft, row) for row in draft.living(Kind.AREA)),
        initiatives=tuple(
            Initiative(**_placed(row), confidence=row.confidence) for row in draft.living(Kind.INITIATIVE)
        ),
        goals=goals,
        forms=forms,
        participants=participants,
        commission_tasks=tasks,
        findings=draft.reading.findings,
    )


def _area(draft: Draft, area: Row) -> Area:
    rows = draft.living(Kind.ACTION, area.key)
    actions = tuple(Action(**_placed(row), confidence=row.confidence) for row in rows)
    diagnosis = area.values["diagnosis"]
    return Area(**_placed(area) | {"diagnosis": Passage(diagnosis) if diagnosis else None, "actions": actions})


def _passage(row: Row) -> Passage:
    return Passage(row.values["text"], row.source)


def _placed(row: Row) -> Values:
    return _tuples(row.values) | {"source": row.source}


def _tuples(values: Values) -> Values:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}


def blank(kind: Kind, no: int) -> Values:
    """Values of a row that a person is about to add."""
    item: Any = {
        Kind.ACTION: Action(no, ""),
        Kind.INITIATIVE: Initiative(no, ""),
        Kind.AREA: Area(no, ""),
        Kind.ENTRY: Institution("", ""),
    }.get(kind, Passage(""))
    return {name: _plain(getattr(item, name)) for name in FIELDS.get(kind, TEXT)}
