"""Text set in two columns, as in a journal: the left one is read to its end before the right one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from bezpiecznik.resolution.formats.pdf_columns import heading_height
from bezpiecznik.resolution.formats.pdf_shapes import Line
from bezpiecznik.resolution.formats.pdf_white import White

_FEWEST = 6
_CORRIDOR = 8.0
_FULL = 0.55
_MIDDLE = (0.4, 0.6)


@dataclass
class Spread:
    """Where the lines with a white strip in their middle end; the two columns, where these are columns of prose."""

    end: int
    columns: list[list[Line]] = field(default_factory=list)


def side_by_side(lines: Sequence[Line], start: int) -> Spread:
    """Columns of prose from this line on."""
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    white, end, middle = White(), start, 0.0
    while end < len(lines):
        trial = white.copy().lay([lines[end]])
        zone = (x0 + _MIDDLE[0] * (x1 - x0), x0 + _MIDDLE[1] * (x1 - x0))
        shared = [(max(left, zone[0]), min(right, zone[1])) for left, right in trial.strips(_CORRIDOR)]
        between = [(left + right) / 2 for left, right in shared if right - left >= _CORRIDOR]
        if heading_height(lines, end) or (not between and _crosses(lines[start : end + 1], (x0 + x1) / 2)):
            break
        white, end, middle = trial, end + 1, between[0] if between else middle
    return Spread(max(end, start + 1), _parted(lines[start:end], middle))


def _crosses(lines: Sequence[Line], middle: float) -> bool:
    """Does anything stand in the very middle, or on both sides of it?"""
    return any(line.x0 < middle < line.x1 for line in lines)


def _parted(lines: Sequence[Line], middle: float) -> list[list[Line]]:
    left = [Line(words) for line in lines if (words := [word for word in line.words if word.x1 < middle])]
    right = [Line(words) for line in lines if (words := [word for word in line.words if word.x0 > middle])]
    prose = min(len(left), len(right)) >= _FEWEST and _is_prose(left) and _is_prose(right)
    return [left, right] if prose else []


def _is_prose(lines: Sequence[Line]) -> bool:
    """Do most of the lines fill their column?"""
    widest = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    return (
        median(line.x1 - line.x0 for line in lines) > _FULL * widest and median(len(line.words) for line in lines) > 3
    )
