"""Rows of a table whose cells were wrapped over several lines of text."""

from __future__ import annotations

import re

from bezpiecznik.resolution.formats.columns import Table
from bezpiecznik.resolution.formats.joining import join_wrapped

_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?")
_LEAST_DRAWN = _LEAST_MIDDLE = 2

Line = tuple[int, list[str]]


def rows_of(table: Table) -> list[tuple[int, tuple[str, ...]]]:
    """Each row with the number of its first line."""
    blocks = _blocks(table)
    groups = _by_numbers(table.lines, blocks) if table.header.is_numbered else _by_gaps(table, blocks)
    return [(group[0][0], _merged(group)) for group in groups if group]


def _merged(group: list[Line]) -> tuple[str, ...]:
    return tuple(join_wrapped(column) for column in zip(*(cells for _, cells in group), strict=True))


def _blocks(table: Table, *, drawn_only: bool = False) -> list[list[Line]]:
    """Lines between empty, or only between drawn, lines."""
    stops = sorted(-stop for stop in table.stops if stop < 0)
    if not drawn_only:
        stops = sorted({*stops, *(stop for stop in table.stops if stop > 0)})
    blocks: list[list[Line]] = [[]]
    place = 0
    for line in table.lines:
        while place < len(stops) and stops[place] < line[0]:
            place += 1
            if blocks[-1]:
                blocks.append([])
        blocks[-1].append(line)
    return [block for block in blocks if block]


def _is_number(line: Line) -> bool:
    return _NUMBER.fullmatch(line[1][0]) is not None


def _by_numbers(lines: list[Line], blocks: list[list[Line]]) -> list[list[Line]]:
    """A number opens a row; where numbers stand in the middle of rows, empty lines between rows tell them."""
    one_each = all(sum(map(_is_number, block)) == 1 for block in blocks)
    middle = sum(1 for block in blocks if not _is_number(block[0]))
    if one_each and middle >= _LEAST_MIDDLE and middle * 2 >= len(blocks):
        return blocks
    groups: list[list[Line]] = [[]]
    for line in lines:
        if _is_number(line) and groups[-1]:
            groups.append([])
        groups[-1].append(line)
    return groups


def _by_gaps(table: Table, blocks: list[list[Line]]) -> list[list[Line]]:
    """Without numbers: drawn lines, else empty lines, else a line with most of its cells filled opens a row."""
    drawn = _blocks(table, drawn_only=True)
    if len(drawn) >= _LEAST_DRAWN:
        return drawn
    opened = sum(1 for block in blocks if _opens(block[0]))
    if len(blocks) > 1 and opened == len(blocks) and max(sum(map(_opens, block)) for block in blocks) == 1:
        return blocks
    groups: list[list[Line]] = [[]]
    for line in table.lines:
        if _opens(line) and groups[-1]:
            groups.append([])
        groups[-1].append(line)
    return groups


def _opens(line: Line) -> bool:
    cells = line[1]
    filled = sum(1 for cell in cells if cell)
    return bool(cells[0]) and not cells[0][0].islower() and filled * 2 >= len(cells) and filled > 1
