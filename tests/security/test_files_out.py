"""What leaves the house as a file: its name, and what a spreadsheet would make of it."""

import csv
import io
from typing import Any

import openpyxl
import pytest

from bezpiecznik.core.lists import Column, export
from bezpiecznik.files.http import download
from bezpiecznik.files.services import store

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("https://zly.example")']


def exported(file_format: str) -> bytes:
    columns: list[Column[Any]] = [Column("Treść", lambda text: text)]
    return bytes(export(FORMULAS, columns, name="lista", file_format=file_format).content)


def test_no_cell_of_a_csv_begins_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(exported("csv").decode("utf-8-sig"), newline=""), delimiter=";"))[1:]

    assert [row[0] for row in rows] == [f"'{text}" for text in FORMULAS]


def test_no_cell_of_an_xlsx_is_a_formula_or_a_link() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(exported("xlsx"))).active
    assert sheet is not None
    cells = [row[0] for row in sheet.iter_rows(min_row=2)]

    assert len(cells) == len(FORMULAS)
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.hyperlink for cell in cells] == [None] * len(FORMULAS)


@pytest.mark.parametrize(
    "name", ['uchwała"; filename="zly.exe', "a\r\nSet-Cookie: x=1", "../../etc/passwd", "łódź.txt", "a\x00b.txt"]
)
def test_the_name_of_a_file_stays_one_header(db: None, name: str) -> None:
    response = download(store(b"tekst", media_type="text/plain"), name=name)
    response.close()

    assert response["Content-Disposition"].startswith("attachment; filename")
    assert "Set-Cookie" not in response
    assert not any(sign in response["Content-Disposition"] for sign in "\r\n\x00/")
