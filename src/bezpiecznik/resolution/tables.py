"""Tables of a document: heading above, roles of columns, rows cut by page breaks made whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bezpiecznik.resolution.document import Document, Paragraph, Row
from bezpiecznik.resolution.headers import Role, columns_of
from bezpiecznik.resolution.mend import join_cells
from bezpiecznik.resolution.model import Source, Unplaced
from bezpiecznik.resolution.polish import is_capitals
from bezpiecznik.resolution.sections import area_heading, is_heading

Columns = tuple[Role | None, ...]
_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?")
_CONTENTS = re.compile(r"\d{0,4}")


@dataclass
class TableRow:
    """Cells by role; `parts` keeps every piece of a cell until the row is complete."""

    parts: dict[Role, list[str]]
    source: Source

    def cell(self, role: Role) -> str | None:
        """The whole text of a cell, None where the table has no such column."""
        pieces = self.parts.get(role)
        if pieces is None:
            return None
        text = ""
        for piece in pieces if len(pieces) < 3 else [" ".join(filter(None, pieces))]:
            text = join_cells(text, piece)
        return text

    @property
    def number(self) -> int | None:
        """Its own number; of "2.13." the last part."""
        found = re.findall(r"\d{1,6}", self.cell(Role.NUMBER) or "")
        return int(found[-1]) if found else None


@dataclass
class Table:
    """Rows under one heading."""

    columns: Columns
    heading: Paragraph | None
    source: Source
    rows: list[TableRow] = field(default_factory=list)


@dataclass
class _Walk:
    tables: list[Table] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    columns: Columns | None = None
    table: Table | None = None
    headings: list[Paragraph] = field(default_factory=list)


def read_tables(document: Document) -> tuple[list[Table], list[Unplaced]]:
    """All tables with known columns, and the rows that belong to none."""
    walk = _Walk()
    for block in document.blocks:
        if isinstance(block, Paragraph):
            _paragraph(walk, block)
        else:
            _row(walk, block)
    return walk.tables, walk.unplaced


def _paragraph(walk: _Walk, paragraph: Paragraph) -> None:
    """A heading closes the table; a line in small letters right under a row goes on with its last cell."""
    if walk.table and walk.table.rows and not paragraph.gap and paragraph.text[0].islower():
        last = [role for role in walk.table.columns if role][-1]
        walk.table.rows[-1].parts[last].append(paragraph.text)
        return
    walk.table = None
    walk.headings.append(paragraph)


def _row(walk: _Walk, row: Row) -> None:
    columns = columns_of(row.cells)
    if columns:
        walk.columns = columns
        _open(walk, row)
    elif inner := _inner_heading(walk, row):
        walk.table = None
        walk.headings = [inner]
    elif walk.columns and len(row.cells) >= 2 and (walk.table or _resumes(walk, row)):
        if walk.table is None:
            _open(walk, row)
        _add(walk, row)
    elif not _is_contents(row):
        walk.unplaced.append(Unplaced(" | ".join(filter(None, row.cells)), row.source))


def _open(walk: _Walk, row: Row) -> None:
    walk.table = Table(walk.columns or (), _best_heading(walk.headings), row.source)
    walk.tables.append(walk.table)
    walk.headings = []


def _best_heading(headings: list[Paragraph]) -> Paragraph | None:
    """The nearest heading of an area, else the nearest line that looks like a heading."""
    near = headings[-6:][::-1]
    return next(
        (line for line in near if area_heading(line.text)),
        next((line for line in near if is_heading(line.text)), None),
    )


def _inner_heading(walk: _Walk, row: Row) -> Paragraph | None:
    """A row with one filled cell that names the next area."""
    filled = [cell for cell in row.cells if cell]
    if not walk.columns or len(filled) != 1 or _NUMBER.fullmatch(filled[0]):
        return None
    starts_row = bool(row.cells[0]) or not row.gap
    if area_heading(filled[0]) or (starts_row and is_capitals(filled[0]) and len(filled[0].split()) > 2):
        return Paragraph(filled[0], row.source)
    return None


def _resumes(walk: _Walk, row: Row) -> bool:
    """After a heading without its own row of column names the same columns go on."""
    columns = walk.columns or ()
    numbered = columns[0] is Role.NUMBER and _NUMBER.fullmatch(row.cells[0]) is not None
    return numbered and len(row.cells) == len(columns)


def _add(walk: _Walk, row: Row) -> None:
    table = walk.table
    if table is None:
        return
    cells = row.cells + ("",) * (len(table.columns) - len(row.cells))
    named = {role: cell for role, cell in zip(table.columns, cells, strict=False) if role}
    if surplus := [cell for cell in cells[len(table.columns) :] if cell]:
        walk.unplaced.append(Unplaced(" | ".join(surplus), row.source))
    if named.get(Role.NUMBER) and not _NUMBER.match(named[Role.NUMBER]):
        walk.unplaced.append(Unplaced(" | ".join(filter(None, cells)), row.source))
    elif table.rows and _continues(named):
        for role, cell in named.items():
            table.rows[-1].parts[role].append(cell)
    else:
        table.rows.append(TableRow({role: [cell] for role, cell in named.items()}, row.source))


def _continues(named: dict[Role, str]) -> bool:
    """Without a number, or in a table without numbers without a task, a row is the rest of the one above."""
    if Role.NUMBER in named:
        return not named[Role.NUMBER]
    task = next((named[role] for role in (Role.TASK, Role.INITIATIVE, Role.ABBR) if role in named), "")
    return not task or task[0].islower()


def _is_contents(row: Row) -> bool:
    """A line of a table of contents: a title and a page number."""
    return len(row.cells) == 2 and _CONTENTS.fullmatch(row.cells[-1]) is not None
