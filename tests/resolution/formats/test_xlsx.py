"""Free tables of spreadsheets."""

import io
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from resolution.formats.office import blocks, said

from bezpiecznik.resolution import read
from bezpiecznik.resolution.formats.xlsx_values import shown


def workbook(*fill: Callable[[Worksheet], None]) -> bytes:
    """A workbook with a sheet for each function that fills one."""
    book = Workbook()
    for place, step in enumerate(fill):
        sheet = book.active if place == 0 else book.create_sheet()
        assert isinstance(sheet, Worksheet)
        sheet.title = f"Arkusz{place + 1}"
        step(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet(*rows: list[object], row: int = 1, column: int = 1) -> Callable[[Worksheet], None]:
    def fill(target: Worksheet) -> None:
        for down, cells in enumerate(rows):
            for right, value in enumerate(cells):
                target.cell(row + down, column + right).value = value  # type: ignore[assignment]

    return fill


HEADER: list[object] = ["Lp.", "Zadanie", "Realizator"]


def test_a_table_anywhere_on_a_sheet_with_its_title() -> None:
    data = workbook(sheet(["PROGRAM BEZPIECZEŃSTWA"], [], HEADER, [1, "Patrole", "KMP"], row=4, column=2))
    assert said(data) == ["PROGRAM BEZPIECZEŃSTWA", ("Lp.", "Zadanie", "Realizator"), ("1", "Patrole", "KMP")]
    assert [block.source.cell for block in blocks(data)] == ["Arkusz1!B4", "Arkusz1!B6", "Arkusz1!B7"]


def test_merged_cells_hold_for_their_rows_and_a_merged_row_names_an_area() -> None:
    def fill(target: Worksheet) -> None:
        sheet(HEADER, ["OBSZAR I: ULICE"], [1, "Patrole", "KMP\nSM"], [2, "Zebrania"])(target)
        target.merge_cells("A2:C2")
        target.merge_cells("C3:C4")

    data = workbook(fill)
    assert said(data)[1:] == [("OBSZAR I: ULICE", "", ""), ("1", "Patrole", "KMP\nSM"), ("2", "Zebrania", "KMP\nSM")]
    assert [area.name for area in read(data).areas] == ["ULICE"]


def test_two_tables_beside_each_other_are_read_one_after_the_other() -> None:
    def fill(target: Worksheet) -> None:
        sheet(["Skrót", "Pełna nazwa"], ["KMP", "Komenda Miejska Policji"])(target)
        sheet(HEADER, [1, "Patrole", "KMP"], column=4)(target)

    assert said(workbook(fill)) == [
        ("Skrót", "Pełna nazwa"), ("KMP", "Komenda Miejska Policji"), ("Lp.", "Zadanie", "Realizator"),
        ("1", "Patrole", "KMP"),
    ]  # fmt: skip


def test_rows_under_an_empty_one_keep_the_columns_of_the_table() -> None:
    data = workbook(sheet(HEADER, [1, "Patrole", "KMP"], [], [None, "w parkach", None]))
    assert said(data)[2] == ("", "w parkach", "")


def test_hidden_sheets_rows_and_columns_are_not_read() -> None:
    def fill(target: Worksheet) -> None:
        sheet([*HEADER, "Uwagi"], [1, "Patrole", "KMP", "robocze"], [2, "Zebrania", "SM", "x"])(target)
        target.row_dimensions[2].hidden = True
        target.column_dimensions["D"].hidden = True

    def hide(target: Worksheet) -> None:
        sheet(HEADER, [1, "Stare", "PSP"])(target)
        target.sheet_state = "hidden"

    assert said(workbook(fill, hide)) == [("Lp.", "Zadanie", "Realizator"), ("2", "Zebrania", "SM")]


def test_a_formula_gives_the_value_kept_with_it_and_is_never_calculated() -> None:
    data = workbook(sheet(HEADER, ["=1+1", "Patrole", "KMP"]))
    assert said(data)[1] == ("", "Patrole", "KMP")


def test_a_text_that_looks_like_a_formula_is_a_text() -> None:
    def fill(target: Worksheet) -> None:
        sheet(HEADER, [1, "Patrole", "KMP"])(target)
        target["B2"].value = "=cmd|' /C calc'!A0"
        target["B2"].data_type = "s"

    assert said(workbook(fill))[1] == ("1", "=cmd|' /C calc'!A0", "KMP")


def test_dates_and_numbers_of_cells_are_written_as_in_poland() -> None:
    def fill(target: Worksheet) -> None:
        sheet(["Termin", "Zadanie", "Koszt"], [date(2025, 12, 31), datetime(2025, 3, 1, 14, 30), 12000.5])(target)
        target["C2"].number_format = '#,##0.00 "zł"'

    assert said(workbook(fill))[1] == ("31.12.2025", "01.03.2025 14:30", "12 000,50 zł")


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1.0, "General", "1"),
        (0.5, "General", "0,5"),
        (0.25, "0%", "25%"),
        (1.0, '0"."', "1."),
        (7.0, "000", "007"),
        (1234567.0, "#,##0", "1 234 567"),
        (-3.5, "0.0", "-3,5"),
        (46022.0, "yyyy", "2025"),
        (46022.0, "mmmm yyyy", "grudzień 2025"),
        (46022.0, "mm.yyyy", "12.2025"),
        (46022.0, "dd/mm/yyyy", "31.12.2025"),
        (0.604166667, "hh:mm", "14:30"),
        (1.0e20, "General", "1e+20"),
        (12000.0, '#,##0.00\\ "zł"', "12 000,00 zł"),
        (12000.0, "#,##0.00 [$zł-415]", "12 000,00 zł"),
    ],
)
def test_a_number_is_shown_by_its_format(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_a_number_of_a_row_taken_for_a_fraction_is_a_number_again() -> None:
    data = workbook(sheet([*HEADER, "Koszt"], [1.2, "Patrole", "KMP", 1.5]))
    assert said(data)[1] == ("1.2", "Patrole", "KMP", "1,5")


def test_time_of_a_day_and_plain_truth() -> None:
    assert said(workbook(sheet([time(7, 45), True, "x"])))[0] == ("07:45", "PRAWDA", "x")


def test_dates_counted_from_1904_are_the_same_days() -> None:
    assert shown(44560.0, "dd.mm.yyyy", from_1904=True) == shown(46022.0, "dd.mm.yyyy")


def test_figures_under_the_plan_after_an_empty_row_are_no_tasks() -> None:
    plan = [["Obszar", "Zadanie", "Realizator"], ["Drogi", "Patrole.", "AB"], [], ["Szkoły", "Apele.", "CD"], []]
    figures = [["Gmina", "Liczba osób", "Liczba zdarzeń"], ["Lipa", 14210, 188], ["Bór", 5120, 41]]
    reading = read(workbook(sheet(*plan, *figures)))
    assert [(area.name, [action.text for action in area.actions]) for area in reading.areas] == [
        ("Drogi", ["Patrole."]),
        ("Szkoły", ["Apele."]),
    ]
