"""Faults of the adopted document that wait for the next change of the programme."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.core.polish import search_text
from bezpiecznik.plans.finding_kinds import kind_of
from bezpiecznik.plans.models.programme import Programme, Undertaking


class FindingState(models.TextChoices):
    OPEN = "open", _("do uporządkowania")
    SETTLED = "settled", _("załatwiona")
    SET_ASIDE = "set_aside", _("odłożona")


class FindingSeverity(models.TextChoices):
    ERROR = "error", _("błąd")
    WARNING = "warning", _("do sprawdzenia")
    INFO = "info", _("informacja")


class DocumentFinding(models.Model):
    """A fault of the adopted document, to be put in order at the next change of the programme."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="findings", verbose_name=_("program"))
    no = models.PositiveIntegerField(_("nr"))
    code = models.CharField(_("rodzaj"), max_length=60)
    severity = models.CharField(_("waga"), max_length=10, choices=FindingSeverity)
    subject = models.TextField(_("czego dotyczy"), blank=True)
    places = models.JSONField(_("miejsca"), default=list)
    message = models.TextField(_("uwaga"))
    repairs = models.JSONField(_("propozycje"), default=list)
    """Each with `place`, `was` and `now`."""
    undertakings = models.ManyToManyField(Undertaking, related_name="findings", verbose_name=_("przedsięwzięcia"))
    state = models.CharField(_("stan"), max_length=20, choices=FindingState, default=FindingState.OPEN)
    reason = models.TextField(_("powód"), blank=True)
    decided_at = models.DateTimeField(_("kiedy zdecydowano"), null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("kto zdecydował"))
    search_text = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("sprawa do uporządkowania")
        verbose_name_plural = _("sprawy do uporządkowania")
        ordering = ("no",)
        constraints = (
            one_of("state", FindingState.values, name="finding_state_known"),
            one_of("severity", FindingSeverity.values, name="finding_severity_known"),
            both_or_neither("decided_at", "decided_by", name="finding_decided_pair"),
            models.CheckConstraint(
                condition=Q(state=FindingState.OPEN, decided_at=None)
                | (~Q(state=FindingState.OPEN) & Q(decided_at__isnull=False)),
                name="finding_decided_when_closed",
                violation_error_message=_("Sprawa zamknięta musi mieć osobę i chwilę decyzji, otwarta ich nie ma."),
            ),
            models.CheckConstraint(
                condition=~Q(state=FindingState.SET_ASIDE) | ~Q(reason=""),
                name="finding_set_aside_with_reason",
                violation_error_message=_("Odłożona sprawa musi mieć powód."),
            ),
            models.UniqueConstraint(fields=("programme", "no"), name="finding_no_once"),
        )

    def __str__(self) -> str:
        return self.message

    def get_absolute_url(self) -> str:
        return reverse("plans:finding", args=(self.pk,))

    def fill_search_text(self) -> None:
        """Store the words by which the row is found; before `bulk_create`."""
        self.search_text = search_text(self.message, self.subject, " ".join(self.places))

    @property
    def kind(self) -> str:
        """The kind of fault in words."""
        return kind_of(self.code)

    @property
    def is_open(self) -> bool:
        return self.state == FindingState.OPEN
