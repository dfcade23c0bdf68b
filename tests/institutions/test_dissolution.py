"""A body ceases to exist on a day: said on its page, taken back when it was a mistake."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions import dissolution
from bezpiecznik.institutions.models import Institution, Reporting

DAY = date(2023, 7, 1)


@pytest.fixture(autouse=True)
def _second_of_july():
    with clock.pretend(datetime(2023, 7, 2, 10, 0, tzinfo=UTC)):
        yield


def test_the_day_is_the_first_without_it(police: Institution, guard: Institution, coordinator: User) -> None:
    dissolution.dissolve(police, day=DAY, successor=guard, by=coordinator)
    assert [police.exists_on(day) for day in (date(2023, 6, 30), DAY)] == [True, False]
    assert set(Institution.objects.active(date(2023, 6, 30))) - set(Institution.objects.active(DAY)) == {police}
    assert police.reporter == guard
    assert journal.about(police).get().data == {"day": "2023-07-01", "successor": "Straż Miejska"}


def test_a_day_to_come_changes_nothing_yet(police: Institution, guard: Institution, coordinator: User) -> None:
    dissolution.dissolve(police, day=date(2023, 8, 1), successor=guard, by=coordinator)
    assert (police.is_dissolved, police.reporter) == (False, police)
    with clock.pretend(datetime(2023, 8, 1, 10, 0, tzinfo=UTC)):
        assert (police.is_dissolved, police.reporter) == (True, guard)


def test_a_chain_of_successors_ends_with_who_exists(
    police: Institution, guard: Institution, office: Institution, coordinator: User
) -> None:
    dissolution.dissolve(police, day=DAY, successor=guard, by=coordinator)
    dissolution.dissolve(guard, day=DAY, successor=office, by=coordinator)
    assert Institution.objects.get(pk=police.pk).reporter == office


def test_the_dissolved_that_name_each_other_have_nobody(police: Institution, guard: Institution) -> None:
    Institution.objects.filter(pk=police.pk).update(dissolved_on=DAY, successor=guard)
    Institution.objects.filter(pk=guard.pk).update(dissolved_on=DAY, successor=police)
    assert Institution.objects.get(pk=police.pk).reporter is None


def test_whoever_answers_for_others_needs_a_successor(
    schools: Institution, office: Institution, guard: Institution, coordinator: User
) -> None:
    with pytest.raises(ValidationError, match="Przez ten podmiot sprawozdają: szkoły"):
        dissolution.dissolve(office, day=DAY, by=coordinator)
    dissolution.dissolve(office, day=DAY, successor=guard, by=coordinator)
    schools.refresh_from_db()
    assert (schools.reporting, schools.reporter) == (Reporting.THROUGH, guard)


def test_a_successor_exists_on_that_day(police: Institution, guard: Institution, coordinator: User) -> None:
    dissolution.dissolve(guard, day=date(2023, 6, 1), by=coordinator)
    with pytest.raises(ValidationError, match="Następca musi istnieć w dniu zniesienia"):
        dissolution.dissolve(police, day=DAY, successor=guard, by=coordinator)
    with pytest.raises(ValidationError, match="Zniesienie jest już zapisane"):
        dissolution.dissolve(guard, day=DAY, by=coordinator)


def test_the_page_says_it_and_takes_it_back(
    client: InspectingClient, coordinator: User, police: Institution, guard: Institution
) -> None:
    address = f"{police.get_absolute_url()}zniesienie/"
    told = client.as_(coordinator).post(address, {"day": ""})
    assert "To pole jest wymagane." in text_of(soup(told).select_one(".errors"))
    client.post(address, {"day": "2023-07-01", "successor": guard.pk})
    page = client.page(police.get_absolute_url())
    assert "Podmiot zniesiono z dniem 1 lipca 2023." in text_of(page.select_one(".callout-warn"))
    assert "Następca podmiotów Komenda Miejska Policji" in text_of(
        client.page(guard.get_absolute_url()).select_one("dl")
    )

    client.post(f"{address}cofniecie/")
    client.post(f"{address}cofniecie/")
    police.refresh_from_db()
    assert (police.dissolved_on, police.successor) == (None, None)
    assert [line.sentence for line in journal.about(police)] == [
        "Cofnięto zniesienie podmiotu", "Zapisano zniesienie podmiotu",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("existing", "expected"),
    [
        ("", ["Straż Miejska"]),
        ("dissolved", ["Komenda Miejska Policji"]),
        ("all", ["Komenda Miejska Policji", "Straż Miejska"]),
    ],
)
def test_the_list_shows_those_that_exist_unless_asked(
    client: InspectingClient, member: User, police: Institution, guard: Institution, existing: str, expected: list[str]
) -> None:
    Institution.objects.filter(pk=police.pk).update(dissolved_on=DAY)
    rows = client.as_(member).page("/praca/podmioty/", existing=existing).select("td.wide a")
    assert [text_of(link) for link in rows] == expected
