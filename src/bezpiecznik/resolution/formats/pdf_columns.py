"""Columns that no ruled line divides: white strips under headings of columns, or over many lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bezpiecznik.resolution.formats.pdf_shapes import Line
from bezpiecznik.resolution.formats.pdf_white import (
    NARROWEST,
    WIDE,
    Bounds,
    White,
    cells_of,
    corridors,
    segments,
    texts_of,
)
from bezpiecznik.resolution.headers import Role, columns_of, role_of

_TALLEST_HEADING = 4
_LONGEST_SMALL = 25
_FEWEST_LINES = 4
_OUT, _SET_OFF = 2.5, 1.8
_DIVIDED = re.compile(r"[^\W\d_]-$")
NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,4})*[.)]?")


@dataclass
class OpenTable:
    """Lines `start` to `end` of a page, `heading` of which name the columns; others may go `across` all of them.

    `bounds` are the middles of the white strips, `titles` the letters of the heading, `repeated` from another page.
    """

    start: int
    end: int
    bounds: Bounds
    heading: int = 0
    across: frozenset[int] = frozenset()
    white: White = field(default_factory=White)
    titles: str = ""
    repeated: bool = False
    roles: frozenset[Role] = frozenset()


def find_table(lines: Sequence[Line], start: int, before: OpenTable | None) -> OpenTable | None:
    """The table that begins at this line: with its headings, as the rest of the page before, or by many even gaps."""
    if before is not None and (rest := _resumed(lines, start, before)):
        return rest
    if len(segments(lines[start])) < 2 and not _starts_titles(lines, start):
        return None
    heading = heading_height(lines, start)
    return _grown(lines, start, heading) if heading else _even(lines, start)


def _starts_titles(lines: Sequence[Line], start: int) -> bool:
    """Is this the first line of a title set higher than the others, as titles in the middle of their cells are?"""
    first, below = lines[start], lines[start + 1 : start + 3]
    if not below or not first.words[0].text[0].isupper() or first.text.endswith((".", ":")):
        return False
    high = below[0].base - first.base < 0.9 * first.height
    return high or (_close_together([first, *below]) and first.x0 > min(line.x0 for line in below) + 4 * first.height)


def heading_height(lines: Sequence[Line], start: int) -> int:
    """How many lines from here name columns we know; 0 if none."""
    for count in range(1, _TALLEST_HEADING + 1):
        part = lines[start : start + count]
        if len(part) < count or not _close_together(part):
            return 0
        bounds = corridors(part, WIDE * max(part[0].height, 6.0))
        if bounds and columns_of(cells := texts_of(part, bounds)) and not any(map(_is_prose, cells)):
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
    cells = [cell for cell in texts_of(part, corridors(part, WIDE * max(part[0].height, 6.0))) if cell]
    known = [(cell, role) for cell in cells if (role := role_of(cell))]
    return len(known) > 0.6 * len(cells) and all(role is Role.NUMBER or cell[0].isupper() for cell, role in known)


def _close_together(lines: Sequence[Line]) -> bool:
    return all(low.base - up.base < 2.2 * max(up.height, low.height) for up, low in pairwise(lines))


def _grown(lines: Sequence[Line], start: int, heading: int) -> OpenTable | None:
    """From the headings down as long as the corridors keep apart what they name."""
    titles = lines[start : start + heading]
    wanted = _roles(titles, corridors(titles, WIDE * max(titles[0].height, 6.0)))
    heading = _whole_heading(lines, start, heading)
    titles, end = lines[start : start + heading], start + heading
    white, across = White(titles), set[int]()
    while end < len(lines) and not _far(lines[end - 1], lines[end]) and not _outdented(lines, start, end):
        if (trial := _laid(white, lines[end], titles, wanted)) and not _new_heading(lines, end):
            white, end, wanted = trial, end + 1, _roles(titles, trial.bounds(NARROWEST))
        elif count := _height_across(lines, end, lambda line: _laid(white, line, titles, wanted) is not None):  # noqa: B023
            across.update(range(end, end + count))
            end += count
        else:
            break
    body = [line for place, line in enumerate(lines[start + heading : end], start + heading) if place not in across]
    bounds = _without_false(titles, body, white.bounds(NARROWEST))
    if not body:
        return None
    return OpenTable(start, end, bounds, heading, frozenset(across), white, _letters(titles), roles=wanted)


def _laid(white: White, line: Line, titles: Sequence[Line], wanted: frozenset[Role]) -> White | None:
    """The strips left by one more line, if it keeps apart what the headings name."""
    trial = white.copy().lay([line])
    bounds = trial.bounds(NARROWEST)
    roles = _roles(titles, bounds)
    return trial if wanted <= roles and not _is_stray(line, bounds, roles) and not _spans(line, bounds) else None


def _spans(line: Line, bounds: Bounds) -> bool:
    """Is it one run of words over several columns?"""
    return len(segments(line)) == 1 and bisect_right(bounds, line.x0) != bisect_right(bounds, line.x1)


def _height_across(lines: Sequence[Line], start: int, fits: Callable[[Line], bool]) -> int:
    """How many lines here are a heading across the table, with a numbered row right under it; 0 if none."""
    for count in range(1, _TALLEST_HEADING):
        if start + count >= len(lines) or len(segments(lines[start + count - 1])) > 1:
            return 0
        below = lines[start + count]
        if NUMBER.fullmatch(below.words[0].text) and len(segments(below)) > 1:
            return count if fits(below) else 0
    return 0


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
    return frozenset(role for role in columns_of(texts_of(titles, bounds)) or () if role)


def _far(upper: Line, lower: Line) -> bool:
    return lower.base - upper.base > 6 * max(upper.height, lower.height)


def _outdented(lines: Sequence[Line], start: int, place: int) -> bool:
    """One run of words set off from a table, and further left than all of it: a heading under the table."""
    line, last = lines[place], lines[place - 1]
    if len(segments(line)) > 1 or line.x0 > min(own.x0 for own in lines[start:place]) - _OUT:
        return False
    return line.base - last.base > _SET_OFF * max(line.height, last.height)


def _whole_heading(lines: Sequence[Line], start: int, heading: int) -> int:
    """Titles that wrap: lines set as tight as the first ones, without a number, or the rest of a title we know."""
    while start + heading + 1 < len(lines) and heading < _TALLEST_HEADING:
        last, line, after = lines[start + heading - 1], lines[start + heading], lines[start + heading + 1]
        step, room = line.base - last.base, after.base - line.base
        if step > 1.7 * last.height or NUMBER.fullmatch(line.words[0].text):
            break
        if step * 1.15 > room and not _ends_titles(lines[start : start + heading + 1]):
            break
        heading += 1
    return heading


def _ends_titles(titles: Sequence[Line]) -> bool:
    """Does the last line hold nothing but single words that go on with titles above?"""
    bounds = corridors(titles, WIDE * max(titles[0].height, 6.0))
    above, whole, rest = texts_of(titles[:-1], bounds), texts_of(titles, bounds), texts_of(titles[-1:], bounds)
    return all(
        not cell or (cell.islower() and cell.isalpha() and up and role_of(text) is not None)
        for up, text, cell in zip(above, whole, rest, strict=True)
    )


def _resumed(lines: Sequence[Line], start: int, before: OpenTable) -> OpenTable | None:
    """The rest of a table at the top of the next page: no line shuts a strip of it."""
    heading = _repeated(lines, start, before)
    start += heading
    white, end, bounds = before.white, start, before.bounds
    while end < len(lines) and not (_new_heading(lines, end) or (end > start and _far(lines[end - 1], lines[end]))):
        trial = white.copy().lay([lines[end]])
        kept = _kept(bounds, white, trial)
        if kept is None or _spans(lines[end], kept) or _is_stray(lines[end], kept, before.roles):
            break
        white, end, bounds = trial, end + 1, kept
    if end == start or not (heading or _goes_on(lines[start:end], bounds)):
        return None
    return replace(
        before, start=start - heading, end=end, bounds=bounds, heading=heading, across=frozenset(), white=white,
        repeated=heading > 0,
    )  # fmt: skip


def _goes_on(lines: Sequence[Line], bounds: Bounds) -> bool:
    """Do these lines stand in columns, or go on with a sentence right of the first one?"""
    return any(len(segments(line)) > 1 for line in lines) or (lines[0].x0 > bounds[0] and lines[0].text[0].islower())


def _repeated(lines: Sequence[Line], start: int, before: OpenTable) -> int:
    """How many lines repeat the headings of the page before."""
    counts = range(1, _TALLEST_HEADING + 2)
    return next(
        (count for count in counts if before.titles and _letters(lines[start : start + count]) == before.titles), 0
    )


def _letters(lines: Sequence[Line]) -> str:
    """The letters of headings in order: the same headings set twice may be divided otherwise."""
    return "".join(sorted(re.sub(r"\W", "", "".join(line.text for line in lines)).casefold()))


def _kept(bounds: Bounds, white: White, trial: White) -> Bounds | None:
    """Each strip as it is after one more line, None if any of them is shut."""
    kept = []
    strips = trial.strips(NARROWEST)
    for left, right in white.strips(NARROWEST):
        if any(left <= bound <= right for bound in bounds):
            inside = [strip for strip in strips if strip[0] < right and strip[1] > left]
            if not inside:
                return None
            x0, x1 = max(inside, key=lambda strip: strip[1] - strip[0])
            kept.append((x0 + x1) / 2)
    return tuple(kept) if kept else None


def _even(lines: Sequence[Line], start: int) -> OpenTable | None:
    """Three columns or more that stay apart over many lines, without headings we know."""
    for wanted in range(len(segments(lines[start])) - 1, 1, -1):
        white, end = White([lines[start]]), start + 1
        while end < len(lines) and not _far(lines[end - 1], lines[end]):
            trial = white.copy().lay([lines[end]])
            bounds = trial.bounds(NARROWEST)
            if len(bounds) < wanted or _spans(lines[end], bounds) or _new_heading(lines, end):
                break
            white, end = trial, end + 1
        full = sum(len(segments(line)) > wanted for line in lines[start:end])
        if end - start >= _FEWEST_LINES and full >= _FEWEST_LINES - 1:
            return OpenTable(start, end, white.bounds(NARROWEST), white=white)
    return None
