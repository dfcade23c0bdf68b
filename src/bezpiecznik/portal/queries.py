"""What the public pages read. Every read of grades goes through `published`."""

from dataclasses import dataclass

from django.db.models import Count, Prefetch, QuerySet

from bezpiecznik.core.search import matching
from bezpiecznik.evaluation.models import Evaluation, EvaluationQuerySet, Grade, GradeValue
from bezpiecznik.evaluation.statements import Statement
from bezpiecznik.plans.models import Area, Programme, Undertaking, UndertakingQuerySet
from bezpiecznik.plans.queries import institutions_of, with_duties

MOST_FOUND = 50


@dataclass(frozen=True)
class YearInMarks:
    """How many actions have each mark in a published year; `n` of them in all."""

    year: int
    counts: tuple[tuple[GradeValue, int], ...]

    @property
    def n(self) -> int:
        return sum(number for _mark, number in self.counts)


@dataclass(frozen=True)
class Words:
    """What one institution said of its part, with where it comes from; people are not named."""

    institution: str
    is_lead: bool
    period: str
    outcome: str
    text: str


@dataclass(frozen=True)
class YearOfAction:
    """A published year of one action: its grade, and what was said."""

    grade: Grade
    words: tuple[Words, ...]


def published(programme: Programme) -> EvaluationQuerySet:
    """Published evaluations, the newest first: the only door to grades and to words of institutions."""
    return Evaluation.objects.published().filter(programme=programme).order_by("-year")


def areas(programme: Programme) -> QuerySet[Area]:
    """Areas with `action_count`."""
    return programme.areas.annotate(action_count=Count("actions"))


def institution_count(programme: Programme) -> int:
    """How many institutions carry the programme out, as leads or partners."""
    return institutions_of(programme).count()


def years_in_marks(programme: Programme) -> list[YearInMarks]:
    """Published years, the newest first, in one query for all of them."""
    rows = (
        Grade.objects.filter(evaluation__in=published(programme))
        .values_list("evaluation__year", "given")
        .annotate(n=Count("pk"))
    )
    counted = {(year, mark): n for year, mark, n in rows}
    years = sorted({year for year, _mark in counted}, reverse=True)
    return [
        YearInMarks(year, tuple((mark, counted.get((year, mark.value), 0)) for mark in GradeValue)) for year in years
    ]


def with_published_grades(undertakings: UndertakingQuerySet, programme: Programme) -> UndertakingQuerySet:
    """Each with duties, and with the list `published_grades`, the newest year first."""
    grades = (
        Grade.objects.filter(evaluation__in=published(programme))
        .select_related("evaluation")
        .defer("statements_json", "search_text", "rule")
        .order_by("-evaluation__year")
    )
    return with_duties(undertakings).prefetch_related(Prefetch("grades", grades, to_attr="published_grades"))


def actions_of(area: Area) -> UndertakingQuerySet:
    """Actions of the area in the document's order."""
    return with_published_grades(Undertaking.objects.filter(area=area), area.programme).order_by("no")


def initiatives(programme: Programme, query: str = "") -> UndertakingQuerySet:
    """Programmes for residents, of which those are given that hold the words (an audience, a subject)."""
    found = Undertaking.objects.initiatives().filter(programme=programme)
    return with_duties(matching(found, query)).order_by("no")


def actions_matching(programme: Programme, query: str) -> UndertakingQuerySet:
    """The first actions that hold the words, in the document's order."""
    found = matching(Undertaking.objects.actions().filter(programme=programme), query)
    return with_published_grades(found, programme).in_document_order()[:MOST_FOUND]


def years_of(action: Undertaking) -> list[YearOfAction]:
    """Published years of an action, the newest first."""
    grades = (
        Grade.objects.filter(undertaking=action, evaluation__in=published(action.programme))
        .select_related("evaluation")
        .order_by("-evaluation__year")
    )
    return [YearOfAction(grade, tuple(_words(said) for said in grade.statements if said.speaks)) for grade in grades]


def _words(said: Statement) -> Words:
    return Words(said.institution, said.is_lead, said.period, said.outcome, said.text or said.reason)
