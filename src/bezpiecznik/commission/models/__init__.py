"""The Commission: its composition and terms, meetings, opinions, minutes, tasks, requests for information."""

from bezpiecznik.commission.models.composition import Commission, Membership, MembershipQuerySet, SeatKind, Term
from bezpiecznik.commission.models.meetings import (
    AgendaItem,
    AgendaPaper,
    Attendance,
    AttendanceQuerySet,
    Meeting,
    MeetingQuerySet,
)
from bezpiecznik.commission.models.outcomes import (
    Ballot,
    Minutes,
    Opinion,
    OpinionQuerySet,
    Task,
    TaskQuerySet,
    Vote,
)

__all__ = [
    "AgendaItem", "AgendaPaper", "Attendance", "AttendanceQuerySet", "Ballot", "Commission", "Meeting",
    "MeetingQuerySet", "Membership", "MembershipQuerySet", "Minutes", "Opinion", "OpinionQuerySet", "SeatKind", "Task",
    "TaskQuerySet", "Term", "Vote",
]  # fmt: skip
