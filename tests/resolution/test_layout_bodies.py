"""Lists and tables arranged by institutions, and chapters in which an institution only reports."""

import pytest
from resolution.laid_out import areas, duties, odd, read_blocks

from bezpiecznik.resolution.body_headings import body_in, tells_what_is_done

POLICE, GUARD = ("Komenda Powiatowa Policji",), ("Straż Miejska",)
TASKS = [
    ("prowadzenie patroli", POLICE, ()),
    ("kontrole trzeźwości", POLICE, ()),
    ("kontrola parkowania", GUARD, ()),
]


@pytest.mark.parametrize(
    ("police", "guard"),
    [
        ("Komenda Powiatowa Policji:", "Straż Miejska:"),
        ("Zadania realizowane przez Komenda Powiatowa Policji", "Zadania realizowane przez Straż Miejska"),
        ("Realizator: Komenda Powiatowa Policji", "Realizator: Straż Miejska"),
        ("1) Komenda Powiatowa Policji:", "2) Straż Miejska:"),
    ],
    ids=["name", "sentence", "label", "numbered"],
)
def test_list_under_an_institution_is_what_it_does(police: str, guard: str) -> None:
    reading = read_blocks(
        "III. ZADANIA", police, "- prowadzenie patroli,", "- kontrole trzeźwości,", guard, "- kontrola parkowania,"
    )
    assert duties(reading) == TASKS
    assert [area.name for area in reading.areas] == ["ZADANIA"]
    assert all(0.7 < action.confidence <= 0.9 for action in reading.areas[0].actions)


def test_areas_hold_the_lists_of_their_institutions() -> None:
    reading = read_blocks(
        "Obszar A. Droga",
        "Straż Miejska:",
        "1) kontrola parkowania (współpraca: AB),",
        "Obszar B. Szkoła",
        "Straż Miejska:",
        "1) prowadzenie apeli,",
    )
    assert areas(reading) == [(1, "Droga", ["kontrola parkowania"]), (2, "Szkoła", ["prowadzenie apeli"])]
    assert duties(reading)[0] == ("kontrola parkowania", GUARD, ("AB",))


def test_figures_under_an_institution_are_no_tasks() -> None:
    reading = read_blocks("II. DIAGNOZA ZAGROŻEŃ", "Komenda Powiatowa Policji:", "- kradzieże: 120,", "- rozboje: 12.")
    assert reading.areas == ()
    assert odd(reading) == ["kradzieże: 120", "rozboje: 12"]


def test_statutory_duties_are_no_plan() -> None:
    reading = read_blocks("I. WSTĘP", "Do zadań Policji należy:", "- ochrona życia,", "- prowadzenie dochodzeń.")
    assert reading.areas == ()


def test_participants_are_no_tasks() -> None:
    reading = read_blocks("W programie uczestniczą:", "1) Komenda Powiatowa Policji,", "2) Straż Miejska.")
    assert reading.areas == ()
    assert [item.text for item in reading.participants] == ["Komenda Powiatowa Policji", "Straż Miejska"]


def test_column_of_institutions_before_several_tasks() -> None:
    reading = read_blocks(
        "III. ZADANIA",
        ["Podmiot", "Zadania", "Termin"],
        ["Komenda Powiatowa Policji", "- prowadzenie patroli,\n- kontrole trzeźwości.", "stale"],
        ["Straż Miejska", "Kontrola parkowania\nPatrole szkół", "2025"],
        ["", "Kontrola psów", "2026"],
    )
    assert [(text, lead) for text, lead, _ in duties(reading)] == [
        ("prowadzenie patroli", POLICE),
        ("kontrole trzeźwości", POLICE),
        ("Kontrola parkowania", GUARD),
        ("Patrole szkół", GUARD),
        ("Kontrola psów", GUARD),
    ]
    assert [action.deadline for action in reading.areas[0].actions] == ["stale", "stale", "2025", "2025", "2026"]


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Komenda Powiatowa Policji:", "Komenda Powiatowa Policji"),
        ("Zadania realizowane przez KPP:", "KPP"),
        ("3. Powiatowe Centrum Pomocy Rodzinie", "Powiatowe Centrum Pomocy Rodzinie"),
        ("Szkoły i placówki oświatowe", "Szkoły i placówki oświatowe"),
        ("Straż Miejska realizuje następujące zadania:", "Straż Miejska"),
    ],
)
def test_headings_that_name_an_institution(heading: str, body: str) -> None:
    assert body_in(heading) == body


@pytest.mark.parametrize(
    "heading",
    [
        "Bezpieczeństwo w szkole",
        "Do zadań Policji należy:",
        "Komisja Bezpieczeństwa i Porządku",
        "Szkolenia dla nauczycieli",
        "Zadania priorytetowe:",
        "Policja odnotowała 12 zdarzeń",
    ],
)
def test_headings_that_name_none(heading: str) -> None:
    assert body_in(heading) is None


def test_tasks_begin_with_what_is_done() -> None:
    assert all(map(tells_what_is_done, ["Prowadzenie patroli", "kontrola psów", "Organizacja debat", "Udział w akcji"]))
    assert not any(map(tells_what_is_done, ["kradzieże: 12", "brak oświetlenia", "Policja", "mieszkańcy", ""]))


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("ROZDZIAŁ II. DROGI", None),
        ("III. RUCH", None),
        ("WODA", None),
        ("ROZDZIAŁ III. PCPR", "PCPR"),
        ("II. WOPR", "WOPR"),
        ("B. Straż Miejska", "Straż Miejska"),
    ],
)
def test_a_short_word_in_capitals_is_not_yet_an_institution(heading: str, body: str | None) -> None:
    assert body_in(heading) == body
