"""The yearly report of the Commission's work, due to the council by the end of January."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models.composition import Commission
from bezpiecznik.commission.states import ReportState
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import one_of
from bezpiecznik.documents.models import Document

VARIABLE = ("cooperation", "assessment", "plans")
"""What the office writes each year anew; the rest comes from the register or from fixed texts."""


class CommissionReport(models.Model):
    """Of one calendar year. Once approved, what it says is the snapshot of its document."""

    commission = models.ForeignKey(Commission, models.PROTECT, related_name="reports", verbose_name=_("Komisja"))
    year = models.PositiveSmallIntegerField(_("rok"))
    state = models.CharField(_("stan"), max_length=10, choices=ReportState, default=ReportState.DRAFT)
    cooperation = models.TextField(_("współdziałanie z innymi"), max_length=20_000, blank=True)
    assessment = models.TextField(_("ocena ogólna"), max_length=20_000, blank=True)
    plans = models.TextField(_("zamierzenia na następny rok"), max_length=20_000, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+", verbose_name=_("dokument"))
    approved_on = models.DateField(_("zatwierdzono dnia"), null=True, blank=True)
    submitted_on = models.DateField(_("przekazano radzie dnia"), null=True, blank=True)
    other_submitted_on = models.DateField(_("przekazano radzie drugiej jednostki dnia"), null=True, blank=True)
    """Of a joint commission, which reports to each council."""
    announced_on = models.DateField(_("ogłoszono dnia"), null=True, blank=True)
    journal_name = models.CharField(_("dziennik urzędowy"), max_length=200, blank=True)
    journal_position = models.CharField(_("pozycja"), max_length=20, blank=True)
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(_("rozpoczęto"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("rozpoczął(-ęła)"))

    history = kept_history(_("historia sprawozdania Komisji"), _("historie sprawozdań Komisji"))

    class Meta:
        verbose_name = _("sprawozdanie z działalności Komisji")
        verbose_name_plural = _("sprawozdania z działalności Komisji")
        ordering = ("-year",)
        constraints = (
            one_of("state", ReportState.values, name="commission_report_state_known"),
            models.UniqueConstraint(
                fields=("commission", "year"),
                name="commission_report_once",
                violation_error_message=_("Sprawozdanie za ten rok już jest."),
            ),
            models.CheckConstraint(
                condition=models.Q(state=ReportState.DRAFT)
                | models.Q(document__isnull=False, approved_on__isnull=False),
                name="commission_report_approved_is_kept",
                violation_error_message=_("Zatwierdzone sprawozdanie ma dokument i datę."),
            ),
        )

    def __str__(self) -> str:
        return f"Sprawozdanie z działalności Komisji za rok {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("commission:report", args=(self.pk,))

    @property
    def is_draft(self) -> bool:
        return self.state == ReportState.DRAFT
