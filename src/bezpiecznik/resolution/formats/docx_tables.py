"""Rows and cells of a DOCX table, whatever wraps them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from bezpiecznik.resolution.formats.docx_styles import VAL, W, value, whole
from bezpiecznik.resolution.formats.docx_text import TBL, inside
from bezpiecznik.resolution.headers import columns_of

_TR, _TC = W + "tr", W + "tc"
MAX_SPAN = 256


@dataclass(frozen=True)
class TableCell:
    """A cell, how many columns of the grid it takes, and whether a merged one begins or goes on in it."""

    element: etree._Element
    span: int
    merged: bool
    goes_on: bool


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Rows that are printed: not the deleted ones."""
    for row in inside(table):
        properties = row.find(W + "trPr")
        gone = properties is not None and properties.find(W + "del") is not None
        if row.tag == _TR and not gone:
            yield row


def cells_of(row: etree._Element) -> Iterator[TableCell]:
    """Cells that are printed, from left to right."""
    for cell in inside(row):
        if cell.tag != _TC:
            continue
        properties = cell.find(W + "tcPr")
        if properties is not None and properties.find(W + "cellDel") is not None:
            continue
        merge = properties.find(W + "vMerge") if properties is not None else None
        merged = merge is not None
        goes_on = merge is not None and merge.get(VAL) != "restart"
        yield TableCell(cell, _span(value(properties, "gridSpan")), merged, goes_on)


def width_of(row: etree._Element, name: str) -> int:
    """Columns left free before the first cell (`gridBefore`) or after the last one (`gridAfter`)."""
    return min(max(whole(value(row.find(W + "trPr"), name)) or 0, 0), MAX_SPAN)


def is_frame(table: etree._Element) -> bool:
    """Is it there for its looks only: one cell in each row, or whole tables with names of columns in its cells?"""
    if all(len(list(islice(cells_of(row), 2))) <= 1 for row in rows_of(table)):
        return True
    if next(table.iterdescendants(TBL), None) is None:
        return False
    cells = (cell.element for row in rows_of(table) for cell in cells_of(row))
    return any(_has_header(child) for cell in cells for child in inside(cell) if child.tag == TBL)


def _has_header(table: etree._Element) -> bool:
    first = next(rows_of(table), None)
    cells = cells_of(first) if first is not None else ()
    return columns_of(tuple("".join(it.text or "" for it in cell.element.iter(W + "t")) for cell in cells)) is not None


def _span(text: str | None) -> int:
    return min(max(whole(text) or 1, 1), MAX_SPAN)
