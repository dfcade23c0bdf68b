"""What reporting has for a person's desk."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.desk import Todo, Weight
from bezpiecznik.core.panels import Panel
from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.scopes import scope_of
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.access import (
    contribution_url,
    contributions_asked,
    own_packets,
    periods_of,
    waiting_for_office,
)
from bezpiecznik.reporting.deadlines import standing_sentence
from bezpiecznik.reporting.models import Packet, Period
from bezpiecznik.reporting.states import EDITABLE, PacketState, PeriodState
from bezpiecznik.reporting.wording import deadline

PACKETS = "sprawozdanie,sprawozdania,sprawozdań"


def for_reporter(user: User) -> Iterator[Todo]:
    """Packets to fill in or to mend, the overdue first."""
    waiting = own_packets(user, Right.WRITE_REPORT).waiting_for_institution().filter(state__in=EDITABLE)
    for packet in queries.with_progress(waiting).select_related("period", "institution").with_exceptions():
        yield _to_write(packet)


def _to_write(packet: Packet) -> Todo:
    days, today = packet.deadline, clock.today()
    due = days.open_until if packet.state == PacketState.RETURNED and days.open_until else days.due_on
    words = {"packet": packet.institution.short, "period": packet.period, "deadline": deadline(due, today)}
    detail = _("Gotowe: %(ready)s z %(expected)s.") % {
        "ready": getattr(packet, "ready", 0), "expected": getattr(packet, "expected", 0),
    }  # fmt: skip
    if packet.state == PacketState.RETURNED:
        sentence, weight = _("Popraw sprawozdanie %(packet)s za %(period)s: %(deadline)s."), Weight.RETURNED
    else:
        sentence, weight = _("Wypełnij sprawozdanie %(packet)s za %(period)s: %(deadline)s."), Weight.TO_WRITE
    if days.is_locked(today):
        detail = _("Okres jest zablokowany. O wyjątek można poprosić koordynatora programu.")
    elif coming := standing_sentence(days, today):
        detail = f"{detail} {coming}"
    if packet.is_overdue(today):
        weight = Weight.OVERDUE
    return Todo(sentence % words, packet.get_absolute_url(), _("Otwórz sprawozdanie"), weight, due, detail)


def for_member(user: User) -> Iterator[Todo]:
    """Reports of others to which the person's institution may add, until it has answered everything."""
    for packet, body in contributions_asked(user):
        entries = queries.entries_to_add_to(packet, body) if packet.is_editable else []
        own = queries.own_contributions(entries, body)
        if all(entry.pk in own and own[entry.pk].answers for entry in entries):
            continue
        words = {"body": body.short, "packet": packet.institution.short, "period": packet.period}
        yield Todo(
            _("Dopisz, co zrobił podmiot %(body)s: sprawozdanie za %(period)s składa %(packet)s.") % words,
            contribution_url(packet, body),
            _("Dopisz wkład"),
            Weight.TO_WRITE,
            packet.period.due_on,
        )


def for_head(user: User) -> Iterator[Todo]:
    """Packets that wait for the head's signature."""
    waiting = own_packets(user, Right.SIGN_REPORT).waiting_for_institution().filter(state=PacketState.TO_SIGN)
    for packet in waiting.select_related("period", "institution").with_exceptions():
        words = {"packet": packet.institution.short, "period": packet.period}
        yield Todo(
            _("Podpisz sprawozdanie %(packet)s za %(period)s.") % words,
            packet.get_absolute_url(),
            _("Przeczytaj i podpisz"),
            Weight.TO_DECIDE,
            packet.deadline.due_on,
        )


def for_office(user: User) -> Iterator[Todo]:
    """What waits to be accepted, and who is late."""
    if not rights_of(user).has(Right.REVIEW_REPORTS):
        return
    if n := waiting_for_office(user).count():
        yield Todo(
            _("%(n)s %(words)s do przyjęcia.") % {"n": n, "words": forms(n, PACKETS)},
            reverse("reporting:queue"),
            _("Przejdź do kolejki"),
            Weight.TO_DECIDE,
        )
    for period in scope_of(user, Right.REVIEW_REPORTS).narrow(Period.objects.filter(state=PeriodState.OPEN)):
        yield from _late(period)


def _late(period: Period) -> Iterator[Todo]:
    if late := Packet.objects.overdue(clock.today()).filter(period=period).asked().count():
        yield Todo(
            _("%(n)s %(words)s za %(period)s po terminie.")
            % {"n": late, "words": forms(late, PACKETS), "period": period},
            f"{period.get_absolute_url()}?state=overdue",
            _("Zobacz w macierzy"),
            Weight.OVERDUE,
            period.due_on,
        )


def progress(user: User) -> Panel | None:
    """How far the open periods are, for those who read reports."""
    if not rights_of(user).has(Right.READ_REPORTS):
        return None
    periods = list(queries.with_packets_counted(periods_of(user)).filter(state=PeriodState.OPEN))
    if not periods:
        return None
    return Panel(_("Jak idą sprawozdania"), "reporting/summary.html", {"periods": periods}, weight=10)


def for_planner(user: User) -> Iterator[Todo]:
    """Periods whose day to open or to close has come."""
    if not rights_of(user).has(Right.MANAGE_PERIODS):
        return
    today, managed = clock.today(), periods_of(user, Right.MANAGE_PERIODS)
    for period in managed.filter(state=PeriodState.PLANNED, opens_on__lte=today):
        yield Todo(
            _("Otwórz okres %(period)s: zaplanowano to na %(day)s.")
            % {"period": period, "day": long_date(period.opens_on)},
            reverse("reporting:open-period", args=(period.pk,)),
            _("Otwórz okres"),
            Weight.TO_SET_UP,
            period.opens_on,
        )
    for period in managed.filter(state=PeriodState.OPEN, due_on__lt=today):
        yield Todo(
            _("Zamknij okres %(period)s, gdy sprawozdania będą przyjęte.") % {"period": period},
            reverse("reporting:close-period", args=(period.pk,)),
            _("Sprawdź, czego brakuje"),
            Weight.NOTICE,
            period.due_on,
        )
