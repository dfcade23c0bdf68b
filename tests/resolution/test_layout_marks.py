"""How tasks are marked and areas named in running text: every mark opens an item, every such word an area."""

import pytest
from resolution.laid_out import areas, duties, read_blocks

from bezpiecznik.resolution.marks import card_of, mark_of

TASKS = [
    ("Patrole piesze w parkach.", ("KPP",), ("OSP",)),
    ("Kontrole przystanków.", ("OSP",), ()),
    ("Prowadzenie apeli.", ("OSP",), ()),
]
MARKS = [
    "Zad. {}. ", "Zadanie A.{}. ", "Zadanie nr I/{}: ", "Działanie A.{} – ", "§ {}. ", "Ad. {}. ", "Pkt {}. ",
    "Nr {}. ",
    "Lp. {}. ", "{}/ ", "{}] ", "({}) ", "{} – ", "I.{}. ", "I.{}.a ", "A.{}. ", "A{}. ", "Z-{} ", "1.1.{} ", "✔ ",
    "➔ ",
    "Czynność {}: ", "Zamierzenie {}. ", "Fiszka zadania nr {} – ",
]  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_tasks_with_their_fields_in_the_lines_below(mark: str) -> None:
    one, two = mark.format(1), mark.format(2)
    reading = read_blocks(
        "OBSZAR I: ULICE",
        f"{one}Patrole piesze w parkach.",
        "Realizator: KPP, partnerzy: OSP",
        f"{two}Kontrole przystanków.",
        "Realizator: OSP",
        "OBSZAR II: DROGA",
        f"{one}Prowadzenie apeli.",
        "Realizator: OSP",
    )
    assert duties(reading) == TASKS
    assert [(no, name) for no, name, _ in areas(reading)] == [(1, "ULICE"), (2, "DROGA")]


@pytest.mark.parametrize("mark", [*MARKS, "I. ", "a. ", "(a) "])
def test_tasks_with_their_fields_in_the_same_line(mark: str) -> None:
    one = mark.format(1)
    two = {"I. ": "II. ", "a. ": "b. ", "(a) ": "(b) "}.get(mark, mark.format(2))
    reading = read_blocks(
        "OBSZAR I: ULICE",
        f"{one}Patrole piesze w parkach. Realizator: KPP; partnerzy: OSP.",
        f"{two}Kontrole przystanków. Realizator: OSP.",
        "OBSZAR II: DROGA",
        f"{one}Prowadzenie apeli. Realizator: OSP.",
    )
    assert duties(reading) == TASKS


@pytest.mark.parametrize(
    "line",
    [
        "A4 i S7 to drogi, na których dochodzi do wypadków",
        "12.05.2024 odbyło się posiedzenie",
        "1 – 31 marca",
        "V kolumna",
        "o Policji",
        "r. Nowelizacja ustawy",
        "Zadania 1–3 realizuje gmina",
        "Zadania 1 i 2 są najważniejsze",
        "Program 500+ wspiera rodziny",
        "Programy 2024–2028",
    ],
)
def test_other_lines_with_numbers_are_no_items(line: str) -> None:
    assert mark_of(line) is None
    assert card_of(line) is None


@pytest.mark.parametrize(
    "word",
    [
        "Dział {R}. ", "Rozdział {N} ", "ROZDZIAŁ {R}. ", "Część {A}. ", "Pole {N}: ", "Filar {R} – ", "Cel {A}. ",
        "Moduł {N} ", "Obszar tematyczny nr {N} – ", "Oś priorytetowa {N}. ", "Oś {N}. ", "{R}. ", "{N}. ", "{A}. ",
        "Zagadnienie {N}. ", "Temat {N}: ", "Kierunek interwencji {N}. ", "Wyzwanie {N}. ", "Zakres {R} – ",
        "Cel szczegółowy 1.{N}: ", "Obszar {O}: ", "Sfera {R}. ", "Blok {N} – ", "Linia działania {N}: ",
    ],
)  # fmt: skip
def test_words_that_open_an_area(word: str) -> None:
    one, two = (word.format(R=r, N=n, A=a, O=o) for r, n, a, o in (("I", 1, "A", "pierwszy"), ("II", 2, "B", "drugi")))
    reading = read_blocks(
        "Program",
        f"{one}Ulice",
        "1) Patrole piesze w parkach.",
        "Realizator: KPP",
        "2) Kontrole przystanków.",
        "Realizator: OSP",
        f"{two}Prewencja",
        "1) Prowadzenie apeli.",
        "Realizator: OSP",
    )
    assert areas(reading) == [
        (1, "Ulice", ["Patrole piesze w parkach.", "Kontrole przystanków."]),
        (2, "Prewencja", ["Prowadzenie apeli."]),
    ]


def test_chapters_numbered_through_the_document_close_the_areas_inside_them() -> None:
    reading = read_blocks(
        "1. Wstęp",
        "Program powstał z potrzeby.",
        "2. Zadania",
        "Obszar A. Ulice",
        "Zad. 1. Patrole. Realizator: KPP.",
        "Obszar B. Droga",
        "Zad. 2. Radary. Realizator: KPP.",
        "3. Ewaluacja",
        "Raport przyjmuje Zarząd.",
    )
    assert areas(reading) == [(1, "Ulice", ["Patrole."]), (2, "Droga", ["Radary."])]


def test_tasks_numbered_in_their_areas_are_no_chapters() -> None:
    reading = read_blocks(
        "Obszar A. Ulice",
        "1. Patrole",
        "Realizator: KPP",
        "2. Radary",
        "Realizator: KPP",
        "Obszar B. Droga",
        "3. Apele",
        "Realizator: KPP",
    )
    assert areas(reading) == [(1, "Ulice", ["Patrole", "Radary"]), (2, "Droga", ["Apele"])]


def test_headings_over_deeper_numbers_name_the_areas() -> None:
    reading = read_blocks(
        "5. Zamierzenia",
        "5.1. Ulica i podwórko",
        "5.1.1. Kontrole targowisk.",
        "Wykonuje: KPP, wspólnie z: OSP.",
        "5.1.2. Patrole.",
        "Wykonuje: KPP.",
        "5.2. Dom",
        "5.2.1. Dyżury.",
        "Wykonuje: OSP, wspólnie z: KPP.",
    )
    assert areas(reading) == [(1, "Ulica i podwórko", ["Kontrole targowisk.", "Patrole."]), (2, "Dom", ["Dyżury."])]
    assert duties(reading)[0] == ("Kontrole targowisk.", ("KPP",), ("OSP",))
