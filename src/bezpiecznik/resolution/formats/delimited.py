"""Tables of text whose cells stand between semicolons or bare upright strokes, as a spreadsheet saves them."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field

from bezpiecznik.resolution.headers import columns_of

_LONGEST_HEADER_LINE = 600
_LONGEST_QUOTED = 40
_LEAST = 2


@dataclass
class Delimited:
    """Rows with the number of their first line, and every line they take."""

    rows: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)


def read_delimited(lines: list[str]) -> list[Delimited]:
    """Tables whose first line is a known heading of columns between ";" or "|"."""
    found: list[Delimited] = []
    number = 0
    while number < len(lines):
        sign = _sign_of(lines[number])
        if sign is None or not _is_followed(lines, number, sign):
            number += 1
            continue
        table, number = _table_at(lines, number, sign)
        found.append(table)
    return found


def _sign_of(line: str) -> str | None:
    """The divider of a heading of columns."""
    if len(line) > _LONGEST_HEADER_LINE or line.lstrip().startswith("|"):
        return None
    for sign in ";|":
        if line.count(sign) >= _LEAST:
            cells = _cells(line, sign)
            if columns_of(cells) and all(len(cell) < 60 for cell in cells):
                return sign
    return None


def _is_followed(lines: list[str], number: int, sign: str) -> bool:
    """A sentence may count columns too; a table has rows of as many cells."""
    if lines[number].rstrip().endswith((".", ":")) or number + 1 == len(lines):
        return False
    return '"' in lines[number + 1] or abs(lines[number + 1].count(sign) - lines[number].count(sign)) <= 1


def _cells(text: str, sign: str) -> tuple[str, ...]:
    try:
        row = next(csv.reader([text.replace("\n", "\x1e").replace("\0", "")], delimiter=sign), [])
    except csv.Error:
        row = text.split(sign)
    return tuple(cell.replace("\x1e", "\n").strip() for cell in row)


def _table_at(lines: list[str], start: int, sign: str) -> tuple[Delimited, int]:
    table = Delimited()
    number = start
    while number < len(lines) and sign in lines[number]:
        last = _end_of_quoted(lines, number)
        text = "\n".join(lines[number : last + 1])
        table.rows.append((number + 1, _cells(text, sign)))
        table.lines.update(range(number + 1, last + 2))
        number = last + 1
    return table, number


def _end_of_quoted(lines: list[str], start: int) -> int:
    """The line on which every quotation mark opened from here is closed, the first one where none is."""
    quotes = 0
    for number in range(start, min(start + _LONGEST_QUOTED, len(lines))):
        quotes += lines[number].count('"')
        if quotes % 2 == 0:
            return number
    return start
