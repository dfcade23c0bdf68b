"""Exceptions that the office grants to single institutions: a later deadline, or writing in a locked period."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither
from bezpiecznik.reporting.models.packets import Packet


class LockException(models.Model):
    """One packet may be written in until a day, whatever the period's lock says. Withdrawn, never deleted."""

    packet = models.ForeignKey(Packet, models.PROTECT, related_name="exceptions")
    until = models.DateField(_("do"))
    """The last day on which the institution may write and send."""
    moves_deadline = models.BooleanField(_("przesuwa termin"), default=True)
    """Whether a report sent by that day counts as in time."""
    reason = models.TextField(_("powód"))
    at = models.DateTimeField(_("udzielono"), default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(_("cofnięto"), null=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("wyjątek od blokady")
        verbose_name_plural = _("wyjątki od blokady")
        ordering = ("pk",)
        constraints = (
            both_or_neither("withdrawn_at", "withdrawn_by", name="lock_exception_withdrawn_pair"),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="lock_exception_has_reason",
                violation_error_message=_("Napisz, dlaczego termin jest inny."),
            ),
            models.UniqueConstraint(
                fields=("packet",),
                condition=Q(withdrawn_at=None),
                name="lock_exception_once",
                violation_error_message=_("To sprawozdanie ma już wyjątek; cofnij go, zanim udzielisz następnego."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.packet}: {self.until}"
