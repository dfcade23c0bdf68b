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


FIELDS_OF_CARD = (
    "Cel: Pomoc",
    "Realizatorzy: KPP, OSP",
    "Adresaci: uczniowie",
    "Termin: 2025–2028",
    "Sposób realizacji: Spotkania",
    "Finansowanie: budżet",
)


@pytest.mark.parametrize(
    ("chapter", "one", "two"),
    [
        ("IV. PROGRAMY PROFILAKTYCZNE", "Program 1. Dzwonki", "Program 2. Druh"),
        ("Programy realizowane w powiecie", "Nazwa programu: Dzwonki", "Nazwa programu: Druh"),
        ("Inicjatywy", "Inicjatywa nr 1 – Dzwonki", "Inicjatywa nr 2 – Druh"),
        ("Inicjatywy społeczne", "Inicjatywa: Dzwonki", "Inicjatywa: Druh"),
        ("ROZDZIAŁ III. PROJEKTY", "1. Dzwonki", "2. Druh"),
        ("III. Akcje i kampanie", "Kampania „Dzwonki”", "Kampania „Druh”"),
        ("IV. Programy edukacyjne", "Karta programu nr 1: Dzwonki", "Karta programu nr 2: Druh"),
        ("IV. Przedsięwzięcia partnerskie", "Projekt: Dzwonki", "Projekt: Druh"),
        ("IV. INICJATYWY", "Nazwa: Dzwonki", "Nazwa: Druh"),
        ("Nasze kampanie", "a) Dzwonki", "b) Druh"),
    ],
)
def test_cards_of_initiatives_after_the_areas(chapter: str, one: str, two: str) -> None:
    reading = read_blocks(
        "OBSZAR I: ULICE",
        "1. Patrole. Realizator: KPP; termin: maj.",
        "2. Radary. Realizator: KPP.",
        "OBSZAR II: DROGA",
        "1. Apele. Realizator: OSP.",
        chapter,
        one,
        *FIELDS_OF_CARD,
        two,
        *FIELDS_OF_CARD,
        "V. MONITORING",
        "Raport roczny przyjmuje Zarząd.",
    )
    assert [row.name for row in reading.initiatives] == ["Dzwonki", "Druh"]
    assert {
        (row.goal, row.executors, row.audience, row.term_from, row.method, row.funding) for row in reading.initiatives
    } == {("Pomoc", ("KPP", "OSP"), "uczniowie", "2025", "Spotkania", "budżet")}
    assert [len(area.actions) for area in reading.areas] == [2, 1]


def test_project_cards_inside_an_area_are_its_actions() -> None:
    reading = read_blocks("OBSZAR I: ULICE", "Projekt 1. Patrole", "Cel: Spokój", "Realizator: KPP", "Termin: maj")
    assert reading.initiatives == ()
    assert [action.text for action in reading.areas[0].actions] == ["Patrole"]
