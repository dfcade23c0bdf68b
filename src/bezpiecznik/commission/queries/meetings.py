"""Reads about meetings: who is there, what comes next, tasks that wait."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Prefetch, Q

from bezpiecznik.accounts.models import User
from bezpiecznik.commission import quorum
from bezpiecznik.commission.meeting_states import Answer, Channel, MeetingState
from bezpiecznik.commission.models import (
    AgendaItem,
    Attendance,
    AttendanceQuerySet,
    Commission,
    Meeting,
    MeetingQuerySet,
    Membership,
    Minutes,
    Opinion,
    OpinionQuerySet,
    Task,
    TaskQuerySet,
)
from bezpiecznik.commission.queries.rules import rules_of
from bezpiecznik.commission.quorum import Quorum, quorum_of, quorum_reached
from bezpiecznik.core import clock
from bezpiecznik.core.search import matching
from bezpiecznik.documents.models import Document


def quorum_now(meeting: Meeting, rows: Iterable[Attendance] | None = None) -> Quorum:
    """By the attendance list as it stands; before the session by the rule in force and who sits then."""
    rows, rules = list(meeting.attendance.all() if rows is None else rows), rules_of(meeting)
    least = meeting.quorum_needed or quorum.needed(_seats(meeting, rows), rules.quorum)
    return quorum_of(rows, needed=least, substitutes=rules.substitutes)


def quorum_met(meeting: Meeting, rows: Iterable[Attendance]) -> Quorum:
    """Of the whole meeting, as papers tell it: it does not change when people go home."""
    rows, rules = list(rows), rules_of(meeting)
    least = meeting.quorum_needed or quorum.needed(_seats(meeting, rows), rules.quorum)
    return quorum_reached(rows, needed=least, substitutes=rules.substitutes)


def _seats(meeting: Meeting, rows: list[Attendance]) -> int:
    listed = sum(row.votes for row in rows)
    return listed or sitting_on(meeting).voting().count()


def sitting_on(meeting: Meeting) -> Any:
    """Who sits in the Commission on the day of the meeting."""
    return Membership.objects.filter(term=meeting.term_id).on(clock.day_of(meeting.starts_at))


def may_vote(meeting: Meeting) -> list[Attendance]:
    """Who may vote now: in the room, with a vote."""
    substitutes = rules_of(meeting).substitutes
    return [row for row in meeting.attendance.all() if quorum.counts(row, substitutes=substitutes)]


def by_letter(meeting: Meeting) -> AttendanceQuerySet:
    """Who was asked on paper, at an institution that can still be written to."""
    asked = meeting.attendance.filter(asked_by_channel=Channel.LETTER).exclude(membership__institution=None)
    return asked.select_related("membership__institution", "letter")


def by_hand(meeting: Meeting) -> AttendanceQuerySet:
    """Whom the system cannot reach: somebody has to tell them."""
    return meeting.attendance.filter(asked_by_channel=Channel.HAND)


def answers(rows: Iterable[Attendance]) -> list[tuple[str, list[Attendance]]]:
    """Who comes, who does not, who has not said; the label and the rows, in this order, without empty groups."""
    order = (Answer.COMING, Answer.NONE, Answer.DECLINED)
    grouped = [(str(answer.label), [row for row in rows if row.answer == answer]) for answer in order]
    return [(label, found) for label, found in grouped if found]


def next_meeting(meetings: MeetingQuerySet) -> Meeting | None:
    """The one that is on, else the nearest to come."""
    on = meetings.filter(state=MeetingState.IN_SESSION).first()
    return on or meetings.coming().first()


def with_counts(meetings: MeetingQuerySet) -> MeetingQuerySet:
    """For lists: how many points and opinions each has."""
    return meetings.annotate(
        points=Count("items", distinct=True), given=Count("items__opinions", distinct=True)
    ).select_related("commission")


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """The agenda with all that hangs under it, in few queries; what documents were made of is read when asked for."""
    documents = Document.objects.without_snapshot()
    return list(
        meeting.items.select_related("written_by").prefetch_related(
            Prefetch("papers__document", documents), "papers__file", "votes__ballots__attendance", "opinions__vote",
            Prefetch("opinions__document", documents), "tasks__institution", "tasks__membership",
            "adopted_minutes__meeting",
        )
    )  # fmt: skip


def own_row(meeting: Meeting, user: User) -> Attendance | None:
    """The person's own place on the list, by their account."""
    return meeting.attendance.filter(membership__user=user).first()


