"""Cells of one sheet of an XLSX, read as a stream: values that were kept, never a formula."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.utils.escape import unescape

from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats.docx_styles import whole
from bezpiecznik.resolution.formats.gathering import MAX_COLUMNS
from bezpiecznik.resolution.formats.xlsx_values import iso_shown, shown

MAX_CELLS = 200_000
MAX_ROW = 1_048_576
_MAX_STRINGS = 20_000_000
_MAX_TEXT = 40_000
_MAX_MERGES = 20_000
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ERRORS = {"#N/A": "#N/D", "#VALUE!": "#ARG!", "#REF!": "#ADR!", "#NAME?": "#NAZWA?", "#DIV/0!": "#DZIEL/0!"}


@dataclass(frozen=True)
class Book:
    """What the cells of all sheets share."""

    strings: list[str]
    formats: list[str]
    from_1904: bool = False


@dataclass(frozen=True)
class Merge:
    """A range of merged cells, counted from one, its ends inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Sheet:
    """Filled cells by row and column, and what of them is merged or hidden."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


class Strings:
    """Hears the table of texts that all sheets share."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._in_text = self._phonetic = False
        self._length = 0

    def start(self, name: str, _attributes: Mapping[str, str]) -> None:
        """A text, a run of it, or a hint of pronunciation begins."""
        if name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._in_text = not self._phonetic

    def end(self, name: str) -> None:
        """A text is complete at the end of its item."""
        if name == "si":
            self.texts.append(unescape("".join(self._parts)))
            self._parts = []
        elif name == "rPh":
            self._phonetic = False
        self._in_text = False

    def data(self, text: str) -> None:
        """A piece of text."""
        if self._in_text:
            self._parts.append(text)
            self._length += len(text)
            if self._length > _MAX_STRINGS:
                raise too_many()


class Cells:
    """Hears a sheet."""

    def __init__(self, book: Book, room: int) -> None:
        self.sheet = Sheet()
        self.room = room
        self._book = book
        self._row = self._column = 0
        self._kind = self._style = ""
        self._parts: list[str] = []
        self._in_value = self._phonetic = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A row, a cell or its value begins."""
        if name == "c":
            self._cell(attributes)
        elif name in ("v", "t"):
            self._in_value = not self._phonetic
        elif name == "rPh":
            self._phonetic = True
        elif name == "row":
            self._row = min(whole(attributes.get("r"), MAX_ROW) or self._row + 1, MAX_ROW)
            self._column = 0
            if attributes.get("hidden") in ("1", "true"):
                self.sheet.hidden_rows.add(self._row)
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first = whole(attributes.get("min")) or 1
            last = min(whole(attributes.get("max")) or first, MAX_COLUMNS)
            self.sheet.hidden_columns |= set(range(first, last + 1))
        elif name == "mergeCell":
            self._merge(attributes.get("ref") or "")

    def _cell(self, attributes: Mapping[str, str]) -> None:
        place = _ADDRESS.fullmatch(attributes.get("r", ""))
        self._column = column_number(place[1]) if place else self._column + 1
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._parts = []

    def _merge(self, reference: str) -> None:
        corners = [_ADDRESS.fullmatch(corner) for corner in reference.split(":")]
        if len(corners) == 2 and corners[0] and corners[1] and len(self.sheet.merges) < _MAX_MERGES:
            (left, top), (right, bottom) = ((column_number(it[1]), int(it[2])) for it in corners if it)
            self.sheet.merges.append(Merge(top, left, bottom, right))

    def data(self, text: str) -> None:
        """A piece of a value."""
        if self._in_value:
            self._parts.append(text)

    def end(self, name: str) -> None:
        """A cell is complete."""
        self._in_value = False
        if name == "rPh":
            self._phonetic = False
        elif name == "c" and self._parts and self._column <= MAX_COLUMNS:
            text = self._text("".join(self._parts)[:_MAX_TEXT])
            if text.strip():
                self.room -= 1
                if self.room < 0:
                    raise too_many()
                self.sheet.rows.setdefault(self._row, {})[self._column] = text
            self._parts = []

    def _text(self, raw: str) -> str:
        """What the cell shows, by its kind."""
        if self._kind == "s":
            at = whole(raw, 10**9)
            strings = self._book.strings
            return strings[at][:_MAX_TEXT] if at is not None and 0 <= at < len(strings) else ""
        if self._kind == "n":
            return self._number(raw)
        if self._kind == "b":
            return "PRAWDA" if raw.strip() == "1" else "FAŁSZ"
        if self._kind == "e":
            return _ERRORS.get(raw, raw)
        return iso_shown(raw) if self._kind == "d" else unescape(raw)

    def _number(self, raw: str) -> str:
        try:
            value = float(raw)
        except ValueError:
            return raw
        if not math.isfinite(value):
            return raw
        at = whole(self._style, 10**6)
        formats = self._book.formats
        code = formats[at] if at is not None and 0 <= at < len(formats) else "General"
        return shown(value, code, from_1904=self._book.from_1904)


def column_number(letters: str) -> int:
    """ "A" is 1, "AA" is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """1 is "A", 27 is "AA"."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def too_many() -> UnreadableDocument:
    """What is said of a workbook with more data than any programme has."""
    return UnreadableDocument(
        "Skoroszyt ma więcej wypełnionych komórek, niż ma jakikolwiek program (najwyżej 200\u00a0000):"
        " zostaw w\u00a0nim same tabele programu i\u00a0wczytaj ponownie."
    )
