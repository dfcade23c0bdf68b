"""What a member of a collective name, or a body that reports through another, adds to an entry of somebody's report."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.fields import both_or_neither
from bezpiecznik.institutions.models import Institution
from bezpiecznik.reporting.models.entries import Entry


class Contribution(models.Model):
    """One body's words and numbers for one entry. They are nobody's report until the reporter takes them over."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="contributions")
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="contributions", verbose_name=_("podmiot")
    )
    text = models.TextField(_("co zrobiono"), blank=True)
    numbers = models.JSONField(_("liczby"), default=list)
    """As `versions.NumberContent`."""
    nothing = models.BooleanField(_("nie ma nic do dodania"), default=False)
    version = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(_("zapisano"), null=True)
    updated_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("wkład do sprawozdania")
        verbose_name_plural = _("wkłady do sprawozdań")
        constraints = (
            models.UniqueConstraint(fields=("entry", "institution"), name="contribution_once"),
            both_or_neither("updated_at", "updated_by", name="contribution_updated_pair"),
        )

    def __str__(self) -> str:
        return f"{self.institution.short}: {self.entry}"

    @property
    def answers(self) -> bool:
        """Words, numbers, or the word that there is nothing to add."""
        return bool(self.text.strip() or self.numbers or self.nothing)

    @property
    def given(self) -> list[dict[str, Any]]:
        numbers: list[dict[str, Any]] = self.numbers
        return numbers
