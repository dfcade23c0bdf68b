"""Timetables: months, quarters and years as columns, and annexes that repeat the actions of the programme."""

import pytest
from resolution.laid_out import areas, deadlines, odd, read_blocks, texts

from bezpiecznik.resolution.periods import in_words, is_mark, period_of, periods_of

AREA = "OBSZAR I: SPOKOJNE ULICE"


def test_quarters_marked_with_crosses_are_the_deadline() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Zadanie", "Realizator", "Termin realizacji", "", "", ""],
        ["", "", "", "I", "II", "III", "IV"],
        ["1.", "Patrole.", "AB", "X", "", "X", ""],
        ["2.", "Debaty.", "CD", "", "x", "", ""],
        ["3.", "Apele.", "CD", "", "", "", ""],
    )
    assert deadlines(reading) == ["I, III kwartał", "II kwartał", None]


def test_name_of_the_group_may_stand_in_brackets() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Zadanie", "Realizator", "I kw. (Termin)", "II kw. (Termin)", "III kw. (Termin)", "IV kw. (Termin)"],
        ["1.", "Patrole.", "AB", "X", "", "", "X"],
    )
    assert deadlines(reading) == ["I, IV kwartał"]


def test_twelve_columns_are_months() -> None:
    numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    marks = ["", "", "", "", "+", "", "", "", "+", "", "", ""]
    reading = read_blocks(AREA, ["Zadanie", "Realizator", *numbers], ["Patrole.", "AB", *marks])
    assert deadlines(reading) == ["maj, wrzesień"]


def test_quarters_of_two_years() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Zadanie", "Realizator", "2025", "", "2026", ""],
        ["", "", "", "I półrocze", "II półrocze", "I półrocze", "II półrocze"],
        ["1.", "Patrole.", "AB", "x", "", "x", "x"],
    )
    assert deadlines(reading) == ["2025: I półrocze; 2026: I, II półrocze"]


def test_amounts_under_years_are_money() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Zadanie", "Realizator", "Koszt w latach (zł)", ""],
        ["", "", "", "2025", "2026"],
        ["1.", "Patrole.", "AB", "10 000", "12 000"],
    )
    assert reading.areas[0].actions[0].funding == "2025: 10 000; 2026: 12 000"
    assert deadlines(reading) == [None]


def test_figures_under_years_beside_no_performer_are_statistics() -> None:
    reading = read_blocks(
        "Tabela 1", ["Rodzaj działania", "2021", "2022"], ["kontrole", "11", "22"], ["patrole", "10", "20"]
    )
    assert reading.areas == ()
    assert odd(reading) == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("I kw.", ("kwartał", "I")),
        ("3 kwartał", ("kwartał", "III")),
        ("II półrocze", ("półrocze", "II")),
        ("maj", ("miesiąc", "maj")),
        ("wrz.", ("miesiąc", "wrzesień")),
        ("2025 r.", ("rok", "2025")),
        ("I", None),
        ("Maj w szkołach", None),
        ("majątek", None),
    ],
)
def test_words_for_times(text: str, period: tuple[str, str] | None) -> None:
    assert period_of(text) == period


def test_one_year_alone_or_a_broken_run_of_numbers_is_no_timetable() -> None:
    assert periods_of(("Lp.", "Zadanie", "2025")) == {}
    assert periods_of(("Lp.", "I", "II", "IV", "V")) == {}


@pytest.mark.parametrize("cell", ["X", "x", "+", "✓", "xx", "tak"])
def test_marks(cell: str) -> None:
    assert is_mark(cell)


@pytest.mark.parametrize("cell", ["", "nie", "2", "XX wiek"])
def test_no_marks(cell: str) -> None:
    assert not is_mark(cell)


def test_marks_in_words() -> None:
    assert in_words([("kwartał", "I", ""), ("kwartał", "III", "")]) == "I, III kwartał"


PROSE = (
    AREA,
    "1.1. Prowadzenie patroli w parkach. Realizatorzy: AB.",
    "1.2. Organizowanie debat. Realizatorzy: CD.",
    "HARMONOGRAM",
)


def test_annex_that_repeats_the_actions_only_adds_to_them() -> None:
    reading = read_blocks(
        *PROSE,
        ["Lp.", "Zadanie", "Termin", "Koszt"],
        ["1.1", "Prowadzenie patroli w parkach", "2025", "10 zł"],
        ["1.2", "Organizowanie debat", "maj", "-"],
    )
    assert areas(reading) == [(1, "SPOKOJNE ULICE", ["Prowadzenie patroli w parkach.", "Organizowanie debat."])]
    assert deadlines(reading) == ["2025", "maj"]
    assert [action.funding for action in reading.areas[0].actions] == ["10 zł", None]
    assert [action.confidence for action in reading.areas[0].actions] == [0.9, 0.9]


def test_annex_of_numbers_alone_is_joined_by_them_and_a_strange_number_is_told() -> None:
    reading = read_blocks(*PROSE, ["Nr zadania", "Termin"], ["1.1", "2025"], ["1.2", "maj"], ["1.9", "2027"])
    assert deadlines(reading) == ["2025", "maj"]
    assert odd(reading) == ["1.9 | 2027"]


def test_what_the_annex_says_otherwise_is_told_and_changes_nothing() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Zadanie", "Realizator", "Termin"],
        ["1.", "Patrole.", "AB", "2025"],
        "HARMONOGRAM",
        ["Lp.", "Zadanie", "Termin"],
        ["1.", "Patrole.", "2026"],
    )
    assert deadlines(reading) == ["2025"]
    assert odd(reading) == ["1: 2026"]


def test_second_table_with_other_tasks_under_the_same_numbers_is_no_annex() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Zadanie", "Realizator"],
        ["1.", "Patrole.", "AB"],
        "OBSZAR II: SZKOŁA",
        ["Lp.", "Zadanie", "Termin"],
        ["1.", "Apele i konkursy.", "2026"],
    )
    assert texts(reading) == ["Patrole.", "Apele i konkursy."]
