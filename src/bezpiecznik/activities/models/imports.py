"""Files brought by institutions: rows as they were read, how they are understood, and what was made of them."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.institutions.models import Institution


class SourceKind(models.TextChoices):
    TABLE = "table", _("tabela")
    CALENDAR = "calendar", _("kalendarz")


class ActivityImport(models.Model):
    """Nothing of it is among activities before `applied_at`; after `undone_at` all that it made is withdrawn."""

    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+", verbose_name=_("podmiot"))
    name = models.CharField(_("plik"), max_length=200)
    source = models.CharField(_("rodzaj pliku"), max_length=10, choices=SourceKind)
    columns = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    """[[number of the row in the file, [cell, …]], …]"""
    formulas = models.JSONField(default=dict)
    """{number of a row: title of the column that holds a formula}"""
    mapping = models.JSONField(default=dict)
    """{field of an activity: place of its column}, as guessed or as the person corrected it."""
    kind = models.CharField(_("rodzaj, gdy wiersz go nie podaje"), max_length=20, blank=True)
    undertaking = models.PositiveBigIntegerField(null=True)
    """Key of what rows carry out that name nothing themselves."""
    outcome = models.JSONField(default=list)
    """What each row would do, as `importing.outcome.RowOutcome` writes it."""
    made = models.JSONField(default=dict)
    """{"created": {key: version}, "changed": {key: {"version": …, "before": facts}}} after it was applied."""
    added_at = models.DateTimeField(_("wczytano"), default=clock.now)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("wczytał(a)"))
    applied_at = models.DateTimeField(_("zatwierdzono"), null=True)
    applied_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(_("cofnięto"), null=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("wczytany plik działalności")
        verbose_name_plural = _("wczytane pliki działalności")
        constraints = (
            one_of("source", SourceKind.values, name="activity_import_source_known"),
            both_or_neither("applied_at", "applied_by", name="activity_import_applied_pair"),
            both_or_neither("undone_at", "undone_by", name="activity_import_undone_pair"),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("activities:import", args=(self.pk,))
