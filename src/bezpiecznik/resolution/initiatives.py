"""Initiatives: programmes run by institutions, out of tables and cards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.mend import mend_narrow
from bezpiecznik.resolution.model import Initiative
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.raw import RawAction
from bezpiecznik.resolution.resolve import Resolver
from bezpiecznik.resolution.table_rows import Table, TableRow
from bezpiecznik.resolution.terms import read_term

_GOAL_SENTENCE = re.compile(
    r"(?<=[\s”\"])(?:(?:Głównym |Nadrzędnym )?(?:Cel|Celem|Celami|Założeniem|Zadaniem)\b|(?:Program )?[Mm]a na celu\b)"
)
_FUNDING = re.compile(r"\b(?:Źródł[oa] finansowania|Współfinansowan\w+|Finansowan\w+)\b")
_PROGRAMMES = re.compile(
    r"program\w* (?:realizowan|profilakt|edukac|prewenc|jednost)|inicjatyw|projekt|kampani|\bprogramy\b"
)
_PERFORMERS = (Role.LEAD, Role.LEAD_AND_PARTNERS, Role.PARTNERS)
_SENTENCE_END = re.compile(r"\.\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ])")
_EDGES = " \u00a0-–—:"


def is_initiatives(table: Table) -> bool:
    """Does the heading of this table announce programmes rather than actions?"""
    roles = set(table.columns)
    if Role.INITIATIVE in roles:
        return True
    if not {Role.TASK, Role.AUDIENCE} <= roles or table.place.path:
        return False
    above = " ".join([*table.header.labels, table.place.section, *(heading.name for heading in table.place.headings)])
    return _PROGRAMMES.search(fold(above)) is not None


def initiatives_of_tables(tables: Sequence[Table]) -> list[RawAction]:
    """Rows of the tables of initiatives."""
    rows = [row for table in tables if is_initiatives(table) for row in table.rows]
    return [RawAction(row.number, _cells(row), row.source) for row in rows]


def _cells(row: TableRow) -> dict[Role, str]:
    cells = {role: row.cell(role) or "" for role in row.header.roles if role}
    if marked := row.marked:
        cells[Role.DEADLINE] = "; ".join(filter(None, [cells.get(Role.DEADLINE, ""), marked]))
    if row.lead:
        cells.setdefault(Role.LEAD, row.lead)
    return cells


def executor_cells(initiatives: Sequence[RawAction]) -> list[str]:
    """Texts that name who runs the initiatives."""
    return [cell for raw in initiatives if (cell := _executors(raw))]


def build_initiatives(raw: Sequence[RawAction], resolver: Resolver) -> tuple[Initiative, ...]:
    """All initiatives of the document, numbered as it numbers them."""
    return tuple(_initiative(own, place, resolver) for place, own in enumerate(raw, start=1))


def _initiative(raw: RawAction, place: int, resolver: Resolver) -> Initiative:
    cells = {role: text if role in _PERFORMERS else " ".join(text.split()) for role, text in raw.cells.items()}
    title = _title(cells)
    names = resolver.resolve(_executors(raw))
    method = cells.get(Role.METHOD) or (cells.get(Role.TASK, "") if Role.INITIATIVE in cells else "")
    term_raw = cells.get(Role.DEADLINE, "")
    term = read_term(term_raw)
    return Initiative(
        no=raw.no or place,
        name=title.name,
        goal=title.goal,
        executors=names.texts,
        audience=mend_narrow(cells.get(Role.AUDIENCE, "")),
        term_raw=term_raw,
        term_from=term.start,
        term_to=term.end,
        open_ended=term.open_ended,
        method=method,
        funding=cells.get(Role.FUNDING) or funding_in(method),
        source=raw.source,
        confidence=round(min(names.confidence, title.confidence, raw.certainty), 2),
    )


def _executors(raw: RawAction) -> str:
    return " ; ".join(filter(None, (raw.cells.get(role) for role in _PERFORMERS)))


@dataclass(frozen=True)
class Title:
    """Name and aim out of one cell, and how sure the division is."""

    name: str
    goal: str
    confidence: float = 1.0


def _title(cells: dict[Role, str]) -> Title:
    text = cells.get(Role.INITIATIVE) or cells.get(Role.TASK, "")
    goal = cells.get(Role.GOAL)
    return Title(text.strip(_EDGES), goal) if goal is not None else divide_title(text)


def divide_title(text: str) -> Title:
    """The name is the run of capitals at the start; without one, all before the sentence about the aim."""
    end = _capitals_end(text)
    if end:
        return Title(text[:end].strip(_EDGES), text[end:].strip(_EDGES))
    if match := _GOAL_SENTENCE.search(text):
        return Title(text[: match.start()].strip(_EDGES), text[match.start() :].strip(_EDGES), 0.8)
    return Title(text.strip(_EDGES), "", 0.8)


def _capitals_end(text: str) -> int:
    """Where the run of capitals ends; a single letter before small ones opens the next sentence."""
    end = last_long = 0
    after_small = 0
    for match in re.finditer(r"\S+", text):
        letters = [sign for sign in match.group() if sign.isalpha()]
        if letters and not all(sign.isupper() for sign in letters):
            if len(letters) > 1 or after_small:
                break
            after_small = 1
            continue
        after_small = 0
        end = match.end()
        if len(letters) != 1 or match.group()[0] == "„":
            last_long = end
    return last_long if _has_long_word(text[:last_long]) else 0


def _has_long_word(text: str) -> bool:
    return re.search(r"[^\W\d_]{2}", text) is not None


def funding_in(method: str) -> str | None:
    """The sentence about money out of a description, without its full stop."""
    match = _FUNDING.search(method)
    if not match:
        return None
    stop = _SENTENCE_END.search(method, match.end())
    return method[match.start() : stop.start() if stop else None].strip(" .;") or None
