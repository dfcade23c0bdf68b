"""The yearly report before its time: what it would say if everything still open were finished now. Nothing is kept."""

import json

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.frozen import as_text
from bezpiecznik.documents.kinds import Material, NotReady, Wanted
from bezpiecznik.evaluation import services
from bezpiecznik.evaluation.models import Evaluation, Evidence
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import services as reporting
from bezpiecznik.reporting.models import Period
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.states import PeriodState


def draft_of_year(wanted: Wanted) -> Material:
    """Material of a draft report: open periods as if closed, undecided grades as proposed.

    The real services do the work in a transaction that is rolled back, so the draft cannot differ from what finishing
    would give. Raises NotReady, with a sentence, where there is nothing to draft from.
    """
    year = wanted.year
    periods = list(_periods(year, wanted.programme))
    if not periods:
        raise NotReady(_("Za rok %(year)s nie otwarto żadnego okresu sprawozdawczego.") % {"year": year})
    if len({period.programme_id for period in periods}) > 1:
        raise NotReady(_("Rok %(year)s mają dwa programy; wskaż program.") % {"year": year})
    try:
        with transaction.atomic():
            content = _as_if_finished(periods)
            transaction.set_rollback(True)
    except Refused as refusal:
        raise NotReady(str(refusal)) from refusal
    title = f"Projekt sprawozdania rocznego z realizacji programu za rok {year}"
    return Material(year, as_text({**json.loads(content), "draft": True}), title)


def _periods(year: int, programme: int | None) -> list[Period]:
    found = Period.objects.filter(year=year).exclude(state=PeriodState.PLANNED).select_related("programme", "opened_by")
    return list(found.filter(programme=programme) if programme is not None else found)


def _as_if_finished(periods: list[Period]) -> str:
    by = periods[0].opened_by
    assert by is not None  # noqa: S101 (a period that was opened was opened by somebody; the database keeps it)
    for period in periods:
        if period.is_open:
            reporting.close_period(period, by=by)
    evaluation = _evaluation(periods[0].programme, periods[0].year, by)
    services.confirm_grades(evaluation.grades.all(), by=by)
    evidence: Evidence = services.finish_evaluation(evaluation, by=by)
    return evidence.content


def _evaluation(programme: Programme, year: int, by: User) -> Evaluation:
    begun = Evaluation.objects.filter(programme=programme, year=year).first()
    return begun or services.start_evaluation(programme, year=year, by=by)
