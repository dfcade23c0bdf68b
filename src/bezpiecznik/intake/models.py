"""A resolution on its way into the plan: the uploaded document, what was read, and a person's decisions."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.core.models import Job
from bezpiecznik.core.polish import search_text
from bezpiecznik.files.models import StoredFile
from bezpiecznik.intake.events import Event
from bezpiecznik.plans.models import Programme


class IntakeState(models.TextChoices):
    READING = "reading", _("odczytywanie")
    REVIEW = "review", _("do sprawdzenia")
    ACCEPTED = "accepted", _("przyjęto do programu")
    ABANDONED = "abandoned", _("porzucono")


class Intake(models.Model):
    """`reading` is the machine's reading (bezpiecznik/reading-1); `corrected` is what a person changed in it.

    `corrected` holds `changes` (row key to its new values), `deleted` (row keys), `added` (rows), `merged` (row key to
    the row that took it in), `names` (name key to decision), `doubts` (name as written to what it means), `faults`
    (fault key to what was decided of it) and `left` (what a new reading had no place for); `accepted_areas` the keys of
    parts that a person looked through. `version` counts all of these writes, `acts` keep what each of them replaced.
    """

    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    text = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    """The document as numbered lines, as the reader saw them: what places in the reading count."""
    file_name = models.CharField(_("nazwa pliku"), max_length=200)
    ocr = models.BooleanField(_("rozpoznawanie tekstu ze skanu"), default=False)
    state = models.CharField(_("stan"), max_length=20, choices=IntakeState, default=IntakeState.READING)
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")
    reading = models.JSONField(_("odczyt"), null=True)
    corrected = models.JSONField(_("poprawki odczytu"), null=True)
    accepted_areas = models.JSONField(_("sprawdzone części"), default=list)
    version = models.PositiveIntegerField(default=0)
    programme = models.OneToOneField(
        Programme, models.PROTECT, null=True, related_name="intake", verbose_name=_("program")
    )
    uploaded_at = models.DateTimeField(_("wczytano"), default=clock.now)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("wczytał(a)"))
    accepted_at = models.DateTimeField(_("przyjęto"), null=True)
    accepted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("przyjął(a)"))
    search_text = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("wczytany dokument")
        verbose_name_plural = _("wczytane dokumenty")
        ordering = ("-uploaded_at",)
        constraints = (
            one_of("state", IntakeState.values, name="intake_state_known"),
            both_or_neither("accepted_at", "accepted_by", name="intake_accepted_pair"),
            models.CheckConstraint(
                condition=Q(state=IntakeState.ACCEPTED, programme__isnull=False, accepted_at__isnull=False)
                | ~Q(state=IntakeState.ACCEPTED),
                name="intake_accepted_has_programme",
                violation_error_message=_("Przyjęty dokument musi mieć program."),
            ),
            models.UniqueConstraint(
                fields=("file",),
                condition=~Q(state=IntakeState.ABANDONED),
                name="intake_file_once",
                violation_error_message=_("Ten dokument został już wczytany."),
            ),
        )

    def __str__(self) -> str:
        return self.file_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        meta = (self.reading or {}).get("meta", {})
        self.search_text = search_text(
            self.file_name, *(meta.get(field) or "" for field in ("title", "act_no", "unit"))
        )
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("intake:review", args=(self.pk,))


class ReviewActQuerySet(models.QuerySet["ReviewAct"]):
    def standing(self) -> "ReviewActQuerySet":
        """Those not taken back, the last first."""
        return self.filter(undone_at=None).order_by("-pk")


class ReviewAct(models.Model):
    """One act of a review, with what stood there before it: the stack from which the last one is taken back."""

    intake = models.ForeignKey(Intake, models.PROTECT, related_name="acts")
    kind = models.CharField(_("czynność"), max_length=40)
    """A value of `Event`; its words are those of the journal."""
    about = models.CharField(_("czego dotyczy"), max_length=120, blank=True)
    before = models.JSONField(_("co było przedtem"))
    at = models.DateTimeField(_("kiedy"), default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto"))
    undone_at = models.DateTimeField(_("cofnięto"), null=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("kto cofnął"))

    objects = ReviewActQuerySet.as_manager()

    class Meta:
        verbose_name = _("czynność sprawdzania odczytu")
        verbose_name_plural = _("czynności sprawdzania odczytu")
        constraints = (both_or_neither("undone_at", "undone_by", name="review_act_undone_pair"),)

    def __str__(self) -> str:
        words = str(Event(self.kind).label)
        return f"{words}: {self.about}" if self.about else words
