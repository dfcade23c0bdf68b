"""Tables of a sheet: divided by empty rows and columns, merged cells laid out, headings above them as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bezpiecznik.resolution.formats.gathering import MAX_COLUMNS, Gathering, squeeze_lines
from bezpiecznik.resolution.formats.grid import Cell, GridRow, flatten
from bezpiecznik.resolution.formats.xlsx_sheet import Merge, Sheet, column_letters, too_many
from bezpiecznik.resolution.headers import Role, columns_of

Line = tuple[int, GridRow]
Width = tuple[int, int]
_HEADER_WITHIN = 10
_FRACTION = re.compile(r"\d{1,3},\d{1,3}")
_MOST_PLACES = 1_000_000


def gather_sheet(name: str, sheet: Sheet, gathering: Gathering) -> None:
    """All that a sheet shows, in order: hidden rows and columns are left out."""
    before: Width | None = None
    for group in _groups(_laid_out(sheet)):
        gathering.gap()
        for part in _side_by_side(group):
            before = _gather(name, part, before, sheet.hidden_columns, gathering)
    gathering.gap()


def _laid_out(sheet: Sheet) -> Iterator[Line]:
    """Rows that show something, with merged cells over all the places they cover."""
    active: dict[int, tuple[Merge, str]] = {}
    beginning: dict[int, list[Merge]] = {}
    for merge in sheet.merges:
        beginning.setdefault(merge.top, []).append(merge)
    last = max(sheet.rows, default=0)
    for number in sorted(set(sheet.rows) | {row for row in beginning if row <= last}):
        filled = sheet.rows.get(number, {})
        active = {left: it for left, it in active.items() if it[0].bottom >= number}
        for merge in beginning.get(number, ()):
            if len(active) < MAX_COLUMNS and merge.left <= MAX_COLUMNS:
                active[merge.left] = (merge, squeeze_lines(filled.get(merge.left, "")))
        cells = list(_cells(number, filled, active, sheet.hidden_columns))
        if number not in sheet.hidden_rows and any(cell.text for cell in cells):
            yield number, GridRow(cells)


def _cells(
    number: int, filled: dict[int, str], active: dict[int, tuple[Merge, str]], hidden: set[int]
) -> Iterator[Cell]:
    """Filled and merged cells of a row; the places between them are not kept."""
    end = 0
    for at in sorted({*filled, *active}):
        if not end <= at <= MAX_COLUMNS:
            continue
        if at in active:
            merge, text = active[at]
            cell = Cell(at, min(merge.right, MAX_COLUMNS) + 1, text, goes_on=number > merge.top)
        else:
            cell = Cell(at, at + 1, squeeze_lines(filled[at]))
        end = cell.end
        if not set(range(at, end)) <= hidden:
            yield cell


def _groups(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Runs of rows without an empty row between them."""
    group: list[Line] = []
    for number, row in lines:
        if group and number > group[-1][0] + 1:
            yield group
            group = []
        group.append((number, row))
    if group:
        yield group


def _side_by_side(group: list[Line]) -> list[list[Line]]:
    """Two tables beside each other, each with its own names of columns; else the group as it is."""
    covered = {at for _, row in group for cell in row.cells if cell.text for at in range(cell.start, cell.end)}
    free = [at for at in range(min(covered), max(covered)) if at not in covered]
    for at in free:
        top = group[:_HEADER_WITHIN]
        if _has_header(_cut(top, 0, at)) and _has_header(_cut(top, at + 1, MAX_COLUMNS + 1)):
            return [_cut(group, 0, at), *_side_by_side(_cut(group, at + 1, MAX_COLUMNS + 1))]
    return [group]


def _cut(group: list[Line], start: int, end: int) -> list[Line]:
    parts = [(number, GridRow([it for it in row.cells if start <= it.start < end])) for number, row in group]
    return [(number, row) for number, row in parts if any(cell.text for cell in row.cells)]


def _has_header(group: list[Line]) -> bool:
    return any(columns_of(tuple(cell.text for cell in row.cells)) for _, row in group[:_HEADER_WITHIN])


def _gather(name: str, group: list[Line], before: Width | None, hidden: set[int], gathering: Gathering) -> Width | None:
    """One table; a lone cell above it is its heading, and a column of lone cells is text. Gives its width.

    Rows under an empty one that have no names of columns go on with the columns of the table before.
    """
    width = _width(group)
    goes_on = before is not None and before[0] <= width[0] and width[1] <= before[1] and not _has_header(group)
    if before is not None and goes_on:
        width = before
    body = 0
    while body < len(group) and (text := _lone(group[body][1])) and not (goes_on and text.start > width[0]):
        if not text.goes_on:
            gathering.paragraph(text.text.replace("\t", " "), cell=_address(name, text.start, group[body][0]))
        body += 1
    if body:
        gathering.gap()
    columns = [at for at in range(*width) if at not in hidden]
    if len(columns) * len(group) > _MOST_PLACES:
        raise too_many()
    rows = [(number, _whole(row, columns)) for number, row in group[body:]]
    for at, texts in _numbered(flatten([row for _, row in rows])):
        number, row = rows[at]
        start = next((cell.start for cell in row.cells if cell.text), width[0])
        gathering.row(texts, cell=_address(name, start, number))
    return width if rows else before


def _numbered(rows: list[tuple[int, tuple[str, ...]]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Rows in which "1,2" under "Lp." is "1.2" again: a spreadsheet had taken it for a decimal fraction."""
    place: int | None = None
    for at, texts in rows:
        if roles := columns_of(texts):
            place = roles.index(Role.NUMBER) if Role.NUMBER in roles else None
        if place is not None and place < len(texts) and _FRACTION.fullmatch(texts[place]):
            yield at, (*texts[:place], texts[place].replace(",", "."), *texts[place + 1 :])
        else:
            yield at, texts


def _width(group: list[Line]) -> Width:
    """The first used column, and the one after the last."""
    edges = [edge for _, row in group for cell in row.cells if cell.text for edge in (cell.start, cell.end)]
    return min(edges), max(edges)


def _lone(row: GridRow) -> Cell | None:
    filled = [cell for cell in row.cells if cell.text]
    return filled[0] if len(filled) == 1 else None


def _whole(row: GridRow, columns: list[int]) -> GridRow:
    """The row with all the columns of its table, empty places too."""
    begin = {cell.start: cell for cell in row.cells}
    cells: list[Cell] = []
    for at in columns:
        if at in begin:
            cells.append(begin[at])
        elif not cells or at >= cells[-1].end:
            cells.append(Cell(at, at + 1, ""))
    return GridRow(cells)


def _address(name: str, column: int, row: int) -> str:
    return f"{name}!{column_letters(column)}{row}"
