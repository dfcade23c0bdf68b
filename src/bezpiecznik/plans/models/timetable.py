"""When an undertaking happens and when it is reported on: what the resolution calls its timetable and does not hold."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import one_of
from bezpiecznik.plans.models.programme import Undertaking


class ScheduleKind(models.TextChoices):
    ONCE = "once", _("jednorazowe")
    RECURRING = "recurring", _("cykliczne")
    CONTINUOUS = "continuous", _("ciągłe")


class ReportedWhen(models.TextChoices):
    """The resolution: reports come "after completion or at the time given in the timetable"."""

    EACH_PERIOD = "each_period", _("w każdym okresie")
    AFTER_COMPLETION = "after_completion", _("po zakończeniu")


class Precision(models.TextChoices):
    """How exactly a day is known; a coarse one is kept as the last day of its month, quarter, half-year or year."""

    DAY = "day", _("dzień")
    MONTH = "month", _("miesiąc")
    QUARTER = "quarter", _("kwartał")
    HALF = "half", _("półrocze")
    YEAR = "year", _("rok")


class DayUnit(models.TextChoices):
    CALENDAR = "calendar", _("dni kalendarzowe")
    WORKING = "working", _("dni robocze")


class Schedule(models.Model):
    """The timetable of one undertaking. Without a row it is continuous and reported on in each period."""

    undertaking = models.OneToOneField(Undertaking, models.PROTECT, related_name="schedule")
    kind = models.CharField(_("rodzaj"), max_length=12, choices=ScheduleKind, default=ScheduleKind.CONTINUOUS)
    starts_on = models.DateField(_("początek"), null=True, blank=True)
    """Empty: with the programme."""
    ends_on = models.DateField(_("koniec"), null=True, blank=True)
    """For a single one its day. Empty: with the programme."""
    precision = models.CharField(_("dokładność"), max_length=10, choices=Precision, default=Precision.DAY)
    rrule = models.CharField(_("powtarzanie"), max_length=300, blank=True)
    """RFC 5545, without DTSTART: `FREQ=MONTHLY;BYDAY=1MO`. From `starts_on`."""
    report_within = models.PositiveSmallIntegerField(_("sprawozdanie w ciągu"), null=True, blank=True)
    """So many days after an occurrence or the completion."""
    report_unit = models.CharField(_("dni"), max_length=10, choices=DayUnit, default=DayUnit.WORKING)
    reported = models.CharField(
        _("kiedy sprawozdanie"), max_length=20, choices=ReportedWhen, default=ReportedWhen.EACH_PERIOD
    )
    completed_on = models.DateField(_("zakończono"), null=True, blank=True)
    note = models.TextField(_("uwaga"), blank=True)
    version = models.PositiveIntegerField(default=1)

    history = kept_history(_("historia terminu"), _("historie terminów"))

    class Meta:
        verbose_name = _("termin działania")
        verbose_name_plural = _("terminy działań")
        constraints = (
            one_of("kind", ScheduleKind.values, name="schedule_kind_known"),
            one_of("precision", Precision.values, name="schedule_precision_known"),
            one_of("report_unit", DayUnit.values, name="schedule_unit_known"),
            one_of("reported", ReportedWhen.values, name="schedule_reported_known"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="schedule_ends_after_start",
                violation_error_message=_("Koniec nie może być wcześniejszy niż początek."),
            ),
            models.CheckConstraint(
                condition=(Q(kind=ScheduleKind.RECURRING) & ~Q(rrule="") & Q(starts_on__isnull=False))
                | (~Q(kind=ScheduleKind.RECURRING) & Q(rrule="")),
                name="schedule_recurs_by_rule",
                violation_error_message=_("Działanie cykliczne ma początek i sposób powtarzania, inne ich nie mają."),
            ),
            models.CheckConstraint(
                condition=~Q(kind=ScheduleKind.ONCE) | Q(ends_on__isnull=False),
                name="schedule_once_has_day",
                violation_error_message=_("Działanie jednorazowe ma swój dzień."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.undertaking.code}: {self.get_kind_display()}"


class Milestone(models.Model):
    """A step on the way of an undertaking, with its day. Dropped with a reason, never deleted."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="milestones")
    name = models.CharField(_("kamień milowy"), max_length=300)
    due_on = models.DateField(_("termin"))
    precision = models.CharField(_("dokładność"), max_length=10, choices=Precision, default=Precision.DAY)
    done_on = models.DateField(_("osiągnięto"), null=True, blank=True)
    dropped_because = models.TextField(_("powód rezygnacji"), blank=True)
    version = models.PositiveIntegerField(default=1)

    history = kept_history(_("historia kamienia milowego"), _("historie kamieni milowych"))

    class Meta:
        verbose_name = _("kamień milowy")
        verbose_name_plural = _("kamienie milowe")
        ordering = ("due_on", "pk")
        constraints = (
            one_of("precision", Precision.values, name="milestone_precision_known"),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(dropped_because=""),
                name="milestone_done_or_dropped",
                violation_error_message=_("Kamień milowy osiągnięto albo z niego zrezygnowano."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class DateMove(models.Model):
    """A deadline moved from one day to another, with the reason. Never changed."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="date_moves")
    milestone = models.ForeignKey(Milestone, models.PROTECT, null=True, related_name="date_moves")
    """None: the undertaking's own end."""
    was = models.DateField(_("było"), null=True)
    becomes = models.DateField(_("jest"), null=True)
    reason = models.TextField(_("powód"))
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("przesunięcie terminu")
        verbose_name_plural = _("przesunięcia terminów")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="date_move_has_reason",
                violation_error_message=_("Napisz, dlaczego termin się zmienia."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.was} → {self.becomes}"
