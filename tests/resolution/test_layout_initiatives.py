"""Programmes of institutions: as tables, as cards, as items of a list, in one paragraph."""

import pytest
from resolution.laid_out import Line, read_blocks

from bezpiecznik.resolution import Reading

CHAPTER = "IV. PROGRAMY REALIZOWANE PRZEZ JEDNOSTKI"
FIELDS = (("Cel", "Mniej oszustw"), ("Realizator", "AB"), ("Adresaci", "seniorzy"), ("Termin", "2024–2026"))
TABLE: list[list[str]] = [
    ["Nazwa programu", "Bezpieczny senior"],
    *(list(pair) for pair in FIELDS),
    ["Opis", "Spotkania."],
]
LINES = [f"{label}: {value}" for label, value in FIELDS] + ["Sposób realizacji: Spotkania."]


def _only(reading: Reading) -> tuple[str, str, tuple[str, ...], str, str, str]:
    (row,) = reading.initiatives
    return row.name, row.goal, row.executors, row.audience, row.term_raw, row.method.rstrip(".")


@pytest.mark.parametrize(
    "blocks",
    [
        TABLE,
        ["Nazwa programu: Bezpieczny senior", *LINES],
        ["1. Bezpieczny senior", *LINES],
        ["Bezpieczny senior", *LINES],
        ["Nazwa programu: Bezpieczny senior; " + "; ".join(LINES)],
        [
            ["Lp.", "Nazwa programu", "Cel", "Realizator", "Adresaci", "Czas realizacji", "Opis"],
            ["1.", "Bezpieczny senior", "Mniej oszustw", "AB", "seniorzy", "2024–2026", "Spotkania."],
        ],
    ],
    ids=["table of labels", "labelled lines", "numbered", "title", "one paragraph", "table"],
)
def test_every_field_of_an_initiative_is_read(blocks: list[Line]) -> None:
    reading = read_blocks(CHAPTER, *blocks)
    assert _only(reading) == ("Bezpieczny senior", "Mniej oszustw", ("AB",), "seniorzy", "2024–2026", "Spotkania")
    assert reading.areas == ()


def test_numbers_of_cards_are_those_of_the_initiatives() -> None:
    reading = read_blocks(
        CHAPTER,
        "Program nr: 1",
        "Nazwa programu: Senior",
        "Realizator: AB",
        "Program nr: 2",
        "Nazwa programu: Szkoła",
        "Realizator: AB",
    )
    assert [(row.no, row.name) for row in reading.initiatives] == [(1, "Senior"), (2, "Szkoła")]


def test_task_card_with_an_audience_is_an_action() -> None:
    reading = read_blocks(
        "OBSZAR I: ULICE", "Zadanie 1. Patrole", "Realizator: AB", "Adresaci: mieszkańcy", "Cel: spokój"
    )
    assert reading.initiatives == ()
    action = reading.areas[0].actions[0]
    assert (action.text, action.audience, action.goal) == ("Patrole", "mieszkańcy", "spokój")


def test_name_of_the_programme_itself_is_no_initiative() -> None:
    reading = read_blocks("Program: zapobieganie przestępczości", "1. Wstęp", "Program powstał w 2024 roku.")
    assert reading.initiatives == ()
