"""Tables of the room: the evaluation of a year with its grades and evidence; recommendations that outlive it."""

from bezpiecznik.evaluation.models.evaluations import (
    Evaluation,
    EvaluationQuerySet,
    Evidence,
    Grade,
    GradeQuerySet,
    TextDecision,
    Verdict,
)
from bezpiecznik.evaluation.models.recommendations import (
    Recommendation,
    RecommendationNote,
    RecommendationQuerySet,
)
from bezpiecznik.evaluation.states import NEXT, Addressee, EvaluationState, GradeValue, RecommendationState

__all__ = [
    "NEXT", "Addressee", "Evaluation", "EvaluationQuerySet", "EvaluationState", "Evidence", "Grade", "GradeQuerySet",
    "GradeValue", "Recommendation", "RecommendationNote", "RecommendationQuerySet", "RecommendationState",
    "TextDecision", "Verdict",
]  # fmt: skip
