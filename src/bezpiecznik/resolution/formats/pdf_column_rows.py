"""Rows of a table without borders: divided by ruled lines, by wider gaps, or by the numbers in the first column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from bezpiecznik.resolution.formats.pdf_columns import NUMBER, OpenTable
from bezpiecznik.resolution.formats.pdf_shapes import Box, Line, Rule, around
from bezpiecznik.resolution.formats.pdf_tables import TableRow
from bezpiecznik.resolution.formats.pdf_text import Mender
from bezpiecznik.resolution.formats.pdf_white import Bounds, cells_of

_SAME_RULE = 3.0
_MANY = 3


def rows_of_lines(lines: Sequence[Line], table: OpenTable, rules: Sequence[Rule], mender: Mender) -> list[TableRow]:
    """Rows in order; a heading across the table is a row of one cell."""
    begun = table.start + table.heading
    rows = [_row(lines[table.start : begun], table.bounds, mender)] if table.heading and not table.repeated else []
    for across, places in groupby(range(begun, table.end), lambda place: place in table.across):
        body = [lines[place] for place in places]
        if across:
            rows.append(TableRow((mender.join(body),), _box_of(body)))
        else:
            rows += [_row(group, table.bounds, mender) for group in _groups(body, table.bounds, rules)]
    return rows


def _row(group: Sequence[Line], bounds: Bounds, mender: Mender) -> TableRow:
    return TableRow(tuple(mender.join(column) for column in cells_of(group, bounds)), _box_of(group))


def _box_of(group: Sequence[Line]) -> Box:
    return around([line.box for line in group])


def _groups(body: Sequence[Line], bounds: Bounds, rules: Sequence[Rule]) -> list[list[Line]]:
    if not body:
        return []
    numbers = {index for index, line in enumerate(body) if _number(line, bounds)}
    ruled, gapped = _ruled(body, rules), _gapped(body, bounds)
    if len(ruled) == 1 and len(gapped) >= _MANY:
        ruled |= gapped  # one rule alone closes the table or a part of it
    for starts in (ruled, gapped):
        if starts and _one_number_each(starts, numbers, len(body)):
            return _divided(body, starts)
    if len(numbers) > 1 or (numbers and 0 in numbers):
        return _divided(body, numbers)
    return _divided(body, _gapped(body, bounds) or _opened(body, bounds))


def _number(line: Line, bounds: Bounds) -> bool:
    first = [word for word in line.words if word.x1 <= bounds[0] + 1]
    return len(first) == 1 and NUMBER.fullmatch(first[0].text) is not None


def _ruled(body: Sequence[Line], rules: Sequence[Rule]) -> set[int]:
    """Lines with a level rule just above them; it may be drawn cell by cell."""
    x0, top, x1, bottom = _box_of(body)
    drawn: Counter[int] = Counter()
    for rule in rules:
        if top < rule.at < bottom:
            drawn[round(rule.at / _SAME_RULE)] += max(0, round(min(rule.end, x1) - max(rule.start, x0)))
    levels = [at * _SAME_RULE for at, length in drawn.items() if length > 0.6 * (x1 - x0)]
    return {
        index
        for index, (upper, lower) in enumerate(pairwise(body), start=1)
        if any(upper.base - 1 < level < lower.base for level in levels)
    }


def _gapped(body: Sequence[Line], bounds: Bounds) -> set[int]:
    """Lines further below the one above than lines of one cell are."""
    steps = sorted(
        lower.base - upper.base for column in cells_of(body, bounds) for upper, lower in pairwise(column)
    )
    if not steps:
        return set()
    usual = max(steps[len(steps) // 8], 0.9 * min(line.height for line in body))
    least = 1.08 * usual + 0.8
    return {index for index, (upper, lower) in enumerate(pairwise(body), start=1) if lower.base - upper.base > least}


def _one_number_each(starts: set[int], numbers: set[int], size: int) -> bool:
    """Does hardly a group hold more than one number, and does nearly every number have its group?"""
    if not numbers:
        return True
    edges = sorted({0, *starts, size})
    counts = [sum(low <= number < high for number in numbers) for low, high in pairwise(edges)]
    return max(counts) == 1 and sum(counts) >= 0.6 * len(counts)


def _opened(body: Sequence[Line], bounds: Bounds) -> set[int]:
    """Lines with something in the first column that does not read as the rest of a sentence."""
    return {
        index
        for index, line in enumerate(body)
        if line.words[0].x1 <= bounds[0] + 1 and not line.words[0].text[0].islower()
    }


def _divided(body: Sequence[Line], starts: set[int]) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for index, line in enumerate(body):
        if index in starts and groups[-1]:
            groups.append([])
        groups[-1].append(line)
    return groups
