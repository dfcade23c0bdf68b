"""Headings of columns that ask, or say in everyday words, what stands under them."""

import pytest
from resolution.laid_out import duties, read_blocks

from bezpiecznik.resolution.headers import Role, columns_of, role_of


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Co zrobimy?", Role.TASK),
        ("Co się robi", Role.TASK),
        ("Co trzeba zrobić?", Role.TASK),
        ("Za co odpowiada?", Role.TASK),
        ("Kto za to odpowiada?", Role.LEAD),
        ("Kto to zrobi", Role.LEAD),
        ("Kto prowadzi", Role.LEAD),
        ("Kto?", Role.LEAD),
        ("Gospodarz", Role.LEAD),
        ("Prowadzący", Role.LEAD),
        ("Z kim?", Role.PARTNERS),
        ("Kto pomaga", Role.PARTNERS),
        ("Kto jeszcze?", Role.PARTNERS),
        ("Przy czyjej pomocy?", Role.PARTNERS),
        ("Wespół z", Role.PARTNERS),
        ("Pozostali uczestnicy", Role.PARTNERS),
        ("Kto i z kim?", Role.LEAD_AND_PARTNERS),
        ("Kiedy?", Role.DEADLINE),
        ("Od kiedy – do kiedy", Role.DEADLINE),
        ("Jak często?", Role.DEADLINE),
        ("Horyzont czasowy", Role.DEADLINE),
        ("Lata", Role.DEADLINE),
        ("Po czym poznamy, że się udało?", Role.INDICATORS),
        ("Jak zmierzymy", Role.INDICATORS),
        ("Skąd będziemy wiedzieć, że to działa?", Role.INDICATORS),
        ("Miara rezultatu", Role.INDICATORS),
        ("Skąd pieniądze?", Role.FUNDING),
        ("Ile to kosztuje?", Role.FUNDING),
        ("Kto za to zapłaci?", Role.FUNDING),
        ("Dla kogo?", Role.AUDIENCE),
        ("Po co?", Role.GOAL),
        ("Założenia (cel)", Role.GOAL),
        ("Jak to zrobimy?", Role.METHOD),
        ("Co roku", None),
        ("Co wiemy", None),
        ("Wyszczególnienie", None),
        ("Uwagi", None),
    ],
)
def test_meaning_of_a_heading_in_plain_words(heading: str, role: Role | None) -> None:
    assert role_of(heading) is role


def test_questions_stand_over_a_table_of_tasks() -> None:
    reading = read_blocks(
        "Obszar 1. Czy ulice są bezpieczne?",
        ["Nr", "Co zrobimy?", "Kto za to odpowiada?", "Z kim?", "Kiedy?"],
        ["1.1", "Patrole.", "AB", "CD", "stale"],
    )
    assert duties(reading) == [("Patrole.", ("AB",), ("CD",))]


@pytest.mark.parametrize("word", ["Wyszczególnienie", "Zamierzenia", "Przedmiot", "Nazwa", "Zakres rzeczowy"])
def test_vague_word_names_tasks_beside_who_performs_them(word: str) -> None:
    assert columns_of(("Poz.", word, "Gospodarz", "Kiedy")) == (Role.NUMBER, Role.TASK, Role.LEAD, Role.DEADLINE)


@pytest.mark.parametrize("word", ["Wyszczególnienie", "Zakres", "Nazwa"])
@pytest.mark.parametrize("beside", ["Kwota", "Termin", "Liczba zdarzeń"])
def test_vague_word_in_a_table_that_names_nobody_is_no_task(word: str, beside: str) -> None:
    assert columns_of(("Lp.", word, beside)) is None


def test_bare_name_beside_the_people_it_is_for_is_a_programme() -> None:
    roles = columns_of(("Lp.", "Nazwa", "Cel", "Prowadzący", "Odbiorcy", "Lata"))
    assert roles == (Role.NUMBER, Role.INITIATIVE, Role.GOAL, Role.LEAD, Role.AUDIENCE, Role.DEADLINE)
