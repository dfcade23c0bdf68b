"""Columns that no ruled line divides: corridors of white between words, under headings of columns or over many lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bezpiecznik.resolution.formats.pdf_shapes import Box, Line, Rule, Word, around
from bezpiecznik.resolution.formats.pdf_tables import TableRow
from bezpiecznik.resolution.formats.pdf_text import Mender
from bezpiecznik.resolution.headers import Role, columns_of, role_of

_WIDE = 0.75
_NARROWEST = 4.5
_TALLEST_HEADING = 4
_LONGEST_SMALL = 25
_FEWEST_LINES = 4
_DIVIDED = re.compile(r"[^\W\d_]-$")
_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,4})*[.)]?")

Bounds = tuple[float, ...]


@dataclass
class OpenTable:
    """Lines `start` to `end` of a page; `bounds` are the middles of the corridors; `heading` lines name the columns."""

    start: int
    end: int
    bounds: Bounds
    heading: int = 0


def find_table(lines: Sequence[Line], start: int, before: OpenTable | None) -> OpenTable | None:
    """The table that begins at this line: with its headings, as the rest of the page before, or by many even gaps."""
    if before is not None and (rest := _resumed(lines, start, before)):
        return rest
    if len(segments(lines[start])) < 2:
        return None
    heading = heading_height(lines, start)
    return _grown(lines, start, heading) if heading else _even(lines, start)


def segments(line: Line) -> list[list[Word]]:
    """Words divided where the gap is too wide for a blank."""
    parts = [[line.words[0]]]
    for word in line.words[1:]:
        if word.x0 - parts[-1][-1].x1 > _WIDE * max(line.height, 6.0):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


class White:
    """The strips of a page that no word enters, as lines are laid on it."""

    def __init__(self, lines: Sequence[Line] = ()) -> None:
        self._inked: list[tuple[float, float]] = []
        self.lay(lines)

    def lay(self, lines: Sequence[Line]) -> White:
        """Put more lines on it."""
        inked = sorted([*self._inked, *((word.x0, word.x1) for line in lines for word in line.words)])
        self._inked = []
        for x0, x1 in inked:
            if self._inked and x0 <= self._inked[-1][1]:
                self._inked[-1] = self._inked[-1][0], max(x1, self._inked[-1][1])
            else:
                self._inked.append((x0, x1))
        return self

    def copy(self) -> White:
        """The same, to lay lines on for a trial."""
        other = White()
        other._inked = self._inked
        return other

    def bounds(self, narrowest: float) -> Bounds:
        """The middles of the strips."""
        return tuple((left + right) / 2 for left, right in self.strips(narrowest))

    def strips(self, narrowest: float) -> list[tuple[float, float]]:
        """Where each of them begins and ends."""
        pairs = zip(self._inked, self._inked[1:], strict=False)
        return [(left[1], right[0]) for left, right in pairs if right[0] - left[1] >= narrowest]


def corridors(lines: Sequence[Line], narrowest: float) -> Bounds:
    """The middles of the white strips that no word of these lines enters."""
    return White(lines).bounds(narrowest)


def cells_of(lines: Sequence[Line], bounds: Bounds) -> list[list[Line]]:
    """The lines of each column."""
    columns: list[list[Line]] = [[] for _ in range(len(bounds) + 1)]
    for line in lines:
        parts: dict[int, list[Word]] = {}
        for word in line.words:
            parts.setdefault(bisect_right(bounds, (word.x0 + word.x1) / 2), []).append(word)
        for column, words in parts.items():
            columns[column].append(Line(words))
    return columns


def _texts(lines: Sequence[Line], bounds: Bounds) -> tuple[str, ...]:
    return tuple(Mender().join(column) for column in cells_of(lines, bounds))


def heading_height(lines: Sequence[Line], start: int) -> int:
    """How many lines from here name columns we know; 0 if none."""
    for count in range(1, _TALLEST_HEADING + 1):
        part = lines[start : start + count]
        if len(part) < count or not _close_together(part):
            return 0
        bounds = corridors(part, _WIDE * max(part[0].height, 6.0))
        if bounds and columns_of(cells := _texts(part, bounds)) and not any(map(_is_prose, cells)):
            return count
    return 0


def _is_prose(cell: str) -> bool:
    """The middle of a sentence, which no column is called by."""
    return cell[:1].islower() and len(cell) > _LONGEST_SMALL


def _new_heading(lines: Sequence[Line], start: int) -> bool:
    """Headings of columns in the midst of a table: surer than at its top, as any sentence may speak of actions."""
    count = heading_height(lines, start)
    if not count:
        return False
    part = lines[start : start + count]
    cells = [cell for cell in _texts(part, corridors(part, _WIDE * max(part[0].height, 6.0))) if cell]
    known = [(cell, role) for cell in cells if (role := role_of(cell))]
    return len(known) > 0.6 * len(cells) and all(role is Role.NUMBER or cell[0].isupper() for cell, role in known)


def _close_together(lines: Sequence[Line]) -> bool:
    return all(low.base - up.base < 2.2 * max(up.height, low.height) for up, low in zip(lines, lines[1:], strict=False))


def _grown(lines: Sequence[Line], start: int, heading: int) -> OpenTable | None:
    """From the headings down as long as the corridors keep apart what they name."""
    titles = lines[start : start + heading]
    wanted = _roles(titles, corridors(titles, _WIDE * max(titles[0].height, 6.0)))
    heading = _whole_heading(lines, start, heading)
    titles, end = lines[start : start + heading], start + heading
    white = White(titles)
    while end < len(lines) and not _far(lines[end - 1], lines[end]):
        trial = white.copy().lay([lines[end]])
        bounds = trial.bounds(_NARROWEST)
        roles = _roles(titles, bounds)
        if not wanted <= roles or _is_stray(lines[end], bounds, roles):
            break
        if end > start + heading and _new_heading(lines, end):
            break
        white, end, wanted = trial, end + 1, roles
    bounds = _without_false(titles, lines[start + heading : end], white.bounds(_NARROWEST))
    return OpenTable(start, end, bounds, heading) if end > start + heading else None


def _without_false(titles: Sequence[Line], body: Sequence[Line], bounds: Bounds) -> Bounds:
    """Without a corridor right of which nothing stands below the heading, or which parts a divided word."""
    columns, below = cells_of(titles, bounds), cells_of(body, bounds)
    false = {
        place
        for place in range(1, len(columns))
        if not below[place] or (columns[place] and _DIVIDED.search(columns[place][-1].text))
    }
    return tuple(bound for place, bound in enumerate(bounds, start=1) if place not in false)


def _is_stray(line: Line, bounds: Bounds, roles: frozenset[Role]) -> bool:
    """Words in the column of numbers: a heading between tables."""
    first = "".join(word.text for word in line.words if bounds and word.x1 <= bounds[0] + 1)
    return Role.NUMBER in roles and re.search(r"[^\W\d_]{4}", first) is not None


def _roles(titles: Sequence[Line], bounds: Bounds) -> frozenset[Role]:
    """What the columns mean when divided here."""
    return frozenset(role for role in columns_of(_texts(titles, bounds)) or () if role)


def _far(upper: Line, lower: Line) -> bool:
    return lower.base - upper.base > 6 * max(upper.height, lower.height)


def _whole_heading(lines: Sequence[Line], start: int, heading: int) -> int:
    """Titles that wrap: lines set as tight as the first ones, without a number, or the rest of a title we know."""
    while start + heading + 1 < len(lines) and heading < _TALLEST_HEADING:
        last, line, after = lines[start + heading - 1], lines[start + heading], lines[start + heading + 1]
        step, room = line.base - last.base, after.base - line.base
        if step > 1.7 * last.height or _NUMBER.fullmatch(line.words[0].text):
            break
        if step * 1.15 > room and not _ends_titles(lines[start : start + heading + 1]):
            break
        heading += 1
    return heading


def _ends_titles(titles: Sequence[Line]) -> bool:
    """Does the last line hold nothing but single words that go on with titles above?"""
    bounds = corridors(titles, _WIDE * max(titles[0].height, 6.0))
    above, whole, rest = _texts(titles[:-1], bounds), _texts(titles, bounds), _texts(titles[-1:], bounds)
    return all(
        not cell or (cell.islower() and cell.isalpha() and up and role_of(text) is not None)
        for up, text, cell in zip(above, whole, rest, strict=True)
    )


def _resumed(lines: Sequence[Line], start: int, before: OpenTable) -> OpenTable | None:
    """The rest of a table at the top of the next page: nothing crosses its corridors."""
    end = start
    while end < len(lines) and _conforms(lines[end], before.bounds):
        if end > start and (_far(lines[end - 1], lines[end]) or _new_heading(lines, end)):
            break
        end += 1
    many = [line for line in lines[start:end] if len(segments(line)) > 1]
    if not many or _new_heading(lines, start):
        return None
    return OpenTable(start, end, before.bounds)


def _conforms(line: Line, bounds: Bounds) -> bool:
    """Does no run of words cross a corridor?"""
    return all(bisect_right(bounds, part[0].x0) == bisect_right(bounds, part[-1].x1) for part in segments(line))


def _even(lines: Sequence[Line], start: int) -> OpenTable | None:
    """Three columns or more that stay apart over many lines, without headings we know."""
    for wanted in range(len(segments(lines[start])) - 1, 1, -1):
        white, end = White([lines[start]]), start + 1
        while end < len(lines) and not _far(lines[end - 1], lines[end]):
            trial = white.copy().lay([lines[end]])
            if len(trial.bounds(_NARROWEST)) < wanted or _new_heading(lines, end):
                break
            white, end = trial, end + 1
        full = sum(len(segments(line)) > wanted for line in lines[start:end])
        if end - start >= _FEWEST_LINES and full >= _FEWEST_LINES - 1:
            return OpenTable(start, end, white.bounds(_NARROWEST))
    return None


def rows_of_lines(lines: Sequence[Line], table: OpenTable, rules: Sequence[Rule], mender: Mender) -> list[TableRow]:
    """Rows of a table without borders: divided by ruled lines, by wider gaps, or by the numbers in the first column."""
    head = lines[table.start : table.start + table.heading]
    body = lines[table.start + table.heading : table.end]
    groups = ([list(head)] if head else []) + _groups(body, table.bounds, rules)
    return [
        TableRow(tuple(mender.join(column) for column in cells_of(group, table.bounds)), _box_of(group))
        for group in groups
    ]


def _box_of(group: Sequence[Line]) -> Box:
    return around([line.box for line in group])


def _groups(body: Sequence[Line], bounds: Bounds, rules: Sequence[Rule]) -> list[list[Line]]:
    if not body:
        return []
    numbers = {index for index, line in enumerate(body) if _number(line, bounds)}
    for starts in (_ruled(body, rules), _gapped(body)):
        if starts and _one_number_each(starts, numbers, len(body)):
            return _divided(body, starts)
    if len(numbers) > 1 or (numbers and 0 in numbers):
        return _divided(body, numbers)
    return _divided(body, _gapped(body) or _opened(body, bounds))


def _number(line: Line, bounds: Bounds) -> bool:
    first = [word for word in line.words if word.x1 <= bounds[0] + 1]
    return len(first) == 1 and _NUMBER.fullmatch(first[0].text) is not None


def _ruled(body: Sequence[Line], rules: Sequence[Rule]) -> set[int]:
    """Lines with a level rule just above them."""
    x0, top, x1, bottom = _box_of(body)
    levels = [
        rule.at
        for rule in rules
        if top < rule.at < bottom and min(rule.end, x1) - max(rule.start, x0) > 0.6 * (x1 - x0)
    ]
    return {
        index
        for index in range(1, len(body))
        if any(body[index - 1].base - 1 < level < body[index].base for level in levels)
    }


def _gapped(body: Sequence[Line]) -> set[int]:
    """Lines further below the one above than lines of one cell are."""
    steps = [lower.base - upper.base for upper, lower in zip(body, body[1:], strict=False)]
    if not steps:
        return set()
    usual = sorted(steps)[len(steps) // 8]
    usual = max(usual, 0.9 * min(line.height for line in body))
    return {index for index, step in enumerate(steps, start=1) if step > 1.25 * usual}


def _one_number_each(starts: set[int], numbers: set[int], size: int) -> bool:
    """Does hardly a group hold more than one number, and does nearly every number have its group?"""
    if not numbers:
        return True
    edges = sorted({0, *starts, size})
    counts = [sum(low <= number < high for number in numbers) for low, high in zip(edges, edges[1:], strict=False)]
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
