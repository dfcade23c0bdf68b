"""What repeats at the edges of pages: running heads and feet, page numbers, signs of official journals."""

from __future__ import annotations

import re
from collections import Counter

from bezpiecznik.resolution.formats.pdf_columns import heading_height
from bezpiecznik.resolution.formats.pdf_shapes import Line, Page, Word, lines_of

_EDGE = 0.13
_DEEPEST = 5
_SHARE = 0.5
_STEP = 6.0
_MARK = re.compile(
    r"(?:[-–—]\s*)?\d{1,4}(?:\s*[-–—])?|(?:strona|str\.?|s\.)\s*:?\s*\d+(?:\s*(?:z|/)\s*\d+)?|\d{1,4}\s*/\s*\d{1,4}"
    r"|(?:identyfikator|id):?\s*[0-9A-F]{6,}[0-9A-F-]*.{0,80}|.{0,40}\bPodpisany\b.{0,60}"
    r"|dziennik urzędowy .{0,80}poz\.\s*\d+",
    re.I,
)


def without_running(pages: list[Page]) -> list[list[Word]]:
    """The words of each page without what its edges repeat."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for heads, feet in edges for key in {_key(*found) for found in [*heads, *feet]})
    least = max(2, round(_SHARE * min(len(pages), 20)))
    kept: list[list[Word]] = []
    for page, (heads, feet) in zip(pages, edges, strict=True):
        dropped: set[Word] = set()
        for lines in (heads, feet):
            dropped |= _dropped(lines, seen, least)
        kept.append([word for word in page.words if word not in dropped] if dropped else page.words)
    return kept


Found = tuple[Line, int, bool]


def _edges(page: Page) -> tuple[list[Found], list[Found]]:
    """The outermost lines above and below, each with its height in steps that forgive a small shift."""
    words = page.words
    height = max((page.height if page.shown.b == 0 else page.width), 1.0)
    upper = lines_of([word for word in words if word.base < _EDGE * height])[:_DEEPEST]
    lower = lines_of([word for word in words if word.base > (1 - _EDGE) * height])[::-1][:_DEEPEST]
    return (
        [(line, round(line.base / _STEP), True) for line in upper],
        [(line, round(line.base / _STEP), False) for line in lower],
    )


def _key(line: Line, step: int, above: bool) -> tuple[str, int, bool]:
    return re.sub(r"\d+", "#", line.text), step, above


def _dropped(lines: list[Found], seen: Counter[tuple[str, int, bool]], least: int) -> set[Word]:
    """From the edge inwards as long as the lines repeat; a heading of columns is the table's own."""
    dropped: set[Word] = set()
    inwards = [line for line, _, _ in lines]
    for place, (line, step, above) in enumerate(lines):
        text, _, _ = _key(line, step, above)
        times = max(seen[text, near, above] for near in (step - 1, step, step + 1))
        mark = _MARK.fullmatch(line.text[:200]) is not None
        if not mark and (times < least or (above and heading_height(inwards, place))):
            break
        dropped |= set(line.words)
    return dropped
