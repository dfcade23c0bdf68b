"""What goes to the council: one row for each matter of a year, with its papers and what the council decided."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import one_of
from bezpiecznik.core.polish import search_text
from bezpiecznik.council.states import WITHOUT_RESOLUTION, MatterKind, MatterState
from bezpiecznik.documents.models import Document
from bezpiecznik.plans.models import Programme

DECIDED = (MatterState.ADOPTED, MatterState.NOTED, MatterState.REJECTED)


class MatterQuerySet(models.QuerySet["Matter"]):
    def standing(self) -> "MatterQuerySet":
        """All but those withdrawn."""
        return self.exclude(state=MatterState.WITHDRAWN)


class Matter(models.Model):
    """One matter for the council. `year` is the year it speaks of, not the year of the session."""

    kind = models.CharField(_("rodzaj"), max_length=30, choices=MatterKind)
    year = models.PositiveSmallIntegerField(_("za rok"))
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="matters", verbose_name=_("program"))
    state = models.CharField(_("stan"), max_length=20, choices=MatterState, default=MatterState.DRAFT)
    justification = models.TextField(_("uzasadnienie"), max_length=20_000, blank=True)
    """The part that changes each year; fixed texts are the office's patterns of documents."""
    report = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="+", verbose_name=_("dokument, który idzie do rady")
    )
    draft = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+", verbose_name=_("projekt uchwały"))
    letter = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+", verbose_name=_("pismo"))
    submitted_on = models.DateField(_("przekazano dnia"), null=True, blank=True)
    resolution_no = models.CharField(_("numer uchwały"), max_length=60, blank=True)
    decided_on = models.DateField(_("dzień sesji"), null=True, blank=True)
    note = models.CharField(_("uwaga"), max_length=500, blank=True)
    announced_on = models.DateField(_("ogłoszono dnia"), null=True, blank=True)
    journal_position = models.CharField(_("pozycja w dzienniku urzędowym"), max_length=60, blank=True)
    version = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField(_("założono"), default=clock.now)
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("założył(a)"))
    search_text = models.TextField(editable=False, default="")

    objects = MatterQuerySet.as_manager()
    history = kept_history(
        _("historia sprawy dla rady"), _("historie spraw dla rady"), without=("search_text", "version")
    )

    class Meta:
        verbose_name = _("sprawa dla rady")
        verbose_name_plural = _("sprawy dla rady")
        ordering = ("-year", "kind")
        constraints = (
            one_of("kind", MatterKind.values, name="matter_kind_known"),
            one_of("state", MatterState.values, name="matter_state_known"),
            models.UniqueConstraint(
                fields=("kind", "programme", "year"),
                condition=~Q(state=MatterState.WITHDRAWN),
                name="matter_once",
                violation_error_message=_("Taka sprawa za ten rok już jest."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=(MatterState.DRAFT, MatterState.WITHDRAWN)) | Q(submitted_on__isnull=False),
                name="matter_submitted_when",
                violation_error_message=_("Podaj, kiedy przekazano sprawę radzie."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=DECIDED) | Q(decided_on__isnull=False),
                name="matter_decided_when",
                violation_error_message=_("Podaj dzień sesji."),
            ),
            models.CheckConstraint(
                condition=~Q(state=MatterState.ADOPTED) | ~Q(resolution_no=""),
                name="matter_adopted_by_number",
                violation_error_message=_("Podaj numer uchwały."),
            ),
        )

    def __str__(self) -> str:
        return f"{capfirst(self.get_kind_display())}, {self.year}"

    def save(self, *args: object, **kwargs: object) -> None:
        self.search_text = search_text(str(self), self.resolution_no, self.note)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("council:matter", args=(self.pk,))

    @property
    def is_draft(self) -> bool:
        return self.state == MatterState.DRAFT

    @property
    def is_submitted(self) -> bool:
        return self.state == MatterState.SUBMITTED

    @property
    def is_decided(self) -> bool:
        return self.state in DECIDED

    @property
    def needs_resolution(self) -> bool:
        return self.kind not in WITHOUT_RESOLUTION
