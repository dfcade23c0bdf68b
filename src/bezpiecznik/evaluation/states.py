"""The six marks and the life of an evaluation, as tables kept by the database."""

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
