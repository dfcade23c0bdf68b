"""White strips between words, and what they divide."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from bezpiecznik.resolution.formats.pdf_shapes import Line, Word
from bezpiecznik.resolution.formats.pdf_text import Mender

WIDE = 0.75
"""Of the height of a line: a gap that no blank is as wide as."""
NARROWEST = 4.5

Bounds = tuple[float, ...]


def segments(line: Line) -> list[list[Word]]:
    """Words divided where the gap is too wide for a blank."""
    parts = [[line.words[0]]]
    for word in line.words[1:]:
        if word.x0 - parts[-1][-1].x1 > WIDE * max(line.height, 6.0):
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


def texts_of(lines: Sequence[Line], bounds: Bounds) -> tuple[str, ...]:
    """The text of each column."""
    return tuple(Mender().join(column) for column in cells_of(lines, bounds))
