"""Filled-in files of packets as they were brought, and the bundle of files that the office sends out."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither
from bezpiecznik.files.models import StoredFile
from bezpiecznik.reporting.models.packets import Packet
from bezpiecznik.reporting.models.periods import Period


class BroughtFile(models.Model):
    """A filled-in file of one packet. Nothing of it is in the report before `applied_at`."""

    packet = models.ForeignKey(Packet, models.PROTECT, related_name="brought_files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(_("nazwa pliku"), max_length=200)
    reading = models.JSONField(default=dict)
    """What the file says, as `roundtrip.filled.Filled` writes it."""
    counts = models.JSONField(default=dict)
    """How many rows of each kind there were when it was brought."""
    on_behalf = models.CharField(_("w imieniu"), max_length=300, blank=True)
    """Of which institution, where the office brought what had been sent back to it."""
    brought_at = models.DateTimeField(_("wczytano"), default=clock.now)
    brought_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("wczytał(a)"))
    applied_at = models.DateTimeField(_("zatwierdzono"), null=True)
    applied_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    changes = models.JSONField(default=dict)
    """{entry: {"before": its words and numbers, "version": the version that the file made}}"""
    undone_at = models.DateTimeField(_("cofnięto"), null=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("wczytany plik sprawozdania")
        verbose_name_plural = _("wczytane pliki sprawozdań")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("packet", "file"),
                condition=Q(undone_at=None),
                name="brought_file_once",
                violation_error_message=_("Ten plik już wczytano."),
            ),
            both_or_neither("applied_at", "applied_by", name="brought_file_applied_pair"),
            both_or_neither("undone_at", "undone_by", name="brought_file_undone_pair"),
            models.CheckConstraint(
                condition=Q(undone_at=None) | Q(applied_at__isnull=False),
                name="brought_file_undone_after_applied",
                violation_error_message=_("Cofnąć można tylko to, co zatwierdzono."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.packet})"

    def get_absolute_url(self) -> str:
        return reverse("reporting:brought-file", args=(self.pk,))

    def count(self, course: str) -> int:
        """How many rows took this course when the file was brought."""
        found: Any = self.counts.get(course, 0)
        return int(found)


class FileBundle(models.Model):
    """Files of all packets of a period in one ZIP, as they were at that moment. A new one takes the old one's place."""

    period = models.OneToOneField(Period, models.PROTECT, related_name="file_bundle")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    packets = models.PositiveIntegerField(_("liczba sprawozdań"))
    made_at = models.DateTimeField(_("przygotowano"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("paczka plików okresu")
        verbose_name_plural = _("paczki plików okresów")

    def __str__(self) -> str:
        return str(self.period)
