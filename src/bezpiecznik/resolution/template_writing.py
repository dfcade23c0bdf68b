"""Our workbook written: empty with examples, or filled with what was read."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter

from bezpiecznik.resolution.model import Reading
from bezpiecznik.resolution.template_rows import Cells, fields_of, rows_of
from bezpiecznik.resolution.template_shape import (
    BODIES,
    FIELDS,
    HELP,
    INSTRUCTIONS,
    MARKER,
    MAX_CELL,
    PROGRAM,
    TABLES,
    Column,
)

_FONT = {"font_name": "Calibri", "font_size": 11, "text_wrap": True, "valign": "top"}
_DARK, _PALE, _GREY = "#1F3A5F", "#EEF2F7", "#5A5A5A"
_BLANK_ROWS = 300
_LINE, _TALLEST = 15.0, 400.0
_WORDS = (24, 70, 44, 44)
_ABBREVIATIONS = f"='{BODIES}'!$B$2:$B$500"
_CUT = " (dalszy ciąg nie zmieścił się w komórce)"

_Range = tuple[int, int, int, int]


def write_template(reading: Reading | None = None) -> bytes:
    """The workbook as bytes: with examples where there is no reading, else with what was read.

    `read_template` gives back every value written here. A text longer than a cell of Excel holds is cut, visibly.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties(
            {
                "title": "Program bezpieczeństwa – szablon do wypełnienia",
                "comments": "Bezpiecznik",
                "language": "pl-PL",
            }
        )
        pen = _Pen(book)
        pen.instructions()
        pen.program(reading)
        for name, columns in TABLES.items():
            pen.table(name, columns, list(rows_of(name, reading)) if reading else [])
        book.define_name(MARKER, f"={PROGRAM}!$A$1")
    return out.getvalue()


