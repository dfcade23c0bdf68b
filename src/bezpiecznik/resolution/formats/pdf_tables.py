"""Rows of a ruled table: the text of every cell, merged cells as in any other format."""

from __future__ import annotations

from typing import NamedTuple

from bezpiecznik.resolution.formats.grid import Cell, GridRow, flatten
from bezpiecznik.resolution.formats.pdf_grid import Grid, Place
from bezpiecznik.resolution.formats.pdf_shapes import Box, Line, lines_of
from bezpiecznik.resolution.formats.pdf_text import Mender

_MOST_PADDING = 12.0
_SLIVER = 6.0


class TableRow(NamedTuple):
    """The cells of one row and its place on the page."""

    cells: tuple[str, ...]
    box: Box


def rows_of(grid: Grid, mender: Mender) -> list[TableRow]:
    """Rows with any text."""
    lines = {cell: lines_of(words) for cell, words in grid.words.items()}
    paddings = _paddings(grid, lines)
    texts = {cell: mender.join(found, _room(grid, cell, paddings)) for cell, found in lines.items()}
    flat = flatten([_row(grid, texts, row) for row in range(len(grid.ys) - 1)])
    ends = [number for number, _ in flat[1:]] + [len(grid.ys) - 1]
    return [
        TableRow(cells, (grid.xs[0], grid.ys[number], grid.xs[-1], grid.ys[end]))
        for (number, cells), end in zip(flat, ends, strict=True)
        if any(cells)
    ]


def _row(grid: Grid, texts: dict[Place, str], row: int) -> GridRow:
    """The cells of one row; a sliver between two lines drawn side by side is none."""
    cells: dict[Place, Cell] = {}
    for column in range(len(grid.xs) - 1):
        owner = grid.owner[row, column]
        if owner in cells:
            cells[owner].end = column + 1
        elif owner in texts or grid.xs[column + 1] - grid.xs[column] > _SLIVER:
            cells[owner] = Cell(column, column + 1, texts.get(owner, ""), goes_on=owner[0] < row)
    return GridRow(list(cells.values()))


def _paddings(grid: Grid, lines: dict[Place, list[Line]]) -> dict[int, float]:
    """How near to the borders text comes in each column."""
    paddings: dict[int, float] = {}
    for cell, found in lines.items():
        x0, _, x1, _ = grid.cell_box(cell)
        near = min(min(line.x0 - x0, x1 - line.x1) for line in found)
        paddings[cell[1]] = max(1.0, min(near, paddings.get(cell[1], _MOST_PADDING)))
    return paddings


def _room(grid: Grid, cell: Place, paddings: dict[int, float]) -> float:
    x0, _, x1, _ = grid.cell_box(cell)
    return x1 - x0 - 2 * paddings.get(cell[1], _MOST_PADDING)
