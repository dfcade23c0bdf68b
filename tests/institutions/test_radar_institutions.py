"""The radar tells of posts that outlive their institution, and of holders who came under its former name."""

from datetime import date, timedelta

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions import dissolution, naming
from bezpiecznik.institutions.models import Institution, Post
from bezpiecznik.institutions.posts.radar import Finding, Kind, changed_institutions, findings
from bezpiecznik.institutions.rights import Role

pytestmark = pytest.mark.django_db
NEW = {"name": "Komenda Powiatowa Policji", "abbr": "KPP"}


@pytest.fixture(autouse=True)
def _there(reporter: User) -> None:
    User.objects.update(last_login=clock.now())


def told() -> list[Finding]:
    return list(changed_institutions())


def test_an_institution_as_it_was_is_not_told() -> None:
    assert told() == []


def test_a_post_of_a_dissolved_institution_is_told_with_the_act_that_mends_it(
    police: Institution, coordinator: User
) -> None:
    day = clock.today()
    dissolution.dissolve(police, day=day, by=coordinator)
    [found] = told()

    assert found.sentence == "Podmiot zlikwidowano, a stanowisko zostało: sprawozdawca, KMP."
    assert (found.kind, found.since, found.act) == (Kind.INSTITUTION, day, "Znieś stanowisko")
    post = Post.objects.get(institution=police)
    assert found.url == f"/praca/stanowiska/{post.pk}/zniesienie/"

    Post.objects.filter(pk=post.pk).update(abolished_on=day)
    assert told() == []


def test_one_that_will_be_dissolved_is_not_told_before_its_day(police: Institution, coordinator: User) -> None:
    dissolution.dissolve(police, day=clock.today() + timedelta(days=1), by=coordinator)
    assert told() == []


def test_nobody_is_asked_to_seat_people_in_a_dissolved_institution(police: Institution, coordinator: User) -> None:
    Post.objects.create(name="dyżurny", role=Role.REPORTER, institution=police)
    assert [found.kind for found in findings({Role.REPORTER})] == [Kind.VACANT]
    dissolution.dissolve(police, day=clock.today(), by=coordinator)
    assert {found.kind for found in findings({Role.REPORTER})} == {Kind.INSTITUTION}


def test_a_holder_from_before_the_renaming_is_told(police: Institution, coordinator: User) -> None:
    naming.rename(police, since=date(2022, 6, 1), by=coordinator, **NEW)
    [found] = told()

    assert "Podmiot zmienił nazwę z dniem 1 czerwca 2022" in found.sentence.replace("\u00a0", " ")
    assert "Robert Raportowski" in found.sentence
    assert (found.since, found.act) == (date(2022, 6, 1), "Sprawdź stanowisko")


def test_a_holder_from_after_the_renaming_and_a_name_to_come_are_not_told(
    police: Institution, reporter: User, coordinator: User
) -> None:
    naming.rename(police, since=clock.today() + timedelta(days=30), by=coordinator, **NEW)
    assert told() == []

    naming.cancel_renaming(police.names.exclude(since=None).get(), by=coordinator)
    naming.rename(police, since=date(2022, 6, 1), by=coordinator, **NEW)
    reporter.holdings.update(since=date(2022, 6, 1))
    assert told() == []
