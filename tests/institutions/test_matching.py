"""Names found in the register: exact is taken, likeness is only a question."""

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions import services
from bezpiecznik.institutions.matching import Register, most_alike, seems_collective
from bezpiecznik.institutions.models import Institution, Reporting


@pytest.mark.parametrize("written", ["KMP", "kmp", "Komenda Miejska Policji", "KOMENDA  MIEJSKA POLICJI", "policja"])
def test_a_known_spelling_is_taken(police: Institution, coordinator: User, written: str) -> None:
    services.add_alias(police, text="Policja", by=coordinator)
    match = Register().find(written)
    assert match is not None
    assert (match.institution, match.score, match.is_exact) == (police, 100, True)


def test_a_likeness_carries_its_score(police: Institution) -> None:
    match = Register().find("Komendy Miejskiej Policji")
    assert match is not None
    assert (match.institution, match.score, match.is_exact) == (police, 88, False)


@pytest.mark.parametrize("written", ["KMPP", "KWP", "SMS", "Przedszkola", "", "Komenda Powiatowa Straży Pożarnej"])
def test_another_name_is_nobody(police: Institution, guard: Institution, written: str) -> None:
    assert Register().find(written) is None


def test_an_abbreviation_wins_over_a_name(police: Institution) -> None:
    other = Institution.objects.create(name="kmp")
    match = Register().find("KMP")
    assert match is not None
    assert match.institution == police != other


@pytest.mark.parametrize("rows", [1, 3])
def test_the_register_is_read_in_two_queries(
    db: None, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        Institution.objects.create(name=f"Podmiot numer {number}")
    with django_assert_num_queries(2):
        register = Register()
        assert register.find("Podmiot numer 0") is not None


@pytest.mark.parametrize(
    "name",
    ["Szkoły", "Rady osiedli", "Media lokalne", "mieszkańcy", "placówki oświatowe", "Organizacje pozarządowe",
     "Jednostki organizacyjne i spółki komunalne", "samorząd", "Rodzice"],
)  # fmt: skip
def test_many_bodies_in_one_name_seem_collective(name: str) -> None:
    assert seems_collective(name)


@pytest.mark.parametrize(
    "name",
    ["KMP", "SCPiE", "WGKiŚ", "Komenda Miejska Policji w Kielcach", "Miejski Ośrodek Pomocy w Rodzinie",
     "Centralne Biuro Śledcze Policji", "Kuratorium oświaty", "Wodociągi Kieleckie sp. z o.o.", "Policja", ""],
)  # fmt: skip
def test_one_body_does_not_seem_collective(name: str) -> None:
    assert not seems_collective(name)


def test_short_names_are_like_nothing() -> None:
    assert most_alike("PSSE", ["wsse", "psse x"]) is None


def test_a_spelling_belongs_to_one_body(police: Institution, guard: Institution, coordinator: User) -> None:
    services.add_alias(police, text="Służby", by=coordinator)
    with pytest.raises(ValidationError, match="„sluzby” oznacza już podmiot „Komenda Miejska Policji”"):
        services.add_alias(guard, text="sluzby", by=coordinator)


@pytest.mark.parametrize("text", ["KMP", "komenda miejska policji", "Policja"])
def test_a_spelling_that_is_known_is_not_added_again(police: Institution, coordinator: User, text: str) -> None:
    services.add_alias(police, text="Policja", by=coordinator)
    assert services.add_alias(police, text=text, by=coordinator) is None
    assert police.aliases.count() == 1


def test_the_journal_tells_of_new_bodies_and_spellings(db: None, coordinator: User) -> None:
    body = services.create_institution(name="Rady osiedli", collective=True, reporting=Reporting.NONE, by=coordinator)
    services.add_alias(body, text="rady dzielnic", by=coordinator)
    office = Institution.objects.get(abbr="BB")
    services.report_through(body, office, by=coordinator)
    assert [line.sentence for line in journal.about(body).order_by("pk")] == [
        "Dodano podmiot",
        "Dodano inną pisownię nazwy podmiotu",
        "Ustalono, przez kogo sprawozdaje podmiot",
    ]
    assert body.reporter == office


def test_a_body_cannot_report_through_itself(police: Institution, coordinator: User) -> None:
    with pytest.raises(ValidationError, match="przez samego siebie"):
        services.report_through(police, police, by=coordinator)


@pytest.mark.parametrize("name", ["Komenda Miejska Policji"])
def test_a_second_body_of_the_same_name_is_refused(police: Institution, coordinator: User, name: str) -> None:
    with pytest.raises(ValidationError):
        services.create_institution(name=name, by=coordinator)
