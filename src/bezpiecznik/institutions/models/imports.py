"""A file of institutions on its way into the register."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither


class RegisterImport(models.Model):
    """Rows of a file as they were read, and what they would change. Nothing is in the register before `applied_at`."""

    name = models.CharField(_("plik"), max_length=200)
    columns = models.JSONField(default=list)
    rows = models.JSONField(default=list)
    """[[number of the row in the file, [cell, …]], …]"""
    formulas = models.JSONField(default=dict)
    """{number of a row: title of the column that holds a formula}"""
    outcome = models.JSONField(default=list)
    """What each row would do, as `importing.outcome.RowOutcome` writes it."""
    added_at = models.DateTimeField(_("wczytano"), default=clock.now)
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("wczytał(a)"))
    applied_at = models.DateTimeField(_("zatwierdzono"), null=True)
    applied_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("wczytany wykaz podmiotów")
        verbose_name_plural = _("wczytane wykazy podmiotów")
        constraints = (both_or_neither("applied_at", "applied_by", name="register_import_applied_pair"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("institutions:import", args=(self.pk,))
