"""Tables of a document: columns, rows, and what may be divided between pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bezpiecznik.documents.pieces import Inline, plain

TEXT_KEPT_WHOLE = 700  # letters: a longer quotation or cell may run over to the next page
ROWS_KEPT_WHOLE = 6  # a table of so few rows is not divided between pages


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is its share of the line, relative to the other columns."""

    header: Inline
    width: float = 1
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row, repeated on each page; `empty` stands in for rows that are not there."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Inline, ...], ...]
    empty: str = "Brak pozycji."

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError(f"table {self.caption!r} has no columns")
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.columns):
                raise ValueError(f"table {self.caption!r}, row {number}: {len(row)} of {len(self.columns)} cells")

    @property
    def kept_whole(self) -> bool:
        return len(self.rows) <= ROWS_KEPT_WHOLE and not any(map(is_long, self.rows))


def is_long(cells: tuple[Inline, ...]) -> bool:
    """Whether the row may be divided between pages."""
    return any(len(plain(cell)) > TEXT_KEPT_WHOLE for cell in cells)
