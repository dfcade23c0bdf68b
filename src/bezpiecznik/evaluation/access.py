"""The only door to evaluations and grades. Drafts are the coordinator's; others read what is finished."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.evaluation.models import (
    Evaluation,
    EvaluationQuerySet,
    Grade,
    Recommendation,
    RecommendationQuerySet,
)
from bezpiecznik.institutions.access import Visitor, require
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Programme, ProgrammeQuerySet
from bezpiecznik.plans.scopes import holds, scope_of


def readable(user: Visitor) -> EvaluationQuerySet:
    """Evaluations that the person may read. Raises Http404 to a stranger."""
    require(user, Right.READ_GRADES)
    every = Evaluation.objects.select_related("programme", "finished_by", "published_by")
    found, grades = scope_of(user, Right.READ_GRADES).narrow(every), scope_of(user, Right.GRADE)
    return found if grades.everything else found.settled() | grades.narrow(found)


def get_evaluation(user: Visitor, pk: int) -> Evaluation:
    return get_object_or_404(readable(user), pk=pk)


def _get_evaluation_for(user: Visitor, pk: int, right: Right) -> Evaluation:
    require(user, right)
    return get_object_or_404(scope_of(user, right).narrow(readable(user)), pk=pk)


def get_evaluation_to_grade(user: Visitor, pk: int) -> Evaluation:
    return _get_evaluation_for(user, pk, Right.GRADE)


def get_evaluation_to_publish(user: Visitor, pk: int) -> Evaluation:
    return _get_evaluation_for(user, pk, Right.PUBLISH)


def get_evaluation_to_print(user: Visitor, pk: int) -> Evaluation:
    return _get_evaluation_for(user, pk, Right.MAKE_DOCUMENTS)


def get_programme_to_grade(user: Visitor, pk: int) -> Programme:
    require(user, Right.GRADE)
    return get_object_or_404(scope_of(user, Right.GRADE).narrow(Programme.objects.all(), "pk"), pk=pk)


def recommendations(user: Visitor) -> RecommendationQuerySet:
    """Recommendations that the person may read. Raises Http404 to a stranger."""
    require(user, Right.READ_GRADES)
    return scope_of(user, Right.READ_GRADES).narrow(Recommendation.objects.with_subject())


def get_recommendation(user: Visitor, pk: int) -> Recommendation:
    return get_object_or_404(recommendations(user), pk=pk)


def get_recommendation_to_manage(user: Visitor, pk: int) -> Recommendation:
    require(user, Right.GRADE)
    return get_object_or_404(scope_of(user, Right.GRADE).narrow(recommendations(user)), pk=pk)


def programmes_to_recommend(user: Visitor) -> ProgrammeQuerySet:
    """Programmes of whose evaluation the person may enter recommendations. Raises Http404 to others."""
    require(user, Right.GRADE)
    return scope_of(user, Right.GRADE).narrow(Programme.objects.newest_first(), "pk")


def get_grade(user: Visitor, pk: int) -> Grade:
    """A grade with its action and evaluation."""
    found = Grade.objects.with_action().select_related("evaluation__programme")
    return get_object_or_404(found, pk=pk, evaluation__in=readable(user))


def get_grade_to_decide(user: Visitor, pk: int) -> Grade:
    grade = get_grade(user, pk)
    if not holds(user, Right.GRADE, grade.evaluation.programme_id):
        raise Http404
    return grade
