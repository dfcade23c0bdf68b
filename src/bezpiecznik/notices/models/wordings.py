"""The office's own wording of a kind of message, where it is not the default one."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.notices.kinds import title_of


class Wording(models.Model):
    """Subject and body of one kind; both blank when the default is back in force. Former ones are in the journal."""

    kind = models.CharField(_("rodzaj"), max_length=80, primary_key=True)
    subject = models.CharField(_("temat"), max_length=300, blank=True)
    body = models.TextField(_("treść"), blank=True)
    version = models.PositiveIntegerField(_("wersja"), default=1)
    changed_at = models.DateTimeField(_("zmieniono"), default=clock.now)
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto zmienił"))

    class Meta:
        verbose_name = _("wzór wiadomości")
        verbose_name_plural = _("wzory wiadomości")
        constraints = (
            models.CheckConstraint(
                condition=Q(subject="", body="") | (~Q(subject="") & ~Q(body="")),
                name="wording_whole_or_none",
                violation_error_message=_("Podaj temat i treść."),
            ),
        )

    def __str__(self) -> str:
        return title_of(self.kind)
