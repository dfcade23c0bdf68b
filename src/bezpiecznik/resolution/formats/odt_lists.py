"""Automatic numbers of an ODT: lists and numbered headings, counted as the office program counts them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from bezpiecznik.resolution.formats.docx_styles import whole
from bezpiecznik.resolution.formats.numerals import numeral
from bezpiecznik.resolution.formats.odt_styles import STYLE, TEXT

_LEVELS = 10
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_OUTLINE = "\x00outline"


@dataclass(frozen=True)
class Level:
    """How one level is numbered; without a form it has no number, with a bullet it has a dash."""

    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1
    bullet: bool = False


@dataclass
class Count:
    """How far a list has got on each level."""

    style: str
    numbers: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Lists:
    """The list styles of a document and the lists met so far."""

    def __init__(self, roots: Iterable[etree._Element]) -> None:
        self._styles: dict[str, dict[int, Level]] = {}
        self._by_id: dict[str, Count] = {}
        self._latest: dict[str, Count] = {}
        self._headings = Count(_OUTLINE)
        for root in roots:
            for style in root.iter(TEXT + "list-style"):
                self._styles[style.get(STYLE + "name") or ""] = _levels(style)
            for outline in root.iter(TEXT + "outline-style"):
                self._styles[_OUTLINE] = _levels(outline)

    def begin(self, element: etree._Element, style: str) -> Count:
        """The count for a list that begins here: its own, or that of the list it goes on with."""
        before = self._by_id.get(element.get(TEXT + "continue-list") or "")
        if before is None and element.get(TEXT + "continue-numbering") == "true":
            before = self._latest.get(style)
        count = before or Count(style)
        count.style = style or count.style
        self._latest[style] = count
        if key := element.get(_ID):
            self._by_id[key] = count
        return count

    def number(self, count: Count, level: int, start: int | None = None) -> str:
        """The number of the next item at a level, counted from nought; counts it."""
        level = min(level, _LEVELS - 1)
        shape = self._shape(count, level)
        now = count.numbers[level]
        count.numbers[level] = start if start is not None else shape.start if now is None else now + 1
        for above in range(level):
            if count.numbers[above] is None:
                count.numbers[above] = self._shape(count, above).start
        count.numbers[level + 1 :] = [None] * (_LEVELS - level - 1)
        return self._text(count, level, shape)

    def heading(self, element: etree._Element) -> str:
        """The number of a heading that stands in no list."""
        level = min(max((whole(element.get(TEXT + "outline-level")) or 1) - 1, 0), _LEVELS - 1)
        if element.get(TEXT + "is-list-header") == "true" or not self._shape(self._headings, level).form:
            return ""
        return self.number(self._headings, level, whole(element.get(TEXT + "start-value")))

    def _shape(self, count: Count, level: int) -> Level:
        return self._styles.get(count.style, {}).get(level, Level())

    def _text(self, count: Count, level: int, shape: Level) -> str:
        if shape.bullet:
            return "-"
        if not shape.form:
            return ""
        levels = range(max(level - shape.shown + 1, 0), level + 1)
        figures = [self._figure(count, at) for at in levels]
        return f"{shape.before}{'.'.join(filter(None, figures))}{shape.after}".strip()

    def _figure(self, count: Count, level: int) -> str:
        form, now = self._shape(count, level).form, count.numbers[level]
        return numeral(now, form) if form and now is not None else ""


def _levels(style: etree._Element) -> dict[int, Level]:
    return {number - 1: _level(level) for level in style if (number := whole(level.get(TEXT + "level"), _LEVELS))}


def _level(element: etree._Element) -> Level:
    start = whole(element.get(TEXT + "start-value"))
    return Level(
        form=_FORMS.get(element.get(STYLE + "num-format") or "", ""),
        before=element.get(STYLE + "num-prefix") or "",
        after=element.get(STYLE + "num-suffix") or "",
        start=1 if start is None else start,
        shown=whole(element.get(TEXT + "display-levels"), _LEVELS) or 1,
        bullet=element.tag == TEXT + "list-level-style-bullet",
    )
