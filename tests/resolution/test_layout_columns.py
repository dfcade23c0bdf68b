"""One table for all areas, cells that hold for several rows, columns of two meanings and of none."""

import pytest
from resolution.laid_out import areas, deadlines, duties, odd, read_blocks

AREA = "OBSZAR I: SPOKOJNE ULICE"
TWO_AREAS = [(1, "Bezpieczna droga", ["Patrole.", "Radary."]), (2, "Bezpieczna szkoła", ["Apele."])]


@pytest.mark.parametrize("again", ["", "I. Bezpieczna droga"], ids=["merged", "repeated"])
def test_area_stands_in_a_column_of_its_own(again: str) -> None:
    reading = read_blocks(
        "HARMONOGRAM DZIAŁAŃ",
        ["Lp.", "Obszar", "Zadanie", "Realizator"],
        ["1.", "I. Bezpieczna droga", "Patrole.", "AB"],
        ["2.", again, "Radary.", "CD"],
        ["3.", "II. Bezpieczna szkoła", "Apele.", "AB"],
    )
    assert areas(reading) == TWO_AREAS
    assert [action.no for area in reading.areas for action in area.actions] == [1, 2, 3]


def test_areas_in_a_column_without_numbers_stand_in_the_order_they_are_met() -> None:
    reading = read_blocks(
        ["Zadanie", "Realizator", "Priorytet"],
        ["Apele.", "AB", "Bezpieczna szkoła"],
        ["Patrole.", "AB", "Bezpieczna droga"],
        ["Radary.", "AB", "Bezpieczna droga"],
    )
    assert areas(reading) == [(1, "Bezpieczna szkoła", ["Apele."]), (2, "Bezpieczna droga", ["Patrole.", "Radary."])]


def test_column_of_goals_names_the_areas_where_nothing_else_does() -> None:
    reading = read_blocks(
        "ZADANIA",
        ["Cel szczegółowy", "Zadanie", "Realizator"],
        ["1. Bezpieczna droga", "Patrole.", "AB"],
        ["", "Radary.", "CD"],
        ["2. Bezpieczna szkoła", "Apele.", "AB"],
    )
    assert areas(reading) == TWO_AREAS


def test_column_of_goals_under_areas_tells_the_goal_of_each_action() -> None:
    reading = read_blocks(
        AREA,
        ["Cel", "Zadanie", "Realizator"],
        ["Mniej kradzieży", "Patrole.", "AB"],
        ["", "Radary.", "CD"],
        "OBSZAR II: SZKOŁA",
        ["Cel", "Zadanie", "Realizator"],
        ["Mniej wypadków", "Apele.", "AB"],
    )
    assert [area.name for area in reading.areas] == ["SPOKOJNE ULICE", "SZKOŁA"]
    goals = [action.goal for area in reading.areas for action in area.actions]
    assert goals == ["Mniej kradzieży", "Mniej kradzieży", "Mniej wypadków"]


def test_goal_told_for_every_action_divides_nothing() -> None:
    reading = read_blocks(
        "ZADANIA",
        ["Cel", "Zadanie", "Realizator"],
        ["Mniej kradzieży", "Patrole.", "AB"],
        ["Mniej wypadków", "Radary.", "CD"],
    )
    assert [len(area.actions) for area in reading.areas] == [2]


def test_first_part_of_a_number_tells_the_area_where_no_heading_does() -> None:
    reading = read_blocks(
        "W programie określono następujące obszary:",
        "1) Bezpieczna droga,",
        "2) Bezpieczna szkoła.",
        "Szczegóły podano w tabeli.",
        ["Nr", "Zadanie", "Realizator"],
        ["1.1.", "Patrole.", "AB"],
        ["1.2", "Radary.", "AB"],
        ["2.1", "Apele.", "AB"],
    )
    assert areas(reading) == TWO_AREAS


def test_responsible_and_partners_in_one_column() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Zadanie", "Realizator / partnerzy"],
        ["1.", "Patrole.", "AB / CD"],
        ["2.", "Radary.", "AB przy współpracy z CD"],
        ["3.", "Apele.", "AB, CD"],
    )
    assert duties(reading) == [
        ("Patrole.", ("AB",), ("CD",)),
        ("Radary.", ("AB",), ("CD",)),
        ("Apele.", ("AB", "CD"), ()),
    ]
    assert [action.confidence for action in reading.areas[0].actions] == [0.8, 0.95, 0.7]


