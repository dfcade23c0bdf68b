"""Initiatives: the table of programmes run by institutions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.mend import mend_narrow
from bezpiecznik.resolution.model import Initiative
from bezpiecznik.resolution.resolve import Resolver
from bezpiecznik.resolution.tables import Table, TableRow
from bezpiecznik.resolution.terms import read_term

_GOAL_SENTENCE = re.compile(
    r"(?<=[\s”\"])(?:(?:Głównym |Nadrzędnym )?(?:Cel|Celem|Celami|Założeniem|Zadaniem)\b|(?:Program )?[Mm]a na celu\b)"
)
_FUNDING = re.compile(r"\b(?:Źródł[oa] finansowania|Współfinansowan\w+|Finansowan\w+)\b")
_SENTENCE_END = re.compile(r"\.\s+(?=[A-ZĄĆĘŁŃÓŚŹŻ])")
_EDGES = " \u00a0-–—:"


def is_initiatives(table: Table) -> bool:
    """Does the heading of this table announce programmes rather than actions?"""
    roles = set(table.columns)
    return Role.INITIATIVE in roles or {Role.TASK, Role.AUDIENCE} <= roles


def executor_cells(tables: Sequence[Table]) -> list[str]:
    """Texts of the cells that name who runs the initiatives."""
    return [cell for table in tables if is_initiatives(table) for row in table.rows if (cell := _executors(row))]


def read_initiatives(tables: Sequence[Table], resolver: Resolver) -> tuple[Initiative, ...]:
    """All initiatives of the document, numbered as it numbers them."""
    rows = [row for table in tables if is_initiatives(table) for row in table.rows]
    return tuple(_initiative(row, place, resolver) for place, row in enumerate(rows, start=1))


def _initiative(row: TableRow, place: int, resolver: Resolver) -> Initiative:
    title = _title(row)
    names = resolver.resolve(_executors(row))
    method = row.cell(Role.METHOD) or ""
    term_raw = row.cell(Role.DEADLINE) or ""
    term = read_term(term_raw)
    return Initiative(
        no=row.number or place,
        name=title.name,
        goal=title.goal,
        executors=names.texts,
        audience=mend_narrow(row.cell(Role.AUDIENCE) or ""),
        term_raw=term_raw,
        term_from=term.start,
        term_to=term.end,
        open_ended=term.open_ended,
        method=method,
        funding=row.cell(Role.FUNDING) or funding_in(method),
        source=row.source,
        confidence=round(min(names.confidence, title.confidence), 2),
    )


def _executors(row: TableRow) -> str:
    return " ; ".join(filter(None, (row.cell(Role.LEAD), row.cell(Role.PARTNERS))))


@dataclass(frozen=True)
class Title:
    """Name and aim out of one cell, and how sure the division is."""

    name: str
    goal: str
    confidence: float = 1.0


def _title(row: TableRow) -> Title:
    text = row.cell(Role.INITIATIVE) or row.cell(Role.TASK) or ""
    goal = row.cell(Role.GOAL)
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
