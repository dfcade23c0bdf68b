"""Whole periods lived through day by day: who was reminded when, by which step; and when it stopped."""

from datetime import date

import pytest
from ladder_acts import bounce, live, log, moment
from reporting_acts import fill, send

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.holidays import is_day_off
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.institutions.models import Contact, Institution
from bezpiecznik.letters.models import Letter
from bezpiecznik.notices.models import Message
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import services
from bezpiecznik.reporting.models import LockException, Packet, Part, Period, Reminder

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2023, 1, 5), date(2023, 2, 10)


def test_a_period_climbs_the_ladder_on_working_days(
    packet: Packet, reporter: User, head: User, neighbour: User
) -> None:
    """Term on Friday, 20 January. The guard answers on the 23rd and hears no more; the police stay silent."""
    live(FIRST, date(2023, 1, 23))
    with clock.pretend(moment(date(2023, 1, 23), 15)):
        send(Packet.objects.get(institution__abbr="SM"), by=neighbour)
    live(date(2023, 1, 24), LAST)

    assert log() == [
        ("2023-01-13", "KMP", "-5", "reporter robert.raportowski"),
        ("2023-01-13", "SM", "-5", "reporter stefan.strażnicki"),
        ("2023-01-23", "KMP", "1", "reporter robert.raportowski"),
        ("2023-01-23", "SM", "1", "reporter stefan.strażnicki"),
        ("2023-01-27", "KMP", "5", "head halina.kierownicza, copy robert.raportowski"),
        ("2023-02-03", "KMP", "10", "letter"),
    ]
    kinds = list(Message.objects.filter(kind__startswith="reporting.remind").values_list("kind", flat=True))
    assert sorted(kind.removeprefix("reporting.remind_") for kind in kinds) == [
        "copy", "head", "late", "late", "soft", "soft",
    ]  # fmt: skip
    assert list(Reminder.objects.filter(packet__institution__abbr="SM").values_list("ended_because", flat=True)) == [
        "submitted", "submitted",
    ]  # fmt: skip


def test_the_letter_is_a_draft_for_a_person_to_sign(packet: Packet, coordinator: User, reporter: User) -> None:
    live(FIRST, LAST)

    letter = Letter.objects.get(institution=packet.institution)
    assert letter.is_draft
    assert "nie otrzymaliśmy sprawozdania" in letter.body
    assert letter.reminders.get().outcome == "letter"
    line = JournalEntry.objects.get(event="letters.series_started")
    assert line.actor_name == "system"


def test_christmas_and_epiphany_are_no_working_days(
    programme: Programme, patrols: Undertaking, coordinator: User, reporter: User, head: User, neighbour: User
) -> None:
    """Term on Monday, 29 December 2025: Christmas Eve is free that year."""
    with clock.pretend(moment(date(2025, 12, 1))):
        period = services.plan_period(
            programme, year=2023, part=Part.SECOND_HALF, opens_on=date(2025, 12, 1), due_on=date(2025, 12, 29),
            by=coordinator,
        )  # fmt: skip
        services.open_period(period, by=coordinator)
    live(date(2025, 12, 1), date(2026, 1, 31))

    police = [row for row in log() if row[1] == "KMP"]
    assert [(day, step) for day, _abbr, step, _whom in police] == [
        ("2025-12-17", "-5"), ("2025-12-30", "1"), ("2026-01-07", "5"), ("2026-01-14", "10"),
    ]  # fmt: skip


def test_an_exception_begins_the_ladder_anew_from_the_new_day(
    packet: Packet, coordinator: User, reporter: User, head: User
) -> None:
    live(FIRST, date(2023, 1, 24))
    with clock.pretend(moment(date(2023, 1, 24), 14)):
        granted = LockException.objects.create(packet=packet, until=date(2023, 2, 10), reason="Remont.", by=coordinator)
    live(date(2023, 1, 25), date(2023, 2, 14))

    police = [(row[0], row[2]) for row in log() if row[1] == "KMP"]
    assert police == [("2023-01-13", "-5"), ("2023-01-23", "1"), ("2023-02-03", "-5"), ("2023-02-13", "1")]
    moved = Reminder.objects.filter(packet=packet, due_on=date(2023, 1, 20))
    assert set(moved.values_list("ended_because", flat=True)) == {"moved"}

    with clock.pretend(moment(date(2023, 2, 14), 15)):
        granted.withdrawn_at, granted.withdrawn_by = clock.now(), coordinator
        granted.save()
    live(date(2023, 2, 15), date(2023, 2, 20))
    again = [(row[0], row[2]) for row in log() if row[1] == "KMP"][4:]
    assert again == [("2023-02-15", "10")]


def test_after_days_without_ticks_only_the_highest_step_is_made(packet: Packet, reporter: User, head: User) -> None:
    live(date(2023, 1, 30), date(2023, 2, 2))

    assert [(row[0], row[2]) for row in log() if row[1] == "KMP"] == [("2023-01-30", "5")]


