"""One page of a PDF taken apart by pdfium: words and ruled lines."""

from __future__ import annotations

import ctypes
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats.pdf_file import LOCK, MAX_SIDE, broken
from bezpiecznik.resolution.formats.pdf_rules import Rules, rules_of
from bezpiecznik.resolution.formats.pdf_shapes import Page, Rule, Turn, Word

MAX_SIGNS = 60_000
"""Signs on one page: the densest printed page has a tenth of it."""

_SPACES = frozenset("\t\n\r\v\f \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u3000")
_NOTHING = frozenset("\u200b\u200c\u200d\u2060\ufeff")
_HYPHENS = frozenset("\x02\ufffe\u00ad\u2010\u2011")
_GAP = 0.3
_RAISED = 0.25


class Set(NamedTuple):
    """A sign set on the page as one reads it: its box, and the point it starts from."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    x: float
    base: float


Sign = tuple[str, float, float, float, float, float, float]


def read_page(document: pypdfium2.PdfDocument, index: int) -> Page:
    """Words and rules of a page (counted from 0); raises UnreadableDocument where there is no telling."""
    with LOCK:
        try:
            page = document[index]
        except pypdfium2.PdfiumError as fault:
            raise broken() from fault
        try:
            return _read(page, index + 1)
        finally:
            page.close()


def _read(page: pypdfium2.PdfPage, number: int) -> Page:
    width, height = page.get_size()
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise UnreadableDocument(
            f"Strona {number} pliku PDF ma niemożliwe wymiary:"
            " zapisz dokument jeszcze raz jako PDF w\u00a0formacie A4 i\u00a0wczytaj nową kopię."
        )
    shown = turn_of(page)
    signs = _signs(page)
    reading = _upright(signs, shown, width, height).after(shown)
    found = rules_of(page, reading)
    words, strange = _words(signs, reading)
    words = _once(words)
    return Page(
        number,
        width,
        height,
        words,
        *_sorted(found),
        shown=shown.after(reading.back()),
        signs=len(signs),
        strange=strange,
        pictures=found.pictures,
    )


def _sorted(found: Rules) -> tuple[list[Rule], list[Rule]]:
    return sorted(found.levels), sorted(found.uprights)


def turn_of(page: pypdfium2.PdfPage) -> Turn:
    """From the coordinates of the file to those of the page as shown, from its upper left corner."""
    left, bottom, right, top = page.get_bbox()
    return {
        90: Turn(0, 1, 1, 0, -bottom, -left),
        180: Turn(-1, 0, 0, 1, right, -bottom),
        270: Turn(0, -1, -1, 0, top, right),
    }.get(page.get_rotation(), Turn(1, 0, 0, -1, -left, top))


def _signs(page: pypdfium2.PdfPage) -> list[Sign]:
    """Every sign in the order of the file: text, where it stands, and its box."""
    text = page.get_textpage()
    try:
        count = text.count_chars()
        if count > MAX_SIGNS:
            raise UnreadableDocument(
                "Na jednej stronie pliku PDF jest więcej znaków, niż zmieści się na kartce:"
                " zapisz dokument jeszcze raz jako PDF lub DOCX i\u00a0wczytaj nową kopię."
            )
        return _boxed(text.raw, count)
    finally:
        text.close()


def _boxed(text: object, count: int) -> list[Sign]:
    x, y, rect = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    to_x, to_y, to_rect = ctypes.byref(x), ctypes.byref(y), ctypes.byref(rect)
    code, origin, box = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox
    signs: list[Sign] = []
    for index in range(count):
        value = code(text, index)
        origin(text, index, to_x, to_y)
        box(text, index, to_rect)
        sign = chr(value) if value < 0x110000 else "\ufffd"
        signs.append((sign, x.value, y.value, rect.left, rect.bottom, rect.right, rect.top))
    return signs


def _upright(signs: list[Sign], shown: Turn, width: float, height: float) -> Turn:
    """The quarter turn that makes most of the text run from left to right."""
    ways: Counter[str] = Counter()
    for (_, x0, y0, *_), (_, x1, y1, *_) in pairwise(signs[:4000]):
        right, down = shown.a * (x1 - x0) + shown.b * (y1 - y0), shown.c * (x1 - x0) + shown.d * (y1 - y0)
        if 0 < abs(right) + abs(down) < 30:
            ways["r" if right > abs(down) else "l" if -right > abs(down) else "d" if down > 0 else "u"] += 1
    way = max(ways, key=lambda key: (ways[key], key == "r")) if ways else "r"
    return {
        "r": Turn(1, 0, 0, 1, 0, 0),
        "u": Turn(0, -1, 1, 0, height, 0),
        "d": Turn(0, 1, -1, 0, 0, width),
        "l": Turn(-1, 0, 0, -1, width, height),
    }[way]


def _words(signs: list[Sign], turn: Turn) -> tuple[list[Word], int]:
    """Signs gathered into words, and how many of them are no letters of any alphabet."""
    words: list[Word] = []
    run: list[Set] = []
    strange, upright = 0, False
    for sign, x, y, left, bottom, right, top in signs:
        if sign in _SPACES:
            if upright and sign == " ":
                run.append(run[-1]._replace(text=" "))
            elif run:
                words.append(_word(run, spaced=right > left or top > bottom))
                run = []
            continue
        if sign in _NOTHING:
            continue
        text = "-" if sign in _HYPHENS else sign
        if not text.isprintable() and text != "\u00a0":
            strange += 1
            text = "\ufffd"
        put = Set(text, *turn.box((left, bottom, right, top)), *turn.point(x, y))
        if run and _apart(run[-1], put):
            upright = _upward(run[-1], put) and (upright or len(run) == 1)
            if not upright:
                words.append(_word(run))
                run = []
        elif run:
            upright = False
        upright = upright and bool(run)
        run.append(put)
    if run:
        words.append(_word(run))
    return words, strange


def _once(words: list[Word]) -> list[Word]:
    """Words without those printed again on the same place, as some programs make letters bold."""
    seen: set[tuple[str, int, int]] = set()
    kept: list[Word] = []
    for word in words:
        x, y = round(word.x0), round(word.base)
        if any((word.text, x + right, y + down) in seen for right in (-1, 0, 1) for down in (-1, 0, 1)):
            continue
        seen.add((word.text, x, y))
        kept.append(word)
    return kept


def _apart(last: Set, put: Set) -> bool:
    """Is the next sign too far from the last to belong to the same word?"""
    size = max(put.bottom - put.top, last.bottom - last.top, 1.0)
    gap = put.x0 - last.x1
    back = put.x0 < last.x0 - 1.0 and gap < -0.6 * size
    over = put.x0 > last.x0 + 1.0 and gap < -0.15 * size
    return gap > _GAP * size or back or over or abs(put.base - last.base) > _RAISED * size


def _upward(last: Set, put: Set) -> bool:
    """Does the next sign stand on the last one, as in a heading turned on its side?"""
    step = abs(put.base - last.base)
    return abs(put.x - last.x) < 0.5 and 0.5 < step < 1.4 * max(put.x1 - put.x0, last.x1 - last.x0, 1.0)


def _word(run: list[Set], *, spaced: bool = False) -> Word:
    texts, lefts, tops, rights, bottoms, _, bases = zip(*run, strict=True)
    return Word("".join(texts).strip(), min(lefts), min(tops), max(rights), max(bottoms), max(bases), spaced)
