"""Reads of the room: what is missing, how far the work is, roll-ups with n."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, Q, When
from django.utils.translation import gettext as _

from bezpiecznik.core.polish import forms
from bezpiecznik.core.search import matching
from bezpiecznik.evaluation.models import Evaluation, EvaluationQuerySet, Grade, GradeQuerySet
from bezpiecznik.evaluation.states import GradeValue
from bezpiecznik.observations import queries as observations
from bezpiecznik.plans.models import Area, Programme
from bezpiecznik.plans.scopes import Scope
from bezpiecznik.reporting.models import Part, Period
from bezpiecznik.reporting.states import PeriodState


@dataclass(frozen=True)
class Progress:
    decided: int
    total: int

    @property
    def left(self) -> int:
        return self.total - self.decided


@dataclass(frozen=True)
class RollUp:
    """How many actions of an area have each mark, in the order of the marks; `n` of them in all."""

    area: Area | None
    counts: tuple[tuple[GradeValue, int], ...]
    undecided: int

    @property
    def n(self) -> int:
        return sum(number for _mark, number in self.counts)

    @property
    def decided(self) -> int:
        return self.n - self.undecided


def missing_to_start(programme: Programme, year: int) -> list[str]:
    """Why the year cannot be evaluated yet, as sentences; empty when it can."""
    if Evaluation.objects.filter(programme=programme, year=year).exists():
        return [_("Ocena za rok %(year)s już istnieje.") % {"year": year}]
    return missing_in_periods(year, programme.periods.filter(year=year))


def missing_in_periods(year: int, found: Iterable[Period]) -> list[str]:
    """The same, judged by the year's periods: all must be closed, and half-years come in pairs."""
    periods = sorted(found, key=lambda period: period.part)
    if not periods:
        return [_("Za rok %(year)s nie otwarto żadnego okresu sprawozdawczego.") % {"year": year}]
    open_still = [
        _("Okres sprawozdawczy %(period)s nie jest jeszcze zamknięty.") % {"period": period}
        for period in periods
        if period.state != PeriodState.CLOSED
    ]
    parts = {Part(period.part) for period in periods}
    absent = {Part.FIRST_HALF, Part.SECOND_HALF} - parts if Part.YEAR not in parts else set[Part]()
    return open_still + [
        _("Nie ma jeszcze sprawozdań za %(part)s %(year)s r.") % {"part": part.label, "year": year}
        for part in sorted(absent)
    ]


@dataclass(frozen=True)
class YearRow:
    """One year of a programme on the list: its evaluation, or what is missing to begin one."""

    programme: Programme
    year: int
    evaluation: Evaluation | None
    missing: list[str]


def year_rows(readable: EvaluationQuerySet, *, planned: Scope) -> list[YearRow]:
    """Years of all programmes, the latest first; of programmes `planned`, also years that are not evaluated yet."""
    counted = readable.annotate(total=Count("grades"), decided=Count("grades__decided_at"))
    known = {(found.programme_id, found.year): found for found in counted}
    programmes = Programme.objects.newest_first().prefetch_related("periods")
    rows = [
        YearRow(
            programme,
            year,
            evaluation,
            [] if evaluation else missing_in_periods(year, [p for p in programme.periods.all() if p.year == year]),
        )
        for programme in programmes
        for year in reversed(programme.years)
        for evaluation in [known.get((programme.pk, year))]
    ]
    return [row for row in rows if row.evaluation or planned.holds(row.programme.pk)]


def years_to_start(programmes: Scope) -> list[int]:
    """Years of these programmes whose periods are all closed and that nobody has begun to evaluate."""
    rows = year_rows(programmes.narrow(Evaluation.objects.all()), planned=programmes)
    return [row.year for row in rows if row.evaluation is None and not row.missing]


def undecided_signals(evaluation: Evaluation) -> str:
    """How many signals of the year wait for a decision, in a sentence; blank where none does."""
    n = sum(not row["answer"] for row in observations.of_year(evaluation.programme, evaluation.year))
    words = _("sygnał z tego roku czeka,sygnały z tego roku czekają,sygnałów z tego roku czeka")
    told = {"n": n, "words": forms(n, words)}
    return _("%(n)s %(words)s na rozstrzygnięcie; w sprawozdaniu staną jako nierozstrzygnięte.") % told if n else ""


