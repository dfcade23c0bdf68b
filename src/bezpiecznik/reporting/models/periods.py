"""A period, and what remains of it when it is closed."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting.states import (
    PeriodState,
)


class Part(models.IntegerChoices):
    YEAR = 0, _("cały rok")
    FIRST_HALF = 1, _("I półrocze")
    SECOND_HALF = 2, _("II półrocze")


class Period(models.Model):
    """A year or half of it, for which institutions report. Days are those of Europe/Warsaw."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="periods")
    year = models.PositiveSmallIntegerField(_("rok"))
    part = models.PositiveSmallIntegerField(_("część roku"), choices=Part, default=Part.YEAR)
    opens_on = models.DateField(_("otwarcie"))
    due_on = models.DateField(_("termin składania"))
    grace_until = models.DateField(_("łaska do"), null=True, blank=True)
    """The last day on which a report still counts as in time; empty: the deadline itself."""
    locks_on = models.DateField(_("blokada od"), null=True, blank=True)
    """The first day on which nothing can be written without an exception; empty: only closing ends it."""
    state = models.CharField(_("stan"), max_length=10, choices=PeriodState, default=PeriodState.PLANNED)
    opened_at = models.DateTimeField(_("otwarto"), null=True)
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(_("zamknięto"), null=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("okres sprawozdawczy")
        verbose_name_plural = _("okresy sprawozdawcze")
        ordering = ("-year", "-part")
        constraints = (
            one_of("state", PeriodState.values, name="period_state_known"),
            models.UniqueConstraint(
                fields=("programme", "year", "part"),
                name="period_once",
                violation_error_message=_("Taki okres już istnieje w tym programie."),
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("opens_on")),
                name="period_due_after_opening",
                violation_error_message=_("Termin składania nie może być wcześniejszy niż otwarcie."),
            ),
            models.CheckConstraint(
                condition=Q(grace_until=None) | Q(grace_until__gte=models.F("due_on")),
                name="period_grace_after_due",
                violation_error_message=_(
                    "Dzień, do którego sprawozdanie jest w terminie, nie może być przed terminem."
                ),
            ),
            models.CheckConstraint(
                condition=Q(locks_on=None) | Q(locks_on__gt=models.F("due_on")),
                name="period_locks_after_due",
                violation_error_message=_("Blokada zaczyna się po terminie składania."),
            ),
            both_or_neither("opened_at", "opened_by", name="period_opened_pair"),
            both_or_neither("closed_at", "closed_by", name="period_closed_pair"),
        )

    def __str__(self) -> str:
        return f"{self.year}" if self.part == Part.YEAR else f"{self.get_part_display()} {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("reporting:matrix", args=(self.pk,))

    @property
    def last_day(self) -> date:
        """The last day on which institutions may submit, days of grace included."""
        return self.grace_until or self.due_on

    @property
    def starts_on(self) -> date:
        return date(self.year, 7 if self.part == Part.SECOND_HALF else 1, 1)

    @property
    def ends_on(self) -> date:
        return date(self.year, 6, 30) if self.part == Part.FIRST_HALF else date(self.year, 12, 31)

    @property
    def is_open(self) -> bool:
        return self.state == PeriodState.OPEN


class Snapshot(models.Model):
    """A closed period as self-contained JSON (names as text) with its sha256. Never changed."""

    period = models.OneToOneField(Period, models.PROTECT, related_name="snapshot")
    content = models.TextField(_("treść (JSON)"))
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("migawka okresu")
        verbose_name_plural = _("migawki okresów")

    def __str__(self) -> str:
        return f"{self.period} {self.sha256[:12]}"
