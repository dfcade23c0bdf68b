"""Lines that the width of a page broke, and fields in brackets after a task."""

import pytest
from resolution.laid_out import areas, deadlines, duties, read_blocks

from bezpiecznik.resolution import read
from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.labels import Field, divide

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
