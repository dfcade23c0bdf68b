"""A post limited to some programmes: its rights reach those and no others."""

from datetime import date

import pytest
from cast import limit, seat
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.models import Holding, Institution
from bezpiecznik.institutions.rights import OF_PROGRAMME, OWN_INSTITUTION_ONLY, ROLES, Right, Role
from bezpiecznik.plans import services
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.plans.scopes import Scope, scope_of


@pytest.fixture
def former(db: None) -> Programme:
    """The programme before the present one."""
    return Programme.objects.create(
        title="Program dawny", unit="Miasto Zatorzyn", council="Rada Miasta Zatorzyna", act_no="I/1/2018",
        act_date=date(2018, 3, 18), year_from=2018, year_to=2020,
    )  # fmt: skip


def held_by(person: User) -> Holding:
    return person.holdings.select_related("post").get()


def test_an_unlimited_post_reaches_all_programmes_and_asks_the_database_once(
    coordinator: User, programme: Programme, django_assert_num_queries
) -> None:
    with django_assert_num_queries(1):
        assert scope_of(coordinator, Right.GRADE) == Scope(everything=True)


def test_a_limited_post_reaches_the_named_programmes(
    coordinator: User, programme: Programme, former: Programme
) -> None:
    limit(held_by(coordinator), former)

    scope = scope_of(coordinator, Right.GRADE)
    assert (scope.holds(former.pk), scope.holds(programme.pk)) == (True, False)
    assert list(scope.narrow(Programme.objects.all(), "pk")) == [former]


def test_a_limited_post_that_names_nothing_reaches_nothing(coordinator: User, programme: Programme) -> None:
    limit(held_by(coordinator))

    assert not scope_of(coordinator, Right.READ_PLAN).holds(programme.pk)


def test_a_limited_post_gives_no_right_of_the_whole_unit(coordinator: User, former: Programme) -> None:
    limit(held_by(coordinator), former)

    held = {right for right in Right if rights_of(coordinator).has(right)}
    assert held == ROLES[Role.COORDINATOR] & OF_PROGRAMME


def test_a_second_unlimited_post_opens_what_the_first_does_not(
    coordinator: User, programme: Programme, former: Programme
) -> None:
    limit(held_by(coordinator), former)
    seat(coordinator, Role.MEMBER)

    assert scope_of(coordinator, Right.READ_PLAN).everything
    assert not scope_of(coordinator, Right.GRADE).holds(programme.pk)


def test_rights_over_an_institution_stay_in_it_and_in_the_programme(
    reporter: User, police: Institution, guard: Institution, programme: Programme, former: Programme
) -> None:
    limit(held_by(reporter), former)

    assert scope_of(reporter, Right.WRITE_REPORT, police.pk).holds(former.pk)
    assert not scope_of(reporter, Right.WRITE_REPORT, police.pk).holds(programme.pk)
    assert not scope_of(reporter, Right.WRITE_REPORT, guard.pk).holds(former.pk)


def test_whoever_holds_no_such_right_reaches_nothing(reporter: User, programme: Programme) -> None:
    assert scope_of(reporter, Right.GRADE) == Scope(everything=False)


def test_every_right_over_an_own_institution_can_be_limited() -> None:
    assert OWN_INSTITUTION_ONLY <= OF_PROGRAMME


def test_the_list_of_actions_shows_another_programme_only_to_those_whom_it_reaches(
    client: InspectingClient, member: User, former: Programme, patrols: Undertaking
) -> None:
    limit(held_by(member), former)

    page = client.as_(member).page("/praca/program/")
    assert "Program dawny" in text_of(page)
    assert "Program bezpieczeństwa Zatorzyna" not in text_of(page)
    assert client.get(patrols.get_absolute_url()).status_code == 404


def test_the_administrator_limits_a_post_and_frees_it_again(
    client: InspectingClient, administrator: User, member: User, programme: Programme, former: Programme
) -> None:
    post = held_by(member).post
    address = f"/praca/program/stanowisko/{post.pk}/"
    client.as_(administrator).page(address)

    client.post(address, {"programmes": [former.pk]})
    post.refresh_from_db()
    assert post.limited
    assert [reached.programme for reached in post.programmes.all()] == [former]

    client.post(address, {"programmes": []})
    post.refresh_from_db()
    assert (post.limited, post.programmes.count()) == (False, 0)
    assert [line.data["programmes"] for line in journal.about(post)] == [[], [str(former)]]


def test_saving_the_same_reach_writes_nothing(administrator: User, member: User, former: Programme) -> None:
    post = held_by(member).post
    for _time in range(2):
        services.limit_post(post, programmes=[former], by=administrator)

    assert journal.about(post).count() == 1