class _Pen:
    """Writes sheets that all look alike."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._plain = book.add_format(_FONT)
        self._title = book.add_format(_FONT | {"bold": True, "font_size": 14, "text_wrap": False})
        self._head = book.add_format(
            _FONT | {"bold": True, "font_color": "white", "bg_color": _DARK, "border": 1, "border_color": _DARK}
        )
        self._cell = book.add_format(_FONT | {"border": 1, "border_color": "#B8C2CE"})
        self._label = book.add_format(_FONT | {"bold": True, "bg_color": _PALE, "border": 1, "border_color": "#B8C2CE"})
        self._example = book.add_format(
            _FONT | {"italic": True, "font_color": _GREY, "bg_color": _PALE, "border": 1, "border_color": "#B8C2CE"}
        )
        self._day = book.add_format(_FONT | {"num_format": "dd.mm.yyyy", "align": "left", "border": 1})
        self._whole = book.add_format(_FONT | {"align": "left", "border": 1, "border_color": "#B8C2CE"})

    def instructions(self) -> None:
        """How to fill the workbook in, on the first sheet."""
        sheet = self._sheet(HELP, landscape=False)
        sheet.set_column(0, 0, 72)
        sheet.print_area(0, 0, len(INSTRUCTIONS) + 1, 0)
        sheet.write_string(0, 0, "Szablon programu bezpieczeństwa", self._title)
        for row, text in enumerate(INSTRUCTIONS, start=2):
            sheet.set_row(row, _height((text, 72)) + _LINE / 2)
            sheet.write_string(row, 0, text, self._plain)

    def program(self, reading: Reading | None) -> None:
        """One line a field, its value in the second column."""
        sheet = self._sheet(PROGRAM, landscape=True)
        for place, width in enumerate(_WORDS):
            sheet.set_column(place, place, width)
        for place, text in enumerate(("Pole", "Wartość", "Przykład (nie jest wczytywany)", "Jak wypełnić")):
            sheet.write_string(0, place, text, self._head)
        values = fields_of(reading) if reading else {}
        for row, (key, field) in enumerate(FIELDS.items(), start=1):
            told = (field.name, str(values.get(key) or ""), field.example, field.hint)
            sheet.set_row(row, _height(*zip(told, _WORDS, strict=True)))
            sheet.write_string(row, 0, field.name, self._label)
            self._value(sheet, row, 1, values.get(key))
            sheet.write_string(row, 2, field.example, self._example)
            sheet.write_string(row, 3, field.hint, self._plain)
            self._ask(sheet, (row, 1, row, 1), field.name, field.hint, _one_of(field.choices))
        self._finish(sheet, len(FIELDS) + 1, 4)

    def table(self, name: str, columns: dict[str, Column], rows: Sequence[Cells]) -> None:
        """A table with a frozen row of names; an example where there is nothing else."""
        sheet = self._sheet(name, landscape=True)
        last = len(rows) + _BLANK_ROWS
        widths = {key: column.width for key, column in columns.items()}
        sheet.set_row(0, _height(*((column.name, column.width) for column in columns.values())))
        examples: Cells = {key: column.example for key, column in columns.items()}
        for down, row in enumerate(rows or [examples], start=1):
            sheet.set_row(down, _height(*((str(row.get(key) or ""), width) for key, width in widths.items())))
        for place, (key, column) in enumerate(columns.items()):
            sheet.set_column(place, place, column.width)
            sheet.write_string(0, place, column.name, self._head)
            if not rows:
                sheet.write_string(1, place, column.example, self._example)
            for down, row in enumerate(rows, start=1):
                self._value(sheet, down, place, row.get(key))
            self._ask(sheet, (1, place, last, place), column.name, column.hint, _rule(column))
        self._finish(sheet, max(len(rows), 1) + 1, len(columns))
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)

    def _sheet(self, name: str, *, landscape: bool) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{name}&RStrona &P z &N")
        return sheet

    def _finish(self, sheet: Any, rows: int, columns: int) -> None:
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.print_area(0, 0, rows - 1, columns - 1)

    def _value(self, sheet: Any, row: int, column: int, value: object) -> None:
        """A text always as a text, so that nothing in it is taken for a formula."""
        if isinstance(value, date):
            sheet.write_datetime(row, column, value, self._day)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self._whole)
        elif value:
            text = str(value)
            cut = text if len(text) <= MAX_CELL else text[:MAX_CELL] + _CUT
            sheet.write_string(row, column, cut, self._cell)
        else:
            sheet.write_blank(row, column, None, self._cell)

    def _ask(self, sheet: Any, place: _Range, name: str, hint: str, rule: dict[str, object]) -> None:
        """What to write, told when the cell is chosen; a list to choose from where there is one."""
        told = {"input_title": name[:32], "input_message": hint[:255]}
        sheet.data_validation(*place, {"validate": "any"} | rule | told)


def _height(*texts: tuple[str, int]) -> float:
    """Of a row with these texts in columns of these widths: office programs do not all find it out by themselves."""
    lines = max(sum(1 + len(part) * 10 // (width * 9) for part in text.split("\n")) for text, width in texts)
    return min(lines * _LINE, _TALLEST)


def _rule(column: Column) -> dict[str, object]:
    """What a spreadsheet lets in: strict lists, numbers with a warning, names of bodies as an offer only."""
    if column.bodies:
        return {"validate": "list", "source": _ABBREVIATIONS, "show_error": False}
    if column.whole:
        told = {"error_title": "To nie jest liczba", "error_message": "Wpisz numer cyframi."}
        return {"validate": "integer", "criteria": ">=", "value": 1, "error_type": "warning"} | told
    return _one_of(column.choices)


def _one_of(choices: tuple[str, ...]) -> dict[str, object]:
    if not choices:
        return {}
    listed = f"Wybierz jedną z wartości: {', '.join(choices)}."
    return {"validate": "list", "source": list(choices), "error_title": "Wartość spoza listy", "error_message": listed}
