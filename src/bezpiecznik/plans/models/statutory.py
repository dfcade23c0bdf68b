"""Dates that the law or standing orders set: configuration with its source, kept on screen, not in code."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import one_of


class StatutoryRule(models.TextChoices):
    YEARLY = "yearly", _("co roku tego samego dnia")
    HALF_YEARLY = "half_yearly", _("dwa razy w roku")
    TERM = "term", _("co kilka lat od początku kadencji")
    PROGRAMME_END = "programme_end", _("przed końcem programu")


class StatutoryDateQuerySet(models.QuerySet["StatutoryDate"]):
    def active(self) -> "StatutoryDateQuerySet":
        return self.filter(active=True)


MONTHS = (MinValueValidator(1), MaxValueValidator(12))
DAYS = (MinValueValidator(1), MaxValueValidator(31))


class StatutoryDate(models.Model):
    """One such date, with the source as text; `slug` names those that came with the system and can be restored."""

    slug = models.SlugField(_("klucz"), max_length=60, null=True, blank=True, unique=True)
    """None: added by the office."""
    name = models.CharField(_("co trzeba zrobić"), max_length=300)
    source = models.TextField(_("podstawa prawna"))
    verified_on = models.DateField(_("sprawdzono z tekstem aktu"), null=True, blank=True)
    """Empty: the source was not compared with the text of the act yet („do sprawdzenia”)."""
    concerns = models.CharField(_("kogo dotyczy"), max_length=300, blank=True)
    rule = models.CharField(_("kiedy"), max_length=20, choices=StatutoryRule, default=StatutoryRule.YEARLY)
    month = models.PositiveSmallIntegerField(_("miesiąc"), null=True, blank=True, validators=MONTHS)
    day = models.PositiveSmallIntegerField(_("dzień"), null=True, blank=True, validators=DAYS)
    second_month = models.PositiveSmallIntegerField(_("drugi miesiąc"), null=True, blank=True, validators=MONTHS)
    second_day = models.PositiveSmallIntegerField(_("drugi dzień"), null=True, blank=True, validators=DAYS)
    starts_on = models.DateField(_("początek kadencji"), null=True, blank=True)
    years = models.PositiveSmallIntegerField(
        _("ile lat trwa"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    ends_on = models.DateField(
        _("ostatni dzień kadencji"), null=True, blank=True,
        help_text=_("Tylko gdy kadencja kończy się innego dnia, niż wynika z jej początku i długości."),
    )  # fmt: skip
    months_before = models.PositiveSmallIntegerField(
        _("ile miesięcy przed końcem programu"), null=True, blank=True, validators=[MaxValueValidator(36)]
    )
    note = models.TextField(_("uwaga"), blank=True)
    active = models.BooleanField(_("pokazuj w harmonogramie"), default=True)
    version = models.PositiveIntegerField(default=1)

    objects = StatutoryDateQuerySet.as_manager()
    history = kept_history(_("historia terminu ustawowego"), _("historie terminów ustawowych"))

    class Meta:
        verbose_name = _("termin ustawowy")
        verbose_name_plural = _("terminy ustawowe")
        ordering = ("month", "day", "pk")
        constraints = (
            one_of("rule", StatutoryRule.values, name="statutory_rule_known"),
            models.CheckConstraint(
                condition=Q(rule=StatutoryRule.YEARLY, month__isnull=False, day__isnull=False)
                | Q(
                    rule=StatutoryRule.HALF_YEARLY,
                    month__isnull=False, day__isnull=False, second_month__isnull=False, second_day__isnull=False,
                )
                | Q(rule=StatutoryRule.TERM, years__isnull=False)
                | Q(rule=StatutoryRule.PROGRAMME_END, months_before__isnull=False),
                name="statutory_date_has_days",
                violation_error_message=_("Podaj dni, miesiące albo lata, których wymaga wybrany sposób."),
            ),
            models.CheckConstraint(
                condition=Q(second_month=None) | Q(month=None) | Q(second_month__gte=F("month")),
                name="statutory_halves_in_order",
                violation_error_message=_("Drugi termin w roku jest po pierwszym."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gt=F("starts_on")),
                name="statutory_term_in_order",
                violation_error_message=_("Kadencja kończy się po swoim początku."),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="statutory_date_has_source",
                violation_error_message=_("Podaj podstawę prawną."),
            ),
        )  # fmt: skip

    def __str__(self) -> str:
        return self.name
