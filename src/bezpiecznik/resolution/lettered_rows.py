"""Rows of a table lettered "a)", "b)" under a numbered one: points of its task, or tasks of their own."""

from __future__ import annotations

import re

from bezpiecznik.resolution.headers import FIELDS, Role
from bezpiecznik.resolution.table_rows import Table, TableRow

LETTER = re.compile(r"(?:lit\.?\s?)?\(?([a-z])[.)]?")


def settle_letters(table: Table) -> None:
    """A lettered row without performers is a point of the row above; with them an action that keeps its words."""
    if _count_in_letters(table):
        return
    rows: list[TableRow] = []
    parent: TableRow | None = None
    headed: set[int] = set()
    for row in table.rows:
        letter = (row.cell(Role.NUMBER) or "").strip()
        if not LETTER.fullmatch(letter) or parent is None:
            parent = row
            rows.append(row)
            continue
        if not _is_performed(row):
            parent.parts[_task(table)].append(f"{letter} {row.cell(Role.TASK) or ''}")
            continue
        if not _is_performed(parent):
            _head(table, parent, row)
            headed.add(id(parent))
        row.parts[list(table.columns).index(Role.NUMBER)] = [""]
        rows.append(row)
    table.rows = [row for row in rows if id(row) not in headed]


def _count_in_letters(table: Table) -> bool:
    """Where no row has a figure, "a)", "b)", "c)" are the numbers of the rows."""
    found = [LETTER.fullmatch((row.cell(Role.NUMBER) or "").strip()) for row in table.rows]
    if not found or not all(found) or found[0] is None or found[0][1] != "a":
        return False
    place = list(table.columns).index(Role.NUMBER)
    for row, match in zip(table.rows, found, strict=True):
        row.parts[place] = [str(ord(match[1]) - ord("a") + 1) if match else ""]
    return True


def _task(table: Table) -> int:
    return list(table.columns).index(Role.TASK)


def _is_performed(row: TableRow) -> bool:
    return any(row.cell(role) for role in FIELDS)


def _head(table: Table, parent: TableRow, row: TableRow) -> None:
    """The words of the numbered row stand before those of each lettered one, which alone say too little."""
    row.parts[_task(table)] = [parent.at(_task(table)), row.at(_task(table))]
