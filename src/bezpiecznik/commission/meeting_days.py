"""Meetings on the calendar, for those who read matters of the Commission."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bezpiecznik.commission.access import meetings_of
from bezpiecznik.commission.meeting_states import MeetingState
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.timetable.marks import Mark, MarkKind, Question

WARSAW = ZoneInfo("Europe/Warsaw")


def of_meetings(asked: Question) -> Iterator[Mark]:
    """Those that the person may read; cancelled ones are left out."""
    if asked.user is None or not rights_of(asked.user).has(Right.READ_COMMISSION):
        return
    first = datetime.combine(asked.first, time(), WARSAW)
    after = datetime.combine(asked.last + timedelta(days=1), time(), WARSAW)
    rows = meetings_of(asked.user).exclude(state=MeetingState.CANCELLED)
    for row in rows.filter(starts_at__gte=first, starts_at__lt=after):
        yield Mark(
            key=f"commission-meeting-{row.pk}",
            day=row.local.date(),
            title=str(row),
            kind=MarkKind.ACTIVITY,
            url=row.get_absolute_url(),
            detail=f"{row.local:%H:%M}, {row.place}",
            is_done=row.is_over,
            revision=row.revision,
        )
