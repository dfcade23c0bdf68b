"""Rows and cells of an ODT or ODS table on their grid: spans, repeats and hidden rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from bezpiecznik.resolution.formats.docx_styles import whole
from bezpiecznik.resolution.formats.grid import Cell, GridRow
from bezpiecznik.resolution.formats.odt_styles import TABLE, TEXT

_GROUPS = {TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")}
_COLUMN_GROUPS = {TABLE + name for name in ("table-columns", "table-header-columns", "table-column-group")}
_CELL, _COVERED = TABLE + "table-cell", TABLE + "covered-table-cell"
_HIDDEN = ("collapse", "filter")
_MOST_COLUMNS = 256
_MOST_ROWS = 2_000_000
_MOST_COPIES = 200

Say = Callable[[etree._Element], str]


@dataclass
class _Reach:
    """A cell merged over several rows, and how many of them are still to come."""

    cell: Cell
    rows: int


@dataclass
class _Columns:
    hidden: set[int] = field(default_factory=set)
    count: int = 0


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Rows of a table, out of their groups."""
    for child in table:
        if child.tag == TABLE + "table-row":
            yield child
        elif child.tag in _GROUPS:
            yield from rows_of(child)


def is_frame(table: etree._Element) -> bool:
    """Does each row hold one cell only?"""
    single = all(sum(cell.tag == _CELL for cell in row) <= 1 for row in rows_of(table))
    return single and _columns(table).count == 1


def grid_of(table: etree._Element, say: Say, turn: Callable[[int], None]) -> Iterator[tuple[int, GridRow]]:
    """Rows with their numbers counted from one; hidden ones are left out, and copies of an empty row are not made.

    `say` gives the text of a cell; `turn` is told of pages that end before a row.
    """
    hidden = _columns(table).hidden
    reach: dict[int, _Reach] = {}
    number = 1
    for row in rows_of(table):
        copies = _repeat(row, "number-rows-repeated", _MOST_ROWS)
        turn(_breaks_before(row))
        line = GridRow(_cells(row, say, reach, hidden))
        if row.get(TABLE + "visibility") not in _HIDDEN:
            filled = any(cell.text for cell in line.cells)
            for copy in range(min(copies, _MOST_COPIES) if filled else 1):
                yield number + copy, line
        number += copies


def _breaks_before(row: etree._Element) -> int:
    before = row.getprevious()
    return int(before is not None and before.tag == TEXT + "soft-page-break")


def _cells(row: etree._Element, say: Say, reach: dict[int, _Reach], hidden: set[int]) -> list[Cell]:
    cells: list[Cell] = []
    at = 0
    for element in row:
        if element.tag not in (_CELL, _COVERED) or at >= _MOST_COLUMNS:
            continue
        for _ in range(min(_repeat(element, "number-columns-repeated"), _MOST_COLUMNS - at)):
            cell = _own(element, at, say, reach) if element.tag == _CELL else _carried(at, reach)
            if cell and not set(range(cell.start, cell.end)) <= hidden:
                cells.append(cell)
            at += 1
    return cells


def _own(element: etree._Element, at: int, say: Say, reach: dict[int, _Reach]) -> Cell:
    cell = Cell(at, at + _repeat(element, "number-columns-spanned"), say(element))
    rows = _repeat(element, "number-rows-spanned", _MOST_ROWS)
    reach.pop(at, None)
    if rows > 1:
        reach[at] = _Reach(cell, rows - 1)
    return cell


def _carried(at: int, reach: dict[int, _Reach]) -> Cell | None:
    """A covered place says again what the cell above says, where that cell begins here; else it says nothing."""
    above = reach.get(at)
    if above is None or not above.rows:
        return None
    above.rows -= 1
    return Cell(at, above.cell.end, above.cell.text, goes_on=True)


def _columns(table: etree._Element) -> _Columns:
    found = _Columns()
    _count_columns(table, found)
    return found


def _count_columns(parent: etree._Element, found: _Columns) -> None:
    for child in parent:
        if child.tag in _COLUMN_GROUPS:
            _count_columns(child, found)
        elif child.tag == TABLE + "table-column":
            many = min(_repeat(child, "number-columns-repeated"), _MOST_COLUMNS)
            if child.get(TABLE + "visibility") in _HIDDEN:
                found.hidden |= set(range(found.count, found.count + many))
            found.count += many


def _repeat(element: etree._Element, name: str, most: int = _MOST_COLUMNS) -> int:
    return min(max(whole(element.get(TABLE + name), 10**9) or 1, 1), most)
