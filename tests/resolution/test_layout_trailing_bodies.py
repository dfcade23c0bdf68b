"""Items that end with their performers in brackets or after a dash, and brackets that only belong to the sentence."""

from time import perf_counter

import pytest
from resolution.laid_out import duties, read_blocks, texts

AREA = "OBSZAR I: SPOKOJNE ULICE"
SAID = "W nawiasach podano podmioty odpowiedzialne za realizację zadań."


def _confidences(*lines: str) -> list[float]:
    return [action.confidence for area in read_blocks(*lines).areas for action in area.actions]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("(KPP, straże gminne)", "(SP, KPP)"),
        ("[KPP, straże gminne]", "[SP, KPP]"),
        ("/KPP, straże gminne/", "/SP, KPP/"),
        ("– KPP, straże gminne", "– SP, KPP"),
    ],
)
def test_names_at_the_ends_of_items_are_their_performers_but_not_surely(first: str, second: str) -> None:
    lines = (AREA, f"1. Patrole w parkach. {first}", f"2. Prowadzenie debat (także nocą) w szkołach. {second}")
    assert duties(read_blocks(*lines)) == [
        ("Patrole w parkach.", ("KPP", "straże gminne"), ()),
        ("Prowadzenie debat (także nocą) w szkołach.", ("SP", "KPP"), ()),
    ]
    assert all(0.7 < confidence < 0.9 for confidence in _confidences(*lines))


def test_a_sentence_that_says_what_stands_in_brackets_makes_it_sure_even_of_one_item() -> None:
    lines = (SAID, AREA, "1. Patrole w parkach (KPP).", "2. Radary przy drogach.", "3. Debaty o hałasie.")
    assert duties(read_blocks(*lines))[0] == ("Patrole w parkach", ("KPP",), ())
    two = (SAID, AREA, "1. Patrole w parkach. (KPP)", "2. Radary przy drogach. (ITD, szpital)")
    assert _confidences(*two) == [1.0, 1.0]


def test_a_sentence_about_partners_in_brackets_makes_them_partners() -> None:
    reading = read_blocks(
        "W nawiasach wymieniono podmioty współpracujące.", AREA, "1. Patrole w parkach. (KPP)", "2. Radary. (ITD)"
    )
    assert duties(reading) == [("Patrole w parkach.", (), ("KPP",)), ("Radary.", (), ("ITD",))]


def test_figures_in_brackets_are_no_performers_though_a_sentence_tells_of_brackets() -> None:
    reading = read_blocks(
        "W nawiasach podano liczbę zdarzeń według jednostek realizujących zadania.",
        AREA,
        "1. Patrole w parkach. (KPP)",
        "2. Prowadzenie radarów.",
        "3. Prowadzenie debat.",
    )
    assert texts(reading)[0] == "Patrole w parkach. (KPP)"


@pytest.mark.parametrize(
    "sentence",
    [
        "Finansowanie służb (tzw. służby ponadnormatywne)",
        "Wsparcie dla dorosłych dzieci alkoholików (DDA)",
        "Wydawanie zezwoleń (art. 6 ustawy o odpadach)",
        "Budowa ścieżki (dł. 2,4 km)",
        "Budowa chodnika (udział samorządu: 50%)",
        "Przebudowa przejść (aktywne znaki D-6)",
        "Kontrole pojazdów (w tym KPP i SM)",
        "Współpraca z innymi (np. SM)",
        "Kontrole lokali (prowadzenie, nadzór)",
    ],
)
def test_a_bracket_of_the_sentence_stays_in_it_among_items_that_end_with_names(sentence: str) -> None:
    lines = (SAID, AREA, "1. Patrole w parkach. (KPP)", "2. Radary. (ITD, KPP)", f"3. {sentence}", "4. Debaty. (SP)")
    assert texts(read_blocks(*lines))[2] == sentence
    both = read_blocks(*lines[:4], f"3. {sentence}. (SP, KPP)")
    assert duties(both)[2] == (f"{sentence}.", ("SP", "KPP"), ())


def test_where_few_items_end_with_names_nothing_is_taken_for_performers() -> None:
    reading = read_blocks(
        AREA, "1. Patrole w parkach (KPP)", "2. Prowadzenie debat", "3. Prowadzenie szkoleń", "4. Kontrole lokali (SM)"
    )
    assert texts(reading) == [
        "Patrole w parkach (KPP)",
        "Prowadzenie debat",
        "Prowadzenie szkoleń",
        "Kontrole lokali (SM)",
    ]
    assert not any(responsible for _, responsible, _ in duties(reading))


