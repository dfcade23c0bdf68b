"""Rows and cells of an ODT or ODS table on their grid: spans, repeats and hidden rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from bezpiecznik.resolution.formats.docx_styles import whole
from bezpiecznik.resolution.formats.gathering import MAX_COLUMNS
from bezpiecznik.resolution.formats.grid import Cell, GridRow
from bezpiecznik.resolution.formats.odt_styles import TABLE, TEXT
from bezpiecznik.resolution.formats.xlsx_sheet import MAX_ROW, Merge, Sheet, too_many

_GROUPS = {TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")}
_COLUMN_GROUPS = {TABLE + name for name in ("table-columns", "table-header-columns", "table-column-group")}
_CELL, _COVERED = TABLE + "table-cell", TABLE + "covered-table-cell"
_HIDDEN = ("collapse", "filter")

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


def grid_of(table: etree._Element, say: Say, turn: Callable[[int], None]) -> Iterator[GridRow]:
    """Rows of a table of a text; `say` gives the text of a cell, `turn` is told of pages that end before a row."""
    reach: dict[int, _Reach] = {}
    for row in rows_of(table):
        turn(_breaks_before(row))
        yield GridRow(_cells(row, say, reach))


def sheet_of(table: etree._Element, say: Say, room: int) -> Sheet:
    """A table of a spreadsheet; raises UnreadableDocument for more than `room` filled cells."""
    sheet = Sheet(hidden_columns={at + 1 for at in _columns(table).hidden})
    number = 1
    for row in rows_of(table):
        copies = _repeat(row, "number-rows-repeated", MAX_ROW)
        cells = _filled(row, number, say, sheet)
        room -= len(cells) * copies
        if room < 0:
            raise too_many()
        if cells:
            sheet.rows |= {number + copy: cells for copy in range(copies)}
            if row.get(TABLE + "visibility") in _HIDDEN:
                sheet.hidden_rows |= set(range(number, number + copies))
        number += copies
    return sheet


def _filled(row: etree._Element, number: int, say: Say, sheet: Sheet) -> dict[int, str]:
    """Texts of a row by columns counted from one; merged cells are noted."""
    cells: dict[int, str] = {}
    at = 1
    for element in row:
        if element.tag not in (_CELL, _COVERED) or at > MAX_COLUMNS:
            continue
        copies = min(_repeat(element, "number-columns-repeated"), MAX_COLUMNS - at + 1)
        text = say(element) if element.tag == _CELL else ""
        cells |= {at + copy: text for copy in range(copies) if text}
        down, across = _repeat(element, "number-rows-spanned", MAX_ROW), _repeat(element, "number-columns-spanned")
        if text and max(down, across) > 1:
            sheet.merges.append(Merge(number, at, number + down - 1, at + across - 1))
        at += copies
    return cells


def _breaks_before(row: etree._Element) -> int:
    before = row.getprevious()
    return int(before is not None and before.tag == TEXT + "soft-page-break")


def _cells(row: etree._Element, say: Say, reach: dict[int, _Reach]) -> list[Cell]:
    cells: list[Cell] = []
    at = 0
    for element in row:
        if element.tag not in (_CELL, _COVERED) or at >= MAX_COLUMNS:
            continue
        for _ in range(min(_repeat(element, "number-columns-repeated"), MAX_COLUMNS - at)):
            cell = _own(element, at, say, reach) if element.tag == _CELL else _carried(at, reach)
            if cell:
                cells.append(cell)
            at += 1
    return cells


def _own(element: etree._Element, at: int, say: Say, reach: dict[int, _Reach]) -> Cell:
    cell = Cell(at, at + _repeat(element, "number-columns-spanned"), say(element))
    rows = _repeat(element, "number-rows-spanned", MAX_ROW)
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
            many = min(_repeat(child, "number-columns-repeated"), MAX_COLUMNS)
            if child.get(TABLE + "visibility") in _HIDDEN:
                found.hidden |= set(range(found.count, found.count + many))
            found.count += many


def _repeat(element: etree._Element, name: str, most: int = MAX_COLUMNS) -> int:
    return min(max(whole(element.get(TABLE + name), 10**9) or 1, 1), most)
