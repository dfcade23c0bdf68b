"""A meeting and its outcomes as plain data, ready to be frozen: names as text, days as ISO, nothing to look up."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from bezpiecznik.commission.meeting_states import Presence
from bezpiecznik.commission.models import AgendaItem, Attendance, Meeting, Opinion, SeatKind, Task, Vote
from bezpiecznik.commission.opinion_kinds import basis_of
from bezpiecznik.commission.queries.meetings import items_of, quorum_met
from bezpiecznik.commission.queries.rules import rules_of
from bezpiecznik.commission.quorum import lost_at
from bezpiecznik.core import clock
from bezpiecznik.core.frozen import as_text
from bezpiecznik.documents.kinds import Material
from bezpiecznik.letters import options as letters


@dataclass(frozen=True)
class Adoption:
    """When and where minutes were adopted, and what was corrected then."""

    on: date
    meeting: str
    item: int
    corrections: str


def minutes_material(meeting: Meeting, adoption: Adoption | None) -> Material:
    """Of adopted minutes, or (without adoption) of their draft as of now."""
    title = f"Protokół posiedzenia Komisji nr {meeting.number}"
    return Material(meeting.year, as_text(minutes_facts(meeting, adoption)), title, subject=meeting.subject)


def minutes_facts(meeting: Meeting, adoption: Adoption | None) -> dict[str, Any]:
    rows = list(meeting.attendance.all())
    return {
        **heading_of(meeting),
        "draft": adoption is None,
        "attendance": [_attendance(row) for row in rows],
        "quorum": quorum_facts(meeting, rows),
        "items": [_item(item) for item in items_of(meeting)],
        "adoption": {**asdict(adoption), "on": adoption.on.isoformat()} if adoption else None,
        "chair": next((row.name for row in rows if row.seat == SeatKind.CHAIR and _came(row)), ""),
    }


def heading_of(meeting: Meeting) -> dict[str, Any]:
    """What every document of a meeting begins with."""
    return {
        "unit": next(iter(letters.SENDER.value().splitlines()), ""),
        "commission": meeting.commission.name,
        "meeting": {
            "number": meeting.number,
            "day": meeting.local.date().isoformat(),
            "hour": f"{meeting.local:%H:%M}",
            "place": meeting.place,
            "mode": meeting.get_mode_display(),
            "opened": _hour(meeting.opened_at),
            "closed": _hour(meeting.closed_at),
        },
        "made_up": settings.DEMO,
    }


def _hour(moment: Any) -> str:
    return f"{timezone.localtime(moment):%H:%M}" if moment else ""


def _came(row: Attendance) -> bool:
    return row.presence == Presence.PRESENT


def _attendance(row: Attendance) -> dict[str, Any]:
    return {
        "name": row.name,
        "function": row.function,
        "seat": row.seat_label,
        "votes": row.votes,
        "presence": row.get_presence_display(),
        "substitute": row.substitute,
        "left": _hour(row.left_at),
    }


def quorum_facts(meeting: Meeting, rows: list[Attendance]) -> dict[str, Any]:
    """Of all who came, with the rule of the opening and where it comes from; and when too few of them stayed."""
    quorum, rules = quorum_met(meeting, rows), rules_of(meeting)
    lost = lost_at(rows, needed=quorum.needed, substitutes=rules.substitutes)
    known = lost if meeting.closed_at is None or lost is None or lost < meeting.closed_at else None
    return {
        "seats": quorum.seats,
        "needed": quorum.needed,
        "here": quorum.here,
        "holds": quorum.holds,
        "lost": _hour(known),
        "rule": rules.label,
        "source": rules.source,
    }


def _item(item: AgendaItem) -> dict[str, Any]:
    return {
        "no": item.no,
        "title": item.title,
        "referent": item.referent,
        "discussion": item.discussion,
        "decision": item.decision,
        "votes": [_vote(vote) for vote in item.votes.all()],
        "opinions": [opinion_facts(opinion) for opinion in item.opinions.all()],
        "tasks": [task_facts(task) for task in item.tasks.all()],
        "adopted": [minutes.meeting.number for minutes in item.adopted_minutes.all()],
    }


def _vote(vote: Vote) -> dict[str, Any]:
    return {
        "subject": vote.subject,
        "ballot": vote.get_ballot_display(),
        "in_favour": vote.in_favour,
        "against": vote.against,
        "abstained": vote.abstained,
        "present": vote.voting_present,
        "result": vote.result,
        "names": [[ballot.attendance.name, ballot.get_choice_display()] for ballot in vote.ballots.all()],
    }


def opinion_facts(opinion: Opinion) -> dict[str, Any]:
    basis = basis_of(opinion.kind)
    return {
        "kind": basis.name,
        "source": basis.source,
        "subject": opinion.subject,
        "text": opinion.text,
        "position": opinion.get_position_display(),
        "given_on": opinion.given_on.isoformat(),
        "number": opinion.document.number if opinion.document else "",
    }


def task_facts(task: Task) -> dict[str, Any]:
    return {"text": task.text, "owner": task.owner, "due_on": task.due_on.isoformat()}


def opinion_material(opinion: Opinion) -> Material:
    """Of one opinion, before it has a number of its own."""
    meeting = opinion.item.meeting
    rows = list(meeting.attendance.all())
    facts = {
        **heading_of(meeting),
        "opinion": {**opinion_facts(opinion), "number": ""},
        "item": {"no": opinion.item.no, "title": opinion.item.title},
        "vote": _vote(opinion.vote) if opinion.vote else None,
        "chair": next((row.name for row in rows if row.seat == SeatKind.CHAIR), ""),
    }
    title = f"Opinia Komisji: {opinion.subject}"[:400]
    return Material(clock.day_of(meeting.starts_at).year, as_text(facts), title, subject=f"opinion:{opinion.pk}")
