"""What became of the former programme: one row for each of its undertakings, and how many had which fate."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from bezpiecznik.editions.models import Edition, Fate
from bezpiecznik.editions.queries import beside
from bezpiecznik.editions.states import FateKind

Text = dict[str, Any]


def outcome_of(edition: Edition) -> Text:
    """Frozen JSON with names as text; counts come of the rows themselves, so that they add up."""
    fates = list(edition.fates.with_undertaking().in_document_order())
    numbers = numbers_of(edition)
    known = beside(fates)
    rows = [_row(fate, numbers, known[fate.undertaking_id].grades) for fate in fates]
    former = edition.former
    return {
        "title": former.title,
        "unit": former.unit,
        "act_no": former.act_no,
        "act_date": former.act_date.isoformat() if former.act_date else None,
        "year_from": former.year_from,
        "year_to": former.year_to,
        "made_up": former.made_up,
        "next": _next(edition),
        "areas": [
            {"no": area.no, "name": area.name, "rows": [row for row in rows if row["area"] == area.no]}
            for area in former.areas.all()
        ],
        "initiatives": [row for row in rows if row["area"] is None],
        "counts": counts_of(rows),
        "n": len(rows),
        "draft": not edition.is_adopted,
    }


def counts_of(rows: Iterable[Text]) -> Text:
    """Of each fate; `undecided` for those that wait."""
    counted = Counter(row["kind"] or "undecided" for row in rows)
    return {name: counted[name] for name in (*(kind.value for kind in FateKind), "undecided")}


def numbers_of(edition: Edition) -> dict[int, str]:
    """The number that each item of the draft has now, by its key."""
    found: dict[int, str] = {}
    places: Counter[str] = Counter()
    for item in edition.items.select_related("area"):
        prefix = f"{item.area.no}." if item.area else "P"
        places[prefix] += 1
        found[item.pk] = f"{prefix}{places[prefix]}"
    return found


def code_in_next(fate: Fate, numbers: dict[int, str]) -> str:
    """The number in the next programme; blank where it does not go on or is not decided."""
    if fate.successor:
        return fate.successor.code
    return numbers.get(fate.item_id or 0, "")


def _row(fate: Fate, numbers: dict[int, str], grades: Iterable[Any]) -> Text:
    undertaking = fate.undertaking
    goes_as = fate.successor or fate.item
    return {
        "area": undertaking.area.no if undertaking.area else None,
        "code": undertaking.code,
        "wording": undertaking.wording,
        "kind": fate.kind,
        "label": str(fate.get_kind_display()) if fate.kind else "nierozstrzygnięte",
        "becomes": code_in_next(fate, numbers),
        "new_wording": goes_as.wording if goes_as and goes_as.wording != undertaking.wording else "",
        "reason": fate.reason,
        "grades": [
            {"year": one.evaluation.year, "given": one.given, "label": str(one.get_given_display())} for one in grades
        ],
    }


def _next(edition: Edition) -> Text:
    programme = edition.programme
    return {
        "title": programme.title if programme else edition.title,
        "act_no": programme.act_no if programme else "",
        "year_from": edition.year_from,
        "year_to": edition.year_to,
    }
