"""The six marks, the life of an evaluation and of a recommendation, as tables kept by the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class GradeValue(models.TextChoices):
    """The six marks. Silence („brak sprawozdania”) is not failure."""

    DONE = "done", _("zrealizowano")
    PARTIAL = "partial", _("zrealizowano częściowo")
    ONGOING = "ongoing", _("w toku, działanie ciągłe")
    NOT_DONE = "not_done", _("nie zrealizowano")
    DROPPED = "dropped", _("odstąpiono")
    NO_REPORT = "no_report", _("brak sprawozdania")


class EvaluationState(models.TextChoices):
    DRAFT = "draft", _("w opracowaniu")
    FINISHED = "finished", _("zakończona")
    PUBLISHED = "published", _("opublikowana")


E = EvaluationState
NEXT = {E.DRAFT: frozenset({E.FINISHED}), E.FINISHED: frozenset({E.PUBLISHED}), E.PUBLISHED: frozenset[E]()}


class RecommendationState(models.TextChoices):
    OPEN = "open", _("do wykonania")
    DONE = "done", _("wykonano")
    DROPPED = "dropped", _("odstąpiono")


R = RecommendationState
RECOMMENDATION_NEXT = {
    R.OPEN: frozenset({R.DONE, R.DROPPED}),
    R.DONE: frozenset({R.OPEN}),
    R.DROPPED: frozenset({R.OPEN}),
}
"""A recommendation ends with what became of it; one that ended too soon is opened again, with a reason."""


class Addressee(models.TextChoices):
    """Whom a recommendation asks to act."""

    INSTITUTION = "institution", _("podmiot programu")
    OFFICE = "office", _("urząd")
    COMMISSION = "commission", _("Komisja Bezpieczeństwa i Porządku")
