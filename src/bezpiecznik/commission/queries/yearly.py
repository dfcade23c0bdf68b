"""The Commission's year, frozen: all that the yearly report says, with names as text.

    {"year", "commission": {"name", "created_on", "created_by_act", "joint_with"}, "head", "council", "journal",
     "terms": [{"starts_on", "ends_on", "act", "moved_because"}],
     "composition": [{"term", "seat", "seat_label", "name", "function", "unit", "votes", "since", "until",
                      "ended_label", "follows", "in_year"}],
     "faults": [str], "tasks": [str], "tasks_source", "work": as `work_of_year` gives it, "opinion_kinds": [str],
     "requests": [{"number", "whom", "subject", "asked_on", "due_on", "state_label", "answered_on", "late"}],
     "texts": {"basis", "composition", "administration", "cooperation", "assessment", "plans"}, "chair": str,
     "draft": bool, "made_up": bool}

Days are ISO text. `in_year` tells that the person came or left in the year, otherwise than with the term. Addresses of
e-mail never stand here.
"""

from datetime import date
from typing import Any

from django.conf import settings

from bezpiecznik.commission import options
from bezpiecznik.commission.meeting_states import OpinionKind
from bezpiecznik.commission.models import Commission, CommissionReport, InformationRequest, Membership, SeatKind
from bezpiecznik.commission.models.reports import VARIABLE
from bezpiecznik.commission.queries import requests as of_requests
from bezpiecznik.commission.queries.composition import composition_on, members_on, memberships_in
from bezpiecznik.commission.queries.work import work_of_year
from bezpiecznik.commission.states import RequestState
from bezpiecznik.documents import texts
from bezpiecznik.documents.models import DocumentKind
from bezpiecznik.plans.models import Programme, Provision, ProvisionKind

ORDER = list(SeatKind)
STATUTE = "ustawa"
PROGRAMME = "program"


def year_of(commission: Commission, year: int, *, report: CommissionReport | None, chair_on: date) -> dict[str, Any]:
    """The whole year as it is known now; `report` gives what the office wrote."""
    tasks, source = tasks_of(year)
    chair = members_on(commission, chair_on).filter(kind=SeatKind.CHAIR).first()
    last = date(year, 12, 31)
    return {
        "year": year,
        "commission": {
            "name": commission.name,
            "created_on": commission.created_on.isoformat(),
            "created_by_act": commission.created_by_act,
            "joint_with": commission.joint_with,
        },
        "head": options.HEAD.value(),
        "council": options.COUNCIL.value(),
        "journal": options.JOURNAL.value(),
        "terms": _terms(commission, year),
        "composition": composition_of_year(commission, year),
        "faults": [fault.sentence for fault in composition_on(commission, last).faults],
        "tasks": tasks,
        "tasks_source": source,
        "work": work_of_year(commission, year),
        "opinion_kinds": [str(kind.label) for kind in OpinionKind],
        "requests": [_request(row) for row in of_requests.of_year(commission.pk, year)],
        "texts": {
            **texts.frozen(DocumentKind.COMMISSION_REPORT, year=year, council=options.COUNCIL.value()),
            **{name: getattr(report, name) if report else "" for name in VARIABLE},
        },
        "chair": chair.name if chair else "",
        "draft": report is None or report.is_draft,
        "made_up": settings.DEMO,
    }


def _terms(commission: Commission, year: int) -> list[dict[str, Any]]:
    rows = commission.terms.filter(starts_on__lte=date(year, 12, 31), ends_on__gte=date(year, 1, 1))
    return [
        {
            "starts_on": term.starts_on.isoformat(),
            "ends_on": term.ends_on.isoformat(),
            "act": term.act,
            "moved_because": term.moved_because,
        }
        for term in rows.order_by("starts_on")
    ]


def composition_of_year(commission: Commission, year: int) -> list[dict[str, Any]]:
    """Everybody who sat in the year, by term and seat."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    rows = memberships_in(commission, first, last)
    kept = sorted(rows, key=lambda row: (row.term.starts_on, ORDER.index(SeatKind(row.kind)), row.since, row.pk))
    return [_member(row, first, last) for row in kept]


def _member(row: Membership, first: date, last: date) -> dict[str, Any]:
    """As it stood at the end of the year: what came later is not told."""
    until = row.until if row.until and row.until <= last else None
    came = row.since > row.term.starts_on and first <= row.since
    return {
        "term": str(row.term),
        "seat": row.kind,
        "seat_label": str(row.get_kind_display()),
        "name": row.name,
        "function": row.function,
        "unit": row.institution.name if row.institution else "",
        "votes": row.votes,
        "since": row.since.isoformat(),
        "until": until.isoformat() if until else "",
        "ended_label": str(row.get_ended_by_display()) if until and row.ended_by else "",
        "follows": row.follows.name if row.follows else "",
        "in_year": came or bool(until and first <= until < row.term.ends_on),
    }


def tasks_of(year: int) -> tuple[list[str], str]:
    """Tasks of the Commission as the programme of the year names them, else those of the statute; and from where."""
    programmes = Programme.objects.filter(year_from__lte=year, year_to__gte=year)
    found = Provision.objects.filter(programme__in=programmes, kind=ProvisionKind.COMMISSION_TASK)
    rows = list(found.order_by("programme", "no").values_list("programme", "text"))
    if rows:
        return [text for programme, text in rows if programme == rows[0][0]], PROGRAMME
    return list(options.TASKS.value()), STATUTE


def _request(row: InformationRequest) -> dict[str, Any]:
    late = bool(row.due_on and row.answered_on and row.answered_on > row.due_on)
    return {
        "number": row.document.number if row.document else "",
        "whom": row.whom,
        "subject": row.subject,
        "asked_on": row.asked_on.isoformat() if row.asked_on else "",
        "due_on": row.due_on.isoformat() if row.due_on else "",
        "state": row.state,
        "state_label": str(RequestState(row.state).label),
        "answered_on": row.answered_on.isoformat() if row.answered_on else "",
        "late": late,
    }
