"""Our workbook read back: nothing is recognised here, what is written is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bezpiecznik.resolution.document import Document
from bezpiecznik.resolution.formats.xlsx_book import Workbook
from bezpiecznik.resolution.model import Action, Area, Initiative, Institution, Passage, Reading, Source, Unplaced
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.template_names import KnownNames
from bezpiecznik.resolution.template_program import read_program
from bezpiecznik.resolution.template_shape import (
    ACTIONS,
    BODIES,
    INITIATIVES,
    KINDS,
    LISTS,
    MARKER,
    TABLES,
)
from bezpiecznik.resolution.template_sheets import Line, Sheets, open_sheets
from bezpiecznik.resolution.terms import read_term

_OF_ACTION = tuple(key for key in TABLES[ACTIONS] if key not in ("area_no", "area", "diagnosis", "text"))
_WHOLE = re.compile(r"(\d{1,6})\s*[.)]?")


def is_template(book: Workbook) -> bool:
    """Is this our own workbook, whatever its name and whoever filled it in?"""
    return MARKER in book.names


def read_template(book: Workbook, document: Document | None = None) -> Reading:
    """What the workbook says; `document` gives the lines of text that show its rows.

    Raises UnreadableDocument where a sheet or a needed column is missing; faults of rows are findings.
    """
    sheets = open_sheets(book, document)
    meta, main_goal = read_program(sheets)
    bodies = tuple(_bodies(sheets))
    known = KnownNames(bodies)
    lists = _lists(sheets)
    areas = _areas(sheets, known)
    initiatives = tuple(_initiatives(sheets, known))
    return Reading(
        meta=meta,
        main_goal=main_goal,
        institutions=bodies,
        areas=areas,
        initiatives=initiatives,
        unplaced=tuple(sheets.unplaced),
        findings=tuple(sheets.findings),
        goals=lists["goals"],
        forms=lists["forms"],
        participants=lists["participants"],
        commission_tasks=lists["commission_tasks"],
    )


def _bodies(sheets: Sheets) -> Iterator[Institution]:
    for line in sheets.table(BODIES):
        if not line.get("abbr"):
            _leave(sheets, line, "abbr", "brakuje skrótu")
        else:
            yield Institution(line.get("abbr"), line.get("name"), _listed(line.get("aliases"), ""), line.source)


def _lists(sheets: Sheets) -> dict[str, tuple[Passage, ...]]:
    keys = {fold(kind): key for key, kind in KINDS.items()}
    found: dict[str, list[Passage]] = {key: [] for key in KINDS}
    for line in sheets.table(LISTS):
        key = keys.get(fold(line.get("kind")))
        if key is None:
            _leave(sheets, line, "kind", "rodzaj musi być jednym z: " + ", ".join(KINDS.values()))
        elif not line.get("text"):
            _leave(sheets, line, "text", "brakuje treści")
        else:
            found[key].append(Passage(line.get("text"), line.source))
    return {key: tuple(passages) for key, passages in found.items()}


@dataclass
class _Area:
    no: int
    name: str
    source: Source
    diagnosis: Passage | None = None
    actions: list[Action] = field(default_factory=list)


def _areas(sheets: Sheets, known: KnownNames) -> tuple[Area, ...]:
    """Areas in the order in which they are met; a row without an area belongs to the one above."""
    areas: list[_Area] = []
    for line in sheets.table(ACTIONS):
        area = _area_of(sheets, line, areas)
        if area is None:
            continue
        if line.get("diagnosis") and not area.diagnosis:
            area.diagnosis = Passage(line.get("diagnosis"), line.source)
        if line.says("text", *_OF_ACTION):
            _miss(sheets, line, "text", "treści działania")
            area.actions.append(_action(sheets, line, area, known))
    return tuple(Area(it.no, it.name, tuple(it.actions), it.source, it.diagnosis) for it in areas)


def _area_of(sheets: Sheets, line: Line, areas: list[_Area]) -> _Area | None:
    name, no = line.get("area"), _number(sheets, line, "area_no")
    if no is None and not name:
        if not areas:
            _leave(sheets, line, "area_no", "nie wiadomo, do którego obszaru należy ten wiersz")
        return areas[-1] if areas else None
    for area in areas if no is not None else reversed(areas):
        if area.no == no or (no is None and fold(area.name) == fold(name)):
            if name and area.name and fold(name) != fold(area.name):
                place = line.address("area")
                sheets.fault(place, f"Komórka {place}: obszar {area.no} ma wyżej inną nazwę, „{area.name[:80]}”.")
            area.name = area.name or name
            return area
    areas.append(_Area(max((it.no for it in areas), default=0) + 1 if no is None else no, name, line.source))
    return areas[-1]


def _action(sheets: Sheets, line: Line, area: _Area, known: KnownNames) -> Action:
    no = _number(sheets, line, "no")
    taken = {action.no for action in area.actions}
    if no in taken:
        place = line.address("no")
        sheets.fault(place, f"Komórka {place}: numer {no} jest już w\u00a0obszarze {area.no}; nadaj inny.")
    responsible, partners = known.read(line.get("responsible")), known.read(line.get("partners"))
    return Action(
        no=max(taken, default=0) + 1 if no is None else no,
        text=line.get("text"),
        responsible=responsible,
        partners=partners,
        responsible_raw=", ".join(responsible),
        partners_raw=", ".join(partners),
        deadline=line.get("deadline") or None,
        indicators=_listed(line.get("indicators"), ";"),
        funding=line.get("funding") or None,
        source=line.source,
        method=line.get("method") or None,
        audience=line.get("audience") or None,
        goal=line.get("goal") or None,
    )


def _initiatives(sheets: Sheets, known: KnownNames) -> Iterator[Initiative]:
    last = 0
    for line in sheets.table(INITIATIVES):
        _miss(sheets, line, "name", "nazwy programu")
        no = _number(sheets, line, "no")
        last = last + 1 if no is None else no
        term = read_term(line.get("term_raw"))
        yield Initiative(
            no=last,
            name=line.get("name"),
            goal=line.get("goal"),
            executors=known.read(line.get("executors")),
            audience=line.get("audience"),
            term_raw=line.get("term_raw"),
            term_from=term.start,
            term_to=term.end,
            open_ended=term.open_ended,
            method=line.get("method"),
            funding=line.get("funding") or None,
            source=line.source,
        )


def _number(sheets: Sheets, line: Line, key: str) -> int | None:
    """A whole number; anything else is told, and the row is counted in its turn."""
    text = line.get(key)
    found = _WHOLE.fullmatch(text)
    if text and found is None:
        place = line.address(key)
        sheets.fault(place, f"Komórka {place}: „{text[:40]}” to nie jest liczba; wpisz numer cyframi.")
    return int(found[1]) if found else None


def _miss(sheets: Sheets, line: Line, key: str, what: str) -> None:
    """A row that is read although its most needed cell is empty."""
    if not line.get(key):
        place = line.address(key)
        sheets.fault(place, f"Komórka {place}: brakuje {what}; uzupełnij ją.")


def _leave(sheets: Sheets, line: Line, key: str, why: str) -> None:
    """A row that cannot be used: told, and kept among what found no place."""
    place = line.address(key)
    sheets.fault(place, f"Komórka {place}: {why}, więc wiersz nie został wczytany.", "error")
    sheets.unplaced.append(Unplaced(" | ".join(" ".join(text.split()) for text in line.cells.values()), line.source))


def _listed(cell: str, dividers: str) -> tuple[str, ...]:
    """Texts of a cell, one a line; in a cell of one line also divided by a sign."""
    parts = cell.split("\n")
    if len(parts) == 1 and dividers:
        parts = cell.split(dividers)
    return tuple(filter(None, (" ".join(part.split()) for part in parts)))
