"""Rows that say the same become one: it keeps its wording and takes in the bodies of the others, which leave."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from rapidfuzz import fuzz

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.core.polish import fold
from bezpiecznik.intake import codes
from bezpiecznik.intake.corrections import differing, row_as_seen, with_values
from bezpiecznik.intake.draft import DUTIES, Draft, Row, Values, draft_of
from bezpiecznik.intake.events import Event
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.places import places_of
from bezpiecznik.intake.refusals import Outdated
from bezpiecznik.intake.undoing import lock_in_review, sections_of, write

UNITED = ("responsible", "executors", "partners", "indicators")
FILLED = ("deadline", "funding", "goal", "audience", "method")
ALIKE = 80
MOST_OFFERED = 60


@transaction.atomic
def merge(intake: Intake, key: str, others: Mapping[str, str], *, stamp: str, by: User) -> None:
    """The row of this key takes in the others (key to the stamp that was seen); they are removed and point to it.

    Raises Outdated when any of them is not what this person saw, or cannot be joined any more.
    """
    locked = lock_in_review(intake)
    draft = draft_of(locked)
    stays = row_as_seen(draft, key, stamp)
    gone = [row_as_seen(draft, other, seen) for other, seen in others.items() if other != key]
    if not gone or not all(can_join(row, stays) for row in gone):
        raise Outdated
    values = differing(stays, united(stays, gone))
    sections = sections_of(locked)
    keys = [row.key for row in gone]
    sections |= with_values(sections, stays, values) if values else {}
    sections["deleted"] = {**sections["deleted"], **dict.fromkeys(keys, True)}
    sections["merged"] = {**sections["merged"], **dict.fromkeys(keys, key)}
    names = ", ".join(codes.name(row, draft) for row in gone)
    kept = {name: sections[name] for name in ("changes", "added", "deleted", "merged")}
    write(locked, Event.MERGED, by=by, about=f"{codes.name(stays, draft)} ← {names}", **kept)
    was = {name: stays.values[name] for name in values}
    journal.record(Event.MERGED, locked, by=by, row=key, merged=keys, was=was, now=values)


def can_join(row: Row, stays: Row) -> bool:
    """Two living actions, or two living programmes of institutions."""
    return (
        stays.kind in DUTIES and row.kind is stays.kind and not (row.deleted or stays.deleted) and row.key != stays.key
    )


def may_stay(row: Row) -> bool:
    """A living action or programme of an institution: others may be joined to it."""
    return row.kind in DUTIES and not row.deleted


def united(stays: Row, gone: Iterable[Row]) -> Values:
    """Values of the row that stays: its own words, everybody's bodies and measures, what was empty filled in.

    A body that leads in one of them is no partner any more.
    """
    values = dict(stays.values)
    for row in gone:
        for field in UNITED:
            if field in values:
                values[field] = list(dict.fromkeys([*values[field], *row.values[field]]))
        for field in FILLED:
            values |= {field: row.values[field]} if field in values and not values[field] else {}
    if "partners" in values:
        values["partners"] = [name for name in values["partners"] if name not in values["responsible"]]
    return values


def candidates(draft: Draft, stays: Row, *, also: Iterable[str] = ()) -> Sequence[tuple[Row, int]]:
    """Rows that may be the same as this one, with their likeness in percent, the most alike first.

    Those in the same place, named with it by a fault, or alike in words; and rows of the keys `also`.
    """
    named = _named_together(draft, stays) | set(also)
    words = fold(stays.wording)
    scored = (
        (row, round(fuzz.token_sort_ratio(words, fold(row.wording)))) for row in draft.rows if can_join(row, stays)
    )
    found = [pair for pair in scored if pair[1] >= ALIKE or pair[0].key in named or pair[0].parent == stays.parent]
    return sorted(found, key=lambda pair: -pair[1])[:MOST_OFFERED]


def _named_together(draft: Draft, stays: Row) -> frozenset[str]:
    places = places_of(draft)
    groups = ([places[place].key for place in fault.places if place in places] for fault in draft.reading.findings)
    alike = (keys for keys in groups if stays.key in keys)
    return frozenset(key for keys in alike for key in keys if len(keys) <= MOST_NAMED)


MOST_NAMED = 6
"""A fault of more rows than these speaks of the whole document, not of rows that are alike."""
