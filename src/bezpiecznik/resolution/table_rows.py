"""A table as it was recognised: its columns, what stands over it, and rows made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bezpiecznik.resolution.area_outline import Place
from bezpiecznik.resolution.header_rows import Header
from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.mend import join_cells
from bezpiecznik.resolution.model import Source
from bezpiecznik.resolution.periods import in_words, is_mark, year_over
from bezpiecznik.resolution.raw import Heading, last_number, number_in

_AMOUNT = re.compile(
    r"(?:ok\.?\s*|do\s*)?\d{1,3}(?:[\s.]?\d{3})*(?:,\d{1,2})?\s*(?:zł|pln|tys\.?(?: zł)?|mln(?: zł)?)\.?"
    r"|\d{1,3}(?:[ \u00a0]\d{3})+", re.I
)
_BETWEEN = {Role.DEADLINE: " – ", Role.FUNDING: "; ", Role.INDICATORS: "; "}


@dataclass
class TableRow:
    """Pieces of every cell by column until the row is complete; `path` are the headings inside the table."""

    header: Header
    parts: dict[int, list[str]]
    source: Source
    path: tuple[Heading, ...] = ()
    lead: str | None = None

    def cell(self, role: Role) -> str | None:
        """The whole text of a cell, None where the table has no such column."""
        places = [place for place, own in enumerate(self.header.roles) if own is role]
        if not places:
            return None
        texts = [self._dated(place) + text for place in places if (text := self.at(place))]
        return _BETWEEN.get(role, " ").join(dict.fromkeys(texts))

    def _dated(self, place: int) -> str:
        """ "2025: " before an amount in a column of that year."""
        label = self.header.labels[place]
        return f"{year}: " if (year := year_over(label)) and len(label) <= 12 else ""

    def at(self, place: int) -> str:
        """The whole text of the cell in a column."""
        pieces = self.parts.get(place, [])
        text = ""
        for piece in pieces if len(pieces) < 3 else [" ".join(filter(None, pieces))]:
            text = join_cells(text, piece)
        return text

    @property
    def number(self) -> int | None:
        """Its own number; of "2.13." the last part."""
        found = number_in(self.cell(Role.NUMBER) or "")
        return last_number(found) if found else None

    @property
    def marked(self) -> str:
        """The times that are marked in columns of their own, in words."""
        periods = self.header.periods
        marked = [periods[place] for place in sorted(periods) if is_mark(self.at(place))]
        told = [f"{periods[place][1]}: {text}" for place, text in self._under_times() if not _AMOUNT.fullmatch(text)]
        return "; ".join(filter(None, [in_words(marked), *told]))

    @property
    def amounts(self) -> str:
        """Money written under years that are columns of their own: "2026: 10 000 zł"."""
        periods = self.header.periods
        found = [f"{periods[place][1]}: {text}" for place, text in self._under_times() if _AMOUNT.fullmatch(text)]
        return "; ".join(found)

    def _under_times(self) -> list[tuple[int, str]]:
        """What stands under times and is neither a mark nor a dash."""
        cells = [(place, self.at(place)) for place in sorted(self.header.periods)]
        return [(place, text) for place, text in cells if text.strip(" –—-") and not is_mark(text)]


@dataclass
class Table:
    """Rows under one heading."""

    header: Header
    place: Place
    source: Source
    rows: list[TableRow] = field(default_factory=list)

    @property
    def columns(self) -> Sequence[Role | None]:
        """Roles of the columns."""
        return self.header.roles
