"""Headings inside a table: a row of one text that names the next area, goal or institution."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bezpiecznik.resolution.body_headings import body_in
from bezpiecznik.resolution.document import Row
from bezpiecznik.resolution.header_rows import Header
from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.headings import explicit_heading, is_generic
from bezpiecznik.resolution.model import Source
from bezpiecznik.resolution.polish import is_capitals
from bezpiecznik.resolution.raw import Heading, number_in, parts_of
from bezpiecznik.resolution.row_kinds import is_spread, is_sum, single_text
from bezpiecznik.resolution.sections import is_heading, plain_heading

_ROW = "wiersz"
_ROMAN = re.compile(r"[IVXLC]{1,7}[.)]?")
_NUMBERED = re.compile(r"(?:[IVXLC]{1,7}|\d{1,2})[.)]\s+[A-ZĄĆĘŁŃÓŚŹŻ]")


@dataclass(frozen=True)
class Inner:
    """What such a row says: a heading, or an institution that does what follows."""

    heading: tuple[str, int | None, str] | None
    lead: str | None = None

    def path_after(self, path: tuple[Heading, ...], source: Source) -> tuple[Heading, ...]:
        """The headings inside the table once this row was met: it closes those of its kind and what they hold."""
        if self.heading is None:
            return path
        kind = self.heading[0]
        kinds = [above.kind for above in path]
        outer = path[: kinds.index(kind)] if kind in kinds else path
        return (*outer, Heading(kind, self.heading[1], self.heading[2], source))


def inner_heading(header: Header | None, row: Row, following: tuple[str, ...], last: str = "") -> Inner | None:
    """The heading that this row is, if it is one; without a header the row stands above the table."""
    text = single_text(row.cells)
    if text is None:
        halves = _in_two_cells(row.cells)
        return halves or (_numbered(header, row.cells, following, last) if header else None)
    text = " ".join(text.split())
    if number_in(text) is not None or is_sum(row.cells):
        return None
    if explicit := explicit_heading(text):
        return Inner(explicit)
    starts_row = bool(row.cells[0]) or not row.gap
    in_capitals = starts_row and is_capitals(text) and len(text.split()) > 2
    apart = header is not None and _stands_apart(header, row.cells, text)
    return _named(header, text) if in_capitals or (apart and not is_generic(text)) else None


def _in_two_cells(cells: tuple[str, ...]) -> Inner | None:
    """ "Obszar I | Bezpieczna droga": the word and number in one cell, the name in the next, and nothing else."""
    texts = [" ".join(cell.split()) for cell in dict.fromkeys(cells) if cell]
    if len(texts) != 2 or not is_heading(texts[1]):
        return None
    first = explicit_heading(texts[0])
    if first and not first[2]:
        return Inner((first[0], first[1], plain_heading(texts[1])[1]))
    return None


def _named(header: Header | None, text: str) -> Inner:
    """An institution where the table has no column of performers, else a heading."""
    body = body_in(text) if header is not None and Role.LEAD not in header.roles else None
    return Inner(None, body) if body else Inner((_ROW, *plain_heading(text)))


def _stands_apart(header: Header, cells: tuple[str, ...], text: str) -> bool:
    """Over all columns, or in the column of numbers, or numbered like a heading at the start of a row."""
    if not is_heading(text):
        return False
    if is_spread(cells) and len(cells) > 2:
        return True
    if not cells[0]:
        return False
    return header.roles[0] in (Role.NUMBER, Role.AREA) or (len(cells) > 2 and _NUMBERED.match(text) is not None)


def _numbered(header: Header, cells: tuple[str, ...], following: tuple[str, ...], last: str) -> Inner | None:
    """ "I. | Bezpieczna droga | | " before rows numbered 1, 2 or 1.1, 1.2 is a heading."""
    if header.roles[0] is not Role.NUMBER or len(cells) < 3:
        return None
    named = [cell for cell in dict.fromkeys(cells[1:]) if cell]
    if len(named) == 1 and number_in(cells[0]) and (explicit := explicit_heading(named[0])):
        return Inner(explicit)
    own, near = number_in(cells[0]), (following[0] if following and number_in(following[0]) else last).strip()
    if len(named) != 1 or own is None or not near or not is_heading(named[0]):
        return None
    next_number = number_in(near) or ""
    is_roman = _ROMAN.fullmatch(cells[0].strip()) is not None and _ROMAN.fullmatch(near) is None
    opens_parts = (
        len(parts_of(own)) == 1 and len(parts_of(next_number)) == 2 and parts_of(next_number)[0] == parts_of(own)[0]
    )
    if not (is_roman or opens_parts):
        return None
    kind, _, name = explicit_heading(named[0]) or (_ROW, None, plain_heading(named[0])[1])
    return Inner((kind, parts_of(own)[0] if parts_of(own) else None, name))
