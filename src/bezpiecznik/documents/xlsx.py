"""Content into XLSX: each table of the document as a sheet that a spreadsheet can sort, filter and count.

What is not a table stays in PDF and DOCX. The first sheet says which document it is and lists the others.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bezpiecznik.documents import wording
from bezpiecznik.documents.content import (
    Align,
    BarChart,
    Block,
    Column,
    DocumentContent,
    Inline,
    StateChart,
    Table,
    plain,
)
from bezpiecznik.documents.spreadsheet_values import value_of
from bezpiecznik.documents.text import clean

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME, LONGEST_CELL = 31, 32_000
FIRST = "Dokument"
NARROWEST, WIDEST, LETTERS_OF_LINE = 8, 70, 110
FORMULA_BEGINNINGS = ("=", "+", "-", "@")
CORE = "docProps/core.xml"


@dataclass(frozen=True)
class Sheet:
    """One table on its sheet."""

    name: str
    table: Table


def render_xlsx(content: DocumentContent) -> bytes:
    """The tables of the document as one workbook; the same content gives the same bytes."""
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(written, options) as book:
        _Printer(book, content).print()
    return _with_language(written.getvalue(), content.language)


def tables_of(blocks: Sequence[Block]) -> Iterator[Table]:
    """Tables of the document and what its charts count, in order."""
    for block in blocks:
        match block:
            case Table():
                yield block
            case StateChart() | BarChart():
                yield block.table


class _Printer:
    """Prints one workbook; keeps the few formats that its cells share."""

    def __init__(self, book: xlsxwriter.Workbook, content: DocumentContent) -> None:
        self.book, self.content = book, content
        self.formats: dict[tuple[str, Align, bool], Format] = {}
        self.title = book.add_format({"bold": True, "font_size": 14, "font_color": "#14284B"})
        self.bold = book.add_format({"bold": True, "valign": "top"})
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "bottom", "bg_color": "#E6EAF1"})

    def print(self) -> None:
        content = self.content
        self.book.set_properties(
            {
                "title": clean(content.title),
                "subject": clean(content.kind),
                "author": clean(content.author),
                "company": clean(content.organisation),
                "keywords": clean(content.number),
                "created": datetime.combine(content.issued_on, time()),
            }
        )
        self.book.set_size(2400, 1400)
        first = self.book.add_worksheet(FIRST)
        sheets = list(_named(tables_of(content.blocks)))
        for sheet in sheets:
            self._print_table(self.book.add_worksheet(sheet.name), sheet.table)
        self._print_first(first, sheets)

    def _print_first(self, page: Worksheet, sheets: Sequence[Sheet]) -> None:
        """What document it is, from which data, and where its tables are."""
        content = self.content
        page.set_column(0, 0, 26)
        page.set_column(1, 1, 90)
        page.write_string(0, 0, clean(content.title), self.title)
        facts = [*wording.facts(content), ("Skrót migawki (sha256)", content.snapshot_sha256)]
        if content.made_up:
            facts.insert(0, ("Uwaga", wording.MADE_UP))
        for row, (name, value) in enumerate(facts, start=2):
            page.write_string(row, 0, name, self.bold)
            page.write_string(row, 1, clean(value), self._format("", Align.LEFT, quoted=_is_like_formula(value)))
        start = len(facts) + 3
        page.write_string(start, 0, "Arkusze", self.bold)
        for row, sheet in enumerate(sheets, start=start):
            page.write_url(row, 1, f"internal:'{sheet.name}'!A1", string=clean(sheet.table.caption)[:250])

    def _print_table(self, page: Worksheet, table: Table) -> None:
        """The caption, under it the header row that stays in sight and is repeated in print, then the rows."""
        page.write_string(0, 0, clean(table.caption), self.title)
        last = max(len(table.rows), 1) + 1
        page.add_table(1, 0, last, len(table.columns) - 1, self._options(table))
        for at, row in enumerate(table.rows, start=2):
            for place, (cell, column) in enumerate(zip(row, table.columns, strict=True)):
                self._write(page, at, place, cell, column)
        if not table.rows:
            page.write_string(2, 0, clean(table.empty))
        for place, column in enumerate(table.columns):
            page.set_column(place, place, _width(table, place, column))
        page.freeze_panes(2, 0)
        page.repeat_rows(1)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        page.set_paper(9)

    def _options(self, table: Table) -> dict[str, object]:
        columns = [{"header": name, "header_format": self.head} for name in _headers(table)]
        return {"columns": columns, "style": "Table Style Light 1", "banded_rows": False}

    def _write(self, page: Worksheet, row: int, place: int, cell: Inline, column: Column) -> None:
        words = clean(plain(cell))[:LONGEST_CELL]
        value, number_format = value_of(words)
        if isinstance(value, date):
            page.write_datetime(row, place, datetime.combine(value, time()), self._format(number_format, column.align))
        elif not value and isinstance(value, str):
            page.write_blank(row, place, None, self._format("", column.align))
        elif isinstance(value, str):
            form = self._format("", column.align, quoted=_is_like_formula(value))
            page.write_string(row, place, value, form)
        else:
            page.write_number(row, place, value, self._format(number_format, column.align))

    def _format(self, number_format: str, align: Align, *, quoted: bool = False) -> Format:
        """`quoted` keeps words that begin like a formula words, also after somebody edits the cell."""
        key = (number_format, align, quoted)
        if key not in self.formats:
            look = {"text_wrap": True, "valign": "top", "align": align.value, "quote_prefix": quoted}
            self.formats[key] = self.book.add_format(
                {**look, **({"num_format": number_format} if number_format else {})}
            )
        return self.formats[key]


def _is_like_formula(words: str) -> bool:
    return words.startswith(FORMULA_BEGINNINGS)


def _named(tables: Iterator[Table]) -> Iterator[Sheet]:
    """Each table with a name for its sheet: the beginning of its caption, told apart where two begin alike."""
    taken = {FIRST.casefold()}
    for table in tables:
        base = " ".join(FORBIDDEN.sub(" ", clean(table.caption)).split()) or "Tabela"
        name, number = _shortened(base), 1
        while name.casefold() in taken:
            number += 1
            name = f"{base[: LONGEST_NAME - len(f' ({number})')].strip()} ({number})"
        taken.add(name.casefold())
        yield Sheet(name, table)


def _shortened(words: str) -> str:
    """As many whole words as a name may have letters."""
    if len(words) <= LONGEST_NAME:
        return words
    return words[: LONGEST_NAME + 1].rpartition(" ")[0].rstrip(" ,;-–") or words[:LONGEST_NAME]


def _headers(table: Table) -> list[str]:
    """Headers as a spreadsheet wants them: none twice, none blank."""
    names: list[str] = []
    for column in table.columns:
        base = clean(plain(column.header)).strip() or "Kolumna"
        again = sum(name == base or name.startswith(f"{base} (") for name in names)
        names.append(f"{base} ({again + 1})" if again else base)
    return names


def _width(table: Table, place: int, column: Column) -> float:
    """As wide as the longest word needs; a long text gets its share of a line and is wrapped."""
    share = column.width / sum(each.width for each in table.columns) * LETTERS_OF_LINE
    texts = [plain(column.header), *(plain(row[place]) for row in table.rows)]
    longest = max(len(line) for text in texts for line in text.split("\n"))
    word = max((len(word) for text in texts for word in text.split()), default=0)
    return min(max(NARROWEST, word + 2, min(longest + 2, share)), WIDEST)


def _with_language(book: bytes, language: str) -> bytes:
    """The same workbook, whose properties name its language; entries keep their fixed time."""
    steady = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as source, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == CORE:
                ending = b"</cp:coreProperties>"
                data = data.replace(ending, f"<dc:language>{language}</dc:language>".encode() + ending)
            target.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return steady.getvalue()