def test_a_packet_handed_over_reminds_the_head_to_sign_and_no_clerk(packet: Packet, reporter: User, head: User) -> None:
    live(FIRST, date(2023, 1, 13))
    with clock.pretend(moment(date(2023, 1, 18), 14)):
        fill(packet, by=reporter)
        services.hand_over_for_signature(packet, by=reporter)
    live(date(2023, 1, 19), date(2023, 1, 23))

    assert [row[3] for row in log() if row[1] == "KMP"] == [
        "reporter robert.raportowski", "head halina.kierownicza",
    ]  # fmt: skip
    message = Message.objects.filter(kind="reporting.remind_sign").get()
    assert "czeka na podpis" in message.body
    assert Reminder.objects.filter(packet=packet).first().ended_because == "to_sign"


def test_a_returned_report_gets_days_to_mend_it_and_no_letter_that_nothing_came(
    packet: Packet, reporter: User, head: User, coordinator: User
) -> None:
    with clock.pretend(moment(date(2023, 1, 19), 12)):
        send(packet, by=reporter)
    with clock.pretend(moment(date(2023, 1, 25), 12)):
        services.return_packet(packet, by=coordinator, note="Ilu osób?")
    live(date(2023, 1, 25), date(2023, 3, 1))

    police = [(row[0], row[2]) for row in log() if row[1] == "KMP"]
    assert police == [("2023-02-02", "1"), ("2023-02-08", "5")]
    assert "zwrócone do poprawy" in Message.objects.filter(user=head, kind="reporting.remind_head").get().body


def test_a_closed_period_reminds_nobody(packet: Packet, period: Period, coordinator: User, reporter: User) -> None:
    live(FIRST, date(2023, 1, 13))
    with clock.pretend(moment(date(2023, 1, 16))):
        services.close_period(period, by=coordinator)
    live(date(2023, 1, 16), LAST)

    assert {row[0] for row in log()} == {"2023-01-13"}
    assert set(Reminder.objects.values_list("ended_because", flat=True)) == {"closed"}


def test_withdrawn_obligations_end_the_reminders(packet: Packet, reporter: User) -> None:
    live(FIRST, date(2023, 1, 13))
    packet.obligations.update(withdrawn_at=clock.now(), withdrawn_because="Zmiana programu.")
    live(date(2023, 1, 16), LAST)

    assert [row[0] for row in log() if row[1] == "KMP"] == ["2023-01-13"]
    assert Reminder.objects.get(packet=packet).ended_because == "withdrawn"


def test_a_bounced_address_passes_the_turn_to_the_head_then_to_the_office_then_to_nobody(
    packet: Packet, police: Institution, reporter: User, head: User
) -> None:
    Contact.objects.create(institution=police, email="sekretariat@kmp.example")
    live(FIRST, date(2023, 1, 13))
    bounce(Message.objects.get(kind="reporting.remind_soft", user=reporter))
    live(date(2023, 1, 16), date(2023, 1, 23))
    bounce(Message.objects.get(kind="reporting.remind_head", user=head))
    live(date(2023, 1, 24), date(2023, 1, 27))
    bounce(Message.objects.get(kind="reporting.remind_office", address="sekretariat@kmp.example"))
    with clock.pretend(moment(date(2023, 1, 30))):
        packet.reminders.update(due_on=date(2023, 1, 1))  # as if the deadline had been another one
    live(date(2023, 1, 30), date(2023, 1, 30))

    assert [(row[2], row[3]) for row in log() if row[1] == "KMP"] == [
        ("-5", "reporter robert.raportowski"),
        ("1", "head halina.kierownicza"),
        ("5", "office sekretariat"),
        ("5", "nobody"),
    ]


def test_who_can_be_reached_again_gets_the_step_that_nobody_picked_up(packet: Packet, police: Institution) -> None:
    live(FIRST, date(2023, 1, 16))
    assert log()[0] == ("2023-01-13", "KMP", "-5", "nobody")

    Contact.objects.create(institution=police, email="sekretariat@kmp.example")
    live(date(2023, 1, 17), date(2023, 1, 17))

    assert [row for row in log() if row[1] == "KMP"] == [("2023-01-17", "KMP", "-5", "office sekretariat")]


def test_nothing_leaves_at_night_or_on_a_day_off(packet: Packet, reporter: User, head: User, neighbour: User) -> None:
    live(FIRST, LAST)

    sent = [message.due_at.astimezone(moment(FIRST).tzinfo) for message in Message.objects.filter(
        kind__startswith="reporting.remind")]  # fmt: skip
    assert len(sent) == 7
    assert not [at for at in sent if is_day_off(at.date()) or not 7 <= at.hour < 20]
