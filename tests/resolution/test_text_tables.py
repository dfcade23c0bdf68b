"""Tables in plain text: columns of spaces, drawn grids, semicolons, Markdown; and prose that only looks like them."""

import pytest

from bezpiecznik.resolution import read
from bezpiecznik.resolution.document import Document, Paragraph, Row
from bezpiecznik.resolution.formats.text import extract


def rows(document: Document) -> list[tuple[str, ...]]:
    return [block.cells for block in document.blocks if isinstance(block, Row)]


def lines_of(document: Document) -> list[int | None]:
    return [block.source.line for block in document.blocks if isinstance(block, Row)]


WIDE = """\
OBSZAR I: ULICE

  Lp.   Zadanie                    Podmiot             Partnerzy      Termin
                                   odpowiedzialny
  1.    Patrole w rejonach         KPP                 szkoły,        na bieżąco
        wskazanych przez miesz-                        rady osiedli
        kańców.
  2.    Przegląd znaków            Zarząd Dróg         KPP            maj–
        sanitarno-                 Powiatowych                        czerwiec
        epidemiologicznych.

Realizację zadań ocenia komisja. Sprawozdania składa się do końca stycznia każdego roku kalendarzowego.
"""
HEAD = ("Lp.", "Zadanie", "Podmiot odpowiedzialny", "Partnerzy", "Termin")
FIRST = ("1.", "Patrole w rejonach wskazanych przez mieszkańców.", "KPP", "szkoły, rady osiedli", "na bieżąco")
SECOND = ("2.", "Przegląd znaków sanitarno-epidemiologicznych.", "Zarząd Dróg Powiatowych", "KPP", "maj–czerwiec")


def test_columns_divided_by_spaces_are_a_table_with_wrapped_cells_made_whole() -> None:
    document = extract(WIDE)
    assert rows(document) == [HEAD, FIRST, SECOND]
    assert lines_of(document) == [3, 5, 8]


def test_the_sentence_after_the_table_stays_a_sentence() -> None:
    last = extract(WIDE).blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.text.startswith("Realizację zadań ocenia komisja.")


def test_drawn_lines_between_rows_of_spaces_are_no_cells() -> None:
    drawn = "\n".join(
        line if not line.startswith("  2.") else "  " + "-" * 70 + "\n" + line for line in WIDE.split("\n")
    )
    assert rows(extract(drawn)) == [HEAD, FIRST, SECOND]


def _page(number: int, *body: str) -> str:
    head = WIDE.split("\n")[2:4]
    return "\n".join([f"Program bezpieczeństwa – strona {number}", "", *head, *body, "", f"        {number}", "\f"])


def test_a_table_goes_on_after_the_edge_of_a_page_under_repeated_headings() -> None:
    pages = [
        _page(1, "  1.    Pierwsze zadanie           KPP                 szkoły         stale"),
        _page(2, "        i jego dalszy ciąg.", "  2.    Drugie zadanie jest        KPP                 szkoły"),
        _page(3, "        opisane dalej.", "  3.    Trzecie zadanie.           KPP                 szkoły"),
    ]
    document = extract("".join(pages))
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == [
        "Program bezpieczeństwa – strona 1"
    ]
    assert [cells[:2] for cells in rows(document)] == [
        ("Lp.", "Zadanie"),
        ("1.", "Pierwsze zadanie"),
        ("", "i jego dalszy ciąg."),
        ("2.", "Drugie zadanie jest"),
        ("", "opisane dalej."),
        ("3.", "Trzecie zadanie."),
    ]


def test_numbers_in_the_middle_of_rows_belong_to_the_lines_around_them() -> None:
    text = (
        "Lp.   Zadanie              Realizator\n"
        "\n      Patrole piesze\n1.    oraz rowerowe        KPP\n      w parkach.\n"
        "\n      Debaty\n2.    z mieszkańcami.      Starosta\n"
    )
    expected = [("1.", "Patrole piesze oraz rowerowe w parkach.", "KPP"), ("2.", "Debaty z mieszkańcami.", "Starosta")]
    assert rows(extract(text))[1:] == expected


def test_without_numbers_an_empty_line_or_a_full_row_opens_the_next() -> None:
    text = (
        "Zadanie                 Realizator      Partnerzy\n"
        "Patrole piesze oraz     KPP             szkoły\n"
        "rowerowe\n"
        "Debaty                  Starosta        gminy\n"
    )
    expected = [("Patrole piesze oraz rowerowe", "KPP", "szkoły"), ("Debaty", "Starosta", "gminy")]
    assert rows(extract(text))[1:] == expected


def test_abbreviations_in_two_columns_without_headings_are_rows() -> None:
    rest = "PUP     Powiatowy Urząd\n        Pracy\nZDP     Zarząd Dróg\n"
    text = f"Wykaz skrótów\n\nKPP     Komenda Powiatowa Policji\n{rest}"
    assert rows(extract(text)) == [
        ("KPP", "Komenda Powiatowa Policji"),
        ("PUP", "Powiatowy Urząd Pracy"),
        ("ZDP", "Zarząd Dróg"),
    ]
    assert [row.abbr for row in read(text.encode()).institutions] == ["KPP", "PUP", "ZDP"]


