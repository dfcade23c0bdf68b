"""Which single bodies a collective name stands for, from day to day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions import membership
from bezpiecznik.institutions.models import CollectiveMember, Institution

FIRST, LAST = date(2022, 9, 1), date(2023, 8, 31)


@pytest.fixture
def school(db: None) -> Institution:
    return Institution.objects.create(name="Szkoła nr 1")


def test_a_member_is_counted_on_both_its_days(schools: Institution, school: Institution, coordinator: User) -> None:
    membership.add_member(schools, school, since=FIRST, until=LAST, by=coordinator)
    counted = {day: schools.members.on(day).count() for day in (date(2022, 8, 31), FIRST, LAST, date(2023, 9, 1))}
    assert counted == {date(2022, 8, 31): 0, FIRST: 1, LAST: 1, date(2023, 9, 1): 0}
    assert journal.about(schools).get().data == {"member": "Szkoła nr 1", "since": "2022-09-01", "until": "2023-08-31"}


def test_a_collective_name_is_no_member(schools: Institution, coordinator: User) -> None:
    other = Institution.objects.create(name="placówki", collective=True)
    with pytest.raises(ValidationError, match="Nazwa zbiorowa nie może należeć do innej nazwy zbiorowej"):
        membership.add_member(schools, other, by=coordinator)


def test_a_single_body_has_no_members(police: Institution, school: Institution, coordinator: User) -> None:
    with pytest.raises(ValidationError, match="to pojedynczy podmiot, a nie nazwa zbiorowa"):
        membership.add_member(police, school, by=coordinator)


@pytest.mark.parametrize(
    ("since", "until", "overlaps"),
    [
        (None, None, True),
        (None, FIRST, True),
        (LAST, None, True),
        (date(2023, 1, 1), date(2023, 2, 1), True),
        (None, date(2022, 8, 31), False),
        (date(2023, 9, 1), None, False),
    ],
)
def test_nobody_belongs_twice_on_one_day(
    schools: Institution, school: Institution, coordinator: User, since: date | None, until: date | None, overlaps: bool
) -> None:
    membership.add_member(schools, school, since=FIRST, until=LAST, by=coordinator)
    if overlaps:
        with pytest.raises(ValidationError):
            membership.add_member(schools, school, since=since, until=until, by=coordinator)
    else:
        membership.add_member(schools, school, since=since, until=until, by=coordinator)
    assert schools.members.count() == (1 if overlaps else 2)


def test_the_page_adds_and_ends(
    client: InspectingClient, coordinator: User, schools: Institution, school: Institution
) -> None:
    address = f"{schools.get_absolute_url()}sklad/"
    client.as_(coordinator).post(address, {"institution": school.pk, "since": "2022-09-01"})
    member = CollectiveMember.objects.get()
    assert "Szkoła nr 1" in text_of(client.page(schools.get_absolute_url()).select_one("#members ~ ul"))
    assert "szkoły" in text_of(client.page(school.get_absolute_url()).select_one("#collectives ~ ul"))

    end = f"/praca/podmioty/sklad/{member.pk}/koniec/"
    told = client.post(end, {"until": "2022-08-31"})
    assert "Koniec nie może być wcześniejszy niż początek." in text_of(soup(told).select_one(".errors"))
    client.post(end, {"until": "2023-08-31"})
    member.refresh_from_db()
    assert member.until == LAST


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_members(
    client: InspectingClient, coordinator: User, schools: Institution, rows: int, django_assert_num_queries
) -> None:
    for no in range(rows):
        school = Institution.objects.create(name=f"Szkoła {no}")
        CollectiveMember.objects.create(collective=schools, institution=school)
    address = f"{schools.get_absolute_url()}sklad/"
    client.as_(coordinator).page(address)
    with django_assert_num_queries(6):
        client.page(address)
