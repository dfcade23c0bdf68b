"""What the pages of the ladder read: the course of each institution in a period, and the flat log to export."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from bezpiecznik.core import clock
from bezpiecznik.core.search import matching
from bezpiecznik.reporting.ladder.days import deadline_of, with_days
from bezpiecznik.reporting.ladder.due import active_steps, next_step, paused
from bezpiecznik.reporting.models import (
    LadderPause,
    LadderStep,
    LinkToken,
    Packet,
    PacketQuerySet,
    Period,
    Reminder,
    ReminderTo,
)
from bezpiecznik.reporting.models.reminders import Outcome
from bezpiecznik.reporting.states import WAITING

OF_PACKET = 6
"""How many of the last reminders a packet's own page shows."""


def reminders() -> QuerySet[Reminder]:
    """Reminders in order of time, each with its recipients and what became of their messages."""
    opened = LinkToken.objects.filter(message=OuterRef("message")).values("opened_at")[:1]
    told = ReminderTo.objects.select_related("user", "message").annotate(link_opened_at=Subquery(opened))
    found = Reminder.objects.select_related("step", "by", "letter__document").order_by("at", "pk")
    return found.prefetch_related(Prefetch("recipients", told))


def of_period(period: Period, wanted: dict[str, Any]) -> PacketQuerySet:
    """Packets of the period that have something to answer, with their course; by the filter's cleaned values."""
    mine = Reminder.objects.filter(packet=OuterRef("pk"))
    counted = mine.order_by().values("packet").annotate(n=Count("pk")).values("n")
    found = with_days(Packet.objects.filter(period=period).asked()).select_related("institution", "period")
    found = found.annotate(
        reminded_at=Subquery(mine.order_by("-at").values("at")[:1]), times=Subquery(counted),
        is_paused=Exists(Packet.objects.filter(paused(clock.today()), pk=OuterRef("pk"))),
    )  # fmt: skip
    found = found.prefetch_related(Prefetch("reminders", reminders()), Prefetch("pauses", _standing(), to_attr="held"))
    if step := wanted.get("step"):
        found = found.filter(Exists(mine.filter(step=step)))
    if condition := _conditions(mine).get(wanted.get("state", "")):
        found = found.filter(condition)
    return matching(found, wanted.get("q", ""), field="institution__search_text")


def _conditions(mine: QuerySet[Reminder]) -> dict[str, Q]:
    bounced = ReminderTo.objects.filter(reminder__packet=OuterRef("pk"), message__state="bounced")
    return {
        "waiting": Q(Exists(mine), state__in=WAITING),
        "answered": Q(Exists(mine)) & ~Q(state__in=WAITING),
        "none": ~Q(Exists(mine)),
        "nobody": Q(Exists(mine.filter(outcome=Outcome.NOBODY, ended_at=None))),
        "bounced": Q(Exists(bounced)),
        "paused": Q(is_paused=True),
    }


def _standing() -> QuerySet[LadderPause]:
    return LadderPause.objects.filter(ended_at=None, until__gte=clock.today())


def waits_for_clicks() -> bool:
    """Whether any step in use is made by a person only."""
    return LadderStep.objects.filter(active=True, automatic=False).exists()


def pause_of(period: Period) -> LadderPause | None:
    """What holds the whole period back today."""
    return _standing().filter(period=period, packet=None).select_related("by").first()


@dataclass(frozen=True)
class Course:
    """One institution's row: its packet, deadline in force, what was sent, and what comes next."""

    packet: Packet
    due_on: date
    next: tuple[date, LadderStep] | None
    pause: LadderPause | None


def courses(packets: list[Packet]) -> list[Course]:
    """Rows for these packets `of_period`."""
    steps, today = active_steps(), clock.today()
    return [
        Course(
            packet, deadline_of(packet),
            next_step(packet, steps, today) if packet.period.is_open and packet.state in WAITING else None,
            next(iter(getattr(packet, "held", [])), None),
        )
        for packet in packets
    ]  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One recipient of one reminder, for the exported log; none where nobody was reached, and of a letter."""

    packet: Packet
    reminder: Reminder
    told: ReminderTo | None


def lines(packets: PacketQuerySet) -> list[Line]:
    """The whole log of these packets, one line for each recipient."""
    return [
        Line(packet, reminder, told)
        for packet in packets
        for reminder in packet.reminders.all()
        for told in _recipients(reminder)
    ]


def _recipients(reminder: Reminder) -> list[ReminderTo | None]:
    return [*reminder.recipients.all()] or [None]


def of_packet(packet: Packet) -> list[Reminder]:
    """The last few reminders of one packet, the newest first."""
    return list(reminders().filter(packet=packet).order_by("-at", "-pk")[:OF_PACKET])


def nobody(periods: QuerySet[Period]) -> dict[int, int]:
    """How many packets of each of these periods (keys) nobody would pick a reminder up for."""
    rows = Reminder.objects.filter(outcome=Outcome.NOBODY, ended_at=None, packet__period__in=periods)
    rows = rows.exclude(packet__in=Packet.objects.exclude(state__in=WAITING))
    return dict(rows.values_list("packet__period").annotate(n=Count("packet", distinct=True)).order_by())
