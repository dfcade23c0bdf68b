"""A year of the little town: reports of its institutions, closed and frozen."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.evaluation import services
from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Responsibility, Undertaking
from bezpiecznik.reporting.models import Part, Period, Snapshot
from bezpiecznik.reporting.states import PeriodState

CloseYear = Callable[..., Snapshot]
Said = dict[tuple[str, str], dict[str, Any]]
SPOKE = {
    "state": "accepted", "reported": True, "complete": True, "on_time": True, "submitted_by": "Robert Raportowski",
    "submitted_at": "2023-01-10T12:00:00+01:00", "signatory": "Halina Kierownicza",
    "signatory_function": "Komendantka Miejska", "signed_on": "2023-01-09", "version": 1,
}  # fmt: skip
SILENT = {
    "state": "draft", "reported": False, "complete": False, "on_time": False, "submitted_by": "", "submitted_at": None,
    "signatory": "", "signatory_function": "", "signed_on": None, "version": 0,
}  # fmt: skip
COUNTED = ("expected", "received", "accepted", "on_time", "complete")


def body(institution: Institution) -> dict[str, str]:
    return {"abbr": institution.abbr, "name": institution.name, "short": institution.short}


def report(duty: Responsibility, words: dict[str, Any] | None) -> dict[str, Any]:
    """What `words` say for this duty; None is silence."""
    reporter = duty.institution.reporter
    told: dict[str, Any] = {"outcome": "", "text": "", "reason": "", "numbers": []}
    told |= {**SPOKE, **words} if words else SILENT
    return {
        "institution": body(duty.institution), "role": duty.role,
        "reporter": body(reporter) if reporter else None, **told,
    }  # fmt: skip


def packets(reports: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    by_name: dict[str, list[dict[str, Any]]] = {}
    for each in reports:
        if each["reporter"]:
            by_name.setdefault(each["reporter"]["name"], []).append(each)
    for _name, own in sorted(by_name.items()):
        counts = {"expected": len(own), **{key: sum(r["reported"] for r in own) for key in COUNTED[1:]}}
        first = next((each for each in own if each["reported"]), own[0])
        yield {"institution": first["reporter"], "obligations": counts, **{key: first[key] for key in SPOKE}}


def frozen(period: Period, actions: list[Undertaking], said: Said) -> str:
    """The text of a snapshot in the shape of `reporting.closing`."""
    areas: dict[int, dict[str, Any]] = {}
    reports = []
    for action in actions:
        area = action.area
        assert area
        duties = list(action.responsibilities.in_force().select_related("institution__reports_through"))
        told = [report(duty, said.get((action.code, duty.institution.short))) for duty in duties]
        reports += told
        kept = areas.setdefault(
            area.no, {"no": area.no, "name": area.name, "official_name": area.official_name, "actions": []}
        )
        kept["actions"].append({
            "key": action.pk, "code": action.code, "no": action.no, "wording": action.wording,
            "leads": [body(duty.institution) for duty in duties if duty.role == "lead"],
            "partners": [body(duty.institution) for duty in duties if duty.role == "partner"],
            "reports": told, "withdrawn": [],
        })  # fmt: skip
    label = str(period)
    return as_text({
        "format": "bezpiecznik/period-1",
        "programme": {"key": period.programme.pk, "title": period.programme.title},
        "period": {
            "key": period.pk, "label": label, "year": period.year, "part": period.part,
            "starts_on": period.starts_on.isoformat(), "ends_on": period.ends_on.isoformat(),
            "opens_on": period.opens_on.isoformat(), "due_on": period.due_on.isoformat(),
            "closed_at": "2023-02-01T10:00:00+01:00", "closed_by": "Krystyna Koordynatorska",
        },
        "areas": list(areas.values()), "packets": list(packets(reports)),
        "completeness": {"without_reporter": sum(not each["reporter"] for each in reports)},
    })  # fmt: skip


@pytest.fixture
def close_year(programme: Programme, coordinator: User) -> CloseYear:
    """`close_year({("1.1", "KMP"): {"outcome": "done", "text": "…"}})`: a closed period with what was said in it."""

    def close(said: Said | None = None, *, year: int = 2022, part: Part = Part.YEAR) -> Snapshot:
        period = Period.objects.create(
            programme=programme, year=year, part=part, opens_on=date(year, 12, 1), due_on=date(year + 1, 1, 15),
            state=PeriodState.CLOSED, opened_at=clock.now(), opened_by=coordinator,
            closed_at=clock.now(), closed_by=coordinator,
        )  # fmt: skip
        actions = list(programme.undertakings.actions().in_document_order().select_related("area"))
        text = frozen(period, actions, said or {})
        return Snapshot.objects.create(period=period, content=text, sha256=digest(text), made_by=coordinator)

    return close


@pytest.fixture
def evaluation(
    patrols: Undertaking, make_action: Any, police: Institution, guard: Institution, close_year: CloseYear,
    programme: Programme, coordinator: User,
) -> Evaluation:  # fmt: skip
    """The evaluation of 2022 in work: 1.1 was done by the police, 1.2 was done in part, of 1.3 nobody said a word."""
    make_action("Spotkania z seniorami.", lead=guard, partners=[police])
    make_action("Rozbudowa monitoringu.", lead=guard)
    close_year(
        {
            ("1.1", "KMP"): {
                "outcome": "done", "text": "Skierowano 96 dodatkowych patroli.",
                "numbers": [{"measure": "dodatkowe patrole", "value": "96", "share": "joint", "coverage": "wider"}],
            },
            ("1.1", "SM"): {"outcome": "ongoing", "text": "Strażnicy uczestniczyli w patrolach."},
            ("1.2", "SM"): {"outcome": "partial", "text": "Odbyły się dwa spotkania z pięciu."},
        }
    )  # fmt: skip
    return services.start_evaluation(programme, year=2022, by=coordinator)


@pytest.fixture
def finished(evaluation: Evaluation, coordinator: User) -> Evaluation:
    """The same evaluation with all proposals confirmed, finished."""
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    services.finish_evaluation(evaluation, by=coordinator)
    return evaluation
