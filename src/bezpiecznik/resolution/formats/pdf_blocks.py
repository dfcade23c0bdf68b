"""Pages put together into one run of paragraphs and rows, as if the document had no pages."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from bezpiecznik.resolution.document import Block, Paragraph, Row
from bezpiecznik.resolution.formats.pdf_column_rows import rows_of_lines
from bezpiecznik.resolution.formats.pdf_columns import OpenTable, find_table
from bezpiecznik.resolution.formats.pdf_flow import Piece, divide_contents, follows, pieces_of, pitch_of, text_of
from bezpiecznik.resolution.formats.pdf_grid import Grid, grids_of
from bezpiecznik.resolution.formats.pdf_running import without_running
from bezpiecznik.resolution.formats.pdf_shapes import Line, Page, lines_of
from bezpiecznik.resolution.formats.pdf_spread import side_by_side
from bezpiecznik.resolution.formats.pdf_tables import TableRow, rows_of
from bezpiecznik.resolution.formats.pdf_text import Mender
from bezpiecznik.resolution.headers import columns_of
from bezpiecznik.resolution.parts import Source

_INDENT = 6.0
_MANY = 40


@dataclass
class _Sheet:
    """One page: ruled tables and the lines outside them."""

    page: Page
    grids: list[Grid]
    lines: list[Line] = field(default_factory=list)


@dataclass
class _Walk:
    """What was made so far, and what may go on over the next page break."""

    mender: Mender
    left: float
    right: float
    pitch: float
    blocks: list[Block] = field(default_factory=list)
    titles: str = ""
    open_table: OpenTable | None = None
    fresh: bool = True


def blocks_of(pages: list[Page]) -> list[Block]:
    """Paragraphs and rows of the whole document in reading order."""
    sheets = [_sheet(page) for page in pages]
    for sheet, words in zip(sheets, without_running(pages), strict=True):
        sheet.lines = lines_of(words)
    mender = Mender(line for sheet in sheets for line in _all_lines(sheet))
    walk = _Walk(mender, *_margins(sheets), pitch_of(sheet.lines for sheet in sheets))
    for sheet in sheets:
        walk.fresh = True
        _page(walk, sheet)
    return walk.blocks


def _sheet(page: Page) -> _Sheet:
    grids = grids_of(page.levels, page.uprights)
    for grid in grids:
        page.words = grid.take(page.words)
    return _Sheet(page, [grid for grid in grids if grid.words])


def _all_lines(sheet: _Sheet) -> list[Line]:
    inside = [line for grid in sheet.grids for words in grid.words.values() for line in lines_of(words)]
    return [*sheet.lines, *inside]


def _margins(sheets: list[_Sheet]) -> tuple[float, float]:
    """Where most lines of running text begin, and how far the longest go."""
    lines = [line for sheet in sheets for line in sheet.lines]
    if not lines:
        return 0.0, 0.0
    lefts = Counter(round(line.x0 / 2) * 2 for line in lines)
    rights = sorted(line.x1 for line in lines)
    return float(max(lefts, key=lambda x: (lefts[x], -x))), rights[-1 if len(rights) < _MANY else -len(rights) // 20]


def _page(walk: _Walk, sheet: _Sheet) -> None:
    """Tables and the lines between them from the top down."""
    lines = list(sheet.lines)
    for grid in sheet.grids:
        above = [line for line in lines if line.base < grid.ys[0] + 2]
        lines = [line for line in lines if line.base >= grid.ys[0] + 2]
        _lines(walk, sheet.page, above)
        _rows(walk, sheet.page, rows_of(grid, walk.mender))
    _lines(walk, sheet.page, lines)


def _lines(walk: _Walk, page: Page, lines: list[Line]) -> None:
    at = begun = searched = 0
    while at < len(lines):
        table = find_table(lines, at, walk.open_table if walk.fresh and at == 0 else None)
        if table is not None:
            _paragraphs(walk, page, lines[begun:at])
            _rows(walk, page, rows_of_lines(lines, table, page.levels, walk.mender))
            walk.open_table = table
            at = begun = searched = table.end
            continue
        if at >= searched:
            spread = side_by_side(lines, at)
            searched = spread.end
            if spread.columns:
                _paragraphs(walk, page, lines[begun:at])
                for column in spread.columns:
                    _paragraphs(walk, page, column, narrow=True)
                at = begun = spread.end
                continue
        at += 1
    _paragraphs(walk, page, lines[begun:])


def _paragraphs(walk: _Walk, page: Page, lines: list[Line], *, narrow: bool = False) -> None:
    if not lines:
        return
    rights = sorted(line.x1 for line in lines)
    right = max(walk.right, rights[-len(rights) // 20]) if len(rights) > _MANY else walk.right
    left = walk.left
    if narrow:
        left, right = min(line.x0 for line in lines), rights[-1]
    pieces = pieces_of(lines, page.number, pitch=walk.pitch, left=left, right=right)
    for place, piece in enumerate(pieces):
        _paragraph(walk, page, piece, first=walk.fresh and place == 0)
    walk.fresh, walk.open_table, walk.titles = False, None, ""


def _paragraph(walk: _Walk, page: Page, piece: Piece, *, first: bool) -> None:
    text = text_of(piece, walk.mender)
    last = walk.blocks[-1] if walk.blocks else None
    source = Source(page=page.number, box=page.place(piece.box))
    if contents := divide_contents(text):
        walk.blocks.append(Row(contents, source, piece.gap))
    elif first and isinstance(last, Paragraph) and follows(last.text, text):
        joined = walk.mender.seam(last.text, text)
        walk.blocks[-1] = Paragraph(joined, last.source, last.gap, last.indent)
    elif text:
        gap = piece.gap and not (first and text[0].islower())
        indent = max(0, round((piece.lines[0].x0 - walk.left) / _INDENT))
        walk.blocks.append(Paragraph(text, source, gap, indent))


def _rows(walk: _Walk, page: Page, rows: list[TableRow]) -> None:
    """A heading of columns that a new page repeats is left out; one that the page cut is made whole."""
    for place, row in enumerate(rows):
        titles = _titles(row.cells)
        if walk.fresh and place == 0 and (titles == walk.titles or _rest_of_heading(walk, row)):
            continue
        if columns_of(row.cells):
            walk.titles = titles
        gap = place == 0 and not walk.fresh
        cells = _rest_of_row(walk, row.cells) if walk.fresh else row.cells
        source = Source(page=page.number, box=page.place(row.box))
        if len(cells) == 1:
            walk.blocks.append(Paragraph(cells[0], source, gap=True))
        elif any(cells):
            walk.blocks.append(Row(cells, source, gap))
    walk.fresh = False


def _rest_of_heading(walk: _Walk, row: TableRow) -> bool:
    """A heading of columns cut by the page: what stands on the new one is put to it."""
    last = walk.blocks[-1] if walk.blocks else None
    if not isinstance(last, Row) or row.cells[0] or len(last.cells) != len(row.cells) or not columns_of(last.cells):
        return False
    if any(cell and not cell[0].islower() for cell in row.cells):
        return False
    cells = tuple(walk.mender.seam(upper, lower) for upper, lower in zip(last.cells, row.cells, strict=True))
    if not columns_of(cells):
        return False
    walk.blocks[-1] = Row(cells, last.source, last.gap)
    walk.titles = _titles(cells)
    return True


def _rest_of_row(walk: _Walk, cells: tuple[str, ...]) -> tuple[str, ...]:
    """A word that the page divided goes whole to the cell above the break; all else stays as it is."""
    last = walk.blocks[-1] if walk.blocks else None
    if not isinstance(last, Row) or cells[0] or len(last.cells) != len(cells):
        return cells
    above, below = list(last.cells), list(cells)
    for column, (upper, lower) in enumerate(zip(last.cells, cells, strict=True)):
        if re.search(r"[^\W_]-$", upper) and lower:
            first, _, rest = lower.partition(" ")
            above[column], below[column] = walk.mender.seam(upper, first), rest
    walk.blocks[-1] = Row(tuple(above), last.source, last.gap)
    return tuple(below)


def _titles(cells: tuple[str, ...]) -> str:
    """The letters of a heading in order: the same heading set twice may be divided otherwise."""
    return "".join(sorted(re.sub(r"\W", "", "".join(cells)).casefold()))
