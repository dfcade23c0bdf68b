"""The log of a motion's way, its files and letters, and later looks at what came of it. Rows are never changed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import one_of
from bezpiecznik.files.models import StoredFile
from bezpiecznik.letters.models import Letter
from bezpiecznik.motions.models.motions import Motion
from bezpiecznik.motions.states import NEXT, EffectOutcome, MotionState, Purpose

ALLOWED = [[before.value, sorted(state.value for state in after)] for before, after in NEXT.items() if after]
LEADS = Q(before="", after=MotionState.SUBMITTED)  # the step by which a motion on paper came into the register
for _before, _after in ALLOWED:
    LEADS |= Q(before=_before, after__in=_after)


class Step(models.Model):
    """One step of the way: from which state to which, who, when, on whose behalf, and what they added."""

    motion = models.ForeignKey(Motion, models.PROTECT, related_name="steps")
    before = models.CharField(_("z"), max_length=20, choices=MotionState, blank=True)
    """Blank: it came on paper and was entered as submitted."""
    after = models.CharField(_("na"), max_length=20, choices=MotionState)
    at = models.DateTimeField(_("kiedy"), default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto"))
    on_behalf = models.CharField(_("w czyim imieniu"), max_length=500, blank=True)
    note = models.TextField(_("uwaga"), blank=True)
    checks = models.JSONField(_("sprawdzenie"), default=list)
    """Of a formal check: `[{"point": …, "met": true}]`, the points as they were worded that day."""

    class Meta:
        verbose_name = _("krok wniosku")
        verbose_name_plural = _("kroki wniosku")
        ordering = ("pk",)
        constraints = (
            one_of("after", MotionState.values, name="motion_step_state_known"),
            models.CheckConstraint(
                condition=LEADS,
                name="motion_step_allowed",
                violation_error_message=_("Z tego stanu wniosek nie może tam przejść."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.motion}: {self.get_after_display()}"


class MotionFile(models.Model):
    """A document or picture that the institution put beside its motion."""

    motion = models.ForeignKey(Motion, models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("plik"))
    name = models.CharField(_("nazwa pliku"), max_length=200)
    added_at = models.DateTimeField(_("dodano"), default=clock.now)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("załącznik wniosku")
        verbose_name_plural = _("załączniki wniosku")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("motion", "file"),
                name="motion_file_once",
                violation_error_message=_("Ten plik jest już dołączony."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class MotionLetter(models.Model):
    """A letter to the institution about its motion."""

    motion = models.ForeignKey(Motion, models.PROTECT, related_name="letters")
    letter = models.OneToOneField(Letter, models.CASCADE, related_name="motion")
    """Only drafts are ever deleted; with one goes what tied it to the motion."""
    purpose = models.CharField(_("po co"), max_length=10, choices=Purpose)

    class Meta:
        verbose_name = _("pismo o wniosku")
        verbose_name_plural = _("pisma o wniosku")
        ordering = ("pk",)
        constraints = (one_of("purpose", Purpose.values, name="motion_letter_purpose_known"),)

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}: {self.letter}"


class EffectCheck(models.Model):
    """A look at what came of a granted motion."""

    motion = models.ForeignKey(Motion, models.PROTECT, related_name="effects")
    outcome = models.CharField(_("co ustalono"), max_length=20, choices=EffectOutcome)
    text = models.TextField(_("co wynikło z wniosku"), max_length=4_000)
    next_on = models.DateField(_("następne sprawdzenie"), null=True, blank=True)
    at = models.DateTimeField(_("kiedy"), default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto"))

    class Meta:
        verbose_name = _("sprawdzenie skutku")
        verbose_name_plural = _("sprawdzenia skutku")
        ordering = ("pk",)
        constraints = (
            one_of("outcome", EffectOutcome.values, name="motion_effect_known"),
            models.CheckConstraint(
                condition=Q(outcome=EffectOutcome.UNDER_WAY, next_on__isnull=False)
                | (~Q(outcome=EffectOutcome.UNDER_WAY) & Q(next_on=None)),
                name="motion_effect_looked_again",
                violation_error_message=_("Gdy wykonanie trwa, podaj dzień następnego sprawdzenia."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.motion}: {self.get_outcome_display()}"
