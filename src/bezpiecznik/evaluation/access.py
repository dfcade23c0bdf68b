"""The only door to evaluations and grades. Drafts are the coordinator's; others read what is finished."""

from django.shortcuts import get_object_or_404

from bezpiecznik.evaluation.models import Evaluation, EvaluationQuerySet, Grade
from bezpiecznik.institutions.access import Visitor, require, rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Programme


def readable(user: Visitor) -> EvaluationQuerySet:
    """Evaluations that the person may read. Raises Http404 to a stranger."""
    require(user, Right.READ_GRADES)
    found = Evaluation.objects.select_related("programme", "finished_by", "published_by")
    return found if rights_of(user).has(Right.GRADE) else found.settled()


def get_evaluation(user: Visitor, pk: int) -> Evaluation:
    return get_object_or_404(readable(user), pk=pk)


def get_evaluation_to_grade(user: Visitor, pk: int) -> Evaluation:
    require(user, Right.GRADE)
    return get_evaluation(user, pk)


def get_evaluation_to_publish(user: Visitor, pk: int) -> Evaluation:
    require(user, Right.PUBLISH)
    return get_evaluation(user, pk)


def get_evaluation_to_print(user: Visitor, pk: int) -> Evaluation:
    require(user, Right.MAKE_DOCUMENTS)
    return get_evaluation(user, pk)


def get_programme_to_grade(user: Visitor, pk: int) -> Programme:
    require(user, Right.GRADE)
    return get_object_or_404(Programme, pk=pk)


def get_grade(user: Visitor, pk: int) -> Grade:
    """A grade with its action and evaluation."""
    found = Grade.objects.with_action().select_related("evaluation__programme")
    return get_object_or_404(found, pk=pk, evaluation__in=readable(user))


def get_grade_to_decide(user: Visitor, pk: int) -> Grade:
    require(user, Right.GRADE)
    return get_grade(user, pk)
