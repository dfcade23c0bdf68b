"""The workbook of a document: one sheet a table, numbers that count, days that sort, words that never calculate."""

import io
from datetime import datetime

import openpyxl
import pytest
from made_up_report import content
from openpyxl.workbook import Workbook

from bezpiecznik.documents.content import (
    BarChart,
    BarGroup,
    Column,
    DocumentContent,
    Run,
    State,
    StateChart,
    StateCounts,
    StateMark,
    Table,
)
from bezpiecznik.documents.spreadsheet_values import value_of
from bezpiecznik.documents.xlsx import render_xlsx


def opened(made: DocumentContent) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(render_xlsx(made)))


@pytest.mark.parametrize(
    ("words", "value", "shown"),
    [
        ("12", 12, "0"), ("0", 0, "0"), ("1\u00a0234,50", 1234.5, "#,##0.00"), ("-3,5", -3.5, "0.0"),
        ("12,5 %", 0.125, "0.0%"), ("007", "007", ""), ("1.2", "1.2", ""), ("2021-2023", "2021-2023", ""),
        ("41 366 22 33", "41 366 22 33", ""), ("31.02.2023", "31.02.2023", ""), ("1,", "1,", ""), ("", "", ""),
        ("12345678901234567890", "12345678901234567890", ""),
    ],
)  # fmt: skip
def test_only_what_is_surely_a_number_becomes_one(words: str, value: object, shown: str) -> None:
    assert value_of(words) == (value, shown)


@pytest.mark.parametrize("words", ["18.03.2024", "18 marca 2024", "18\u00a0marca 2024\u00a0r."])
def test_days_are_days(words: str) -> None:
    assert value_of(words) == (datetime(2024, 3, 18).date(), "dd.mm.yyyy")


def test_each_table_is_a_sheet_with_its_caption_and_a_header_row_that_stays() -> None:
    rows = (("Bójki", "1 200", "18.03.2024"), ("Kradzieże", "9", ""))
    table = Table("Zdarzenia: dzielnice / ulice", (Column("Rodzaj"), Column("Ile"), Column("Ostatnie")), rows)
    book = opened(content(blocks=(table,)))
    sheet = book.worksheets[1]
    assert (sheet.title, sheet.freeze_panes) == ("Zdarzenia dzielnice ulice", "A3")
    assert [[cell.value for cell in row] for row in sheet.iter_rows(max_col=3)] == [
        ["Zdarzenia: dzielnice / ulice", None, None],
        ["Rodzaj", "Ile", "Ostatnie"],
        ["Bójki", 1200, datetime(2024, 3, 18)],
        ["Kradzieże", 9, None],
    ]
    (listed,) = sheet.tables.values()
    assert (listed.ref, listed.headerRowCount, sheet.print_title_rows) == ("A2:C4", 1, "$2:$2")


def test_words_that_look_like_formulas_stay_words() -> None:
    hostile = ("=1+1", "+48 41 000", "@SUM(A1)", "-", '=HYPERLINK("http://x.example")')
    table = Table("Wrogie", tuple(Column(f"={no}") for no in range(5)), (hostile,))
    sheet = opened(content(blocks=(table,), title="=2+2")).worksheets[1]
    assert [cell.value for cell in sheet[3]] == list(hostile)
    assert {(cell.data_type, cell.quotePrefix) for cell in sheet[3]} == {("s", True)}


def test_charts_are_sheets_of_their_figures() -> None:
    counts = StateChart("Stan", (StateCounts("Obszar 1", {State.DONE: 3}),))
    bars = BarChart("Lata", ("2022", "2023"), (BarGroup("Bójki", (4, None)),))
    book = opened(content(blocks=(counts, bars)))
    assert book.sheetnames == ["Dokument", "Stan", "Lata – liczby"]
    assert [cell.value for cell in book["Stan"][3]] == ["Obszar 1", 3, 0, 0, 0, 0, 0, 3]
    assert [cell.value for cell in book["Lata – liczby"][3]] == ["Bójki", 4, "b.d."]


def test_the_first_sheet_says_which_document_it_is_and_leads_to_the_others() -> None:
    made = content(blocks=(Table("Wykaz", (Column("A"),), ((StateMark(State.DONE),), ((Run("a"), Run("b")),))),))
    book = opened(made)
    said = {row[0].value: row[1].value for row in book["Dokument"].iter_rows(min_row=3)}
    assert said["Numer dokumentu"] == "SR/2023/1"
    assert said["Skrót migawki (sha256)"] == made.snapshot_sha256
    assert said["Uwaga"] == "DANE ZMYŚLONE – dokument pokazowy"
    assert [cell.hyperlink.location for row in book["Dokument"] for cell in row if cell.hyperlink] == ["'Wykaz'!A1"]
    assert [row[0].value for row in book["Wykaz"].iter_rows(min_row=3)] == ["zrealizowano", "ab"]


def test_the_properties_name_title_author_and_language() -> None:
    made = opened(content(blocks=())).properties
    assert (made.title, made.creator, made.language) == (content().title, content().author, "pl")


def test_sheets_of_like_names_and_tables_without_rows_are_told_apart() -> None:
    empty = Table("Wykaz działań podmiotów uczestniczących w programie", (Column("A"), Column("A")), (), empty="Brak.")
    book = opened(content(blocks=(empty, empty)))
    assert book.sheetnames[1:] == ["Wykaz działań podmiotów", "Wykaz działań podmiotów ucz (2)"]
    assert [[cell.value for cell in row] for row in book.worksheets[1].iter_rows(min_row=2)] == [
        ["A", "A (2)"],
        ["Brak.", None],
    ]


def test_the_same_content_gives_the_same_bytes() -> None:
    assert render_xlsx(content()) == render_xlsx(content())
