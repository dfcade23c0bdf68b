"""What the administration itself keeps: runs of clearing, and exports of a person's data that wait to be taken."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import Job


class ClearingRun(models.Model):
    """One run of clearing: how many rows of each class were ended. `by` is None where the clock did it."""

    at = models.DateTimeField(_("kiedy"), default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("kto"))
    counts = models.JSONField(_("ile usunięto"), default=dict)

    class Meta:
        verbose_name = _("porządkowanie danych")
        verbose_name_plural = _("porządkowania danych")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"Porządkowanie danych {self.at:%d.%m.%Y}"

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class PersonExportQuerySet(models.QuerySet["PersonExport"]):
    def takeable(self) -> "PersonExportQuerySet":
        """Ready and not yet expired."""
        return self.filter(expires_at__gt=clock.now(), content__isnull=False)


class PersonExport(models.Model):
    """All that the house knows of a person, as a ZIP. Only who asked may take it, until it expires.

    Kept in the database and not among the files of the house: those are never removed.
    """

    person = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("osoba"))
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto poprosił"))
    asked_at = models.DateTimeField(_("kiedy"), default=clock.now)
    expires_at = models.DateTimeField(_("do pobrania do"))
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")
    content = models.BinaryField(_("plik"), null=True)

    objects = PersonExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("eksport danych osoby")
        verbose_name_plural = _("eksporty danych osób")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"Eksport danych osoby nr {self.person_id}"
