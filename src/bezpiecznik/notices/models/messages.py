"""The log of what was sent to whom, which is also the queue of what waits to be sent."""

from datetime import datetime
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import one_of
from bezpiecznik.core.polish import search_text
from bezpiecznik.notices.kinds import title_of
from bezpiecznik.notices.redaction import without_secrets


class MessageState(models.TextChoices):
    WAITING = "waiting", _("czeka na wysłanie")
    SENDING = "sending", _("w trakcie wysyłania")
    SENT = "sent", _("wysłana")
    GATHERED = "gathered", _("w wiadomości zbiorczej")
    FAILED = "failed", _("nie wysłano")
    UNSURE = "unsure", _("nie wiadomo, czy wysłano")
    BOUNCED = "bounced", _("odbita")
    DECLINED = "declined", _("odbiorca zrezygnował")
    KEPT = "kept", _("tylko pokazana (tryb pokazowy)")


class BounceKind(models.TextChoices):
    HARD = "hard", _("trwale: adres nie działa")
    SOFT = "soft", _("chwilowo: skrzynka nie przyjęła")


class MessageQuerySet(models.QuerySet["Message"]):
    def due(self, moment: datetime) -> "MessageQuerySet":
        """What waits and may go by itself now, urgent first, then the oldest."""
        found = self.filter(state=MessageState.WAITING, gather=False, due_at__lte=moment)
        return found.order_by("-urgent", "pk")

    def to_gather(self, moment: datetime) -> "MessageQuerySet":
        """What waits for a digest that is due now."""
        return self.filter(state=MessageState.WAITING, gather=True, due_at__lte=moment)

    def in_trouble(self) -> "MessageQuerySet":
        """What did not leave, or may not have, or came back, and was not sent again."""
        states = (MessageState.FAILED, MessageState.UNSURE, MessageState.BOUNCED)
        return self.filter(state__in=states, repeats=None)

    def failing(self) -> "MessageQuerySet":
        """Those that came back for good, from an address still in use, and nothing was taken there since."""
        later = Message.objects.filter(
            address=OuterRef("address"), state=MessageState.SENT, sent_at__gt=OuterRef("bounced_at")
        )
        own = Q(user__email=F("address"))  # who has another address by now is reached there
        return self.filter(own, ~Exists(later), state=MessageState.BOUNCED, bounce=BounceKind.HARD)


def new_token() -> str:
    return token_hex(16)


class Message(models.Model):
    """One message to one person, as it was worded. Moments are aware, in UTC."""

    kind = models.CharField(_("rodzaj"), max_length=80)
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="messages", verbose_name=_("adresat"))
    address = models.EmailField(_("adres"))
    subject = models.CharField(_("temat"), max_length=300)
    body = models.TextField(_("treść"))
    act = models.CharField(_("napis na przycisku"), max_length=100, blank=True)
    url = models.CharField(_("adres przycisku"), max_length=500, blank=True)
    reply_to = models.EmailField(_("adres do odpowiedzi"), blank=True)
    duty = models.BooleanField(_("obowiązkowa"), default=True)
    urgent = models.BooleanField(_("pilna"), default=False)
    secret = models.BooleanField(_("z tajnym odnośnikiem"), default=False)
    redacted_at = models.DateTimeField(_("usunięto tajny odnośnik"), null=True)
    token = models.CharField(_("znak rozpoznawczy"), max_length=32, unique=True, default=new_token)
    """In the Message-ID and in the envelope's sender: by it a bounce is known."""
    state = models.CharField(_("stan"), max_length=10, choices=MessageState, default=MessageState.WAITING)
    gather = models.BooleanField(_("czeka na wiadomość zbiorczą"), default=False)
    due_at = models.DateTimeField(_("najwcześniej"), default=clock.now)
    created_at = models.DateTimeField(_("przygotowano"), default=clock.now)
    attempts = models.PositiveSmallIntegerField(_("próby"), default=0)
    claimed_by = models.CharField(_("kto wysyła"), max_length=200, blank=True)
    claimed_at = models.DateTimeField(_("wzięto do wysłania"), null=True)
    handed_at = models.DateTimeField(_("przekazano serwerowi"), null=True)
    """Written before the server is given the text: from then on nobody sends it again by themselves."""
    sent_at = models.DateTimeField(_("wysłano"), null=True)
    failed_at = models.DateTimeField(_("zaniechano"), null=True)
    bounced_at = models.DateTimeField(_("odbito"), null=True)
    bounce = models.CharField(_("rodzaj odbicia"), max_length=4, choices=BounceKind, blank=True)
    reason = models.TextField(_("powód"), blank=True)
    carrier = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="carried", verbose_name=_("wiadomość zbiorcza")
    )
    again = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="repeats", verbose_name=_("ponownie wysłana")
    )
    made_up = models.BooleanField(_("zmyślona"), default=False)
    search_text = models.TextField(editable=False, default="")
    """Subject and addressee only: a secret in the body must not be found letter by letter."""

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("wiadomość")
        verbose_name_plural = _("wiadomości")
        ordering = ("-pk",)
        constraints = (
            one_of("state", MessageState.values, name="message_state_known"),
            models.CheckConstraint(
                condition=~Q(state=MessageState.SENT) | Q(sent_at__isnull=False),
                name="message_sent_has_time",
                violation_error_message=_("Wysłana wiadomość ma chwilę wysłania."),
            ),
            models.CheckConstraint(
                condition=~Q(state=MessageState.BOUNCED) | (Q(bounced_at__isnull=False) & ~Q(bounce="")),
                name="message_bounce_has_time",
                violation_error_message=_("Odbita wiadomość ma chwilę i rodzaj odbicia."),
            ),
            models.CheckConstraint(
                condition=Q(state=MessageState.GATHERED, carrier__isnull=False)
                | (~Q(state=MessageState.GATHERED) & Q(carrier__isnull=True)),
                name="message_gathered_in_one",
                violation_error_message=_("Wiadomość zebrana wskazuje zbiorczą."),
            ),
        )
        indexes = (
            models.Index(fields=("state", "due_at"), name="message_queue"),
            models.Index(fields=("created_at", "id"), name="message_by_day"),
            models.Index(fields=("address", "state", "sent_at"), name="message_by_address"),
        )

    def __str__(self) -> str:
        return self.subject

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.note_search_text()
        super().save(*args, **kwargs)

    def note_search_text(self) -> None:
        """Before the row is written; writes in bulk pass `save` by."""
        name = self.user.get_full_name() if self.user else ""
        self.search_text = search_text(self.subject, self.address, name)

    @property
    def kind_title(self) -> str:
        return title_of(self.kind)

    @property
    def shown_body(self) -> str:
        """What a colleague may read: a door's key only where the installation is a demonstration."""
        return without_secrets(self.body) if self.secret and not settings.DEMO else self.body

    @property
    def shown_url(self) -> str:
        return "" if self.secret and not settings.DEMO else self.url

    @property
    def may_be_sent_again(self) -> bool:
        """Whether it is over and its words are whole."""
        over = {MessageState.SENT, MessageState.FAILED, MessageState.UNSURE, MessageState.BOUNCED}
        return self.state in over and not self.secret
