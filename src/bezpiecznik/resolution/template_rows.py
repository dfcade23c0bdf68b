"""A reading laid out in the rows of our workbook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bezpiecznik.resolution.model import Area, Initiative, Institution, Reading
from bezpiecznik.resolution.template_shape import ACTIONS, BODIES, INITIATIVES, KINDS, LISTS

Cells = dict[str, object]


def fields_of(reading: Reading) -> Cells:
    """Values of the sheet about the document as a whole, by key."""
    meta = reading.meta
    return {
        "act_no": meta.act_no,
        "date": _day(meta.date),
        "council": meta.council,
        "title": meta.title,
        "years_from": meta.years_from,
        "years_to": meta.years_to,
        "unit": meta.unit,
        "unit_kind": meta.unit_kind,
        "legal_basis": "\n".join(meta.legal_basis),
        "main_goal": reading.main_goal.text if reading.main_goal else None,
    }


def _day(text: str | None) -> object:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return text


def rows_of(name: str, reading: Reading) -> Iterator[Cells]:
    """Rows of a table, each by the keys of its columns."""
    if name == BODIES:
        yield from (_body(place, row) for place, row in enumerate(reading.institutions, start=1))
    elif name == LISTS:
        for key, kind in KINDS.items():
            for place, passage in enumerate(getattr(reading, key), start=1):
                yield {"no": place, "kind": kind, "text": passage.text}
    elif name == ACTIONS:
        for area in reading.areas:
            yield from _area(area)
    elif name == INITIATIVES:
        yield from map(_initiative, reading.initiatives)


def _body(place: int, row: Institution) -> Cells:
    return {"no": place, "abbr": row.abbr, "name": row.name, "aliases": "\n".join(row.aliases)}


def _area(area: Area) -> Iterator[Cells]:
    diagnosis = area.diagnosis.text if area.diagnosis else None
    if not area.actions:
        yield {"area_no": area.no, "area": area.name, "diagnosis": diagnosis}
    for place, action in enumerate(area.actions):
        yield {
            "area_no": area.no,
            "area": area.name,
            "diagnosis": None if place else diagnosis,
            "no": action.no,
            "text": action.text,
            "responsible": names_cell(action.responsible),
            "partners": names_cell(action.partners),
            "deadline": action.deadline,
            "indicators": _listed(action.indicators),
            "funding": action.funding,
            "method": action.method,
            "audience": action.audience,
            "goal": action.goal,
        }


def _initiative(row: Initiative) -> Cells:
    return {
        "no": row.no,
        "name": row.name,
        "goal": row.goal,
        "executors": names_cell(row.executors),
        "audience": row.audience,
        "term_raw": row.term_raw,
        "method": row.method,
        "funding": row.funding,
    }


def names_cell(names: Sequence[str]) -> str:
    """Each name on a line of its own; a lone name with a comma ends with a semicolon, so that it is not divided."""
    return _listed(names) if len(names) != 1 or "," not in names[0] else f"{names[0]};"


def _listed(texts: Iterable[str]) -> str:
    return "\n".join(" ".join(text.split()) for text in texts)
