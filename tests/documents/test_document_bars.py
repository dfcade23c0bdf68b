"""Bars by period: figures in words, patterns in pictures, and charts longer than a page."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from made_up_report import content
from PIL import Image
from pypdf import PdfReader

from bezpiecznik.documents.bars import MOST_BARS, with_tables
from bezpiecznik.documents.content import BarChart, BarGroup, Heading, Table
from bezpiecznik.documents.docx import render_docx
from bezpiecznik.documents.docx_bars import bar_pictures
from bezpiecznik.documents.pdf import render_pdf

CHART = BarChart(
    "Zdarzenia", ("2022", "2023"), (BarGroup("Bójki", (1234.5, None)), BarGroup("Kradzieże", (0, 9))),
    heading="Rodzaj", unit="zdarzenia", places=1,
)  # fmt: skip
LONG = BarChart("Długi", ("2022", "2023"), tuple(BarGroup(f"Pozycja {no}", (no, no + 1)) for no in range(50)))


def test_figures_are_told_as_they_are_printed_and_a_missing_one_is_never_zero() -> None:
    assert CHART.table.rows == (("Bójki", "1\u00a0234,5", "b.d."), ("Kradzieże", "0,0", "9,0"))
    assert CHART.table.caption == "Zdarzenia – liczby (zdarzenia)"


def test_the_description_points_to_the_table_or_lists_the_figures() -> None:
    alone = BarChart("Zdarzenia", ("2022", "2023"), (BarGroup("Bójki", (3, None)),), with_table=False)
    assert CHART.description == "Wykres słupkowy: Zdarzenia. Te same liczby zawiera tabela pod wykresem."
    assert alone.description == "Wykres słupkowy: Zdarzenia. Bójki: 2022: 3, 2023: b.d."
    assert [type(part) for part in with_tables(alone)] == [BarChart]


@pytest.mark.parametrize(
    ("series", "values", "fault"),
    [
        ((), (), "0 series"),
        (("a",) * 5, (1,) * 5, "5 series"),
        (("a", "b"), (1,), "1 figures"),
        (("a",), (-1,), "zero"),
    ],
)
def test_what_cannot_be_drawn_is_refused(series: tuple[str, ...], values: tuple[float, ...], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        BarChart("Zły", series, (BarGroup("x", values),))


def test_a_chart_longer_than_a_page_goes_on_on_the_next() -> None:
    parts = list(LONG.sheets())
    assert [group for part in parts for group in part.groups] == list(LONG.groups)
    assert max(len(part.groups) * 2 for part in parts) <= MOST_BARS
    assert [part.caption for part in parts] == ["Długi", "Długi (ciąg dalszy)", "Długi (ciąg dalszy)"]
    assert {part.top for part in parts} == {LONG.top}


def test_a_chart_of_nothing_says_so() -> None:
    (table,) = with_tables(BarChart("Pusty", ("2023",), (), with_table=False))
    assert isinstance(table, Table)
    assert table.rows == ()


def test_each_series_has_a_picture_of_its_own_also_in_grey() -> None:
    chart = BarChart("Szary", ("a", "b", "c", "d"), (BarGroup("x", (9, 9, 9, 9)),))
    with Image.open(io.BytesIO(bar_pictures([chart])[chart])) as picture:
        rows = {tuple(picture.convert("L").crop((560, y, 700, y + 1)).tobytes()) for y in range(picture.height)}
    assert len(rows) > 8


def test_a_word_processor_gets_the_picture_with_its_description() -> None:
    document = docx.Document(io.BytesIO(render_docx(content(blocks=(CHART,), cover=False))))
    described = [drawing.get("descr") for drawing in document.element.body.iter(qn("wp:docPr"))]
    assert described == [CHART.description]
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["Bójki", "1\u00a0234,5", "b.d."]


def test_all_parts_of_a_long_chart_are_printed_and_drawn_the_same_each_time() -> None:
    made = content(blocks=(Heading(1, "Wykres"), LONG), cover=False)
    printed = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(render_pdf(made))).pages)
    assert [no for no in range(50) if f"Pozycja {no}" not in printed] == []
    assert render_docx(made) == render_docx(made)
