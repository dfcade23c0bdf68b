"""Faults of the document in the review: what was decided of each, and what its proposed repair would change."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bezpiecznik.core.frozen import stamp_of
from bezpiecznik.core.worddiff import Piece, pieces
from bezpiecznik.intake.draft import Draft, Row, Values
from bezpiecznik.intake.places import places_of
from bezpiecznik.resolution.model import Finding, Repair

SETTLED, SET_ASIDE = "settled", "set_aside"
EXCERPT = 20
"""Characters from which on a text that is to be repaired is an excerpt, not a word."""


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
    """What the repairs of the fault would change in the reading, one change for each field of a row."""
    return _tried(finding, draft)[0]


def is_whole(finding: Finding, draft: Draft) -> bool:
    """Whether all the repairs have their places in the reading: then making them settles the fault."""
    return _tried(finding, draft)[1]


def _tried(finding: Finding, draft: Draft) -> tuple[tuple[Change, ...], bool]:
    places = places_of(draft)
    now: dict[str, Values] = {}
    missed = 0
    for repair in finding.repairs:
        row = places.get(repair.place)
        if row is None or row.deleted:
            missed += 1
            continue
        values = now.setdefault(row.key, dict(row.values))
        changed = _repaired(values, repair)
        values |= changed
        missed += not changed and not _is_made(values, repair)
    rows = (row for key in now if (row := draft.row(key)))
    changes = tuple(change for row in rows for change in _changes(row, now[row.key]))
    return changes, bool(finding.repairs) and not missed


def _repaired(values: Values, repair: Repair) -> Values:
    """Fields of the row with the repair made; empty when it has no place there."""
    if not repair.was or _is_made(values, repair):
        return {}
    for fields in (_lists(values, last_first=not repair.now), _texts(values)):
        mended = {field: _mended(values[field], repair) for field in fields}
        differing = {field: value for field, value in mended.items() if value != values[field]}
        if differing:
            # A name that is to go leaves the last list that holds it: whoever leads and helps goes on leading.
            return differing if repair.now else dict([next(iter(differing.items()))])
    return {}


def _is_made(values: Values, repair: Repair) -> bool:
    """Whether what the repair proposes stands there already; it may contain what it replaces."""
    words = [repair.now] if repair.now else []
    return any(_whole(word).search(text) for word in words for text in _all_text(values))


def _all_text(values: Values) -> Iterator[str]:
    for field in [*_lists(values, last_first=False), *_texts(values)]:
        value = values[field]
        yield from value if isinstance(value, list) else [value]


def _lists(values: Values, *, last_first: bool) -> list[str]:
    found = [field for field, value in values.items() if isinstance(value, list)]
    return found[::-1] if last_first else found


def _texts(values: Values) -> list[str]:
    """Texts that a person may correct; a cell as it was written is never rewritten."""
    free = (field for field in values if field == "term_raw" or not field.endswith("_raw"))
    return [field for field in free if isinstance(values[field], str)]


def _whole(words: str) -> re.Pattern[str]:
    """These words and not the middle of others; a long excerpt may begin or end inside of one."""
    edges = ("", "") if len(words) >= EXCERPT else (r"(?<!\w)", r"(?!\w)")
    return re.compile(edges[0] + re.escape(words) + edges[1])


def _mended(value: str | list[str], repair: Repair) -> str | list[str]:
    if isinstance(value, str):
        mended = _whole(repair.was).sub(lambda _found: repair.now, value)
        return mended if repair.now else " ".join(mended.split())
    spread = (_names(repair.now) if item == repair.was else [item] for item in value)
    return list(dict.fromkeys(item for names in spread for item in names))


def _names(text: str) -> list[str]:
    return [name for name in (part.strip() for part in text.split(",")) if name]


def _changes(row: Row, values: Values) -> Iterator[Change]:
    for field, value in values.items():
        if value != row.values[field]:
            yield Change(row, field, value, *(_as_text(one) for one in (row.values[field], value)))


def _as_text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


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
