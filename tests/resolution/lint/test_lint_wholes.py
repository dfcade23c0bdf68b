"""What a whole programme lacks."""

import pytest
from resolution.faults import FULL_HEADER, actions, findings, places, subjects

from bezpiecznik.resolution.lint.subject import LONGEST_EXAMINED

AREA = "OBSZAR I: DROGI\n\n" + FULL_HEADER
FULL = "".join(f"{number}.\tPatrole {number}.\tAB\tCD\t2025\tliczba\twłasne\n" for number in range(1, 4))


def test_columns_that_no_action_has() -> None:
    assert subjects(actions("Patrole.", "Dyżury.", "Kontrole."), "COLUMN_MISSING") == [
        "termin",
        "miernik",
        "finansowanie",
    ]


def test_place_of_missing_columns_is_the_row_of_their_names() -> None:
    assert set(places(actions("Patrole.", "Dyżury.", "Kontrole."), "COLUMN_MISSING")) == {("l.8",)}


def test_columns_that_are_there_and_a_programme_too_small_to_tell() -> None:
    assert findings(AREA + FULL, "COLUMN_MISSING") == []
    assert findings(actions("Patrole.", "Dyżury."), "COLUMN_MISSING") == []


def test_column_filled_in_one_action_is_a_column() -> None:
    assert subjects(AREA + FULL.replace("liczba", "", 2).replace("2025", "", 2), "COLUMN_MISSING") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sprawozdania składa się w czasie określonym w harmonogramie.", True),
        ("Zadania wykonuje się zgodnie z harmonogramem.", True),
        ("Zadaniem komisji jest opracowanie harmonogramu spotkań.", False),
        ("Harmonogram działań na 2025 rok\n\nDziała się zgodnie z harmonogramem.", False),
    ],
)
def test_timetable_that_the_text_relies_on(text: str, told: bool) -> None:
    assert subjects(text, "ANNEX_MISSING") == (["harmonogram"] if told else [])


def test_deadlines_of_the_actions_are_a_timetable() -> None:
    assert findings("Działa się zgodnie z harmonogramem.\n\n" + AREA + FULL, "ANNEX_MISSING") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mapa stanowi załącznik nr 2.\n\nProgram stanowi załącznik nr 1.", ["załącznik nr 2"]),
        ("Mapa stanowi załącznik nr 2.\n\nZałącznik nr 2\n\nMapa. Program stanowi załącznik nr 1.", []),
        ("Program stanowi załącznik nr 1 do uchwały.", []),
        ("Wzór określa załącznik nr 3 do rozporządzenia. Program to załącznik nr 1.", []),
        ("Program stanowi załącznik do uchwały.", []),
    ],
)
def test_annex_that_the_text_sends_to(text: str, told: list[str]) -> None:
    assert subjects(text, "ANNEX_MISSING") == told


def test_programme_without_goals() -> None:
    assert subjects(actions("Patrole.", "Dyżury.", "Kontrole."), "GOAL_MISSING") == ["cele programu"]


@pytest.mark.parametrize("before", ["Celem programu jest spokój.", "Program ma na celu spokój."])
def test_programme_that_says_what_it_is_for(before: str) -> None:
    assert findings(before + "\n\n" + AREA + FULL, "GOAL_MISSING") == []


def test_document_too_long_to_be_examined_says_so() -> None:
    line = "Zdanie o niczym szczególnym, które się powtarza w tym dokumencie.\n\n"
    long = line * (LONGEST_EXAMINED // len(line) + 10)
    assert len(places(long, "EXAMINED_PARTLY")) == 1
    assert findings(line * 10, "EXAMINED_PARTLY") == []


GOAL = "Głównym celem programu jest {}."


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ((GOAL.format("spokój na drogach powiatu"), GOAL.format("wyższa jakość wody w jeziorach")), True),
        ((GOAL.format("spokój na drogach"), GOAL.format("spokój na drogach powiatu")), False),
        ((GOAL.format("spokój na drogach"), "Inne cele to czysta woda i zdrowy las."), False),
    ],
)
def test_main_goal_is_stated_once(texts: tuple[str, str], told: bool) -> None:
    assert bool(findings("\n\n".join(texts), "GOAL_CONFLICT")) is told


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("Program opracowano na podstawie zbadania stanu bezpieczeństwa powiatu.", True),
        ("Program opracowano na podstawie zbadania stanu bezpieczeństwa.\n\nII. DIAGNOZA ZAGROŻEŃ\n\nTekst.", False),
        ("Program opracowano na podstawie ustawy.\n\nKomisja zajmuje się oceną zagrożeń.", False),
    ],
)
def test_analysis_that_the_programme_rests_on(before: str, told: bool) -> None:
    assert ("diagnoza" in subjects(before + "\n\n" + AREA + FULL, "ANNEX_MISSING")) is told
