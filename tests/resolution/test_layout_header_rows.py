"""Headings of tables: over two rows, in broken words, with numbers of columns, repeated on every page."""

import pytest
from resolution.laid_out import areas, deadlines, duties, odd, read_blocks, texts

from bezpiecznik.resolution.header_rows import header_of, is_counting
from bezpiecznik.resolution.headers import Role, columns_of

AREA = "OBSZAR I: SPOKOJNE ULICE"
HEADER = ["Lp.", "Zadanie", "Realizator", "Partnerzy"]
PATROLS = [("Patrole.", ("AB",), ("CD",))]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["Lp.", "Zadanie", "Realizacja", "", "Termin"], ["", "", "odpowiedzialny", "partnerzy", ""]),
        (
            ["Lp.", "Zadanie", "Realizacja", "Realizacja", "Termin"],
            ["Lp.", "Zadanie", "odpowiedzialny", "partnerzy", "Termin"],
        ),
        (["Lp.", "Zadanie", "Podmioty", "", "Termin"], ["", "", "wiodący", "współpracujące", ""]),
    ],
    ids=["empty cells under a merged one", "repeated text of a merged one", "adjectives under a noun"],
)
def test_group_of_columns_is_named_over_them(above: list[str], below: list[str]) -> None:
    reading = read_blocks(AREA, above, below, ["1", "2", "3", "4", "5"], ["1.", "Patrole.", "AB", "CD", "2025"])
    assert duties(reading) == PATROLS
    assert deadlines(reading) == ["2025"]
    assert odd(reading) == []


def test_first_row_of_data_is_no_second_row_of_the_heading() -> None:
    reading = read_blocks(AREA, ["Zadanie", "Realizator", "Partnerzy"], ["Termin dyżurów.", "Koordynator", "Wykonawcy"])
    assert texts(reading) == ["Termin dyżurów."]


def test_words_broken_over_rows_are_joined() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Nazwa", "Podmiot odpowie-", "Partnerzy"],
        ["", "zadania", "dzialny", ""],
        ["1.", "Patrole.", "AB", "CD"],
    )
    assert duties(reading) == PATROLS


def test_row_under_the_heading_in_small_letters_but_with_a_number_is_data() -> None:
    assert texts(read_blocks(AREA, HEADER, ["1.", "patrole", "ab", "cd"])) == ["patrole"]


@pytest.mark.parametrize("row", [["1", "2", "3", "4"], ["1.", "2.", "3.", "4."], ["(1)", "(2)", "(3)", "(4)"]])
def test_numbers_of_columns_are_no_action(row: list[str]) -> None:
    reading = read_blocks(AREA, HEADER, row, ["1.", "Patrole.", "AB", "CD"])
    assert duties(reading) == PATROLS
    assert odd(reading) == []


def test_other_numbers_are_no_numbers_of_columns() -> None:
    assert not is_counting(("1", "2", "4"))
    assert not is_counting(("1", "2"))


def test_heading_repeated_on_the_next_page_does_not_cut_the_row() -> None:
    reading = read_blocks(
        AREA, HEADER, ["1.", "Patrole", "AB", ""], HEADER, ["", "nocne w parku.", "", "CD"], ["2.", "Radary.", "AB", ""]
    )
    assert areas(reading) == [(1, "SPOKOJNE ULICE", ["Patrole nocne w parku.", "Radary."])]


def test_repeated_heading_with_numbers_from_one_is_another_table() -> None:
    reading = read_blocks("Tabela zadań", HEADER, ["1.", "Patrole.", "AB", ""], HEADER, ["1.", "Apele.", "CD", ""])
    assert [len(area.actions) for area in reading.areas] in ([1, 1], [2])
    assert texts(reading) == ["Patrole.", "Apele."]


def test_first_column_without_a_word_holds_numbers() -> None:
    reading = read_blocks(AREA, ["", "Zadanie", "Realizator"], ["1.", "Patrole.", "AB"], ["2.", "Radary.", "AB"])
    assert [action.no for action in reading.areas[0].actions] == [1, 2]
    assert texts(reading) == ["Patrole.", "Radary."]


@pytest.mark.parametrize(
    ("cells", "roles"),
    [
        (("Poz.", "Treść zadania", "Wykonawca", "Przy udziale"), (Role.NUMBER, Role.TASK, Role.LEAD, Role.PARTNERS)),
        (("Kierunek działania", "Realizujący", "Okres realizacji"), (Role.TASK, Role.LEAD, Role.DEADLINE)),
        (("Priorytet", "Sposób realizacji", "Koordynator"), (Role.AREA, Role.TASK, Role.LEAD)),
        (("Kierunek działania", "Zadanie", "Lider"), (Role.AREA, Role.TASK, Role.LEAD)),
        (("Zadanie", "Realizator / partnerzy"), (Role.TASK, Role.LEAD_AND_PARTNERS)),
        (("Zadanie", "Szacunkowy koszt", "Źródło finansowania"), (Role.TASK, Role.FUNDING, Role.FUNDING)),
        (("Działanie", "Jednostka realizująca", "Podmioty wspierające"), (Role.TASK, Role.LEAD, Role.PARTNERS)),
    ],
)
def test_columns_are_told_by_many_words(cells: tuple[str, ...], roles: tuple[Role, ...]) -> None:
    assert columns_of(cells) == roles


@pytest.mark.parametrize(
    "cells",
    [
        ("Rok", "Liczba działań", "Liczba zdarzeń"),
        ("Obszar", "Cel"),
        ("Jednostka", "Liczba etatów", "Średni czas dojazdu"),
        ("Nazwisko", "Telefon"),
    ],
)
def test_tables_of_other_things_are_not_known(cells: tuple[str, ...]) -> None:
    assert header_of([cells]) is None


def test_number_of_a_heading_may_stand_apart_from_its_stop() -> None:
    reading = read_blocks("IV . BEZPIECZNE DOMY I PIWNICE", HEADER, ["1.", "Patrole.", "AB", "CD"])
    assert [area.name for area in reading.areas] == ["BEZPIECZNE DOMY I PIWNICE"]
