"""Several tasks in one cell: separate actions only where the layout says so (ADR 0020)."""

import pytest
from resolution.laid_out import duties, read_blocks, texts

from bezpiecznik.resolution.multiple import Part, parts_of_cell

AREA = "OBSZAR I: SPOKOJNE ULICE"
HEADER = ["Lp.", "Zadanie", "Realizator"]


def test_items_after_a_sentence_of_their_own_are_one_text() -> None:
    reading = read_blocks(AREA, HEADER, ["1.", "Ochrona szkół, w tym:\n- patrole,\n- kontrole.", "AB"])
    assert texts(reading) == ["Ochrona szkół, w tym: - patrole, - kontrole."]


def test_items_beside_one_performer_are_one_text() -> None:
    reading = read_blocks(AREA, HEADER, ["1.", "1) Patrole\n2) Debaty", "AB"])
    assert texts(reading) == ["1) Patrole 2) Debaty"]


def test_items_beside_as_many_performers_are_actions() -> None:
    reading = read_blocks(AREA, HEADER, ["1.", "1) Patrole\n2) Debaty", "AB\nCD"])
    assert duties(reading) == [("Patrole", ("AB",), ()), ("Debaty", ("CD",), ())]
    assert [action.confidence for action in reading.areas[0].actions] == [0.85, 0.85]


def test_wrapped_lines_are_one_text_with_single_spaces() -> None:
    reading = read_blocks(AREA, HEADER, ["1.", "Patrole nocne\nw parkach  miejskich", "AB, CD"])
    assert duties(reading) == [("Patrole nocne w parkach miejskich", ("AB", "CD"), ())]


def test_numbers_of_the_document_inside_a_cell_are_actions() -> None:
    reading = read_blocks(AREA, ["Zadanie", "Realizator"], ["1.1. Patrole\n1.2. Debaty", "AB"])
    assert [(action.no, action.text) for action in reading.areas[0].actions] == [(1, "Patrole"), (2, "Debaty")]


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("- a b\n- c d", [Part("a b"), Part("c d")]),
        ("1) Patrole; 2) Debaty", [Part("Patrole", "1"), Part("Debaty", "2")]),
        ("• Patrole • Debaty", [Part("Patrole"), Part("Debaty")]),
        (
            "1. Patrole:\n- nocne,\n- dzienne\n2. Debaty",
            [Part("Patrole: - nocne, - dzienne", "1"), Part("Debaty", "2")],
        ),
        ("Patrole w klasach 1. i 2. szkół", []),
        ("Patrole", []),
        ("Patrole\nDebaty społeczne", []),
        ("", []),
    ],
)
def test_items_of_a_cell(cell: str, parts: list[Part]) -> None:
    assert parts_of_cell(cell) == parts


def test_lettered_rows_with_performers_are_actions_that_keep_the_words_over_them() -> None:
    reading = read_blocks(
        AREA, HEADER, ["1.", "Patrole:", ""], ["a)", "nocne", "AB"], ["b)", "dzienne", "CD"], ["2.", "Apele", "AB"]
    )
    assert duties(reading) == [
        ("Patrole: nocne", ("AB",), ()),
        ("Patrole: dzienne", ("CD",), ()),
        ("Apele", ("AB",), ()),
    ]
    assert reading.areas[0].actions[0].confidence == 0.7


def test_lettered_rows_without_performers_are_points_of_their_task() -> None:
    reading = read_blocks(AREA, HEADER, ["1.", "Patrole:", "AB"], ["a)", "nocne", ""], ["b)", "dzienne", ""])
    assert texts(reading) == ["Patrole: a) nocne b) dzienne"]
