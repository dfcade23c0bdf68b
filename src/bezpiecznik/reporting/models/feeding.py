"""From which activities the words and numbers of an entry were made."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.activities.models import Activity
from bezpiecznik.core import clock
from bezpiecznik.reporting.models.entries import Entry


class EntryActivity(models.Model):
    """Provenance: the entry quotes this activity. Frozen, as words, in each version that is submitted."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="quoted")
    activity = models.ForeignKey(Activity, models.PROTECT, related_name="quoted_in")
    at = models.DateTimeField(_("wstawiono"), default=clock.now)

    class Meta:
        verbose_name = _("działalność w sprawozdaniu")
        verbose_name_plural = _("działalność w sprawozdaniach")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("entry", "activity"), name="entry_activity_once"),)

    def __str__(self) -> str:
        return f"{self.activity} – {self.entry}"
