"""How the office's documents look, kept by version: a document points to the one that was in force on its day."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import one_of
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.documents.vocabulary import Unit
from bezpiecznik.files.models import StoredFile


class UnitChoice(models.TextChoices):
    DERIVED = "", _("jak w programie")
    CITY = Unit.CITY.value, _("miasto na prawach powiatu (prezydent, rada miasta)")
    COUNTY = Unit.COUNTY.value, _("powiat (starosta, rada powiatu)")


class OfficeLook(models.Model):
    """One version of the template: rows are only added, the last is in force, the others are its history."""

    logo = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    logo_alt = models.CharField(_("co przedstawia logo"), max_length=200, blank=True)
    logo_width = models.PositiveIntegerField(_("szerokość logo"), default=0)
    logo_height = models.PositiveIntegerField(_("wysokość logo"), default=0)
    header = models.TextField(_("wiersze nagłówka"), max_length=600, blank=True)
    footer = models.CharField(_("stopka"), max_length=200, blank=True)
    unit = models.CharField(_("rodzaj jednostki"), max_length=10, blank=True, choices=UnitChoice)
    signatories = models.JSONField(_("podpisujący"), default=dict)
    """By kind of document (blank: all others): a list of `{"post", "name"}`."""
    sha256 = models.CharField(_("skrót"), max_length=64)
    made_at = models.DateTimeField(_("zmieniono"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto zmienił"))

    class Meta:
        verbose_name = _("wygląd dokumentów")
        verbose_name_plural = _("wyglądy dokumentów")
        ordering = ("-pk",)
        constraints = (one_of("unit", UnitChoice.values, name="office_look_unit_known"),)

    def __str__(self) -> str:
        return str(_("wygląd dokumentów"))

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sha256 = self.digest()
        super().save(*args, **kwargs)

    def digest(self) -> str:
        """sha256 over all that documents take from the row."""
        logo = self.logo.sha256 if self.logo else ""
        size = [self.logo_width, self.logo_height]
        told = [logo, self.logo_alt, size, self.header, self.footer, self.unit, self.signatories]
        return digest(as_text(told))

    @property
    def header_lines(self) -> list[str]:
        return [line.strip() for line in self.header.splitlines() if line.strip()]
