"""The log of what was sent to whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import one_of


class MessageState(models.TextChoices):
    WAITING = "waiting", _("czeka na wysłanie")
    SENT = "sent", _("wysłana")
    FAILED = "failed", _("nie wysłano")
    BOUNCED = "bounced", _("odbita")


class Message(models.Model):
    """One message to one person, as it was worded."""

    kind = models.CharField(_("rodzaj"), max_length=80)
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="messages", verbose_name=_("adresat"))
    address = models.EmailField(_("adres"))
    subject = models.CharField(_("temat"), max_length=300)
    body = models.TextField(_("treść"))
    url = models.CharField(_("adres przycisku"), max_length=500, blank=True)
    state = models.CharField(_("stan"), max_length=10, choices=MessageState, default=MessageState.WAITING)
    created_at = models.DateTimeField(_("przygotowano"), default=clock.now)
    sent_at = models.DateTimeField(_("wysłano"), null=True)

    class Meta:
        verbose_name = _("wiadomość")
        verbose_name_plural = _("wiadomości")
        ordering = ("-pk",)
        constraints = (one_of("state", MessageState.values, name="message_state_known"),)

    def __str__(self) -> str:
        return self.subject
