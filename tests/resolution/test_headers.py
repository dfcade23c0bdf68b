"""Headings of columns and labels of cards, as they are met in programmes."""

import pytest

from bezpiecznik.resolution.headers import Role, columns_of, role_of


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("l.p.", Role.NUMBER),
        ("1.p.", Role.NUMBER),
        ("L p.", Role.NUMBER),
        ("Nr", Role.NUMBER),
        ("Działania", Role.TASK),
        ("Zadania do realizacji", Role.TASK),
        ("Nazwa przedsięwzięcia", Role.TASK),
        ("Podmiot odpowiedzialny", Role.LEAD),
        ("Realizatorzy zadania", Role.LEAD),
        ("Wykonawca", Role.LEAD),
        ("Podmiot wiodący", Role.LEAD),
        ("Instytucje", Role.LEAD),
        ("Partnerzy", Role.PARTNERS),
        ("Podmioty współpracujące", Role.PARTNERS),
        ("Współwykonawcy", Role.PARTNERS),
        ("Współdziałanie", Role.PARTNERS),
        ("Współrealizatorzy", Role.PARTNERS),
        ("Termin realizacji", Role.DEADLINE),
        ("Oczekiwane efekty (mierniki)", Role.INDICATORS),
        ("Źródło finansowania", Role.FUNDING),
        ("Sposób realizacji (źródło finansowania)", Role.METHOD),
        ("Nazwa Programu i jego cel", Role.INITIATIVE),
        ("Kogo obejmuje", Role.AUDIENCE),
        ("Realizując. Współdział", Role.LEAD),
        ("Skrót", Role.ABBR),
        ("Pełna nazwa", Role.FULL_NAME),
        ("Uwagi", None),
    ],
)
def test_meaning_of_a_heading(heading: str, role: Role | None) -> None:
    assert role_of(heading) is role


def test_two_columns_of_performers_are_the_responsible_and_the_partners() -> None:
    assert columns_of(("Zadanie", "Wykonawca", "Realizatorzy")) == (Role.TASK, Role.LEAD, Role.PARTNERS)


def test_unknown_column_keeps_its_place() -> None:
    assert columns_of(("Lp.", "Uwagi", "Zadanie", "Termin")) == (Role.NUMBER, None, Role.TASK, Role.DEADLINE)


@pytest.mark.parametrize(
    "cells",
    [
        ("1.", "Zadania w zakresie kontroli", "Realizatorzy"),
        ("Lp.", "Imię", "Nazwisko"),
        ("Działania", "12"),
        ("Zadanie " + "bardzo " * 20, "Termin"),
    ],
)
def test_data_and_other_tables_are_no_headings(cells: tuple[str, ...]) -> None:
    assert columns_of(cells) is None


@pytest.mark.parametrize(
    "cells",
    [
        ("Skrót", "Wyjaśnienie"),
        ("Skrót", "Opis"),
        ("Skrót", "Instytucja"),
        ("Akronim", "Co oznacza"),
        ("Symbol", "Pełna nazwa"),
        ("Oznaczenie", "Nazwa podmiotu"),
        ("Nazwa skrócona", "Nazwa pełna"),
    ],
)
def test_beside_an_abbreviation_stands_the_name_in_full(cells: tuple[str, ...]) -> None:
    assert columns_of(cells) == (Role.ABBR, Role.FULL_NAME)
    assert columns_of(("Lp.", *cells)) == (Role.NUMBER, Role.ABBR, Role.FULL_NAME)


def test_symbol_of_a_task_is_its_number() -> None:
    assert columns_of(("Symbol", "Nazwa zadania", "Wykonawca")) == (Role.NUMBER, Role.TASK, Role.LEAD)


def test_values_of_measures_are_no_measures_where_these_have_a_name() -> None:
    head = ("Zadanie", "Realizator", "Wskaźnik", "Jednostka miary", "Wartość bazowa", "Wartość docelowa wskaźnika")
    assert columns_of(head) == (Role.TASK, Role.LEAD, Role.INDICATORS, None, None, None)


def test_value_alone_is_the_measure() -> None:
    assert columns_of(("Zadanie", "Realizator", "Wartość docelowa")) == (Role.TASK, Role.LEAD, Role.INDICATORS)
