"""Columns divided by spaces, as an old office program or a converter of pages leaves them.

A table is known by a line of column headings, or by several lines whose parts begin at the same places; everything
else stays the running text it was.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bezpiecznik.resolution.formats.furniture import is_page_number
from bezpiecznik.resolution.formats.joining import join_wrapped
from bezpiecznik.resolution.formats.lines import Lines, Part
from bezpiecznik.resolution.headers import LONGEST_HEADER, Role, columns_of, role_of

_NUMBER = re.compile(r"\d+(?:\.\d+)*[.)]?")
RULE = re.compile(r"\s*(?:[-–—=_*·.]\s?){4,}[-–—=_*·.\s]*")
_HEADING = re.compile(
    r"\s*(?:\d{1,2}(?:\.\d+)*[.)]\s|[IVXL]{1,6}[.)]\s|§|(?:obszar|cel|priorytet|zadanie|rozdział)\b)", re.I
)
# Some word of every known heading; a line without one is asked no further.
_WORDS = re.compile(
    r"\bl\.? ?p\b|\bnr\b|numer|skrót|nazwa|działa|zada|przedsi|inicjat|program|realiz|wykon|odpowie|podmiot|instyt"
    r"|jednost|partner|wsp|termin|okres|czas|harmon|mierni|wska|efekt|finans|koszt|źród|cel|sposób|opis|form|odbior|adres"
    r"|\bco\b|\bkto\b|kiedy|\bkim\b|wyszczeg|zamierz|gospodarz|prowadz|przedmiot|horyzont"
)
_WINDOW, _HEADER_LINES, _MOST_BLANKS, _FURTHEST = 60, 4, 2, 16
_MOST_TRIES = 5000
_MOST_CROSSING, _SLACK, _NEAR = 0.3, 2, 3


@dataclass
class Header:
    """Headings of columns found on one line or several."""

    last: int
    cells: tuple[str, ...]
    roles: tuple[Role | None, ...]
    spans: list[tuple[int, int]]

    @property
    def is_numbered(self) -> bool:
        """Does the table begin with a column of numbers?"""
        return self.roles[0] is Role.NUMBER


@dataclass
class Table:
    """A header, the places where columns begin, and the lines below that keep to them."""

    header: Header
    edges: list[int]
    lines: list[tuple[int, list[str]]] = field(default_factory=list)
    stops: set[int] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)


def header_at(lines: Lines, start: int, seen: Sequence[Header] = ()) -> Header | None:
    """Headings of a known table that begin on this line, with the lines that only wrap them.

    Headings met before, and repeated at the top of a page, are exactly what they were: a row goes on right below.
    """
    if not lines.is_wide(start) or not _WORDS.search(lines.texts[start].casefold()):
        return None
    best: Header | None = None
    for last in range(start, min(start + _HEADER_LINES, len(lines))):
        parts = lines.parts(last)
        if not parts or (last > start and _NUMBER.fullmatch(parts[0].text)):
            break
        found = _header(lines, start, last)
        if found and any(found.cells == header.cells for header in seen):
            return found
        if found and (best is None or _known(found) > _known(best)):
            best = found
    return _with_rest(lines, start, best) if best else None


def _known(header: Header) -> int:
    return sum(1 for role in header.roles if role)


def _is_header(parts: list[Part]) -> bool:
    """Are these headings, inside a table, those of the next one?"""
    texts = tuple(part.text for part in parts)
    return len(parts) > 1 and sum(1 for text in texts if _role(text)) > 1 and columns_of(texts) is not None


@lru_cache(maxsize=20_000)
def _role(text: str) -> Role | None:
    return role_of(text)


def _header(lines: Lines, start: int, last: int) -> Header | None:
    columns: list[tuple[int, int, list[str]]] = []
    parts = sorted(
        (part.start, part.end, number, part.text) for number in range(start, last + 1) for part in lines.parts(number)
    )
    for begin, end, number, text in parts:
        if columns and begin < columns[-1][1]:
            before = columns[-1]
            columns[-1] = (before[0], max(before[1], end), [*before[2], f"{number:09d} {text}"])
        else:
            columns.append((begin, end, [f"{number:09d} {text}"]))
    cells = tuple(join_wrapped(text[10:] for text in sorted(texts)) for _, _, texts in columns)
    roles = columns_of(cells) if len(cells) > 1 and all(len(cell) <= LONGEST_HEADER for cell in cells) else None
    if roles is None or any(cell.endswith((",", ";")) for cell in cells):
        return None
    return Header(last, cells, roles, [(begin, end) for begin, end, _ in columns])


def _with_rest(lines: Lines, start: int, header: Header) -> Header:
    """Lines right below that go on with the headings: up to the first number, or to an empty or drawn line."""
    for last in range(header.last + 1, min(header.last + _HEADER_LINES, len(lines))):
        parts = lines.parts(last)
        ends = not parts or RULE.fullmatch(lines.texts[last]) is not None
        if header.is_numbered and parts and _NUMBER.fullmatch(parts[0].text):
            ends = True
        elif not ends and (not header.is_numbered and any(part.text[0].isupper() for part in parts)):
            return header
        if ends:
            whole = _header(lines, start, last - 1) if last - 1 > header.last else None
            return whole if whole and len(whole.cells) == len(header.cells) else header
    return header


def edges_for(header: Header, lines: Lines) -> list[int] | None:
    """Where columns begin: between two headings the place that fewest lines write over."""
    rows = _lines_under(header, lines)
    edges: list[int] = []
    for (begin, end), (next_begin, next_end) in zip(header.spans, header.spans[1:], strict=False):
        low, high = max(begin + 1, edges[-1] + 1 if edges else 0), max(next_begin, min(next_end, end + 1))
        written = dict.fromkeys(range(low, high + 1), 0)
        for part in (part for parts in rows for part in parts):
            for at in range(max(low, part.start + 1), min(high + 1, part.end)):
                written[at] += 1
        least = min(written.values(), default=0)
        if not written or (rows and least > _MOST_CROSSING * len(rows)):
            return None
        free = [at for at, count in written.items() if count == least]
        before = [at for at in free if at <= next_begin]
        edges.append(max(before) if before else min(free))
    return edges


def _lines_under(header: Header, lines: Lines) -> list[list[Part]]:
    """Parts of the lines up to the next headings of columns: on another page the same columns may be wider."""
    found: list[list[Part]] = []
    for place in range(header.last + 1, min(header.last + 1 + _WINDOW, len(lines))):
        if lines.is_wide(place):
            if _is_header(lines.parts(place)):
                break
            found.append(lines.parts(place))
    return found


def cells_of(parts: list[Part], edges: list[int]) -> list[str] | None:
    """The line divided into columns; None for running text that goes over them."""
    cells: list[list[str]] = [[] for _ in range(len(edges) + 1)]
    for part in parts:
        text, start = part.text, part.start
        for edge in edges:
            if not start < edge < part.end or edge - start <= _SLACK:
                continue
            at = _space_near(text, edge - start) if len(parts) > 1 else -1
            if at < 0:
                return None
            cells[bisect_right(edges, start + _SLACK)].append(text[:at].strip())
            start, text = start + at + 1, text[at + 1 :]
        cells[bisect_right(edges, start + _SLACK)].append(text.strip())
    return [" ".join(filter(None, texts)) for texts in cells]


def _space_near(text: str, place: int) -> int:
    """The space nearest to this place, where one is near."""
    near = [at for at in range(max(0, place - _NEAR), min(len(text), place + _NEAR)) if text[at] in " \u00a0"]
    return min(near, key=lambda at: abs(at + 1 - place), default=-1)


def read_columns(lines: Lines, furniture: set[int]) -> list[Table]:
    """Every table under known headings."""
    tables: list[Table] = []
    number = tries = 0
    while number < len(lines) and tries < _MOST_TRIES:
        header = header_at(lines, number, [table.header for table in tables[-5:]])
        tries += header is not None
        edges = edges_for(header, lines) if header else None
        if header is None or edges is None:
            number += 1
            continue
        table = Table(header, edges, taken=set(range(number + 1, header.last + 2)))
        following = _walk(table, lines, header.last + 1, furniture)
        if table.lines:
            tables.append(table)
            number = following
        else:
            number += 1
    return tables


def _walk(table: Table, lines: Lines, number: int, furniture: set[int]) -> int:
    """Take the lines that keep to the columns; returns the number of the first one that does not."""
    blanks = 0
    while number < len(lines):
        line = lines.texts[number]
        if number + 1 in furniture or not line.strip():
            blanks += not line.strip()
            table.stops.add(number + 1)
        elif RULE.fullmatch(line):
            table.stops.add(-number - 1)
            table.taken.add(number + 1)
        elif (cells := _row_line(table, lines, number, after_gap=blanks > 0)) and blanks <= _MOST_BLANKS:
            table.lines.append((number + 1, cells))
            table.taken.add(number + 1)
            blanks = 0
        elif (resumed := _resumes(table, lines, number, furniture)) is not None:
            number = resumed
            blanks = 0
            continue
        else:
            return number
        number += 1
    return number


def _row_line(table: Table, lines: Lines, number: int, *, after_gap: bool) -> list[str] | None:
    line = lines.texts[number]
    parts = lines.parts(number)
    cells = cells_of(parts, table.edges) if parts else None
    if cells is None or _is_header(parts):
        return None
    filled = [place for place, cell in enumerate(cells) if cell]
    if filled != [0]:
        return cells
    if table.header.is_numbered:
        return cells if _NUMBER.fullmatch(cells[0]) else None
    is_heading = _HEADING.match(line) is not None or cells[0].isupper()
    return None if after_gap and is_heading else cells


def _resumes(table: Table, lines: Lines, start: int, furniture: set[int]) -> int | None:
    """After the edge of a page, or a heading inside, the row from which the same columns go on."""
    strange = 0
    for number in range(start, min(start + _FURTHEST, len(lines))):
        line = lines.texts[number]
        if not line.strip() or number + 1 in furniture or is_page_number(line):
            continue
        if _is_header(lines.parts(number)):
            return None
        cells = _row_line(table, lines, number, after_gap=True)
        if cells and sum(1 for cell in cells if cell) > 1:
            numbered = table.header.is_numbered and _NUMBER.fullmatch(cells[0]) is not None
            return number if numbered or not strange else None
        strange += 1
        if strange > 2:
            return None
    return None
