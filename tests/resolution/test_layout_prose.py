"""Lists of running text: who, with whom and when told in the sentence, in lines under it, or once for the list."""

import pytest
from resolution.laid_out import areas, deadlines, duties, odd, read_blocks, texts

from bezpiecznik.resolution.labels import divide

AREA = "OBSZAR I: SPOKOJNE ULICE"


def test_fields_in_the_sentence_of_the_task() -> None:
    reading = read_blocks(
        AREA,
        "1. Patrole w parkach. Realizatorzy: AB, CD; partnerzy: szkoły; termin: na bieżąco.",
        "2. Debaty w szkołach. Partnerzy: szkoły; termin: 2025 r.; realizatorzy: CD.",
        "OBSZAR II: SZKOŁA",
        "1. Apele. Realizator: AB.",
    )
    assert duties(reading) == [
        ("Patrole w parkach.", ("AB", "CD"), ("szkoły",)),
        ("Debaty w szkołach.", ("CD",), ("szkoły",)),
        ("Apele.", ("AB",), ()),
    ]
    assert deadlines(reading) == ["na bieżąco", "2025 r.", None]
    assert [(area.no, area.name) for area in reading.areas] == [(1, "SPOKOJNE ULICE"), (2, "SZKOŁA")]


@pytest.mark.parametrize(
    "item",
    [
        "Patrole (realizator: AB; termin: 2025 r.)",
        "Patrole – realizator: AB; termin: 2025 r.",
        "Patrole. Odp.: AB, termin: 2025 r.",
        "Patrole; WYKONAWCA: AB; TERMIN REALIZACJI: 2025 r.",
        "Patrole. Podmiot odpowiedzialny: AB. Okres realizacji: 2025 r.",
    ],
)
def test_fields_in_brackets_after_a_dash_shortened_or_in_capitals(item: str) -> None:
    reading = read_blocks(AREA, f"- {item},", "- Radary. Realizator: CD.")
    action = reading.areas[0].actions[0]
    assert action.text.rstrip(".") == "Patrole"
    assert (action.responsible, action.deadline) == (("AB",), "2025 r.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Debata wśród realizatorów: tych najważniejszych",
        "Kontrole w godz. 8:00-10:00",
        "AB – Agencja Bezpieczeństwa",
        "Uwaga: program realizują gminy",
        "Patrole – także nocne – w parkach",
    ],
)
def test_other_words_before_a_colon_or_a_dash_are_no_labels(sentence: str) -> None:
    assert divide(sentence) == (sentence, [])


@pytest.mark.parametrize("label", ["Realizacja", "Odpowiedzialni", "Wykonawcy", "Realizuje", "Podmiot wiodący"])
def test_fields_in_the_lines_under_the_task(label: str) -> None:
    reading = read_blocks(
        AREA, "1) Patrole w parkach", f"{label}: AB", "Termin: stale", "2) Debaty", f"{label}: CD", "Termin: maj"
    )
    assert duties(reading) == [("Patrole w parkach", ("AB",), ()), ("Debaty", ("CD",), ())]
    assert deadlines(reading) == ["stale", "maj"]


def test_fields_as_bullets_under_the_task() -> None:
    reading = read_blocks(
        AREA, "1. Patrole", "- odpowiedzialny: AB,", "- termin: maj.", "2. Radary", "- odpowiedzialny: CD."
    )
    assert duties(reading) == [("Patrole", ("AB",), ()), ("Radary", ("CD",), ())]
    assert deadlines(reading) == ["maj", None]


def test_lettered_items_are_a_part_of_their_task() -> None:
    reading = read_blocks(
        AREA,
        "1. Patrole w parkach:",
        "a) nocne,",
        "b) dzienne.",
        "Odpowiedzialni: AB",
        "2. Debaty",
        "Odpowiedzialni: CD",
    )
    assert texts(reading) == ["Patrole w parkach: a) nocne, b) dzienne.", "Debaty"]


def test_lettered_items_with_fields_of_their_own_are_actions() -> None:
    reading = read_blocks(
        "III. ZADANIA",
        "1. Bezpieczeństwo na drogach:",
        "a) Kontrole trzeźwości. Realizator: AB; termin: stale",
        "b) Radary. Realizator: CD; termin: maj",
        "2. Bezpieczna szkoła:",
        "a) Apele. Realizator: AB; termin: maj",
    )
    assert areas(reading) == [
        (1, "Bezpieczeństwo na drogach", ["Kontrole trzeźwości.", "Radary."]),
        (2, "Bezpieczna szkoła", ["Apele."]),
    ]


def test_performers_told_once_under_the_list_hold_for_all_of_it_but_not_surely() -> None:
    reading = read_blocks(
        AREA, "Zadania:", "1. Prowadzenie patroli.", "2. Organizowanie debat.", "Realizatorzy: AB, CD", "Termin: stale"
    )
    assert duties(reading) == [
        ("Prowadzenie patroli.", ("AB", "CD"), ()),
        ("Organizowanie debat.", ("AB", "CD"), ()),
    ]
    assert [action.confidence for action in reading.areas[0].actions] == [0.75, 0.75]


