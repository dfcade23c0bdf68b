"""What stands on a page: words and ruled lines, in points from the upper left corner as one reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Box = tuple[float, float, float, float]


class Word(NamedTuple):
    """Signs set close together; `base` is the line they stand on, `spaced` tells of a blank typed after them."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    spaced: bool = False


class Rule(NamedTuple):
    """A ruled line: at which height (or distance from the left), from where to where."""

    at: float
    start: float
    end: float


class Turn(NamedTuple):
    """x' = a·x + b·y + e, y' = c·x + d·y + f: quarter turns and shifts of a page."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where the point comes to stand."""
        return self.a * x + self.b * y + self.e, self.c * x + self.d * y + self.f

    def box(self, box: Box) -> Box:
        """Where the box comes to stand."""
        x0, y0 = self.point(box[0], box[1])
        x1, y1 = self.point(box[2], box[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def after(self, first: Turn) -> Turn:
        """This turn done after another."""
        e, f = self.point(first.e, first.f)
        return Turn(
            self.a * first.a + self.b * first.c,
            self.a * first.b + self.b * first.d,
            self.c * first.a + self.d * first.c,
            self.c * first.b + self.d * first.d,
            e,
            f,
        )

    def back(self) -> Turn:
        """The turn that undoes this one; the inverse of a quarter turn is its transpose."""
        a, b, c, d = self.a, self.c, self.b, self.d
        return Turn(a, b, c, d, -(a * self.e + b * self.f), -(c * self.e + d * self.f))


UNTURNED = Turn(1, 0, 0, 1, 0, 0)


@dataclass
class Page:
    """One page: words and rules as one reads them, and how a place comes back to the page as it is shown."""

    number: int
    width: float
    height: float
    words: list[Word]
    levels: list[Rule] = field(default_factory=list)
    uprights: list[Rule] = field(default_factory=list)
    shown: Turn = UNTURNED
    signs: int = 0
    strange: int = 0
    pictures: int = 0

    def place(self, box: Box) -> Box:
        """The box on the page as shown, rounded."""
        x0, top, x1, bottom = self.shown.box(box)
        return round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)


class Line:
    """Words on one line of text, from left to right."""

    __slots__ = ("base", "bottom", "top", "words", "x0", "x1")

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.x0 = min(word.x0 for word in words)
        self.x1 = max(word.x1 for word in words)
        self.top = min(word.top for word in words)
        self.bottom = max(word.bottom for word in words)
        self.base = max(words, key=lambda word: word.x1 - word.x0).base

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def height(self) -> float:
        """From the highest to the lowest sign."""
        return self.bottom - self.top

    @property
    def box(self) -> Box:
        """Its place in the page."""
        return self.x0, self.top, self.x1, self.bottom


def lines_of(words: list[Word]) -> list[Line]:
    """Words standing on one base make a line; raised signs belong to the line they overlap."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.base):
        last = lines[-1] if lines else None
        if last and word.base - last[0].base <= 0.3 * max(last[0].bottom - last[0].top, word.bottom - word.top):
            last.append(word)
        else:
            lines.append([word])
    return [Line(sorted(line, key=lambda word: word.x0)) for line in lines]


def around(boxes: list[Box]) -> Box:
    """The smallest box with all of them inside."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
