"""Lines that the width of a page broke, and fields in brackets after a task."""

import pytest
from resolution.laid_out import areas, deadlines, duties, read_blocks

from bezpiecznik.resolution import read
from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.labels import Field, divide
from bezpiecznik.resolution.wrapping import ends_in_label

PAGE = """ROZDZIAŁ I. SPOKOJNE ULICE

1) Dyżury dzielnicowych w świetlicach wiejskich i remizach oraz Turniej
   Motoryzacyjny dla szkół, kampanie „Pasy”, „Znicz”, „Prędkość”,
   „Trzeźwy poranek”.
   [Odpowiedzialny: KPP; współdziałanie: gminy, OSP oraz organizacje
   pozarządowe; termin: raz w kwartale]
2) Patrole w parkach, na placach zabaw i przy dworcach w godzinach nocy
   letniej.
   [Odpowiedzialny: PCPR; współdziałanie: szkoły oraz Komenda Powiatowa
   Policji; termin:
   2026–2030]

ROZDZIAŁ II. DROGI

1) Wycinka krzewów przy drogach powiatowych i gminnych na łukach drogi.
   [Odpowiedzialny: ZDP; współdziałanie: gminy; termin: maj]
2) Zimowe utrzymanie dróg i chodników oraz informowanie o utrudnieniach
   ruchu.
   [Odpowiedzialny: ZDP; współdziałanie: gminy oraz straże; termin: zima]
"""


def test_fields_in_square_brackets_wrapped_over_lines() -> None:
    reading = read(PAGE.encode())
    assert duties(reading)[:2] == [
        (
            "Dyżury dzielnicowych w świetlicach wiejskich i remizach oraz Turniej Motoryzacyjny dla szkół, kampanie "
            "„Pasy”, „Znicz”, „Prędkość”, „Trzeźwy poranek”.",
            ("KPP",),
            ("gminy", "OSP", "organizacje pozarządowe"),
        ),
        (
            "Patrole w parkach, na placach zabaw i przy dworcach w godzinach nocy letniej.",
            ("PCPR",),
            ("szkoły", "KPP"),
        ),
    ]
    assert deadlines(reading) == ["raz w kwartale", "2026–2030", "maj", "zima"]
    assert [(no, name) for no, name, _ in areas(reading)] == [(1, "SPOKOJNE ULICE"), (2, "DROGI")]


@pytest.mark.parametrize("brackets", ["[]", "()"])
def test_brackets_are_no_part_of_the_last_field(brackets: str) -> None:
    head, fields = divide(f"Patrole. {brackets[0]}Odpowiedzialny: AB; termin: stale{brackets[1]}")
    assert (head, fields) == ("Patrole.", [Field(Role.LEAD, "AB"), Field(Role.DEADLINE, "stale")])


@pytest.mark.parametrize(
    "sentence",
    [
        "Zakup radiowozu (udział samorządu: 50% kosztów) i sprzętu do badań.",
        "Kursy (termin: ferie) dla uczniów klas szóstych",
        "Dyżury [realizator: policjant] w świetlicach",
    ],
)
def test_a_bracket_in_the_middle_of_a_sentence_is_a_part_of_it(sentence: str) -> None:
    assert divide(sentence) == (sentence, [])


def test_lines_of_a_narrow_list_are_not_joined_when_they_had_place() -> None:
    reading = read_blocks("OBSZAR I: ULICE", "1. Patrole", "Realizator: AB", "2. Radary", "Realizator: CD")
    assert duties(reading) == [("Patrole", ("AB",), ()), ("Radary", ("CD",), ())]


UNDER_BODIES = """ROZDZIAŁ I. SPOKOJNE OSIEDLA

Komenda Miejska Policji w Lipnie:
    a) Spotkania dzielnicowych z przewodniczącymi zarządów osiedli i sołtysami. Termin:
       przynajmniej raz w kwartale. Współuczestniczą: rady osiedli.
    b) Objazdy lasów i pól biwakowych wraz z pouczaniem wypoczywających o ich prawach.
       Termin: od maja do września. Współuczestniczą: kuratorzy sądowi, Straż Miejska
       Miasta Lipna.

ROZDZIAŁ II. BEZPIECZNE DROGI

Straż Miejska w Lipnie:
    a) Przeglądy oświetlenia przejść dla pieszych oraz dojść do szkół i na przystanki.
       Termin: jesień.
       Policja i zarządca drogi pomagają.
    b) Kontrole prędkości na wjazdach do miasta i w pobliżu szkół oraz na targowiskach.
       Termin: stale. Współuczestniczą: zarządca drogi, rady osiedli, rodzice uczniów.
       Każdą kontrolę opisuje się w dzienniku.
"""


def test_a_label_at_the_end_of_a_line_and_the_last_line_before_a_heading_go_on() -> None:
    reading = read(UNDER_BODIES.encode())
    assert deadlines(reading)[:2] == ["przynajmniej raz w kwartale", "od maja do września"]
    assert [partners for _, _, partners in duties(reading)][:2] == [
        ("rady osiedli",),
        ("kuratorzy sądowi", "Straż Miejska Miasta Lipna"),
    ]


def test_a_line_after_a_finished_field_is_no_part_of_it() -> None:
    reading = read(UNDER_BODIES.encode())
    assert deadlines(reading)[2:] == ["jesień", "stale"]
    assert duties(reading)[3][2] == ("zarządca drogi", "rady osiedli", "rodzice uczniów")


@pytest.mark.parametrize(
    ("line", "is_label"),
    [
        ("b) Spotkania z sołtysami. Termin:", True),
        ("c) Dozór (także nocą) Współuczestniczą:", False),
        ("Termin:", False),
        ("W parkach miejskich organizuje się co roku:", False),
        ("Policja działa stale. W tym celu prowadzi:", False),
    ],
)
def test_only_a_known_label_after_a_sentence_ends_a_line_that_goes_on(line: str, *, is_label: bool) -> None:
    assert ends_in_label(line) is is_label


def test_labels_after_the_value_that_stands_below_its_label() -> None:
    reading = read_blocks(
        "OBSZAR I: DROGI",
        "1. Spotkania dzielnicowych z sołtysami. Termin:",
        "raz w kwartale. Realizator: KPP.",
        "2. Objazdy dróg nocą. Mierniki:",
        "liczba objazdów, w tym nocnych: wszystkie. Realizator: ZDP.",
    )
    assert duties(reading) == [
        ("Spotkania dzielnicowych z sołtysami.", ("KPP",), ()),
        ("Objazdy dróg nocą.", ("ZDP",), ()),
    ]
    assert deadlines(reading) == ["raz w kwartale", None]
    assert [area.actions[1].indicators for area in reading.areas] == [("liczba objazdów, w tym nocnych: wszystkie",)]
