"""What pages and narrow columns did to a text, undone."""

import pytest

from bezpiecznik.resolution.document import Document, Paragraph, Row
from bezpiecznik.resolution.formats.text import extract
from bezpiecznik.resolution.mend import mend, mend_narrow


@pytest.mark.parametrize(
    ("cell", "mended"),
    [
        ("Miesz- kańcy wsi", "Mieszkańcy wsi"),
        ("po ukończe -niu szkoły", "po ukończeniu szkoły"),
        ("ukoń- -czenia", "ukończenia"),
        ("opiekuńczo- wychowawcze", "opiekuńczo-wychowawcze"),
        ("Dzieci Młodzie ż", "Dzieci Młodzież"),
        ("Ośrodk . Wsparcia", "Ośrodk. Wsparcia"),
    ],
)
def test_divided_words_are_joined(cell: str, mended: str) -> None:
    assert mend_narrow(cell) == mended


@pytest.mark.parametrize(
    "cell",
    [
        "3-16 lat",
        "Dzieci - Młodzież",
        "szkoły w mieście",
        "dzieci i seniorzy",
        "opiekuńczo – wychowawcze",
        "klasa a, b",
        "młodzie żdrsli",
    ],
)
def test_what_is_not_surely_divided_stays(cell: str) -> None:
    assert mend_narrow(cell) == cell


def _texts(document: Document) -> list[str | tuple[str, ...]]:
    return [block.text if isinstance(block, Paragraph) else block.cells for block in document.blocks]


def test_wrapped_lines_are_one_paragraph_with_the_line_of_the_first() -> None:
    document = mend(extract("Ala ma\nkota, a kot\nma dom.\nInne zdanie"))
    assert _texts(document) == ["Ala ma kota, a kot ma dom.", "Inne zdanie"]
    assert [block.source.line for block in document.blocks] == [1, 4]


def test_word_divided_at_the_end_of_a_line_is_joined() -> None:
    assert _texts(mend(extract("bezpie-\nczeństwo"))) == ["bezpieczeństwo"]


def test_heading_in_capitals_over_two_lines_is_one() -> None:
    assert _texts(mend(extract("OBSZAR I\nSPOKOJNE ULICE\n\nOBSZAR II"))) == ["OBSZAR I SPOKOJNE ULICE", "OBSZAR II"]


@pytest.mark.parametrize("mark", ["17", "- 17 -", "Strona 3 z 10", "str. 4", "Id: 1A2B3C4D-0000. Podpisany Strona 1"])
def test_page_marks_disappear(mark: str) -> None:
    assert _texts(mend(extract(f"Raz\n\n{mark}\n\nDwa"))) == ["Raz", "Dwa"]


def test_items_and_labels_are_not_wrapped_lines() -> None:
    lines = ["Lista", "- jeden", "- dwa", "a) trzy", "termin: maj"]
    assert _texts(mend(extract("\n".join(lines)))) == lines


def test_rows_by_tabs_and_by_strokes_with_their_lines_and_gaps() -> None:
    document = extract("a\tb\t\n\n| c | **d** |\n|---|:-:|\n| <p>e</p> | f |")
    assert [block for block in document.blocks if not isinstance(block, Row)] == []
    assert [(block.source.line, block.gap) for block in document.blocks] == [(1, False), (3, True), (5, False)]
    assert _texts(document) == [("a", "b", ""), ("c", "d"), ("e", "f")]


def test_form_feeds_number_the_pages() -> None:
    assert [block.source.page for block in extract("a\n\fb\nc\n\fd").blocks] == [1, 2, 2, 3]
    assert [block.source.page for block in extract("a\nb").blocks] == [None, None]
