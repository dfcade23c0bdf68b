"""Whatever happens in a period, in any order: the promises of the ladder hold."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ladder_acts import bounce, days, moment
from reporting_acts import send
from thoroughness import examples

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.holidays import add_working_days, is_day_off
from bezpiecznik.institutions.models import Contact, Institution
from bezpiecznik.notices.models import Message
from bezpiecznik.notices.quiet import WARSAW
from bezpiecznik.reporting.ladder import services
from bezpiecznik.reporting.models import LadderStep, LockException, Packet, Reminder

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2023, 1, 9), date(2023, 2, 17)
ALL_DAYS = list(days(FIRST, LAST))
A_DAY = st.sampled_from(ALL_DAYS)
SOMETIME = st.one_of(st.none(), A_DAY)


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ticked=st.sets(st.tuples(A_DAY, st.sampled_from([2, 8, 11, 16, 23])), min_size=10, max_size=60),
    answered=st.tuples(SOMETIME, SOMETIME),
    granted=st.one_of(st.none(), st.tuples(A_DAY, st.integers(1, 25))),
    bounced=SOMETIME,
)
def test_the_promises_of_the_ladder(
    packet: Packet, police: Institution, reporter: User, neighbour: User, head: User, coordinator: User,
    ticked: set[tuple[date, int]], answered: tuple[date | None, date | None], granted: tuple[date, int] | None,
    bounced: date | None,
) -> None:  # fmt: skip
    with transaction.atomic():
        _live(packet, (reporter, neighbour), coordinator, ticked, answered, granted, bounced)
        _check(answered)
        transaction.set_rollback(True)


def _live(packet, people, coordinator, ticked, answered, granted, bounced) -> None:  # type: ignore[no-untyped-def]
    """Ticks come or not; answers, an exception and a bounce fall at 15:00 of their days."""
    Contact.objects.create(institution=packet.institution, email="sekretariat@kmp.example")
    both = [packet, packet.period.packets.exclude(pk=packet.pk).get()]
    for day in ALL_DAYS:
        for hour in sorted(hour for on, hour in ticked if on == day and hour < 15):
            _tick(day, hour)
        with clock.pretend(moment(day, 15)):
            for one, by, on in zip(both, people, answered, strict=True):
                if on == day:
                    send(one, by=by)
            if granted and granted[0] == day:
                until = day + timedelta(days=granted[1])
                LockException.objects.create(packet=packet, until=until, reason="Powód.", by=coordinator)
            if bounced == day and (last := Message.objects.filter(kind__startswith="reporting.remind").last()):
                bounce(last)
        for hour in sorted(hour for on, hour in ticked if on == day and hour > 15):
            _tick(day, hour)


def _tick(day: date, hour: int) -> None:
    """What was done must be all that can be done: the round again, as after a killed or doubled tick, adds nothing."""
    with clock.pretend(moment(day, hour)):
        services.make_round()
        before = Reminder.objects.count()
        services.make_round()
        assert Reminder.objects.count() == before
        if services.may_write_now():
            _each_late_packet_stands_on_its_step(day)


def _each_late_packet_stands_on_its_step(day: date) -> None:
    """Of each packet that waits, the highest step whose day has come was made today at the latest, unless one above."""
    steps = list(LadderStep.objects.order_by("-offset"))
    for packet in Packet.objects.filter(state="draft"):
        standing = packet.exceptions.filter(withdrawn_at=None).values_list("until", flat=True)
        due = max([packet.period.due_on, *standing])
        reached = next((step for step in steps if add_working_days(due, step.offset) <= day), None)
        made = {row.step.offset for row in packet.reminders.filter(due_on=due).select_related("step")}
        assert reached is None or max(made) >= reached.offset


def _check(answered: tuple[date | None, date | None]) -> None:
    rows = list(Reminder.objects.select_related("packet__institution", "step"))
    doubled = Counter((row.packet_id, row.step_id, row.due_on) for row in rows)
    assert not [key for key, n in doubled.items() if n > 1]
    a_day = Counter((row.packet_id, clock.day_of(row.at)) for row in rows)
    assert not [key for key, n in a_day.items() if n > 1]
    for row in rows:
        at = row.at.astimezone(WARSAW)
        assert not is_day_off(at.date())
        assert 7 <= at.hour < 20
        on = answered[0] if row.packet.institution.abbr == "KMP" else answered[1]
        assert on is None or at < datetime.combine(on, moment(on, 15).timetz())
        assert add_working_days(row.due_on, row.step.offset) <= at.date()
    letters = Message.objects.filter(kind__startswith="reporting.remind")
    to_one = Counter((message.address, message.due_at) for message in letters)
    assert not [key for key, n in to_one.items() if n > 1]