def test_task_merged_over_rows_is_one_action() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Zadanie", "Realizator", "Termin"],
        ["1.", "Patrole.", "AB", "I kwartał"],
        ["1.", "Patrole.", "CD", "II kwartał"],
        ["2.", "Apele.", "CD", "maj"],
    )
    assert [action.text for action in reading.areas[0].actions] == ["Patrole.", "Apele."]
    assert reading.areas[0].actions[0].responsible == ("AB", "CD")
    assert deadlines(reading) == ["I kwartał; II kwartał", "maj"]


def test_same_words_under_other_numbers_are_two_actions() -> None:
    reading = read_blocks(AREA, ["Lp.", "Zadanie", "Realizator"], ["1.", "Patrole.", "AB"], ["2.", "Patrole.", "AB"])
    assert [action.no for action in reading.areas[0].actions] == [1, 2]


def test_remarks_are_kept_apart_and_dashes_are_not() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Zadanie", "Realizator", "Uwagi"],
        ["1.", "Patrole.", "AB", "od maja"],
        ["2.", "Radary.", "AB", "-"],
        ["Razem", "", "2", ""],
    )
    assert odd(reading) == ["Uwagi: od maja", "Razem | 2"]
    assert len(reading.areas[0].actions) == 2


def test_broad_task_over_several_narrow_ones_is_their_goal() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Zadanie", "Działania", "Realizator"],
        ["1.", "Droga do szkoły", "Patrole.", "AB"],
        ["2.", "", "Radary.", "AB"],
    )
    assert [(action.text, action.goal) for action in reading.areas[0].actions] == [
        ("Patrole.", "Droga do szkoły"),
        ("Radary.", "Droga do szkoły"),
    ]


def test_two_columns_about_the_task_row_by_row_are_the_task_and_how_it_is_done() -> None:
    reading = read_blocks(
        AREA,
        ["Lp.", "Zadanie", "Opis działań", "Realizator"],
        ["1.", "Droga do szkoły", "Patrole rano.", "AB"],
        ["2.", "Park", "Patrole nocą.", "AB"],
    )
    assert [(action.text, action.method) for action in reading.areas[0].actions] == [
        ("Droga do szkoły", "Patrole rano."),
        ("Park", "Patrole nocą."),
    ]


def test_tasks_numbered_in_their_own_cells() -> None:
    reading = read_blocks(AREA, ["Zadanie", "Realizator"], ["1. Patrole.", "AB"], ["2. Radary.", "AB"])
    assert [(action.no, action.text) for action in reading.areas[0].actions] == [(1, "Patrole."), (2, "Radary.")]


def test_table_for_readers_of_programmes_with_an_audience_stays_a_table_of_actions() -> None:
    reading = read_blocks(AREA, ["Lp.", "Zadanie", "Realizator", "Odbiorcy"], ["1.", "Patrole.", "AB", "mieszkańcy"])
    assert [action.audience for action in reading.areas[0].actions] == ["mieszkańcy"]
    assert reading.initiatives == ()


def test_row_that_is_a_whole_area_has_its_tasks_in_one_cell() -> None:
    reading = read_blocks(
        ["Obszar", "Cel", "Zadania", "Realizatorzy"],
        ["Droga", "Mniej wypadków", "1. Patrole\n2. Radary", "AB"],
        ["Szkoła", "Ład", "1. Apele\n2. Nadzór", "CD"],
    )
    assert areas(reading) == [(1, "Droga", ["Patrole", "Radary"]), (2, "Szkoła", ["Apele", "Nadzór"])]


def test_same_as_above_is_those_of_the_row_above() -> None:
    header = ["Lp.", "Zadanie", "Realizator", "Partnerzy"]
    reading = read_blocks(AREA, header, ["1.", "Patrole.", "AB", "CD"], ["2.", "Debaty.", "j.w.", "jw."])
    assert duties(reading)[1] == ("Debaty.", ("AB",), ("CD",))


def test_row_without_a_number_but_whole_is_an_action_in_doubt() -> None:
    header = ["Lp.", "Zadanie", "Realizator", "Termin"]
    reading = read_blocks(AREA, header, ["1.", "Patrole", "AB", "maj"], ["", "Radary", "CD", "lipiec"])
    assert [(action.text, action.confidence) for action in reading.areas[0].actions] == [
        ("Patrole", 1.0),
        ("Radary", 0.7),
    ]