GRID = """\
+-----+------------------+-----------+
| Lp. | Zadanie          | Realizator|
+=====+==================+===========+
| 1.  | Patrole piesze   | KPP       |
|     | i rowerowe       |           |
+-----+------------------+-----------+
| 2.  | Debaty z miesz-  | Starosta, |
|     | kańcami          | gminy     |
+-----+------------------+-----------+
"""


@pytest.mark.parametrize(
    "text", [GRID, GRID.replace("|", "│").replace("+", "┼").replace("-----", "─────").replace("miesz─", "miesz-")]
)
def test_a_drawn_grid_has_a_row_between_every_two_lines(text: str) -> None:
    expected = [
        ("Lp.", "Zadanie", "Realizator"),
        ("1.", "Patrole piesze i rowerowe", "KPP"),
        ("2.", "Debaty z mieszkańcami", "Starosta, gminy"),
    ]
    assert rows(extract(text)) == expected


def test_a_grid_that_draws_only_its_head_has_a_row_for_every_number() -> None:
    kept = [line for number, line in enumerate(GRID.split("\n")) if number != 5]
    assert [cells[0] for cells in rows(extract("\n".join(kept)))] == ["Lp.", "1.", "2."]


def test_markdown_keeps_escaped_strokes_empty_cells_and_breaks() -> None:
    text = "| Lp. | Zadanie | Realizator | Partnerzy |\n|:--|---|:-:|--:|\n|| Gra A\\|B | KPP<br>ZDP ||\n"
    assert rows(extract(text))[1:] == [("", "Gra A|B", "KPP\nZDP", "")]


def test_semicolons_divide_cells_under_known_headings() -> None:
    text = 'Lp.;Zadanie;Realizator;Partnerzy\n1.;"Patrole; piesze";KPP;szkoły\n2.;"Debaty\nw szkołach";ZDP;\n'
    expected = [("1.", "Patrole; piesze", "KPP", "szkoły"), ("2.", "Debaty\nw szkołach", "ZDP", "")]
    assert rows(extract(text))[1:] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sprawozdanie zawiera zadania; terminy; partnerów.\nSkłada się je; do stycznia; radzie.",
        "Podmiot  wiodący  ocenia  zadania,  termin  i  partnerów\nwskazuje  program,  który  uchwala  rada.",
        "1)   ocena zagrożeń,\n2)   opiniowanie zadań,\n3)   przygotowanie programu,",
        "Podmiot wiodący:   KPP\nPartnerzy:         gminy\nTermin:            2025",
        "I. Wstęp ........  3\nII. Cele ........  5\nIII. Zadania .....  7\nIV. Ocena .......  9",
        "Przewodniczący Rady          Starosta\nJan Nowy                     Anna Stara",
        "§ 1.\tUchwala się program.\n§ 2.\tWykonanie powierza się zarządowi.",
        "1.\tKomenda Powiatowa Policji\n2.\tZarząd Dróg\n-\tszkoły\nTermin:\tna bieżąco",
        "\tAkapit, który zaczyna się od tabulatora.",
        "----------\nTekst pod kreską\n==========",
    ],
)
def test_prose_that_only_looks_like_a_table_stays_prose(text: str) -> None:
    assert rows(extract(text)) == []


def test_tabs_still_divide_cells() -> None:
    assert rows(extract("Lp.\tZadanie\tRealizator\n1.\tPatrole\tKPP\n\t\tZDP")) == [
        ("Lp.", "Zadanie", "Realizator"),
        ("1.", "Patrole", "KPP"),
        ("", "", "ZDP"),
    ]


def test_the_first_running_head_stays_and_the_rest_and_page_numbers_go() -> None:
    pages = "\f".join(
        f"Program powiatu\nTreść strony {word}.\n{number}\n" for number, word in enumerate(("ab", "cd", "ef"), 1)
    )
    texts = [block.text for block in extract(pages).blocks if isinstance(block, Paragraph)]
    assert texts == ["Program powiatu", "Treść strony ab.", "Treść strony cd.", "Treść strony ef."]


def test_soft_hyphens_at_the_ends_of_lines_divide_words() -> None:
    soft = WIDE.replace("miesz-", "miesz\u00ad").replace("sanitarno-", "sanitarno\u00ad")
    assert rows(extract(soft))[1] == FIRST
    assert rows(extract(soft))[2][1] == "Przegląd znaków sanitarnoepidemiologicznych."


def test_columns_that_are_wider_on_the_next_page_leave_those_above_as_they_are() -> None:
    head, *body = WIDE.split("\n")[2:10]
    wider = [line[:8] + line[8:].replace("  ", "     ", 3) for line in (head.replace("odpowiedzialny", ""), *body[1:2])]
    wider[1] = wider[1].replace("1.", "3.")
    document = extract("\n".join([*WIDE.split("\n")[2:10], "", "", *wider, ""]))
    assert rows(document)[:3] == [HEAD, FIRST, SECOND]
