"""Faults of the document in the review: what was decided of each, and what its proposed repair would change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bezpiecznik.core.worddiff import Piece, pieces
from bezpiecznik.intake.draft import Draft, Row, Values, stamp_of
from bezpiecznik.intake.places import places_of
from bezpiecznik.resolution.model import Finding, Repair

SETTLED, SET_ASIDE = "settled", "set_aside"


def fault_key(finding: Finding) -> str:
    """The same for the same fault of the same places, also after another reading."""
    return stamp_of([finding.code, finding.subject, list(finding.places)])


@dataclass(frozen=True)
class Mark:
    """What a person decided: `settled` by a repair, or `set_aside` for a reason."""

    state: str
    reason: str = ""
    by: int | None = None
    at: str = ""

    @property
    def is_settled(self) -> bool:
        return self.state == SETTLED


def mark_of(finding: Finding, draft: Draft) -> Mark | None:
    kept = draft.faults.get(fault_key(finding))
    return Mark(**kept) if kept else None


@dataclass(frozen=True)
class Change:
    """A repair as it meets the reading: the row, its field, the value with the repair made."""

    row: Row
    field: str
    value: Any
    was: str
    now: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return pieces(self.was, self.now)


def changes_of(finding: Finding, draft: Draft) -> tuple[Change, ...]:
    """What the repairs of the fault would change; empty where any of them finds no place in the reading.

    Repairs of one field are made one after another. A repair that is made already changes nothing more.
    """
    places = places_of(draft)
    values: dict[str, Values] = {}
    found: list[Change] = []
    for repair in finding.repairs:
        row = places.get(repair.place)
        if row is None or row.deleted:
            return ()
        now = values.setdefault(row.key, dict(row.values))
        change = _change(row, now, repair)
        if change is None:
            return ()
        now[change.field] = change.value
        found.append(change)
    return tuple(found)


def _change(row: Row, values: Mapping[str, Any], repair: Repair) -> Change | None:
    fields = (field for field in _mendable(values, last_first=not repair.now) if repair.was in values[field])
    field = next(fields, None) if repair.was else None
    return _mended(row, field, values[field], repair) if field else None


def _mendable(values: Mapping[str, Any], *, last_first: bool) -> list[str]:
    """Fields that a person may correct, lists of names before texts; a cell as it was written is never rewritten.

    A name that is to go leaves the last list that holds it: whoever leads and helps goes on leading.
    """
    free = [field for field in values if field == "term_raw" or not field.endswith("_raw")]
    lists = [field for field in free if isinstance(values[field], list)]
    return [*(reversed(lists) if last_first else lists), *(field for field in free if isinstance(values[field], str))]


def _mended(row: Row, field: str, value: str | list[str], repair: Repair) -> Change:
    if isinstance(value, str):
        mended = value.replace(repair.was, repair.now)
        return Change(row, field, mended, value, mended)
    spread = (_names(repair.now) if item == repair.was else [item] for item in value)
    items = list(dict.fromkeys(item for names in spread for item in names))
    return Change(row, field, items, ", ".join(value), ", ".join(items))


def _names(text: str) -> list[str]:
    return [name for name in (part.strip() for part in text.split(",")) if name]


def values_after(changes: Iterable[Change]) -> dict[str, tuple[Row, Values]]:
    """For each row that the changes touch, its new values."""
    found: dict[str, tuple[Row, Values]] = {}
    for change in changes:
        row, values = found.get(change.row.key, (change.row, {}))
        found[row.key] = (row, {**values, change.field: change.value})
    return found


def repair_stamp(changes: Iterable[Change]) -> str:
    """Changes with any of the rows that a repair touches: what was shown is what is done."""
    return stamp_of([[change.row.key, change.row.stamp, change.field, change.value] for change in changes])
