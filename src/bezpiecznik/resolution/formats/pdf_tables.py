"""Rows of a ruled table: the text of every cell, headings of two levels made one."""

from __future__ import annotations

from typing import NamedTuple

from bezpiecznik.resolution.formats.pdf_grid import Grid, Place
from bezpiecznik.resolution.formats.pdf_shapes import Box, Line, lines_of
from bezpiecznik.resolution.formats.pdf_text import Mender

_MOST_PADDING = 12.0


class TableRow(NamedTuple):
    """The cells of one row and its place on the page."""

    cells: tuple[str, ...]
    box: Box


def rows_of(grid: Grid, mender: Mender) -> list[TableRow]:
    """Rows with any text; a cell merged of several stands in the first of them, the others are empty."""
    lines = {cell: lines_of(words) for cell, words in grid.words.items()}
    paddings = _paddings(grid, lines)
    texts = {cell: mender.join(found, _room(grid, cell, paddings)) for cell, found in lines.items()}
    width, height = len(grid.xs) - 1, len(grid.ys) - 1
    columns = _used_columns(grid, set(texts))
    rows: list[TableRow] = []
    begin = _heading_height(grid)
    if begin > 1:
        cells = tuple(_stacked(grid, texts, column, begin) for column in range(width) if column in columns)
        rows.append(TableRow(cells, _box(grid, 0, begin)))
    for row in range(begin if begin > 1 else 0, height):
        cells = tuple(texts.get((row, column), "") for column in range(width) if column in columns)
        if any(cells):
            rows.append(TableRow(cells, _box(grid, row, row + 1)))
    return rows


def _used_columns(grid: Grid, filled: set[Place]) -> set[int]:
    """Columns where any cell begins; a sliver between two lines is none."""
    begun = {column for (_, column), owner in grid.owner.items() if owner[1] == column}
    wide = {column for column in begun if grid.xs[column + 1] - grid.xs[column] > _MOST_PADDING / 2}
    return wide | {column for _, column in filled}


def _box(grid: Grid, first: int, end: int) -> Box:
    return grid.xs[0], grid.ys[first], grid.xs[-1], grid.ys[end]


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


def _heading_height(grid: Grid) -> int:
    """Two rows make one heading where a title above several columns stands beside titles as high as both rows."""
    width, height = len(grid.xs) - 1, len(grid.ys) - 1
    if height < 3:
        return 1
    spans = [grid.owner[1, column][0] == 0 for column in range(width)]
    wide = any(not low and grid.owner[0, column][1] < column for column, low in enumerate(spans))
    return 2 if any(spans) and not all(spans) and wide else 1


def _stacked(grid: Grid, texts: dict[Place, str], column: int, height: int) -> str:
    """Titles one above another, from the widest to the column's own."""
    cells = dict.fromkeys(grid.owner[row, column] for row in range(height))
    return " ".join(filter(None, (texts.get(cell, "") for cell in cells if cell[1] <= column)))
