"""Rows of our workbook: found by the names of columns, examples left out, faults told with sheet and cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bezpiecznik.resolution.document import Document, UnreadableDocument
from bezpiecznik.resolution.formats.xlsx_book import Workbook
from bezpiecznik.resolution.formats.xlsx_sheet import column_letters
from bezpiecznik.resolution.model import Finding, Severity, Source, Unplaced
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.template_shape import EXAMPLE, PROGRAM, TABLES

FAULT = "TEMPLATE_CELL"
_HEADER_WITHIN = 20


@dataclass(frozen=True)
class Line:
    """A filled row of a table: texts by key, and where it stands."""

    sheet: str
    row: int
    cells: dict[str, str]
    columns: dict[str, int]
    source: Source

    def address(self, key: str) -> str:
        """Sheet and cell, as a person would look for it."""
        return f"{self.sheet}!{column_letters(self.columns.get(key, 1))}{self.row}"

    def get(self, key: str) -> str:
        """The text of a cell, "" where it is empty or there is no such column."""
        return self.cells.get(key, "")

    def says(self, *keys: str) -> bool:
        """Is anything written in one of these columns?"""
        return any(self.cells.get(key) for key in keys)


@dataclass
class Sheets:
    """The workbook being read, what is wrong in it, and what found no place."""

    book: Workbook
    lines: dict[tuple[str, int], int]
    findings: list[Finding] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)

    def fault(self, place: str, message: str, severity: Severity = "warning") -> None:
        """One more thing to settle."""
        self.findings.append(Finding(FAULT, severity, place, (place,), message))

    def table(self, name: str) -> Iterator[Line]:
        """Filled rows of a table, without its examples; rows hidden by a filter are read too."""
        rows = self.book.sheet(name).rows
        header, columns = self._columns(name, rows)
        first = next(iter(TABLES[name]))
        for number in sorted(row for row in rows if row > header):
            cells = {key: text for key, at in columns.items() if (text := rows[number].get(at, "").strip())}
            if cells and fold(cells.get(first, "")) != fold(EXAMPLE):
                yield Line(name, number, cells, columns, self.source(name, number, min(rows[number])))

    def source(self, sheet: str, row: int, column: int) -> Source:
        """The place of a row or a cell, with the line of the text that shows it."""
        return Source(line=self.lines.get((sheet, row)), cell=f"{sheet}!{column_letters(column)}{row}")

    def _columns(self, name: str, rows: dict[int, dict[int, str]]) -> tuple[int, dict[str, int]]:
        """The row of names and the column of each key; columns we do not know are told of, for they are not read."""
        wanted = {fold(column.name): key for key, column in TABLES[name].items()}
        for number in sorted(rows)[:_HEADER_WITHIN]:
            names = {at: fold(text) for at, text in rows[number].items()}
            found = {wanted[text]: at for at, text in sorted(names.items(), reverse=True) if text in wanted}
            if len(found) >= 2:
                self._check(name, found)
                self._foreign(name, rows, number, set(rows[number]) - set(found.values()))
                return number, dict(sorted(found.items(), key=lambda pair: pair[1]))
        raise UnreadableDocument(
            f"W\u00a0arkuszu „{name}” nie ma wiersza z\u00a0nazwami kolumn: skopiuj go z\u00a0pustego szablonu"
            " i\u00a0wczytaj plik ponownie."
        )

    def _check(self, name: str, found: dict[str, int]) -> None:
        for key, column in TABLES[name].items():
            if column.required and key not in found:
                raise UnreadableDocument(
                    f"W\u00a0arkuszu „{name}” nie ma kolumny „{column.name}”: przywróć ją pod tą nazwą"
                    " i\u00a0wczytaj plik ponownie."
                )

    def _foreign(self, name: str, rows: dict[int, dict[int, str]], header: int, columns: set[int]) -> None:
        for at in sorted(columns):
            if any(at in cells for row, cells in rows.items() if row > header):
                place = f"{name}!{column_letters(at)}{header}"
                title = " ".join(rows[header][at].split())[:60]
                self.fault(place, f"Komórka {place}: kolumny „{title}” nie ma w\u00a0szablonie, więc jej nie wczytano.")


def open_sheets(book: Workbook, document: Document | None) -> Sheets:
    """The workbook ready for reading; raises UnreadableDocument where a sheet is missing."""
    missing = [name for name in (PROGRAM, *TABLES) if name not in book.visible]
    if missing:
        raise UnreadableDocument(
            f"W\u00a0szablonie nie ma arkusza „{missing[0]}” albo jest on ukryty: przywróć go pod tą nazwą"
            " i\u00a0wczytaj plik ponownie."
        )
    return Sheets(book, _lines(document))


def _lines(document: Document | None) -> dict[tuple[str, int], int]:
    """The line of the text on which each row of a sheet is shown."""
    lines: dict[tuple[str, int], int] = {}
    for block in document.blocks if document else ():
        sheet, _, address = (block.source.cell or "").rpartition("!")
        row = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        if row.isdigit() and block.source.line:
            lines.setdefault((sheet, int(row)), block.source.line)
    return lines
