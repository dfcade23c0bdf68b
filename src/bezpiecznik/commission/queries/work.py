"""What the Commission did in a year, as JSON-ready facts with names as text: the yearly report is written from it."""

from typing import Any

from bezpiecznik.commission.models import Commission, Meeting, Opinion, Task
from bezpiecznik.commission.queries.meetings import quorum_met
from bezpiecznik.commission.queries.rules import rules_of
from bezpiecznik.commission.quorum import came
from bezpiecznik.core import clock


def work_of_year(commission: Commission, year: int) -> dict[str, Any]:
    """Meetings held (number, day, topics, attendance, quorum), opinions given and tasks set in the year."""
    return {
        "meetings": [_meeting(meeting) for meeting in _held(commission, year)],
        "opinions": [_opinion(opinion) for opinion in _given(commission, year)],
        "tasks": [_task(task) for task in _set(commission, year)],
    }


def _held(commission: Commission, year: int) -> Any:
    held = Meeting.objects.over().filter(commission=commission, year=year).order_by("starts_at")
    return held.prefetch_related("items", "attendance")


def _meeting(meeting: Meeting) -> dict[str, Any]:
    rows, substitutes = meeting.attendance.all(), rules_of(meeting).substitutes
    quorum = quorum_met(meeting, rows)
    return {
        "no": meeting.no,
        "held_on": clock.day_of(meeting.starts_at).isoformat(),
        "topics": [item.title for item in meeting.items.all()],
        "present": sum(came(row, substitutes=substitutes) for row in rows),
        "voting_present": quorum.here,
        "quorum": quorum.holds,
    }


def _given(commission: Commission, year: int) -> Any:
    return Opinion.objects.given_in(year).filter(item__meeting__commission=commission).order_by("given_on", "pk")


def _opinion(opinion: Opinion) -> dict[str, Any]:
    return {
        "kind": opinion.kind,
        "kind_label": opinion.get_kind_display(),
        "subject": opinion.subject,
        "given_on": opinion.given_on.isoformat(),
        "position": opinion.get_position_display(),
    }


def _set(commission: Commission, year: int) -> Any:
    tasks = Task.objects.filter(commission=commission, item__meeting__year=year)
    return tasks.select_related("institution", "membership").order_by("item__meeting__starts_at", "due_on", "pk")


def _task(task: Task) -> dict[str, Any]:
    return {
        "text": task.text,
        "due_on": task.due_on.isoformat(),
        "done_on": task.done_on.isoformat() if task.done_on else None,
        "owner": task.owner,
    }
