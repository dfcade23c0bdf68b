"""One of everything of meetings, for the table of rights: one to come with its papers, one held with its outcomes."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import (
    AgendaItem,
    AgendaPaper,
    Attendance,
    Commission,
    Meeting,
    Opinion,
    Task,
    Vote,
)
from bezpiecznik.commission.services import agenda, inviting, meetings, outcomes, session, tasks
from bezpiecznik.core import clock


@dataclass(frozen=True)
class MeetingsWorld:
    coming: Meeting
    point: AgendaItem
    """Of the meeting to come."""
    paper: AgendaPaper
    place: Attendance
    guest: Attendance
    held: Meeting
    item: AgendaItem
    """Of the meeting held."""
    vote: Vote
    opinion: Opinion
    task: Task


def build_meetings(commission: Commission, *, by: User) -> MeetingsWorld:
    held = _held(commission, by=by)
    item = held.items.get()
    coming = _planned(commission, 20, by=by)
    point = coming.items.get()
    paper = agenda.add_file(point, name="dane.txt", data=b"Dane", by=by)
    guest = inviting.add_guest(coming, name="Gość", by=by)
    coming = inviting.invite(coming, by=by)
    return MeetingsWorld(
        coming=coming, point=point, paper=paper, guest=guest, held=held, item=item, vote=item.votes.get(),
        place=coming.attendance.exclude(membership=None).get(), opinion=item.opinions.get(), task=item.tasks.get(),
    )  # fmt: skip


def _planned(commission: Commission, days: int, *, by: User) -> Meeting:
    moment = datetime.combine(clock.today() + timedelta(days=days), time(10), ZoneInfo("Europe/Warsaw"))
    with clock.pretend(moment - timedelta(days=30)):
        meeting = meetings.plan_meeting(commission, starts_at=moment, place="sala 12", by=by)
        agenda.add_item(meeting, title="Sprawy bieżące", by=by)
    return meeting


def _held(commission: Commission, *, by: User) -> Meeting:
    meeting = _planned(commission, -10, by=by)
    with clock.pretend(meeting.starts_at - timedelta(days=10)):
        inviting.invite(meeting, by=by)
    with clock.pretend(meeting.starts_at):
        session.open_session(meeting, by=by)
        session.keep_attendance(meeting, {row.pk: session.Seen("present") for row in meeting.attendance.all()}, by=by)
        item = meeting.items.get()
        outcomes.record_vote(item, subject="Budżet", in_favour=1, against=0, abstained=0, by=by)
        outcomes.give_opinion(item, kind="budget", subject="Budżet", text="x", position="positive", by=by)
        tasks.set_task(item, text="Przesłać dane", due_on=clock.today(), by=by)
        return session.close_session(meeting, by=by)
