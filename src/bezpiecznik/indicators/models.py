"""Indicators: what is measured and how, its values by period, targets, breaks of the series, and the office's words."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import one_of
from bezpiecznik.core.polish import search_text
from bezpiecznik.indicators.states import Coverage, Direction, Half, Unit, ValueState, period_label
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area

YEARS = (MinValueValidator(1999), MaxValueValidator(2100))
"""The first year of counties; the last one guards against a slip of the finger."""


class IndicatorQuerySet(models.QuerySet["Indicator"]):
    def active(self) -> "IndicatorQuerySet":
        return self.filter(active=True)

    def half_yearly(self) -> "IndicatorQuerySet":
        """Those that the half-yearly report tells."""
        return self.active().filter(half_yearly=True)


class Indicator(models.Model):
    """What is measured. Its series goes on through editions of the programme."""

    name = models.CharField(_("nazwa"), max_length=300, unique=True)
    definition = models.TextField(_("definicja"))
    unit = models.CharField(_("rodzaj liczby"), max_length=20, choices=Unit, default=Unit.EVENTS)
    unit_name = models.CharField(_("jednostka"), max_length=40, blank=True, help_text=_("Na przykład: zdarzenia, dni."))
    direction = models.CharField(_("kierunek"), max_length=20, choices=Direction, default=Direction.LESS)
    source = models.CharField(_("skąd liczba"), max_length=300)
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("podmiot, który podaje")
    )
    coverage = models.CharField(_("obszar"), max_length=20, choices=Coverage, default=Coverage.UNIT)
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("obszar programu")
    )
    half_yearly = models.BooleanField(_("wchodzi do sprawozdania półrocznego"), default=True)
    active = models.BooleanField(_("prowadzony"), default=True)
    place = models.PositiveSmallIntegerField(_("kolejność"), default=0)
    version = models.PositiveIntegerField(default=1)
    search_text = models.TextField(editable=False, default="")

    objects = IndicatorQuerySet.as_manager()
    history = kept_history(_("historia wskaźnika"), _("historie wskaźników"), without=("search_text", "version"))

    class Meta:
        verbose_name = _("wskaźnik")
        verbose_name_plural = _("wskaźniki")
        ordering = ("place", "pk")
        constraints = (
            one_of("unit", Unit.values, name="indicator_unit_known"),
            one_of("direction", Direction.values, name="indicator_direction_known"),
            one_of("coverage", Coverage.values, name="indicator_coverage_known"),
            models.CheckConstraint(
                condition=~Q(definition=""),
                name="indicator_has_definition",
                violation_error_message=_("Podaj definicję: bez niej nie wiadomo, co policzono."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.search_text = search_text(self.name, self.definition, self.source)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_absolute_url(self) -> str:
        return reverse("indicators:detail", args=(self.pk,))

    @property
    def is_count(self) -> bool:
        """Whether the figure counts events, so that chance may be told from change."""
        return self.unit == Unit.EVENTS


class ValueQuerySet(models.QuerySet["Value"]):
    def in_force(self) -> "ValueQuerySet":
        return self.filter(current=True)


class Value(models.Model):
    """One figure for one period. A correction is a new row: the old one stays, with the reason beside the new."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="values", verbose_name=_("wskaźnik"))
    year = models.PositiveSmallIntegerField(_("rok"), validators=YEARS)
    half = models.PositiveSmallIntegerField(_("część roku"), choices=Half)
    amount = models.DecimalField(_("wartość"), max_digits=16, decimal_places=4, validators=[MinValueValidator(0)])
    state = models.CharField(_("stan danych"), max_length=20, choices=ValueState, default=ValueState.PRELIMINARY)
    coverage = models.CharField(_("obszar"), max_length=20, choices=Coverage, default=Coverage.UNIT)
    note = models.CharField(_("uwaga"), max_length=300, blank=True)
    reason = models.CharField(_("powód poprawki"), max_length=300, blank=True)
    current = models.BooleanField(default=True, editable=False)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    entered_at = models.DateTimeField(_("wpisano"), default=clock.now)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("wpisał(a)"))

    objects = ValueQuerySet.as_manager()

    class Meta:
        verbose_name = _("wartość wskaźnika")
        verbose_name_plural = _("wartości wskaźników")
        ordering = ("-year", "-half", "-pk")
        constraints = (
            one_of("state", ValueState.values, name="value_state_known"),
            one_of("coverage", Coverage.values, name="value_coverage_known"),
            models.CheckConstraint(condition=Q(half__in=Half.values), name="value_half_known"),
            models.CheckConstraint(
                condition=Q(amount__gte=0),
                name="value_not_negative",
                violation_error_message=_("Wartość nie może być ujemna."),
            ),
            models.UniqueConstraint(
                fields=("indicator", "year", "half"), condition=Q(current=True), name="value_once_in_force"
            ),
            models.CheckConstraint(
                condition=Q(replaces=None) | ~Q(reason=""),
                name="value_correction_has_reason",
                violation_error_message=_("Podaj powód poprawki."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator}: {period_label(self.year, self.half)}"

    @property
    def period(self) -> str:
        return period_label(self.year, self.half)

    @property
    def is_final(self) -> bool:
        return self.state == ValueState.FINAL


class Target(models.Model):
    """What was to be reached in a year, and who said so."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets", verbose_name=_("wskaźnik"))
    year = models.PositiveSmallIntegerField(_("rok"), validators=YEARS)
    amount = models.DecimalField(_("cel"), max_digits=16, decimal_places=4, validators=[MinValueValidator(0)])
    basis = models.CharField(_("skąd ten cel"), max_length=300)

    history = kept_history(_("historia celu wskaźnika"), _("historie celów wskaźników"))

    class Meta:
        verbose_name = _("cel wskaźnika")
        verbose_name_plural = _("cele wskaźników")
        ordering = ("-year",)
        constraints = (models.UniqueConstraint(fields=("indicator", "year"), name="target_once"),)

    def __str__(self) -> str:
        return f"{self.indicator}: {self.year}"


class SeriesBreak(models.Model):
    """From this period on the figure is counted in another way: it is not compared with what was before."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="breaks", verbose_name=_("wskaźnik"))
    year = models.PositiveSmallIntegerField(_("od roku"), validators=YEARS)
    half = models.PositiveSmallIntegerField(_("od części roku"), choices=Half, default=Half.FIRST)
    why = models.CharField(_("co się zmieniło"), max_length=500)

    class Meta:
        verbose_name = _("przerwa w szeregu")
        verbose_name_plural = _("przerwy w szeregach")
        ordering = ("year", "half")
        constraints = (
            models.UniqueConstraint(fields=("indicator", "year", "half"), name="series_break_once"),
            models.CheckConstraint(condition=Q(half__in=Half.values), name="series_break_half_known"),
        )

    def __str__(self) -> str:
        return f"{self.indicator}: {period_label(self.year, self.half)}"


class Commentary(models.Model):
    """What the office says of one figure in the report of a period. An explanation, not a proof."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="comments", verbose_name=_("wskaźnik"))
    year = models.PositiveSmallIntegerField(_("rok"), validators=YEARS)
    half = models.PositiveSmallIntegerField(_("część roku"), choices=Half)
    text = models.TextField(_("komentarz"))

    history = kept_history(_("historia komentarza do wskaźnika"), _("historie komentarzy do wskaźników"))

    class Meta:
        verbose_name = _("komentarz do wskaźnika")
        verbose_name_plural = _("komentarze do wskaźników")
        constraints = (
            models.UniqueConstraint(fields=("indicator", "year", "half"), name="commentary_once"),
            models.CheckConstraint(condition=Q(half__in=Half.values), name="commentary_half_known"),
        )

    def __str__(self) -> str:
        return f"{self.indicator}: {period_label(self.year, self.half)}"