def test_performers_told_once_over_the_list_hold_for_all_of_it_but_not_surely() -> None:
    reading = read_blocks(AREA, "Realizatorzy: AB", "Zadania:", "1. Prowadzenie patroli.", "2. Organizowanie debat.")
    assert [action.responsible for action in reading.areas[0].actions] == [("AB",), ("AB",)]
    assert [action.confidence for action in reading.areas[0].actions] == [0.8, 0.8]


def test_tasks_of_which_only_the_words_are_told_are_doubtful_actions() -> None:
    reading = read_blocks(
        AREA,
        "Zagrożenia:",
        "- brak oświetlenia,",
        "- hałas.",
        "Działania:",
        "- prowadzenie patroli,",
        "- organizowanie debat.",
        "Oczekiwane efekty:",
        "- spadek liczby zdarzeń.",
    )
    assert texts(reading) == ["prowadzenie patroli", "organizowanie debat"]
    assert [action.confidence for action in reading.areas[0].actions] == [0.7, 0.7]
    assert [action.responsible_raw for action in reading.areas[0].actions] == [None, None]
    assert {"brak oświetlenia", "hałas"} <= set(odd(reading))


def test_duties_of_the_commission_and_of_reporting_are_no_actions() -> None:
    reading = read_blocks(
        "II. KOMISJA",
        "Do zadań komisji należy:",
        "1) opiniowanie programu,",
        "2) ocena zagrożeń.",
        "V. MONITORING",
        "Obowiązki koordynatora:",
        "1) prowadzenie ewidencji,",
        "2) organizowanie narad.",
    )
    assert reading.areas == ()
    assert [item.text for item in reading.commission_tasks] == ["opiniowanie programu", "ocena zagrożeń"]
    assert odd(reading) == ["prowadzenie ewidencji", "organizowanie narad"]


def test_goals_announced_first_are_no_headings_of_what_follows_them() -> None:
    reading = read_blocks(
        "CELE",
        "Cel 1. Mniej kradzieży",
        "Cel 2. Mniej wypadków",
        "ZADANIA",
        "Cel 1. Mniej kradzieży",
        "1. Patrole. Realizator: AB",
        "Cel 2. Mniej wypadków",
        "1. Radary. Realizator: CD",
    )
    assert areas(reading) == [(1, "Mniej kradzieży", ["Patrole."]), (2, "Mniej wypadków", ["Radary."])]


def test_line_after_the_list_is_not_a_part_of_its_last_task() -> None:
    reading = read_blocks(AREA, "1. Patrole. Realizator: AB", "Program jest dokumentem otwartym.")
    assert duties(reading) == [("Patrole.", ("AB",), ())]


def test_decimal_numbers_of_chapters_areas_and_tasks() -> None:
    reading = read_blocks(
        "4. ZADANIA",
        "4.1. Bezpieczna droga",
        "4.1.1. Patrole. Realizator: AB",
        "4.1.2. Radary. Realizator: AB",
        "4.2. Bezpieczna szkoła",
        "4.2.1. Apele. Realizator: AB",
    )
    assert areas(reading) == [(1, "Bezpieczna droga", ["Patrole.", "Radary."]), (2, "Bezpieczna szkoła", ["Apele."])]


def test_block_of_an_area_tells_performers_goal_tasks_and_measures_once() -> None:
    reading = read_blocks(
        "I. Bezpieczna droga",
        "Realizatorzy: AB, CD",
        "Cel: mniej wypadków",
        "Zadania:",
        "1. Prowadzenie patroli",
        "2. Kontrola znaków",
        "Mierniki: liczba patroli",
        "II. Spokojna szkoła",
        "Realizatorzy: CD",
        "Zadania:",
        "1. Prowadzenie apeli",
    )
    assert areas(reading) == [
        (1, "Bezpieczna droga", ["Prowadzenie patroli", "Kontrola znaków"]),
        (2, "Spokojna szkoła", ["Prowadzenie apeli"]),
    ]
    assert [action.goal for action in reading.areas[0].actions] == ["mniej wypadków", "mniej wypadków"]
    assert odd(reading) == ["liczba patroli"]


def test_deadlines_of_reporting_are_no_actions() -> None:
    reading = read_blocks(
        "V. MONITORING I EWALUACJA",
        "1. Sprawozdanie roczne. Realizatorzy: wszystkie podmioty; termin: 31 stycznia.",
        "2. Ocena komisji. Termin: 31 marca.",
    )
    assert reading.areas == ()
    assert len(odd(reading)) == 2


def test_item_that_is_all_label_is_no_action() -> None:
    reading = read_blocks("III. ZADANIA", "1. Termin: do 15 stycznia", "2. Realizatorzy: gminy")
    assert reading.areas == ()
