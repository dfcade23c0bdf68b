"""To whom the house writes: holders of posts with a right today, and their deputies."""

from datetime import timedelta
from typing import Any

from cast import make_person, seat

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Absence, Institution
from bezpiecznik.institutions.recipients import people_by_institution, people_with
from bezpiecznik.institutions.rights import Right, Role


def away(person: User, *, deputy: User, days: int = 0) -> None:
    """The person is away from today, or from so many days ahead."""
    since = clock.today() + timedelta(days=days)
    Absence.objects.create(holding=person.holdings.get(), deputy=deputy, since=since, until=since)


def test_a_deputy_is_written_to_beside_the_holder(reporter: User, neighbour: User, police: Institution) -> None:
    away(reporter, deputy=neighbour)

    assert people_with(Right.WRITE_REPORT, police) == [reporter, neighbour]


def test_all_institutions_at_once_are_told_as_one_by_one(
    reporter: User, neighbour: User, head: User, police: Institution, guard: Institution,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    away(reporter, deputy=neighbour)
    away(neighbour, deputy=reporter, days=1)
    left = make_person("Dawna", "Osoba", Role.REPORTER, police)
    left.holdings.update(until=clock.today() - timedelta(days=1))
    seat(reporter, Role.REPORTER, guard)
    User.objects.filter(pk=make_person("Konto", "Wyłączone", Role.REPORTER, guard).pk).update(is_active=False)

    with django_assert_num_queries(3):
        together = people_by_institution(Right.WRITE_REPORT)
    assert together == {body.pk: people_with(Right.WRITE_REPORT, body) for body in (police, guard)}
    assert together[guard.pk] == [reporter, neighbour]