def missing_to_finish(evaluation: Evaluation) -> list[str]:
    """Why the evaluation cannot be finished yet, as sentences; empty when it can."""
    left = evaluation.grades.undecided().count()
    if not left:
        return []
    words = forms(left, _("działanie czeka,działania czekają,działań czeka"))
    return [_("%(left)d %(words)s na rozstrzygnięcie oceny.") % {"left": left, "words": words}]


def progress(evaluation: Evaluation) -> Progress:
    counted = evaluation.grades.aggregate(total=Count("pk"), decided=Count("decided_at"))
    return Progress(counted["decided"], counted["total"])


def roll_ups(evaluation: Evaluation) -> list[RollUp]:
    """One row for each area that has actions, in order; counts of given marks, never percentages."""
    columns = {mark.value: Count("pk", filter=Q(given=mark)) for mark in GradeValue}
    counted = evaluation.grades.values("undertaking__area").annotate(
        left=Count("pk", filter=Q(decided_at=None)), **columns
    )
    by_area: dict[int, dict[str, Any]] = {row["undertaking__area"]: {**row} for row in counted}
    areas = Area.objects.filter(pk__in=by_area).order_by("no")
    return [_roll_up(area, by_area[area.pk]) for area in areas]


def _roll_up(area: Area, row: dict[str, Any]) -> RollUp:
    return RollUp(area, tuple((mark, row[mark.value]) for mark in GradeValue), row["left"])


def total(rows: Iterable[RollUp]) -> RollUp:
    """The sum of all areas."""
    taken = list(rows)
    sums = {mark: sum(dict(row.counts)[mark] for row in taken) for mark in GradeValue}
    return RollUp(None, tuple(sums.items()), sum(row.undecided for row in taken))


def next_undecided(grade: Grade) -> Grade | None:
    """The next action in the document's order that waits for a decision; from the end back to the beginning."""
    waiting = evaluation_grades(grade.evaluation).undecided().exclude(pk=grade.pk)
    action = grade.undertaking
    area = action.area.no if action.area else 0
    later = waiting.filter(
        Q(undertaking__area__no__gt=area) | Q(undertaking__area__no=area, undertaking__no__gt=action.no)
    )
    return later.first() or waiting.first()


def evaluation_grades(evaluation: Evaluation) -> GradeQuerySet:
    """All grades with their actions, in the document's order."""
    return Grade.objects.filter(evaluation=evaluation).with_action().in_document_order()


ORDER_OF_MARKS = Case(*(When(given=mark, then=place) for place, mark in enumerate(GradeValue)))


def filtered(evaluation: Evaluation, wanted: dict[str, Any]) -> GradeQuerySet:
    """Grades that fit the filter's cleaned values (`q`, `area`, `grade`, `state`)."""
    found = Grade.objects.filter(evaluation=evaluation).with_action()
    if area := wanted.get("area"):
        found = found.filter(undertaking__area=area)
    if grade := wanted.get("grade"):
        found = found.filter(given=grade)
    match wanted.get("state"):
        case "undecided":
            found = found.undecided()
        case "decided":
            found = found.decided()
        case "changed":
            found = found.exclude(given=F("proposed"))
    return matching(found, wanted.get("q", ""))


def former_grade(grade: Grade) -> Grade | None:
    """The settled grade of the same action in the year before, if that year was evaluated."""
    settled = Evaluation.objects.settled().filter(programme=grade.evaluation.programme_id)
    former = Grade.objects.filter(
        undertaking=grade.undertaking_id, evaluation__in=settled, evaluation__year=grade.evaluation.year - 1
    )
    return former.select_related("evaluation", "decided_by").first()


def evidence_of(evaluation: Evaluation) -> dict[str, Any]:
    """The frozen content of a finished evaluation (shape in `evaluation.evidence`)."""
    content: dict[str, Any] = json.loads(evaluation.evidence.content)
    return content
