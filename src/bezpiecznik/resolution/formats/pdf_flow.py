"""Lines of running text made into paragraphs by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from bezpiecznik.resolution.formats.pdf_shapes import Box, Line, around
from bezpiecznik.resolution.formats.pdf_text import Mender, ends_early
from bezpiecznik.resolution.headers import role_of

_MARKER = re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3})*[.)]+|[a-ząćęłńóśźż]\)|[IVXLC]{1,6}[.)]|[-–—•*▪◦·§]|§\s?\d+\.?)(?=\s|$|[^\W\d_])"
)
_LABEL = re.compile(r"([^\W\d_][^:.;,]{2,50}):(?=\s|$)")
_LEADERS = re.compile(r"(.*?\S)\s*(?:[.…_·]\s?){4,}\s*(\d{1,4})?")
_GAP = 1.25
_USUAL, _LOOSEST = 1.25, 1.8
_ASIDE = 3.0


@dataclass
class Piece:
    """A paragraph in the making: its lines, where it begins, and whether space stands above."""

    lines: list[Line]
    page: int
    gap: bool
    ends: list[tuple[int, Box]] = field(default_factory=list)

    @property
    def box(self) -> Box:
        """The place of the lines on the first page."""
        return around([line.box for line in self.lines])


def pitch_of(pages: Iterable[Sequence[Line]]) -> float:
    """The distance from one line of a paragraph to the next, in heights of a line: the least that is common."""
    steps = sorted(
        (lower.base - upper.base) / height
        for lines in pages
        for upper, lower in pairwise(lines)
        if 0.9 * (height := max(upper.height, lower.height, 1.0)) < lower.base - upper.base < 2.5 * height
    )
    return min(steps[len(steps) // 10], _LOOSEST) if steps else _USUAL


def pieces_of(lines: Sequence[Line], page: int, *, pitch: float, left: float, right: float) -> list[Piece]:
    """Paragraphs of lines that stand one under another in a column from `left` to `right`."""
    pieces: list[Piece] = []
    for line in lines:
        last = pieces[-1] if pieces else None
        step = line.base - last.lines[-1].base if last else 0.0
        gap = last is None or step > _GAP * pitch * max(line.height, last.lines[-1].height)
        if last and not gap and _goes_on(last.lines, line, left, right):
            last.lines.append(line)
        else:
            pieces.append(Piece([line], page, gap))
    return pieces


def _goes_on(lines: list[Line], line: Line, left: float, right: float) -> bool:
    """Is this line the rest of the paragraph above?"""
    upper = lines[-1]
    if _differ_in_size(upper, line) or is_contents(upper.text) or ends_early(upper, line, right - upper.x0):
        return False
    if centred(upper, left, right) and centred(line, left, right):
        return False
    return not _opens(lines, line) and _in_column(lines, line)


def _differ_in_size(upper: Line, line: Line) -> bool:
    alike = 0.85 < line.height / max(upper.height, 0.1) < 1.18
    return not alike and abs(_size(line) - _size(upper)) > 1.0


def _opens(lines: list[Line], line: Line) -> bool:
    """A label of a card, or the mark of an item."""
    if (label := _LABEL.match(line.text)) and role_of(label[1]):
        return True
    return _MARKER.match(line.text) is not None and not _inside_text(lines, line)


def _inside_text(lines: list[Line], line: Line) -> bool:
    """A number at the start of a line that only went on from the line above."""
    upper = lines[-1]
    unfinished = upper.text[-1] not in ".;:,"
    hangs = _MARKER.match(lines[0].text) is None or line.x0 > lines[0].x0 + _ASIDE
    return unfinished and hangs and abs(line.x0 - (lines[1] if len(lines) > 1 else upper).x0) < _ASIDE


def _in_column(lines: list[Line], line: Line) -> bool:
    first = lines[0]
    if len(lines) > 1:
        return abs(line.x0 - lines[1].x0) < _ASIDE
    if abs(line.x0 - first.x0) < _ASIDE:
        return True
    hanging = _MARKER.match(first.text) is not None and 0 < line.x0 - first.x0 < 60
    return hanging or 0 < first.x0 - line.x0 < 80


def _size(line: Line) -> float:
    return median(word.bottom - word.top for word in line.words)


def centred(line: Line, left: float, right: float) -> bool:
    """Does the line stand in the middle, well away from both margins?"""
    before, after = line.x0 - left, right - line.x1
    return before > 15 and after > 15 and abs(before - after) < 0.12 * (right - left)


def is_contents(text: str) -> bool:
    """A title, a row of dots and the number of a page."""
    return _LEADERS.fullmatch(text) is not None


def divide_contents(text: str) -> tuple[str, str] | None:
    """Title and page of a line of a table of contents."""
    match = _LEADERS.fullmatch(text)
    return (match[1], match[2] or "") if match else None


def text_of(piece: Piece, mender: Mender) -> str:
    """The whole paragraph."""
    return mender.join(piece.lines)


def follows(upper: str, lower: str) -> bool:
    """Does a paragraph at the top of a page go on with the one that ended the page before?"""
    if not upper or not lower or _MARKER.match(lower) or upper[-1] in ".;:!?":
        return False
    return lower[0].islower() or upper[-1] == "-"
