"""Rows that are no data: numbers of statistics, lines of a table of contents, sums; and rows of one text only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bezpiecznik.resolution.polish import fold

_CONTENTS = re.compile(r"\d{0,4}")
_FIGURE = re.compile(
    r"[-–+±<>~]?\s?\d[\d\s.,/]{0,20}(?:%|‰|zł|tys\.?|mln|szt\.?|p\.?\s?p\.?|os\.?|km|r\.?|pkt)?\.?|[-–—x]"
    r"|b\.?\s?d\.?|brak danych"
)
_SUM = re.compile(r"(?:razem|ogolem|suma|lacznie|w sumie)\b")


def is_contents(cells: Sequence[str]) -> bool:
    """A line of a table of contents: a title and a page number."""
    return len(cells) == 2 and _CONTENTS.fullmatch(cells[-1]) is not None


def is_sum(cells: Sequence[str]) -> bool:
    """The row that adds the others up."""
    first = next((cell for cell in cells if cell), "")
    return len(first) <= 60 and _SUM.match(fold(first)) is not None


def is_figure(cell: str) -> bool:
    """A number with or without its unit, or the sign for none."""
    return len(cell) <= 40 and _FIGURE.fullmatch(cell.strip()) is not None


def are_statistics(rows: Sequence[tuple[str, ...]]) -> bool:
    """Do figures fill at least half of the cells beside the first column, in at least half of the rows?"""
    full = [row for row in rows if sum(1 for cell in row if cell) > 1]
    counted = [row for row in full if _mostly_figures(row)]
    return bool(counted) and 2 * len(counted) >= len(full)


def _mostly_figures(row: tuple[str, ...]) -> bool:
    beside = [cell for cell in row[1:] if cell]
    figures = [cell for cell in beside if is_figure(cell)]
    return (
        bool(figures) and 2 * len(figures) >= len(beside) and any(sign.isdigit() for cell in figures for sign in cell)
    )


def is_counted_line(text: str) -> bool:
    """A line of text that ends with two figures or more, as a row of statistics without its columns does."""
    words = text.split()
    return len(words) > 2 and all(is_figure(word) and any(sign.isdigit() for sign in word) for word in words[-2:])


def single_text(cells: Sequence[str]) -> str | None:
    """The text of a row that has only one, in one cell or repeated over all that a merged one covers."""
    texts = dict.fromkeys(cell for cell in cells if cell)
    return next(iter(texts)) if len(texts) == 1 else None


def is_spread(cells: Sequence[str]) -> bool:
    """One text over all columns, as a merged cell gives it."""
    return len(cells) > 1 and bool(cells[0]) and all(cell == cells[0] for cell in cells)
