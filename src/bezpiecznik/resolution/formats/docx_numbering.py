"""Automatic numbers of a DOCX, counted as Word counts them: they stand nowhere in the text of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from bezpiecznik.resolution.formats.docx_styles import VAL, ListPlace, Style, W, left_indent, value, whole
from bezpiecznik.resolution.formats.numerals import numeral

BULLET = "-"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    figures: bool = False
    restart: int | None = None
    style: str | None = None
    indent: int | None = None


@dataclass
class _List:
    """A list as it is used: its levels, the count it shares with others, and where it was told to start anew."""

    levels: dict[int, Level]
    count: list[int | None]
    anew: dict[int, int] = field(default_factory=dict)


class Numbering:
    """All lists of a document, and how far each one has got."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        abstract = {element.get(W + "abstractNumId"): element for element in root.findall(W + "abstractNum")}
        shared: dict[str | None, tuple[dict[int, Level], list[int | None]]] = {}
        for element in root.findall(W + "num"):
            key = value(element, "abstractNumId")
            if key not in shared:
                shared[key] = (_levels(_with_levels(abstract, key)), [None] * _LEVELS)
            levels, count = shared[key]
            own, anew = _overrides(element, levels)
            self._lists.setdefault(element.get(W + "numId") or "", _List(own, count, anew))

    def number(self, direct: ListPlace, style: Style, style_key: str) -> tuple[str, int | None]:
        """The number of the next paragraph ("" for none) and how far in it stands; counts it."""
        key = direct.list_id or style.place.list_id
        found = self._lists.get(key) if key and key != "0" else None
        if found is None:
            return "", None
        by_style = None if direct.list_id else _level_of_style(found, style_key)
        level = next((it for it in (direct.level, by_style, style.place.level) if it is not None), 0)
        shape = found.levels.get(min(max(level, 0), _LEVELS - 1))
        if shape is None:
            return "", None
        _count(found, min(max(level, 0), _LEVELS - 1), shape)
        return _text(found, shape), shape.indent


def _with_levels(abstract: dict[str | None, etree._Element], key: str | None) -> etree._Element | None:
    """The definition; one that only names the style of another list stands for that list."""
    element = abstract.get(key)
    link = value(element, "numStyleLink")
    if link is None:
        return element
    return next((other for other in abstract.values() if value(other, "styleLink") == link), element)


def _levels(element: etree._Element | None) -> dict[int, Level]:
    levels = () if element is None else element.findall(W + "lvl")
    return {number: _level(level) for level in levels if (number := whole(level.get(W + "ilvl"), 8)) is not None}


def _level(element: etree._Element) -> Level:
    start = whole(value(element, "start"))
    figures = element.find(W + "isLgl")
    return Level(
        form=value(element, "numFmt") or "decimal",
        pattern=value(element, "lvlText") or "",
        start=1 if start is None else start,
        figures=figures is not None and figures.get(VAL) not in ("0", "false", "off"),
        restart=whole(value(element, "lvlRestart"), 9),
        style=value(element, "pStyle"),
        indent=left_indent(element.find(W + "pPr")),
    )


def _overrides(element: etree._Element, levels: dict[int, Level]) -> tuple[dict[int, Level], dict[int, int]]:
    own, anew = dict(levels), {}
    for change in element.findall(W + "lvlOverride"):
        number = whole(change.get(W + "ilvl"), 8)
        if number is None:
            continue
        shape = change.find(W + "lvl")
        if shape is not None:
            own[number] = _level(shape)
        start = whole(value(change, "startOverride"))
        if start is not None:
            anew[number] = start
            own[number] = replace(own.get(number, Level()), start=start)
    return own, anew


def _level_of_style(found: _List, style_key: str) -> int | None:
    return next((number for number, level in found.levels.items() if level.style == style_key), None)


def _count(found: _List, level: int, shape: Level) -> None:
    """One more on this level; levels below begin again, levels above that were never used count as begun."""
    count = found.count
    if level in found.anew:
        count[level] = found.anew.pop(level) - 1
    now = count[level]
    count[level] = shape.start if now is None else now + 1
    for above in range(level):
        if count[above] is None:
            count[above] = found.levels.get(above, Level()).start
    for below in range(level + 1, _LEVELS):
        restart = found.levels.get(below, Level()).restart
        if restart is None or (restart and level < restart):
            count[below] = None


def _text(found: _List, shape: Level) -> str:
    if shape.form == "bullet":
        return BULLET
    return _PLACE.sub(lambda place: _figure(found, int(place[1]) - 1, figures=shape.figures), shape.pattern).strip()


def _figure(found: _List, level: int, *, figures: bool) -> str:
    form = found.levels.get(level, Level()).form
    now = found.count[level]
    return "" if now is None or form == "bullet" else numeral(now, "decimal" if figures and form != "none" else form)
