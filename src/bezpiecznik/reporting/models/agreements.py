"""The lead's stance on what a partner reported of the same action, and the partner's answer to it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.reporting.models.entries import Entry
from bezpiecznik.reporting.models.packets import Obligation


class Stance(models.TextChoices):
    """What the lead says of a partner's contribution. No row: nobody has looked at it yet."""

    PENDING = "pending", _("jeszcze bez stanowiska")
    AGREED = "agreed", _("uzgodnione")
    DISPUTED = "disputed", _("rozbieżność")


class Agreement(models.Model):
    """One lead's stance on one partner's contribution, as it stood in the version that the lead read.

    It changes nothing in the partner's report: both accounts stand side by side, agreed or not.
    """

    lead = models.ForeignKey(Entry, models.PROTECT, related_name="agreements")
    partner = models.ForeignKey(Obligation, models.PROTECT, related_name="agreements")
    version_no = models.PositiveSmallIntegerField(_("wersja partnera"))
    words_sha256 = models.CharField(max_length=64)
    """Over what the partner's version says of the action: a version with the same words leaves the stance fresh."""
    stance = models.CharField(_("stanowisko"), max_length=10, choices=Stance, default=Stance.PENDING)
    note = models.TextField(_("uwaga"), blank=True)
    at = models.DateTimeField(_("kiedy"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    answer = models.TextField(_("odpowiedź partnera"), blank=True)
    answered_at = models.DateTimeField(_("odpowiedziano"), null=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("uzgodnienie z partnerem")
        verbose_name_plural = _("uzgodnienia z partnerami")
        ordering = ("pk",)
        constraints = (
            one_of("stance", Stance.values, name="agreement_stance_known"),
            models.UniqueConstraint(fields=("lead", "partner"), name="agreement_once"),
            models.CheckConstraint(
                condition=~Q(stance=Stance.DISPUTED) | ~Q(note=""),
                name="agreement_dispute_says_what",
                violation_error_message=_("Przy rozbieżności napisz, czego dotyczy."),
            ),
            both_or_neither("answered_at", "answered_by", name="agreement_answered_pair"),
        )

    def __str__(self) -> str:
        return f"{self.partner}: {self.get_stance_display()}"
