"""Endings of names: what two forms of one name share, and what tells that a form is not the nominative."""

import pytest

from bezpiecznik.resolution.bodies import nation_wide
from bezpiecznik.resolution.inflection import base, is_oblique, key, without_seat


@pytest.mark.parametrize(
    "forms",
    [
        "szkoły szkół szkołami szkołom",
        "gminy gmin gminami",
        "rodzice rodziców rodzicami",
        "kuratorzy kuratorów kuratorami",
        "strażacy strażaków",
        "pedagodzy pedagogów",
        "ośrodek ośrodka ośrodkiem ośrodki",
        "mieszkańcy mieszkańców",
        "urząd urzędu urzędem",
        "komenda komendy komendą komendzie",
        "policja policji policją",
        "miejski miejskiego miejskich miejskimi miejska miejskiej",
    ],
)
def test_forms_of_one_word_have_one_base(forms: str) -> None:
    assert len({base(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("rodzice", "rodziny"), ("pracodawcy", "pracownicy"), ("szkoły", "szkolenia")]
)
def test_other_words_have_other_bases(one: str, other: str) -> None:
    assert base(one) != base(other)


@pytest.mark.parametrize(
    "name", ["Komendą Policji", "Komendy Miejskiej Policji", "Powiatowego Inspektora", "szkołami", "Wydziału"]
)
def test_a_form_that_is_not_the_nominative_is_told(name: str) -> None:
    assert is_oblique(name)


@pytest.mark.parametrize(
    "name", ["Komenda Policji", "Rady osiedli", "Dom Dziecka", "Miejski Zarząd", "rodzice", "Wydział", "KPP"]
)
def test_the_nominative_is_left_alone(name: str) -> None:
    assert not is_oblique(name)


def test_a_seat_is_told_from_the_name() -> None:
    assert without_seat("Sąd Rejonowy w Nowym Mieście") == ("Sąd Rejonowy", "Nowym Mieście")
    assert without_seat("Centrum Pomocy w Rodzinie i Szkole") == ("Centrum Pomocy w Rodzinie i Szkole", "")


def test_no_name_of_the_country_stands_for_two_bodies() -> None:
    seen: dict[tuple[str, ...], int] = {}
    for body in {body.no: body for bodies in nation_wide().by_abbreviation.values() for body in bodies}.values():
        for name in body.names:
            assert seen.setdefault(key(name), body.no) == body.no, name


def test_bodies_of_two_levels_are_two_and_those_of_one_kin_are_not() -> None:
    assert nation_wide().are_two("KW PSP", "KP PSP")
    assert not nation_wide().are_two("KM PSP", "KP PSP")
    assert not nation_wide().are_two("KM PSP", "XYZ")
