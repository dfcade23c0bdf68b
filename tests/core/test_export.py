"""A list as a file: what an office opens in its spreadsheet."""

import io
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.http import HttpResponse
from openpyxl import load_workbook

from bezpiecznik.core.lists import Column, export

Row = tuple[Any, ...]
ROWS: list[Row] = [
    ("Zażółć; gęślą", 3, date(2023, 1, 31), datetime(2023, 1, 31, 23, 30, tzinfo=UTC)),
    ('=HYPERLINK("zło")', -1, None, None),
]
COLUMNS: list[Column[Row]] = [
    Column("Nazwa", lambda row: row[0]),
    Column("Liczba", lambda row: row[1]),
    Column("Termin", lambda row: row[2]),
    Column("Złożono", lambda row: row[3]),
]


def exported(file_format: str, rows: Iterable[Row] = ROWS) -> HttpResponse:
    return export(rows, COLUMNS, name="Działania i łąki", file_format=file_format)


def test_csv_opens_in_a_polish_spreadsheet() -> None:
    lines = exported("csv").content.decode("utf-8-sig").splitlines()

    assert lines[:2] == ["Nazwa;Liczba;Termin;Złożono", '"Zażółć; gęślą";3;2023-01-31;2023-02-01']


def test_a_formula_in_a_cell_is_only_text() -> None:
    csv_line = exported("csv").content.decode("utf-8-sig").splitlines()[2]
    cell = load_workbook(io.BytesIO(exported("xlsx").content)).active["A3"]

    assert csv_line.startswith("\"'=HYPERLINK")
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("zło")')


def test_xlsx_keeps_numbers_and_days() -> None:
    sheet = load_workbook(io.BytesIO(exported("xlsx").content)).active

    assert [cell.value for cell in sheet[2]] == [
        "Zażółć; gęślą", 3, datetime(2023, 1, 31), datetime(2023, 2, 1),
    ]  # fmt: skip
    assert sheet.freeze_panes == "A2"


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_the_file_has_a_plain_name(file_format: str) -> None:
    assert exported(file_format)["Content-Disposition"] == f'attachment; filename="dzialania-i-laki.{file_format}"'


def test_an_empty_list_is_a_file_with_headings() -> None:
    assert exported("csv", []).content.decode("utf-8-sig").splitlines() == ["Nazwa;Liczba;Termin;Złożono"]
