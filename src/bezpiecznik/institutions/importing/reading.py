"""The bytes of a CSV or XLSX file as rows of text. Pure; what cannot be read is said in a sentence."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

MAX_BYTES = 2_000_000
MAX_ROWS = 500
"""As many as go through within ten seconds (`bench/imports.py`), which a person waits for a page."""
MAX_COLUMNS = 60
MAX_CELL = 1_000
MAX_UNPACKED = 30_000_000
"""Bytes of all parts of a spreadsheet together: a small file that unfolds into a huge one is not opened."""
MAX_PARTS = 200
ENCODINGS = ("utf-8-sig", "cp1250")
SEPARATORS = ";\t,"
TEXT_MARK = "'"
"""What our own files put before a text that a spreadsheet would take for a formula."""


class UnreadableFile(Exception):
    """The file cannot be taken as a list; the message is a sentence for whoever brought it."""


@dataclass(frozen=True)
class Table:
    """Titles of columns, and rows with their number in the file; cells are trimmed texts."""

    titles: list[str]
    rows: list[tuple[int, list[str]]]
    formulas: dict[int, str]
    """Rows with a formula, and the title of its column: a formula is not text, and its result is nobody's word."""


def read(data: bytes) -> Table:
    """The first sheet of an XLSX file, or a CSV file with `;`, tabs or commas in UTF-8 or Windows-1250.

    Raises UnreadableFile for anything else, for too much, and when there is no heading.
    """
    if not data:
        raise UnreadableFile(_("Plik jest pusty."))
    if len(data) > MAX_BYTES:
        raise UnreadableFile(_("Plik jest za duży: przyjmujemy najwyżej 2 MB."))
    cells = _xlsx(data) if data.startswith(b"PK") else _csv(data)
    return _table(cells)


@dataclass(frozen=True)
class _Cell:
    text: str
    is_formula: bool = False


def _table(lines: Iterable[list[_Cell]]) -> Table:
    numbered = ((number, row) for number, row in enumerate(lines, start=1) if any(cell.text for cell in row))
    heading = next(numbered, None)
    if heading is None:
        raise UnreadableFile(_("W pliku nie ma żadnego wiersza."))
    titles = [cell.text for cell in heading[1]]
    rows: list[tuple[int, list[str]]] = []
    formulas: dict[int, str] = {}
    for number, row in numbered:
        if len(rows) == MAX_ROWS:
            raise UnreadableFile(_("W pliku jest więcej niż 500 wierszy: podziel go na części."))
        rows.append((number, [cell.text for cell in row]))
        for place, cell in enumerate(row):
            if cell.is_formula and number not in formulas:
                formulas[number] = titles[place] if place < len(titles) else str(place + 1)
    return Table(titles, rows, formulas)


def _csv(data: bytes) -> Iterator[list[_Cell]]:
    text = _decoded(data)
    first = text.lstrip().partition("\n")[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            _refuse_wide(row)
            yield [_text_cell(cell) for cell in row]
    except csv.Error as fault:
        raise UnreadableFile(_("Pliku nie da się podzielić na kolumny: sprawdź cudzysłowy.")) from fault


def _decoded(data: bytes) -> str:
    for encoding in ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise UnreadableFile(_("To nie jest plik CSV ani XLSX: zapisz arkusz w jednym z tych formatów."))


def _text_cell(raw: str) -> _Cell:
    text = raw.strip()
    if text.startswith(TEXT_MARK):
        return _cell(text[1:])
    return _cell(text, is_formula=text.startswith(("=", "@")))


def _cell(value: Any, *, is_formula: bool = False) -> _Cell:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        value = f"{value:%d.%m.%Y}"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else " ".join(str(value).split())
    return _Cell(text[: MAX_CELL + 1], is_formula)


def _xlsx(data: bytes) -> Iterator[list[_Cell]]:
    refuse_bomb(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1), start=1):
            if number > MAX_ROWS * 10:
                raise UnreadableFile(_("Arkusz ma za dużo wierszy, także pustych: skopiuj tabelę do nowego pliku."))
            _refuse_wide([cell.value for cell in row])
            filled = [place for place, cell in enumerate(row, start=1) if cell.value is not None]
            yield [_cell(cell.value, is_formula=cell.data_type == "f") for cell in row[: max(filled, default=0)]]
    except UnreadableFile:
        raise
    except Exception as fault:  # the library raises whatever the parts of a broken file make it raise
        raise UnreadableFile(
            _("Pliku XLSX nie da się otworzyć: zapisz go jeszcze raz albo wyeksportuj jako CSV.")
        ) from fault


def refuse_bomb(data: bytes) -> None:
    """Raises UnreadableFile for what is no archive, or unfolds into too much."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except zipfile.BadZipFile as fault:
        raise UnreadableFile(
            _("Pliku XLSX nie da się otworzyć: zapisz go jeszcze raz albo wyeksportuj jako CSV.")
        ) from fault
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UnreadableFile(_("Plik XLSX po rozpakowaniu jest za duży."))


def _refuse_wide(row: list[Any]) -> None:
    if len(row) > MAX_COLUMNS and any(row[MAX_COLUMNS:]):
        raise UnreadableFile(_("Plik ma więcej niż 60 kolumn."))
