"""A small table of fields under the line of its task, and tables that only look like one."""

import pytest
from resolution.laid_out import Line, deadlines, duties, read_blocks, texts

AREA = "OBSZAR I: SPOKOJNE ULICE"
HEAD = ["Odpowiedzialny", "Współpracujący", "Termin", "Źródło finansowania"]


@pytest.mark.parametrize(
    "titles",
    [
        ("Zadanie 1.1. Patrole w parkach.", "Zadanie 1.2. Radary na moście."),
        ("1. Patrole w parkach.", "2. Radary na moście."),
        ("Patrole w parkach", "Radary na moście"),
    ],
)
def test_fields_in_a_table_under_each_task_are_those_of_the_task(titles: tuple[str, str]) -> None:
    reading = read_blocks(
        AREA, titles[0], HEAD, ["AB", "CD, szkoły", "maj", "budżet"], titles[1], HEAD, ["CD", "AB", "stale", ""]
    )
    assert [(text.rstrip("."), lead, partners) for text, lead, partners in duties(reading)] == [
        ("Patrole w parkach", ("AB",), ("CD", "szkoły")),
        ("Radary na moście", ("CD",), ("AB",)),
    ]
    assert deadlines(reading) == ["maj", "stale"]
    assert [action.funding for action in reading.areas[0].actions] == ["budżet", None]


def test_several_rows_of_fields_are_joined_and_the_number_of_the_task_may_stand_on_a_line_of_its_own() -> None:
    reading = read_blocks(
        AREA,
        "Zadanie 1.1",
        "Patrole piesze w każdy weekend",
        ["Lp.", *HEAD],
        ["1.", "AB", "CD", "maj", "budżet"],
        ["2.", "EF", "szkoły", "czerwiec", "budżet"],
    )
    action = reading.areas[0].actions[0]
    assert (action.no, action.text) == (1, "Patrole piesze w każdy weekend")
    assert (action.responsible, action.partners) == (("AB", "EF"), ("CD", "szkoły"))
    assert (action.deadline, action.funding) == ("maj; czerwiec", "budżet")


@pytest.mark.parametrize(
    "lines",
    [
        (AREA, HEAD, ["AB", "CD", "maj", "budżet"]),
        ("1. Bezpieczne ulice", HEAD, ["AB", "CD", "maj", "budżet"]),
        ("Koordynacja", HEAD, ["AB", "CD", "maj", "budżet"]),
    ],
)
def test_same_table_under_an_area_whose_tasks_stand_in_their_own_table_is_no_task(lines: tuple[Line, ...]) -> None:
    reading = read_blocks(*lines, AREA, ["Lp.", "Zadanie", "Realizator"], ["1.", "Patrole.", "AB"])
    assert texts(reading) == ["Patrole."]


def test_table_of_people_to_ask_under_a_task_gives_it_no_fields() -> None:
    reading = read_blocks(
        AREA, "Zadanie 1.1. Patrole. Realizator: AB. Termin: maj", ["Podmiot", "Telefon"], ["CD", "123"], ["EF", "456"]
    )
    assert duties(reading) == [("Patrole.", ("AB",), ())]
