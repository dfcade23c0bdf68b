"""The heading of a table over one row or more: groups of columns, words broken over rows, times as columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bezpiecznik.resolution.headers import LONGEST_HEADER, Role, columns_of, role_of
from bezpiecznik.resolution.periods import periods_of, year_over

_TALLEST = 4
_COUNTED = re.compile(r"\(?(\d{1,2}|[a-z])[.)]?")


@dataclass(frozen=True)
class Header:
    """Roles of the columns, the words over them, the times of those that stand for times, and its rows."""

    roles: tuple[Role | None, ...]
    labels: tuple[str, ...]
    periods: dict[int, tuple[str, str, str]]
    height: int = 1


def header_of(rows: Sequence[tuple[str, ...]]) -> Header | None:
    """The heading that begins with the first of these rows, if one does."""
    first = tuple(_flat(cell) for cell in rows[0])
    if len(first) > 60 or not any(cell and role_of(cell) for cell in first):
        return None
    under = [tuple(_flat(cell) for cell in row) for row in rows[1:_TALLEST]]
    joined, height = _with_broken_words(first, under)
    if height == 1 and under and _is_second_row(first, under[0]):
        return _of_two_rows(first, under[0])
    periods = {
        place: (kind, label, year_over(joined[place]) if kind != "rok" else "")
        for place, (kind, label) in periods_of(joined).items()
    }
    roles = columns_of(joined, dict.fromkeys(periods, Role.PERIOD))
    return Header(roles, joined, periods, height) if roles else None


def is_counting(cells: Sequence[str]) -> bool:
    """A row of the numbers of columns: 1, 2, 3, 4."""
    bare = [match[1] if (match := _COUNTED.fullmatch(cell.strip())) else "" for cell in cells]
    if len(bare) < 3:
        return False
    return bare == [str(place) for place in range(1, len(bare) + 1)] or bare == list("abcdefghijklmno"[: len(bare)])


def _flat(cell: str) -> str:
    """One line; "odpowie-" and "dzialny" are one word."""
    text = re.sub(r"(?<=[^\W\d_])-\s+(?=[^\W\d_A-ZĄĆĘŁŃÓŚŹŻ])", "", cell) if "-" in cell else cell
    return " ".join(text.split())


def _with_broken_words(first: tuple[str, ...], under: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], int]:
    """A heading whose words go on in the rows below, all in small letters and beside no number."""
    cells, height = first, 1
    if role_of(first[0]) is not Role.NUMBER:
        return cells, height
    for row in under:
        filled = [cell for cell in row if cell]
        small = all(cell[0].islower() and len(cell) <= 30 for cell in filled)
        if len(row) != len(cells) or row[0] or not filled or not small:
            break
        if any(cell and not above for cell, above in zip(row, cells, strict=True)):
            break
        cells = tuple(_flat(f"{above} {cell}") for above, cell in zip(cells, row, strict=True))
        height += 1
    return (cells, height) if height > 1 and columns_of(cells) and not _is_second_row(first, under[0]) else (first, 1)


def _is_second_row(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Does the second row name the columns of a group named in the first?"""
    if len(first) != len(second) or is_counting(second):
        return False
    below = {place: cell for place, cell in enumerate(second) if cell and cell != first[place]}
    if len(below) < 2 or any(len(cell) > LONGEST_HEADER for cell in below.values()):
        return False
    grouped = [place for place in below if not first[place] or (place and first[place] == first[place - 1])]
    if not grouped or (below.get(0) and first[0]):
        return False
    times = periods_of(second)
    meant = [place for place, cell in below.items() if place in times or role_of(cell) or _is_money(first, place)]
    return len(meant) == len(below)


def _is_money(first: tuple[str, ...], place: int) -> bool:
    return role_of(_group(first, place)) is Role.FUNDING


def _group(first: tuple[str, ...], place: int) -> str:
    """The name of the group that a column belongs to: its own, or the nearest to the left."""
    return next((first[at] for at in range(place, -1, -1) if first[at]), "")


def _of_two_rows(first: tuple[str, ...], second: tuple[str, ...]) -> Header | None:
    below = {place: cell for place, cell in enumerate(second) if cell and cell != first[place]}
    times = periods_of(second)
    periods = {}
    for place, (kind, label) in times.items():
        if place in below and not _is_money(first, place):
            periods[place] = (kind, label, year_over(_group(first, place)) if kind != "rok" else "")
    cells = tuple(_name(first, below, place) for place in range(len(first)))
    roles = columns_of(cells, dict.fromkeys(periods, Role.PERIOD))
    labels = tuple(below.get(place, cell) for place, cell in enumerate(cells))
    return Header(roles, labels, periods, 2) if roles else None


def _name(first: tuple[str, ...], below: dict[int, str], place: int) -> str:
    if place not in below:
        return first[place]
    own = below[place]
    return own if role_of(own) else f"{_group(first, place)} {own}"[:LONGEST_HEADER]
