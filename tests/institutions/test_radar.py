"""The radar: what only seems to be held, as sentences, with the one act that mends it."""

from datetime import timedelta

import pytest
from cast import mail_to, make_person, seat
from inspector import InspectingClient, text_of
from swapping import assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import OptionValue
from bezpiecznik.institutions.models import Institution, Invitation, Post
from bezpiecznik.institutions.posts.desk import phantom_owners
from bezpiecznik.institutions.posts.radar import Kind, findings
from bezpiecznik.institutions.rights import Role
from bezpiecznik.notices.models import MessageState
from bezpiecznik.plans.models import Undertaking

RADAR = "/praca/stanowiska/radar/"


def was_here(user: User, days: int = 0) -> None:
    User.objects.filter(pk=user.pk).update(last_login=clock.now() - timedelta(days=days))


def kinds() -> list[Kind]:
    return [finding.kind for finding in findings(Role)]


def test_who_was_here_lately_is_no_phantom(reporter: User) -> None:
    was_here(reporter)

    assert kinds() == []


def test_a_post_that_nobody_holds_is_seen_since_the_last_holder_left(reporter: User) -> None:
    held = reporter.holdings.get()
    held.until = clock.today() - timedelta(days=10)
    held.save()
    [found] = findings(Role)

    assert found.sentence == "Nikt nie zajmuje stanowiska: sprawozdawca, KMP."
    assert found.since == clock.today() - timedelta(days=9)
    assert found.url == f"/praca/stanowiska/{held.post_id}/obsada/"


def test_an_abolished_post_is_missed_by_nobody(police: Institution) -> None:
    Post.objects.create(name="dawne", role=Role.REPORTER, institution=police, abolished_on=clock.today())

    assert kinds() == []


def test_who_never_signed_in_is_seen(reporter: User) -> None:
    [found] = findings(Role)

    assert (found.kind, found.since) == (Kind.NEVER, clock.today())


@pytest.mark.parametrize(("valid", "sentence"), [
    (3, "Robert Raportowski („sprawozdawca, KMP”) nie odpowiada jeszcze na zaproszenie."),
    (-1, "Zaproszenie wygasło bez odpowiedzi: Robert Raportowski („sprawozdawca, KMP”)."),
])  # fmt: skip
def test_an_invitation_without_answer_is_seen(reporter: User, administrator: User, valid: int, sentence: str) -> None:
    was_here(administrator)
    expires = clock.now() + timedelta(days=valid)
    Invitation.objects.create(user=reporter, sent_by=administrator, expires_at=expires)

    assert [(found.kind, found.sentence) for found in findings(Role)] == [(Kind.INVITED, sentence)]


@pytest.mark.parametrize(("states", "expected"), [
    ((MessageState.BOUNCED,), [Kind.BOUNCED]),
    ((MessageState.BOUNCED, MessageState.SENT), []),
    ((MessageState.BOUNCED, MessageState.WAITING), [Kind.BOUNCED]),
])  # fmt: skip
def test_the_last_mail_decides(reporter: User, states: tuple[MessageState, ...], expected: list[Kind]) -> None:
    was_here(reporter)
    for state in states:
        mail_to(reporter, state)

    assert kinds() == expected


def test_who_was_here_long_ago_is_seen_by_the_setting(reporter: User) -> None:
    was_here(reporter, days=100)
    assert kinds() == []

    OptionValue.objects.create(key="institutions.silent_days", value=90)
    assert kinds() == [Kind.SILENT]


def test_a_switched_off_holder_is_seen(reporter: User) -> None:
    was_here(reporter)
    User.objects.filter(pk=reporter.pk).update(is_active=False)

    assert kinds() == [Kind.OFF]


def test_actions_without_a_working_reporter_are_seen(patrols: Undertaking, reporter: User) -> None:
    was_here(reporter)
    assert kinds() == []

    User.objects.filter(pk=reporter.pk).update(is_active=False)
    [found] = [found for found in findings(Role) if found.kind == Kind.NO_REPORTER]
    assert found.sentence == (
        "Komenda Miejska Policji prowadzi 1 działanie programu, a nie ma tam czynnego sprawozdawcy."
    )


def test_duties_of_a_vacant_post_are_seen(patrols: Undertaking, reporter: User, police: Institution) -> None:
    was_here(reporter)
    post = Post.objects.create(name="naczelnik", role=Role.HEAD, institution=police)
    patrols.responsibilities.filter(institution=police).update(post=post)

    assert [found.sentence for found in findings(Role) if found.kind == Kind.NO_REPORTER] == [
        "1 działanie prowadzi stanowisko, na którym nikogo nie ma: naczelnik, KMP."
    ]


def test_the_coordinator_sees_what_they_can_mend(
    client: InspectingClient, coordinator: User, administrator: User, reporter: User
) -> None:
    was_here(coordinator)
    page = client.as_(coordinator).page(RADAR)
    assert [text_of(row.select_one("td")) for row in page.select("tbody tr")] == [
        "Robert Raportowski („sprawozdawca, KMP”) ma konto i nigdy się nie zalogował(a)."
    ]
    [todo] = phantom_owners(coordinator)
    assert (todo.sentence, todo.url) == ("Radar: 1 sprawa wymaga uwagi.", RADAR)
    assert list(phantom_owners(reporter)) == []


@pytest.mark.parametrize(
    ("query", "expected"), [({"kind": "never"}, 1), ({"kind": "vacant"}, 1), ({"q": "raportowski"}, 1), ({"q": "x"}, 0)]
)
def test_filters_stand_in_the_address(
    client: InspectingClient, coordinator: User, reporter: User, guard: Institution, query: dict[str, str],
    expected: int,
) -> None:  # fmt: skip
    Post.objects.create(name="naczelnik", role=Role.HEAD, institution=guard)

    assert len(client.as_(coordinator).page(RADAR, **query).select("tbody tr")) == expected


def test_filtering_by_htmx_equals_a_reload(client: InspectingClient, coordinator: User, reporter: User) -> None:
    assert_swap_equals_reload(client.as_(coordinator), RADAR, f"{RADAR}?kind=never&sort=-since", target="rows")


def test_the_radar_is_exported(client: InspectingClient, coordinator: User, reporter: User) -> None:
    lines = client.as_(coordinator).get(RADAR, {"export": "csv"}).content.decode("utf-8-sig").splitlines()

    assert lines[0] == "Co jest nie tak;Rodzaj;Podmiot;Od kiedy;Co zrobić"
    assert lines[1].startswith("Robert Raportowski („sprawozdawca, KMP”) ma konto")


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_rows(
    client: InspectingClient, coordinator: User, guard: Institution, patrols: Undertaking, rows: int,
    django_assert_num_queries,
) -> None:  # fmt: skip
    for no in range(rows):
        seat(make_person("Jan", f"Kowalski{no}"), Role.REPORTER, guard)
        Post.objects.create(name=f"puste {no}", role=Role.HEAD, institution=guard)
    client.as_(coordinator).page(RADAR)
    with django_assert_num_queries(13):
        client.page(RADAR)