def listed_opinions(opinions: OpinionQuerySet, wanted: dict[str, Any]) -> OpinionQuerySet:
    """Those that fit the filter's cleaned values (`q`, `kind`, `position`, `year`)."""
    found = opinions.select_related("item__meeting", "document", "vote")
    for name in ("kind", "position"):
        if value := wanted.get(name):
            found = found.filter(**{name: value})
    if year := wanted.get("year"):
        found = found.given_in(int(year))
    return matching(found, wanted.get("q") or "")


def opinion_years() -> list[int]:
    """Years in which opinions were given, the latest first."""
    return [day.year for day in Opinion.objects.dates("given_on", "year", order="DESC")]


OPEN, OVERDUE, DONE = "open", "overdue", "done"


def listed_tasks(tasks: TaskQuerySet, wanted: dict[str, Any]) -> TaskQuerySet:
    """Those that fit the filter's cleaned values (`q`, `state`)."""
    found = tasks.select_related("institution", "membership", "item__meeting")
    state = wanted.get("state")
    if state == OPEN:
        found = found.open()
    elif state == OVERDUE:
        found = found.overdue(clock.today())
    elif state == DONE:
        found = found.exclude(done_on=None)
    return matching(found, wanted.get("q") or "")


def tasks_of(user: User) -> TaskQuerySet:
    """Open tasks of the person as a member of the Commission."""
    return Task.objects.open().filter(membership__user=user).order_by("due_on", "pk")


def to_adopt(commission: Commission, before: Meeting | None = None) -> MeetingQuerySet:
    """Meetings held whose minutes wait to be adopted, the oldest first; only those before the given one."""
    held = Meeting.objects.filter(commission=commission, state=MeetingState.HELD).order_by("starts_at")
    return held.filter(starts_at__lt=before.starts_at) if before else held


def places_to_adopt(meeting: Meeting) -> Any:
    """Points of later meetings under which these minutes may be adopted, the point meant for it first."""
    later = Q(meeting__commission=meeting.commission_id, meeting__starts_at__gt=meeting.starts_at)
    written = Q(meeting__state__in=(MeetingState.IN_SESSION, MeetingState.HELD))
    return AgendaItem.objects.filter(later & written).select_related("meeting").order_by("meeting__starts_at", "no")


def listed_meetings(meetings: MeetingQuerySet, wanted: dict[str, Any]) -> MeetingQuerySet:
    """Those that fit the filter's cleaned values (`year`, `state`)."""
    if year := wanted.get("year"):
        meetings = meetings.of_year(int(year))
    if state := wanted.get("state"):
        meetings = meetings.filter(state=state)
    return meetings


def meeting_years(meetings: MeetingQuerySet) -> list[int]:
    """Years that have meetings, the latest first."""
    return list(meetings.order_by("-year").values_list("year", flat=True).distinct())


def minutes_of(meeting: Meeting) -> Minutes | None:
    """Adopted minutes, with where they were adopted."""
    found = Minutes.objects.filter(meeting=meeting).select_related("adopted_in__meeting", "document")
    return found.defer("document__snapshot").first()


def last_planned(commission: Commission) -> Meeting:
    """The one planned last."""
    return commission.meetings.latest("pk")


def expected(meeting: Meeting) -> list[Attendance]:
    """Before the invitations: unsaved rows of who sits in the Commission on the day."""
    return [
        Attendance(meeting=meeting, seat=one.kind, name=one.name, function=one.function) for one in sitting_on(meeting)
    ]
