"""Whom a reminder reaches: in one message a person, and somebody else where the first in line cannot be reached."""

from datetime import date, timedelta

import pytest
from cast import SINCE, make_person, seat
from django.urls import reverse
from inspector import InspectingClient
from ladder_acts import live, log, moment
from link_acts import invite

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Absence, Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.notices.models import Message
from bezpiecznik.reporting import personal_data, services
from bezpiecznik.reporting.models import LinkToken, Packet, Period, ReminderTo

pytestmark = pytest.mark.django_db

SOFT = date(2023, 1, 13)


def to(user: User) -> list[Message]:
    return list(Message.objects.filter(user=user, kind__startswith="reporting.remind").order_by("pk"))


def test_who_answers_for_two_bodies_gets_one_message(packet: Packet, reporter: User, guard: Institution) -> None:
    seat(reporter, Role.REPORTER, guard)
    live(SOFT, SOFT)

    (message,) = to(reporter)
    assert "Komenda Miejska Policji, 2022" in message.body
    assert "Straż Miejska, 2022" in message.body
    assert "gotowe 0 z 1" in message.body
    assert message.url == reverse("reporting:my-packets")
    assert [row[3] for row in log()] == ["reporter robert.raportowski"] * 2


def test_words_are_plainer_to_own_units_and_polite_to_who_answers_for_both(
    packet: Packet, police: Institution, guard: Institution, reporter: User, neighbour: User
) -> None:
    guard.own = True
    guard.save()
    boss = make_person("Beata", "Obojga", Role.REPORTER, police)
    seat(boss, Role.REPORTER, guard)
    live(SOFT, SOFT)

    assert [to(one)[0].kind for one in (reporter, neighbour, boss)] == [
        "reporting.remind_soft", "reporting.remind_soft_own", "reporting.remind_soft",
    ]  # fmt: skip


def test_a_deputy_is_written_to_instead_of_who_is_away(packet: Packet, reporter: User, deputy: User) -> None:
    live(SOFT, SOFT)

    assert (len(to(reporter)), len(to(deputy))) == (0, 1)


def test_after_the_absence_the_reporter_is_written_to_again(packet: Packet, reporter: User, deputy: User) -> None:
    Absence.objects.update(until=SOFT - timedelta(days=1), since=SINCE)
    live(SOFT, SOFT)

    assert (len(to(reporter)), len(to(deputy))) == (1, 0)


def test_an_account_that_nobody_can_open_is_passed_over_for_the_head(
    packet: Packet, reporter: User, head: User
) -> None:
    reporter.set_unusable_password()
    reporter.save()
    live(SOFT, SOFT)

    assert [row[3] for row in log() if row[1] == "KMP"] == ["head halina.kierownicza"]


def test_who_has_a_link_gets_a_fresh_one_in_the_reminder(
    packet: Packet, police: Institution, coordinator: User
) -> None:
    link = invite(police, by=coordinator)
    first = LinkToken.objects.get()
    live(SOFT, SOFT)

    (message,) = to(link.user)
    with clock.pretend(moment(SOFT, 12)):
        opened = services.open_link(message.url.split("/")[-2])
    assert opened is not None
    assert opened.link == link
    first.refresh_from_db()
    assert opened.pk != first.pk
    assert message.secret


def test_what_nobody_picks_up_is_on_the_desk(
    period: Period, packet: Packet, coordinator: User, client: InspectingClient
) -> None:
    live(SOFT, SOFT)
    client.force_login(coordinator)
    with clock.pretend(moment(SOFT, 12)):
        page = client.get(reverse("core:desk"))

    assert "O 2 sprawozdaniach nie ma komu przypomnieć: nikt nie odbierze." in page.content.decode()


def test_a_person_sees_reminders_among_their_data_and_takes_the_address_away(packet: Packet, reporter: User) -> None:
    live(SOFT, SOFT)

    (row,) = personal_data.reminders(reporter)
    assert reporter.email in row.values()
    personal_data.empty_reminders(reporter)
    assert not ReminderTo.objects.filter(address=reporter.email).exists()
