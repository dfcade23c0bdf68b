"""Who holds a post from when to when: no two on one day, ended and never deleted, future days work."""

from datetime import date, timedelta

import pytest
from cast import make_person, seat
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.models import Holding, Institution, Post
from bezpiecznik.institutions.posts import services
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.institutions.rights import Right, Role

JANUARY = date(2030, 1, 1)
A_DAY = timedelta(days=1)


@pytest.fixture
def post(police: Institution, coordinator: User) -> Post:
    return services.add_post(name="naczelnik", role=Role.REPORTER, institution=police, by=coordinator)


def fresh(user: User) -> User:
    """The same person in another request: rights are read anew."""
    return User.objects.get(pk=user.pk)


def test_a_post_gives_rights_from_its_first_day_to_its_last(post: Post, guest: User, coordinator: User) -> None:
    today = clock.today()
    holding = services.seat(post, user=guest, since=today, by=coordinator)
    assert rights_of(guest).has(Right.WRITE_REPORT)

    services.end_holding(holding, until=today, by=coordinator)
    assert rights_of(fresh(guest)).has(Right.WRITE_REPORT)


def test_what_begins_tomorrow_gives_no_right_today(post: Post, guest: User, coordinator: User) -> None:
    services.seat(post, user=guest, since=clock.today() + A_DAY, by=coordinator)

    assert not rights_of(fresh(guest)).has(Right.WRITE_REPORT)


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (JANUARY, None),
        (JANUARY - 9 * A_DAY, JANUARY),
        (JANUARY + 3 * A_DAY, JANUARY + 4 * A_DAY),
        (JANUARY + 9 * A_DAY, None),
        (JANUARY - A_DAY, JANUARY + 99 * A_DAY),
    ],
)
def test_no_two_hold_a_post_on_one_day(
    post: Post, guest: User, member: User, coordinator: User, since: date, until: date | None
) -> None:
    services.seat(post, user=guest, since=JANUARY, until=JANUARY + 9 * A_DAY, by=coordinator)

    with pytest.raises(Refused, match="Gustaw Gościnny"):
        services.seat(post, user=member, since=since, until=until, by=coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Holding.objects.create(post=post, user=member, since=since, until=until)


def test_the_database_refuses_a_holding_stretched_over_the_next_one(post: Post, guest: User, member: User) -> None:
    first = Holding.objects.create(post=post, user=guest, since=JANUARY, until=JANUARY + A_DAY)
    Holding.objects.create(post=post, user=member, since=JANUARY + 2 * A_DAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        Holding.objects.filter(pk=first.pk).update(until=JANUARY + 2 * A_DAY)


def test_days_that_only_touch_are_no_overlap(post: Post, guest: User, member: User, coordinator: User) -> None:
    services.seat(post, user=guest, since=JANUARY, until=JANUARY + A_DAY, by=coordinator)
    services.seat(post, user=member, since=JANUARY + 2 * A_DAY, by=coordinator)
    services.seat(post, user=guest, since=JANUARY - A_DAY, until=JANUARY - A_DAY, by=coordinator)

    assert [held.user for held in post.holdings.order_by("since")] == [guest, guest, member]


def test_a_person_may_hold_several_posts(post: Post, reporter: User, coordinator: User) -> None:
    services.seat(post, user=reporter, since=clock.today(), by=coordinator)

    assert reporter.holdings.count() == 2


def test_a_last_day_before_the_first_is_refused(post: Post, guest: User, coordinator: User) -> None:
    holding = services.seat(post, user=guest, since=JANUARY, by=coordinator)

    with pytest.raises(Refused, match="wcześniejszy"):
        services.end_holding(holding, until=JANUARY - A_DAY, by=coordinator)


def test_whose_account_is_off_is_not_seated(post: Post, guest: User, coordinator: User) -> None:
    guest.is_active = False
    with pytest.raises(Refused, match="wyłączone"):
        services.seat(post, user=guest, since=JANUARY, by=coordinator)


def test_a_held_post_is_not_abolished(post: Post, guest: User, coordinator: User) -> None:
    holding = services.seat(post, user=guest, since=JANUARY, by=coordinator)
    with pytest.raises(Refused, match="Najpierw"):
        services.abolish_post(post, on=JANUARY + A_DAY, by=coordinator)

    services.end_holding(holding, until=JANUARY, by=coordinator)
    services.abolish_post(post, on=JANUARY + A_DAY, by=coordinator)
    with pytest.raises(Refused, match="zniesiono"):
        services.seat(post, user=guest, since=JANUARY + A_DAY, by=coordinator)


def test_a_reporter_needs_an_institution(coordinator: User) -> None:
    with pytest.raises(ValidationError, match="wymaga wskazania podmiotu"):
        services.add_post(name="sprawozdawca", role=Role.REPORTER, institution=None, by=coordinator)


def test_the_last_administrator_stays(administrator: User, guest: User, coordinator: User) -> None:
    holding = administrator.holdings.get()
    with pytest.raises(Refused, match="ostatni administrator"):
        services.end_holding(holding, until=clock.today(), by=coordinator)

    seat(make_person("Alicja", "Druga"), Role.ADMINISTRATOR)
    services.end_holding(holding, until=clock.today(), by=coordinator)
    assert holding.until == clock.today()


def test_an_administrator_who_never_could_sign_in_does_not_count(administrator: User, coordinator: User) -> None:
    invited = make_person("Alicja", "Zaproszona", Role.ADMINISTRATOR)
    invited.set_unusable_password()
    invited.save()

    with pytest.raises(Refused, match="ostatni administrator"):
        services.end_holding(administrator.holdings.get(), until=clock.today(), by=coordinator)


def test_each_act_is_one_line_of_the_journal(post: Post, guest: User, coordinator: User) -> None:
    holding = services.seat(post, user=guest, since=JANUARY, by=coordinator)
    services.rename_post(post, name="naczelnik wydziału", by=coordinator)
    services.rename_post(post, name="naczelnik wydziału", by=coordinator)
    services.end_holding(holding, until=JANUARY, by=coordinator)
    services.abolish_post(post, on=JANUARY + A_DAY, by=coordinator)

    assert list(JournalEntry.objects.order_by("pk").values_list("event", flat=True)) == [
        "posts.added", "posts.seated", "posts.renamed", "posts.ended", "posts.abolished",
    ]  # fmt: skip
