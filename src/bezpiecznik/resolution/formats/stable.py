"""Columns without known headings: several lines in a row whose parts begin at the same places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bezpiecznik.resolution.formats.columns import cells_of
from bezpiecznik.resolution.formats.joining import join_wrapped
from bezpiecznik.resolution.formats.lines import Lines, Part
from bezpiecznik.resolution.polish import looks_abbreviated

_MARKER = re.compile(r"(?:\d{1,3}[.)]|[a-z]\)|[-–•*·]|§ ?\d+\.?|.{1,60}:)")
_DOTS = re.compile(r"\.{4}|…{2}|_{4}")
_LEAST_LINES, _LEAST_OF_THREE = 3, 4
_SLACK = 1

Found = tuple[int, tuple[str, ...], set[int]]


def read_stable(lines: Lines) -> Iterator[Found]:
    """Rows with the number of their first line and the numbers of all lines they take.

    Two columns are a table only where the first has abbreviations; more, where four lines keep to them.
    """
    run: list[tuple[int, list[Part]]] = []
    for place, line in enumerate(lines.texts):
        number = place + 1
        parts = lines.parts(place) if run or lines.is_wide(place) else []
        if run and parts and (_same(run[0][1], parts) or _wraps(run[0][1], parts)):
            run.append((number, parts))
            continue
        yield from _rows(run)
        run = [(number, parts)] if _may_open(parts, line) else []
    yield from _rows(run)


def _may_open(parts: list[Part], line: str) -> bool:
    if len(parts) < 2 or _DOTS.search(line):
        return False
    return len(parts) > 2 or _MARKER.fullmatch(parts[0].text) is None


def _same(first: list[Part], parts: list[Part]) -> bool:
    return len(first) == len(parts) and all(abs(a.start - b.start) <= _SLACK for a, b in zip(first, parts, strict=True))


def _wraps(first: list[Part], parts: list[Part]) -> bool:
    return len(parts) == 1 and any(abs(part.start - parts[0].start) <= _SLACK for part in first[1:])


def _rows(run: list[tuple[int, list[Part]]]) -> Iterator[Found]:
    if not run:
        return
    first = run[0][1]
    whole = [parts for _, parts in run if len(parts) == len(first)]
    abbreviated = sum(looks_abbreviated(parts[0].text.split()[0]) for parts in whole)
    if len(first) == 2 and (len(whole) < _LEAST_LINES or abbreviated * 2 < len(whole)):
        return
    if len(first) > 2 and len(whole) < _LEAST_OF_THREE:
        return
    edges = [part.start for part in first[1:]]
    group: list[tuple[int, list[str]]] = []
    for number, parts in run:
        if len(parts) == len(first) and group:
            yield _row(group)
            group = []
        group.append((number, cells_of(parts, edges) or [part.text for part in parts]))
    yield _row(group)


def _row(group: list[tuple[int, list[str]]]) -> Found:
    width = max(len(cells) for _, cells in group)
    padded = [cells + [""] * (width - len(cells)) for _, cells in group]
    cells = tuple(join_wrapped(column) for column in zip(*padded, strict=True))
    return group[0][0], cells, {number for number, _ in group}
