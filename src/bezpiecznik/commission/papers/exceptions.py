"""What the Commission should see first: actions that went badly by the last evaluation, reports that are late."""

from datetime import date
from typing import Any

from bezpiecznik.core import clock
from bezpiecznik.evaluation.models import Evaluation, Grade, GradeValue
from bezpiecznik.reporting.models import Packet

BAD = (GradeValue.NOT_DONE, GradeValue.NO_REPORT)


def last_evaluation(today: date) -> Evaluation | None:
    """The last finished one, as of the day."""
    settled = Evaluation.objects.settled().select_related("programme").order_by("-year", "-pk")
    return next((one for one in settled if one.finished_at and clock.day_of(one.finished_at) <= today), None)


def bad_grades(evaluation: Evaluation) -> list[Grade]:
    """Actions graded not done or without a report, in the order of the programme."""
    found = evaluation.grades.filter(given__in=BAD).defer("statements_json", "search_text")
    return list(found.select_related("undertaking__area").in_document_order())


def late_packets(today: date) -> list[Packet]:
    """Reports not sent in time, in periods still open."""
    found = Packet.objects.overdue(today).asked().select_related("institution", "period")
    return sorted(found, key=lambda packet: (packet.period.due_on, packet.institution.name))


def exceptions(today: date) -> dict[str, Any]:
    """Both, as plain data."""
    evaluation = last_evaluation(today)
    return {
        "year": evaluation.year if evaluation else None,
        "actions": [_action(grade) for grade in bad_grades(evaluation)] if evaluation else [],
        "late": [_late(packet) for packet in late_packets(today)],
    }


def _action(grade: Grade) -> dict[str, str]:
    return {
        "code": grade.undertaking.code,
        "wording": grade.undertaking.wording,
        "grade": grade.given,
        "why": grade.reason or grade.rule,
    }


def _late(packet: Packet) -> dict[str, str]:
    return {
        "institution": packet.institution.name,
        "period": str(packet.period),
        "due_on": packet.period.due_on.isoformat(),
    }
