"""Tables of PDF documents, with ruled lines and without."""

import io

import pypdf
import pytest
from resolution.formats.pdf_made import opened, rows, set_as_pdf, texts

from bezpiecznik.resolution.formats import open_document

HEADINGS = "[Lp.], [Działania], [Podmiot odpowiedzialny], [Partnerzy],"
COLUMNS = "columns: (1cm, 1fr, 3cm, 3cm)"
LONG = "Kontrole prędkości przy szkołach oraz na drogach dojazdowych do miasta, także w dni wolne od nauki"
TITLES = ("Lp.", "Działania", "Podmiot odpowiedzialny", "Partnerzy")
BORDERS = ["stroke: 0.5pt", "stroke: none", "stroke: (x: none, y: 0.5pt)", "stroke: (x: 0.5pt, y: none)"]
MERGED = """
#table(columns: (1cm, 1fr, 3cm, 3cm, 2.5cm),
  table.cell(rowspan: 2)[Lp.], table.cell(rowspan: 2)[Działanie], table.cell(colspan: 2)[Podmioty],
  table.cell(rowspan: 2)[Termin], [wiodący], [współpracujące],
  table.cell(colspan: 5)[OBSZAR I. BEZPIECZNA DROGA],
  [1.], [Kontrole], table.cell(rowspan: 2)[KPP], [SM], [2024],
  [2.], [Patrole], [SM, OSP], [2025])
"""
MERGED_ROWS = [
    ("1.", "Kontrole", "KPP", "SM", "2024"),
    ("2.", "Patrole", "KPP", "SM, OSP", "2025"),
]


def table(*cells: str, borders: str = BORDERS[0]) -> str:
    """A table of four columns with the usual headings."""
    return f"#table({COLUMNS}, {borders}, table.header({HEADINGS}), {', '.join(f'[{cell}]' for cell in cells)})\n"


@pytest.mark.parametrize("borders", BORDERS)
def test_rows_are_found_whatever_lines_divide_them(borders: str) -> None:
    cells = [
        ("1.", LONG, "KPP", "SM, OSP"),
        ("2.", "Patrole", "Straż Miejska w Lipnie", "KPP"),
        ("3.", LONG, "MOPR", "KPP, SM, szkoły i placówki oświatowe"),
        ("4.", "Rozmowy", "PSSE", "KPP"),
    ]
    assert rows(opened(table(*sum(cells, ()), borders=borders))) == [TITLES, *cells]


def test_shades_without_lines_divide_rows_too() -> None:
    fill = "stroke: none, fill: (x, y) => if calc.odd(y) { luma(80%) } else { white }"
    assert rows(opened(table("1.", LONG, "KPP", "SM", "2.", LONG, "SM", "KPP", borders=fill))) == [
        TITLES,
        ("1.", LONG, "KPP", "SM"),
        ("2.", LONG, "SM", "KPP"),
    ]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_as_one_sees_it(turn: int) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(set_as_pdf(table("1.", LONG, "KPP", "SM"))))
    writer.pages[0].rotate(turn)
    out = io.BytesIO()
    writer.write(out)
    document = open_document(out.getvalue())
    assert rows(document) == [TITLES, ("1.", LONG, "KPP", "SM")]
    boxes = [block.source.box for block in document.document.blocks]
    width, height = (595.3, 841.9) if turn % 180 == 0 else (841.9, 595.3)
    assert all(0 <= x0 < x1 <= width and 0 <= top < bottom <= height for x0, top, x1, bottom in filter(None, boxes))


def test_cells_merged_down_hold_for_every_row_and_titles_of_two_storeys_are_one() -> None:
    found = rows(opened(MERGED))
    assert len(found[0]) == 5
    assert ["wiodący" in found[0][2], "współpracujące" in found[0][3], found[0][4]] == [True, True, "Termin"]
    assert [cell for cell in found[1] if cell] == ["OBSZAR I. BEZPIECZNA DROGA"]
    assert found[2:] == MERGED_ROWS


def test_titles_turned_on_their_side_are_read() -> None:
    source = f"#table({COLUMNS}, [Lp.], [Działania], rotate(-90deg, reflow: true)[Podmiot odpowiedzialny], [Partnerzy],"
    assert rows(opened(source + "[1.], [Patrole], [KPP], [SM])"))[0] == TITLES


def test_bodies_that_the_author_put_one_a_line_stay_apart_and_wrapped_ones_do_not() -> None:
    cells = rows(opened(table("1.", LONG, "KPP \\ SM \\ PSSE", "Szkoły podstawowe i przedszkola miejskie")))[1]
    assert cells == ("1.", LONG, "KPP\nSM\nPSSE", "Szkoły podstawowe i przedszkola miejskie")


