"""What the public pages read. Every read of grades goes through `published`."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Prefetch, QuerySet

from bezpiecznik.core.search import holds, matching
from bezpiecznik.evaluation.disclosure import (
    FIELDS_SHOWN,
    Veil,
    place_of_field,
    place_of_reason,
    place_of_words,
    veil_of,
    words_shown,
)
from bezpiecznik.evaluation.models import Evaluation, EvaluationQuerySet, Grade, GradeValue
from bezpiecznik.evaluation.statements import Statement
from bezpiecznik.plans.models import Area, Programme, Undertaking, UndertakingQuerySet
from bezpiecznik.plans.queries import Contents, contents, in_force_through, institutions_of, with_duties

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
    """Areas with `action_count`: actions in force."""
    return programme.areas.annotate(action_count=Count("actions", filter=in_force_through("actions__")))


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


def as_shown(undertakings: Iterable[Undertaking], programme: Programme, *, query: str = "") -> list[Undertaking]:
    """The same, with what is withheld from residents taken out of their words. Never to be saved.

    Of those found by a query, one that holds the words only where they are withheld is left out.
    """
    veil = veil_of(programme)
    return [undertaking for undertaking in undertakings if _veiled(undertaking, veil, query)]


def _veiled(undertaking: Undertaking, veil: Veil, query: str) -> bool:
    """Take out what is withheld; whether what is left holds the words of the query."""
    words = {field: getattr(undertaking, field) for field in FIELDS_SHOWN}
    shown = {field: veil.over(place_of_field(undertaking, field), text) for field, text in words.items()}
    if shown == words:
        return True
    for field, text in shown.items():
        setattr(undertaking, field, text if text == words[field] else "")
    undertaking.fill_search_text()
    for field, text in shown.items():
        setattr(undertaking, field, text)
    return holds(undertaking.search_text, query)


def programme_as_shown(programme: Programme) -> Contents:
    """What the programme says besides its actions, with what is withheld taken out, also out of its main goal."""
    veil, found = veil_of(programme), contents(programme)
    programme.main_goal = veil.over(place_of_field(programme, "main_goal"), programme.main_goal)
    for goal in found.goals:
        goal.text = veil.over(place_of_field(goal, "text"), goal.text)
    return found


def actions_of(area: Area) -> list[Undertaking]:
    """Actions of the area in the document's order."""
    found = with_published_grades(Undertaking.objects.filter(area=area), area.programme).order_by("no")
    return as_shown(found, area.programme)


def initiatives(programme: Programme, query: str = "") -> list[Undertaking]:
    """Programmes for residents, of which those are given that hold the words (an audience, a subject)."""
    found = Undertaking.objects.initiatives().filter(programme=programme)
    return as_shown(with_duties(matching(found, query)).order_by("no"), programme, query=query)


def actions_matching(programme: Programme, query: str) -> list[Undertaking]:
    """The first actions that hold the words, in the document's order."""
    found = matching(Undertaking.objects.actions().filter(programme=programme), query)
    rows = with_published_grades(found, programme).in_document_order()[:MOST_FOUND]
    return as_shown(rows, programme, query=query)


def years_of(action: Undertaking) -> list[YearOfAction]:
    """Published years of an action, the newest first."""
    grades = (
        Grade.objects.filter(undertaking=action, evaluation__in=published(action.programme))
        .select_related("evaluation")
        .order_by("-evaluation__year")
    )
    veil = veil_of(action.programme)
    return [_year(grade, veil) for grade in grades]


def _year(grade: Grade, veil: Veil) -> YearOfAction:
    grade.reason = veil.over(place_of_reason(grade), grade.reason)
    words = (_words(said, veil, place_of_words(grade, n)) for n, said in enumerate(grade.statements) if said.speaks)
    return YearOfAction(grade, tuple(words))


def _words(said: Statement, veil: Veil, place: str) -> Words:
    return Words(said.institution, said.is_lead, said.period, said.outcome, veil.over(place, words_shown(said)))
