"""A Commission of an invented town, and acts that lead a meeting from its plan to adopted minutes."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.meeting_states import Presence
from bezpiecznik.commission.models import AgendaItem, Commission, Meeting, Membership, SeatKind, Term
from bezpiecznik.commission.services import agenda, inviting, meetings, session
from bezpiecznik.commission.services.session import Seen
from bezpiecznik.core import clock

WARSAW = ZoneInfo("Europe/Warsaw")
SEATS = (
    (SeatKind.CHAIR, "Cecylia Przewodnicka"),
    (SeatKind.COUNCILLOR, "Radosław Radny"),
    (SeatKind.COUNCILLOR, "Róża Rajcowa"),
    (SeatKind.APPOINTED, "Oskar Oświatowy"),
    (SeatKind.APPOINTED, "Olga Ośrodkowa"),
    (SeatKind.APPOINTED, "Otylia Osiedlowa"),
    (SeatKind.POLICE, "Piotr Policyjny"),
    (SeatKind.POLICE, "Paulina Patrolowa"),
    (SeatKind.PROSECUTOR, "Prot Prokuratorski"),
)
VOTING = 8


def make_commission(since: date = date(2022, 1, 1)) -> Commission:
    commission = Commission.objects.create(
        name="Komisja Bezpieczeństwa i Porządku", created_on=since, created_by_act="zarządzenie nr 1"
    )
    term = Term.objects.create(commission=commission, starts_on=since, ends_on=since + timedelta(days=1095))
    for number, (kind, name) in enumerate(SEATS):
        Membership.objects.create(term=term, kind=kind, name=name, since=since, email=f"osoba{number}@miasto.example")
    return commission


def at(day: date, hour: int = 10) -> datetime:
    return datetime.combine(day, time(hour), WARSAW)


def plan(commission: Commission, day: date, *, by: User, titles: Iterable[str] = ("Sprawy bieżące",)) -> Meeting:
    """Planned three weeks before, with these points."""
    with clock.pretend(at(day - timedelta(days=21))):
        meeting = meetings.plan_meeting(commission, starts_at=at(day), place="sala 12", by=by)
        for title in titles:
            agenda.add_item(meeting, title=title, by=by)
    return meeting


def invite(meeting: Meeting, *, by: User) -> Meeting:
    with clock.pretend(meeting.starts_at - timedelta(days=14)):
        return inviting.invite(meeting, by=by)


def open_with(meeting: Meeting, present: int, *, by: User) -> Meeting:
    """Opened, with so many of the voting members there and the others absent; to be called on the day."""
    opened = session.open_session(meeting, by=by)
    rows = list(opened.attendance.order_by("pk"))
    seen = {row.pk: Seen(Presence.PRESENT if n < present else Presence.ABSENT) for n, row in enumerate(rows)}
    return session.keep_attendance(opened, seen, by=by)


def begin(commission: Commission, day: date, *, by: User, present: int = VOTING, **words: Iterable[str]) -> Meeting:
    """A meeting that is on: planned, invited, opened. The caller stands in the present of the day afterwards."""
    meeting = invite(plan(commission, day, by=by, **words), by=by)
    with clock.pretend(meeting.starts_at):
        return open_with(meeting, present, by=by)


def item_of(meeting: Meeting, no: int = 1) -> AgendaItem:
    return meeting.items.get(no=no)