@pytest.mark.parametrize("borders", BORDERS[:2])
def test_a_table_over_a_page_break_has_its_titles_once_and_its_cut_row_goes_on(borders: str) -> None:
    numbered = [cell for number in range(1, 20) for cell in (f"{number}.", LONG + ". " + LONG + ".", "KPP", "SM")]
    document = opened("#set par(leading: 0.9em)\n" + table(*numbered, borders=borders))
    found = rows(document)
    assert max(block.source.page or 0 for block in document.document.blocks) > 1
    assert [row for row in found if row == TITLES] == [TITLES]
    assert [row[0] for row in found[1:] if row[0]] == [f"{number}." for number in range(1, 20)]
    assert " ".join(row[1] for row in found[1:]).split() == (f"{LONG}. {LONG}. " * 19).split()


def test_a_word_divided_by_the_page_break_is_whole() -> None:
    source = "#set text(hyphenate: true)\n#set par(justify: true)\n" + "#v(24.15cm)\n"
    found = rows(opened(source + table("1.", "Przeciwdziałanie niepełnosprawności " * 8, "KPP", "SM")))
    words = " ".join(row[1] for row in found if row != TITLES).split()
    assert set(words) == {"Przeciwdziałanie", "niepełnosprawności"}


@pytest.mark.parametrize("borders", BORDERS[:2])
def test_two_tables_on_a_page_keep_the_heading_between_them(borders: str) -> None:
    first = table("1.", LONG, "KPP", "SM", "2.", "Patrole", "SM", "KPP", borders=borders)
    second = table("1.", "Rozmowy", "MOPR", "SM", "2.", LONG, "PSSE", "KPP", borders=borders)
    document = opened(f"OBSZAR I. DROGA\n\n{first}\nOBSZAR II. DOM\n\n{second}\nTekst po tabelach.\n")
    order = [getattr(block, "text", None) or block.cells[1] for block in document.document.blocks]  # type: ignore[union-attr]
    assert order == [
        "OBSZAR I. DROGA", "Działania", LONG, "Patrole", "OBSZAR II. DOM", "Działania", "Rozmowy", LONG,
        "Tekst po tabelach.",
    ]  # fmt: skip


def test_a_heading_across_a_table_without_lines_stands_between_its_rows() -> None:
    across = "table.cell(colspan: 4, align: center)[II. BEZPIECZNY DOM]"
    cells = ["1.", LONG, "KPP", "SM", "2.", "Patrole", "SM", "KPP"]
    listed = [f'"{cell}"' for cell in cells]
    source = f"#table({COLUMNS}, stroke: none, {HEADINGS} {', '.join(listed[:4])}, {across}, {', '.join(listed[4:])})"
    order = [getattr(block, "text", None) or block.cells[1] for block in opened(source).document.blocks]  # type: ignore[union-attr]
    assert order == ["Działania", LONG, "II. BEZPIECZNY DOM", "Patrole"]


def test_cells_and_titles_in_the_middle_of_their_rows_belong_to_them() -> None:
    cells = [
        "1.",
        LONG,
        "Komenda Powiatowa Policji w Lipnie",
        "SM",
        "2.",
        LONG,
        "SM",
        "KPP",
        "3.",
        "Patrole",
        "SM",
        "KPP",
    ]
    listed = ", ".join(f'"{cell}"' for cell in cells)
    source = f"#table({COLUMNS}, stroke: none, align: left + horizon, {HEADINGS} {listed})"
    assert rows(opened(source)) == [TITLES, *zip(*[iter(cells)] * 4, strict=True)]


def test_a_frame_around_text_is_no_table() -> None:
    document = opened(f"#rect(width: 100%)[{LONG}.]\n\n{LONG}.")
    assert rows(document) == []
    assert texts(document) == [f"{LONG}.", f"{LONG}."]


def test_columns_of_numbers_without_known_titles_are_rows_when_they_run_long() -> None:
    cells = ", ".join(f"[Gmina nr {year}], [{year}], [{year + 7}], [{year * 2}]" for year in range(101, 109))
    found = rows(opened(f"#table(columns: (5cm, 3cm, 3cm, 3cm), stroke: none, {cells})"))
    assert found[0] == ("Gmina nr 101", "101", "108", "202")
    assert len(found) == 8


def test_one_rule_under_a_table_without_lines_divides_no_rows_and_the_heading_below_is_no_row() -> None:
    task = "Szkolenia podstawowe i specjalistyczne druhów w tym z pierwszej pomocy"
    source = (
        "#pad(left: 4pt, table(columns: (5cm, 3cm, 4cm, 3cm), stroke: none, inset: (x: 0pt, y: 3.5pt), row-gutter: 1pt,"
        "[Zadanie], [Podmiot wiodący], [Współpraca], [Termin],"
        + "".join(f"[{task}], [{body}], [OSP], [2026]," for body in ("KPP", "SM", "PSP", "ZDP"))
        + "))\n#v(-6pt)#line(length: 100%)\n#v(8pt)\nSprawozdawczość\n\nPodmioty składają sprawozdania."
    )
    document = opened(source)
    assert [row[1] for row in rows(document)[1:]] == ["KPP", "SM", "PSP", "ZDP"]
    assert "Sprawozdawczość" in texts(document)