def test_whom_the_tasks_are_for_are_no_performers() -> None:
    reading = read_blocks(
        AREA, "1. Prowadzenie pogadanek (szkoły, przedszkola)", "2. Kontrole placówek (szkoły, świetlice)"
    )
    assert texts(reading)[0] == "Prowadzenie pogadanek (szkoły, przedszkola)"


def test_lists_that_tell_of_no_tasks_keep_their_brackets() -> None:
    reading = read_blocks(
        AREA,
        "W realizacji zadań biorą udział:",
        "- Policja – KPP",
        "- Straż Miejska – SM",
        "Działania:",
        "- prowadzenie patroli,",
        "- organizowanie debat.",
    )
    assert texts(reading) == ["prowadzenie patroli", "organizowanie debat"]


def test_names_that_the_ends_repeat_are_performers_whatever_they_are_called() -> None:
    reading = read_blocks(
        AREA,
        "1. Patrole w parkach – Wydział Oświaty, KPP",
        "2. Debaty w szkołach – KPP",
        "3. Kontrole lokali – Wydział Oświaty",
    )
    assert duties(reading) == [
        ("Patrole w parkach", ("Wydział Oświaty", "KPP"), ()),
        ("Debaty w szkołach", ("KPP",), ()),
        ("Kontrole lokali", ("Wydział Oświaty",), ()),
    ]


def test_inner_items_end_with_the_performers_of_their_item_or_with_their_own() -> None:
    reading = read_blocks(SAID, AREA, "1. Patrole w parkach:", "a) nocne,", "b) dzienne. (KPP, SP)", "2. Radary. (ITD)")
    assert duties(reading) == [
        ("Patrole w parkach: a) nocne, b) dzienne.", ("KPP", "SP"), ()),
        ("Radary.", ("ITD",), ()),
    ]


def test_inner_items_with_performers_of_their_own_are_actions_and_lose_none_without_any() -> None:
    reading = read_blocks(
        "III. ZADANIA",
        "1. Bezpieczne drogi:",
        "a) Kontrole trzeźwości (KPP, ITD)",
        "b) Radary (KPP)",
        "2. Bezpieczna szkoła:",
        "a) Apele (Szkoła Podstawowa nr 2, KPP)",
        "b) Festyn rodzinny",
        "c) Kontrola autobusów (ITD)",
    )
    assert [(area.name, len(area.actions)) for area in reading.areas] == [
        ("Bezpieczne drogi", 2),
        ("Bezpieczna szkoła", 3),
    ]
    assert duties(reading)[2:] == [
        ("Apele", ("Szkoła Podstawowa nr 2", "KPP"), ()),
        ("Festyn rodzinny", (), ()),
        ("Kontrola autobusów", ("ITD",), ()),
    ]


def test_the_members_of_a_group_that_the_sentence_names_are_no_evidence_of_performers() -> None:
    reading = read_blocks(
        AREA, "1. Współpraca z organizacjami (OSP, WOPR, PCK)", "2. Wspieranie służb ratowniczych (OSP, WOPR)"
    )
    assert texts(reading)[0] == "Współpraca z organizacjami (OSP, WOPR, PCK)"


def test_a_bracket_in_a_line_of_its_own_belongs_to_the_item_over_it() -> None:
    reading = read_blocks(AREA, "1. Patrole w parkach.", "(KPP, SP)", "2. Prowadzenie debat.", "(SP)")
    assert duties(reading) == [("Patrole w parkach.", ("KPP", "SP"), ()), ("Prowadzenie debat.", ("SP",), ())]


def test_helpers_in_the_bracket_are_partners() -> None:
    reading = read_blocks(AREA, "1. Patrole. (KPP przy współpracy z OSP)", "2. Prowadzenie debat. (KPP, SP)")
    assert duties(reading) == [("Patrole.", ("KPP",), ("OSP",)), ("Prowadzenie debat.", ("KPP", "SP"), ())]


def test_a_long_hostile_item_costs_no_more_than_its_length() -> None:
    def cost(size: int) -> float:
        line = "1. Patrole " + "(KPP – " * size + "/ KPP" * size + ")" * size
        begun = perf_counter()
        read_blocks(SAID, AREA, line, line, "2. Radary. (KPP)")
        return perf_counter() - begun

    cost(100)
    assert cost(20_000) < 40 * max(cost(2_000), 0.01)
