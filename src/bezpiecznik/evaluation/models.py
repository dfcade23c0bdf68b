"""The yearly evaluation: a grade for each action, proposed by a visible rule, given by a person."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.plans.models import Programme, Undertaking


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


class Evaluation(models.Model):
    """The evaluation of one year. Begun when the year's periods are closed; finishing freezes its evidence."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="evaluations")
    year = models.PositiveSmallIntegerField(_("rok"))
    state = models.CharField(_("stan"), max_length=10, choices=EvaluationState, default=EvaluationState.DRAFT)
    started_at = models.DateTimeField(_("rozpoczęto"), default=clock.now)
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(_("zakończono"), null=True)
    finished_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(_("opublikowano"), null=True)
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("ocena roczna")
        verbose_name_plural = _("oceny roczne")
        ordering = ("-year",)
        constraints = (
            one_of("state", EvaluationState.values, name="evaluation_state_known"),
            models.UniqueConstraint(
                fields=("programme", "year"),
                name="evaluation_once",
                violation_error_message=_("Ocena tego roku już istnieje."),
            ),
            both_or_neither("finished_at", "finished_by", name="evaluation_finished_pair"),
            both_or_neither("published_at", "published_by", name="evaluation_published_pair"),
            models.CheckConstraint(
                condition=~Q(state=EvaluationState.PUBLISHED) | Q(published_at__isnull=False),
                name="evaluation_published_when",
            ),
        )

    def __str__(self) -> str:
        return str(self.year)

    def get_absolute_url(self) -> str:
        return reverse("evaluation:detail", args=(self.pk,))


class Grade(models.Model):
    """The grade of one action: what the rule proposed and why, what was given, and the reason where they differ."""

    evaluation = models.ForeignKey(Evaluation, models.PROTECT, related_name="grades")
    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="grades")
    proposed = models.CharField(_("propozycja"), max_length=20, choices=GradeValue)
    rule = models.TextField(_("dlaczego"))
    given = models.CharField(_("ocena"), max_length=20, choices=GradeValue)
    reason = models.TextField(_("uzasadnienie zmiany"), blank=True)
    decided_at = models.DateTimeField(_("rozstrzygnięto"), null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("ocena działania")
        verbose_name_plural = _("oceny działań")
        constraints = (
            one_of("proposed", GradeValue.values, name="grade_proposed_known"),
            one_of("given", GradeValue.values, name="grade_given_known"),
            models.UniqueConstraint(fields=("evaluation", "undertaking"), name="grade_once"),
            both_or_neither("decided_at", "decided_by", name="grade_decided_pair"),
            models.CheckConstraint(
                condition=Q(given=models.F("proposed")) | ~Q(reason=""),
                name="grade_change_has_reason",
                violation_error_message=_("Zmiana proponowanej oceny wymaga uzasadnienia."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.undertaking.code}: {self.get_given_display()}"


class Evidence(models.Model):
    """What the evaluation rests on, frozen when it is finished: self-contained JSON and its sha256."""

    evaluation = models.OneToOneField(Evaluation, models.PROTECT, related_name="evidence")
    content = models.TextField(_("treść (JSON)"))
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = _("materiał dowodowy")
        verbose_name_plural = _("materiały dowodowe")

    def __str__(self) -> str:
        return f"{self.evaluation} {self.sha256[:12]}"
