"""Headings inside a table: areas, goals and institutions as rows of their own."""

import pytest
from resolution.laid_out import areas, duties, odd, read_blocks, texts

HEADER = ["Lp.", "Zadanie", "Realizator"]
TWO_AREAS = [(1, "Bezpieczna droga", ["Patrole.", "Radary."]), (2, "Bezpieczna szkoła", ["Apele."])]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["I. Bezpieczna droga", "", ""], ["II. Bezpieczna szkoła", "", ""]),
        (["Bezpieczna droga"] * 3, ["Bezpieczna szkoła"] * 3),
        (["I", "Bezpieczna droga", ""], ["II", "Bezpieczna szkoła", ""]),
        (["Obszar 1: Bezpieczna droga", "", ""], ["Obszar 2: Bezpieczna szkoła", "", ""]),
        (["", "Priorytet 1. Bezpieczna droga", ""], ["", "Priorytet 2. Bezpieczna szkoła", ""]),
    ],
    ids=["first cell", "merged over all", "Roman number", "says it is an area", "in the column of tasks"],
)
def test_row_names_the_area_of_the_rows_under_it(first: list[str], second: list[str]) -> None:
    reading = read_blocks(
        "Tabela zadań", HEADER, first, ["1.", "Patrole.", "AB"], ["2.", "Radary.", "CD"], second, ["3.", "Apele.", "AB"]
    )
    assert areas(reading) == TWO_AREAS
    assert odd(reading) == []


def test_whole_numbers_head_the_compound_ones() -> None:
    reading = read_blocks(
        HEADER,
        ["1.", "Bezpieczna droga", ""],
        ["1.1.", "Patrole.", "AB"],
        ["1.2", "Radary.", "AB"],
        ["2.", "Bezpieczna szkoła", ""],
        ["2.1", "Apele.", "AB"],
    )
    assert areas(reading) == TWO_AREAS


def test_action_without_a_performer_is_no_heading() -> None:
    reading = read_blocks("OBSZAR I: ULICE", HEADER, ["1.", "Patrole", ""], ["2.", "Radary", "AB"])
    assert texts(reading) == ["Patrole", "Radary"]


def test_goals_inside_the_tables_of_areas_are_goals_of_actions() -> None:
    reading = read_blocks(
        "OBSZAR I: DROGA",
        HEADER,
        ["Cel szczegółowy 1: Mniej wypadków", "", ""],
        ["1.", "Patrole.", "AB"],
        ["Cel szczegółowy 2: Mniej hałasu", "", ""],
        ["2.", "Radary.", "AB"],
        "OBSZAR II: SZKOŁA",
        HEADER,
        ["Cel szczegółowy 1: Spokój", "", ""],
        ["1.", "Apele.", "AB"],
    )
    assert areas(reading) == [(1, "DROGA", ["Patrole.", "Radary."]), (2, "SZKOŁA", ["Apele."])]
    goals = [action.goal for area in reading.areas for action in area.actions]
    assert goals == ["Mniej wypadków", "Mniej hałasu", "Spokój"]


def test_institution_as_a_row_leads_what_stands_under_it() -> None:
    reading = read_blocks(
        "III. ZADANIA PODMIOTÓW PROGRAMU",
        ["Lp.", "Zadanie", "Termin"],
        ["Komenda Powiatowa Policji", "", ""],
        ["1.", "Patrole.", "stale"],
        ["Straż Miejska", "", ""],
        ["1.", "Parkowanie.", "2025"],
    )
    assert duties(reading) == [
        ("Patrole.", ("Komenda Powiatowa Policji",), ()),
        ("Parkowanie.", ("Straż Miejska",), ()),
    ]
    assert len(reading.areas) == 1


def test_rest_of_a_cut_row_is_no_heading() -> None:
    reading = read_blocks("OBSZAR I: ULICE", HEADER, ["1.", "Patrole przy", "AB"], ["", "Szkole Podstawowej", ""])
    assert texts(reading) == ["Patrole przy Szkole Podstawowej"]


PERFORMED = ["Lp.", "Zadanie", "Realizator", "Partnerzy"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["1.", "OBSZAR I – DROGA", "", ""], ["2.", "OBSZAR II – SZKOŁA", "", ""]),
        (["Obszar I", "DROGA", "", ""], ["Obszar II", "SZKOŁA", "", ""]),
    ],
    ids=["beside a number", "in two cells"],
)
def test_area_that_says_so_is_no_action(first: list[str], second: list[str]) -> None:
    reading = read_blocks(PERFORMED, first, ["1.", "Patrole.", "AB", "CD"], second, ["1.", "Apele.", "AB", "CD"])
    assert areas(reading) == [(1, "DROGA", ["Patrole."]), (2, "SZKOŁA", ["Apele."])]


@pytest.mark.parametrize("title", [["OBSZAR I: DROGA", "", "", ""], ["OBSZAR I: DROGA"], ["Obszar I", "DROGA"]])
def test_title_in_a_row_above_the_heading_of_columns(title: list[str]) -> None:
    reading = read_blocks(title, PERFORMED, ["1.", "Patrole.", "AB", "CD"])
    assert areas(reading) == [(1, "DROGA", ["Patrole."])]
    assert odd(reading) == []
