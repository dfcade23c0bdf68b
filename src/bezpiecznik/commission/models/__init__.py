"""The Commission: its composition and terms, meetings, opinions, minutes, tasks, requests for information."""

from bezpiecznik.commission.models.attendance import Attendance, AttendanceQuerySet, MeetingMessage
from bezpiecznik.commission.models.composition import (
    VOTING,
    Commission,
    Membership,
    MembershipQuerySet,
    SeatKind,
    Term,
)
from bezpiecznik.commission.models.meetings import AgendaItem, AgendaPaper, Meeting, MeetingQuerySet
from bezpiecznik.commission.models.outcomes import (
    Ballot,
    Minutes,
    Opinion,
    OpinionQuerySet,
    Task,
    TaskQuerySet,
    Vote,
)
from bezpiecznik.commission.models.reports import CommissionReport
from bezpiecznik.commission.models.requests import InformationRequest, RequestFile

__all__ = [
    "VOTING", "AgendaItem", "AgendaPaper", "Attendance", "AttendanceQuerySet", "Ballot", "Commission",
    "CommissionReport", "InformationRequest", "Meeting", "MeetingMessage", "MeetingQuerySet", "Membership",
    "MembershipQuerySet", "Minutes", "Opinion", "OpinionQuerySet", "RequestFile", "SeatKind", "Task", "TaskQuerySet",
    "Term", "Vote",
]  # fmt: skip
