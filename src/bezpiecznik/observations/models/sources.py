"""Where signals come from by themselves: channels of the media, and letters of senders that nobody knows yet."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.observations.models.observations import Observation


class Channel(models.Model):
    """An RSS or Atom channel, and the words for which its items become signals."""

    name = models.CharField(_("nazwa"), max_length=200)
    """Written as the source of each signal."""
    address = models.URLField(_("adres kanału"), max_length=1000, unique=True)
    keywords = models.TextField(_("słowa kluczowe"))
    """One in a line; each may be several words. Inflected forms are found too."""
    active = models.BooleanField(_("pobierany"), default=True)
    etag = models.CharField(max_length=300, blank=True, editable=False)
    modified = models.CharField(max_length=100, blank=True, editable=False)
    due_at = models.DateTimeField(_("następne pobranie"), default=clock.now)
    fetched_at = models.DateTimeField(_("ostatnio pobrano"), null=True)
    failures = models.PositiveSmallIntegerField(_("nieudane próby z rzędu"), default=0)
    error = models.CharField(_("co się nie udało"), max_length=300, blank=True)
    found = models.PositiveIntegerField(_("pozycji w kanale"), default=0)
    """In the last answer."""

    class Meta:
        verbose_name = _("kanał RSS")
        verbose_name_plural = _("kanały RSS")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("observations:channel", args=(self.pk,))

    @property
    def words(self) -> list[str]:
        return [line.strip() for line in self.keywords.splitlines() if line.strip()]


class SeenItem(models.Model):
    """An item of a channel that was looked at: once is enough, whether it matched or not."""

    channel = models.ForeignKey(Channel, models.PROTECT, related_name="seen")
    key = models.CharField(max_length=64)
    """sha256 of what tells the item (its guid, else its address)."""
    at = models.DateTimeField(default=clock.now)
    """When the channel held it last."""

    class Meta:
        verbose_name = _("obejrzana pozycja kanału")
        verbose_name_plural = _("obejrzane pozycje kanałów")
        constraints = (models.UniqueConstraint(fields=("channel", "key"), name="seen_item_once"),)

    def __str__(self) -> str:
        return self.key[:12]


class LetterState(models.TextChoices):
    WAITING = "waiting", _("nierozpoznany nadawca")
    ACCEPTED = "accepted", _("przyjęta")
    REJECTED = "rejected", _("odrzucona")


class IncomingLetter(models.Model):
    """A letter from a sender who is not on the list; the office says whether it is a signal. Removed when settled."""

    key = models.CharField(max_length=64, unique=True)
    """sha256 of its Message-ID."""
    sender = models.CharField(_("nadawca"), max_length=320)
    subject = models.CharField(_("temat"), max_length=300)
    text = models.TextField(_("treść"), blank=True)
    attachments = models.JSONField(_("pominięte załączniki"), default=list)
    sent_on = models.DateField(_("dzień wysłania"))
    arrived_at = models.DateTimeField(_("wpłynęła"), default=clock.now)
    state = models.CharField(_("stan"), max_length=10, choices=LetterState, default=LetterState.WAITING)
    observation = models.ForeignKey(
        Observation, models.PROTECT, null=True, related_name="letters", verbose_name=_("sygnał")
    )
    decided_at = models.DateTimeField(_("rozstrzygnięto"), null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("kto"))

    class Meta:
        verbose_name = _("wiadomość nierozpoznanego nadawcy")
        verbose_name_plural = _("wiadomości nierozpoznanych nadawców")
        ordering = ("arrived_at", "pk")
        constraints = (
            one_of("state", LetterState.values, name="incoming_letter_state_known"),
            both_or_neither("decided_at", "decided_by", name="incoming_letter_decided_pair"),
            models.CheckConstraint(
                condition=Q(state=LetterState.ACCEPTED, observation__isnull=False)
                | ~Q(state=LetterState.ACCEPTED) & Q(observation=None),
                name="incoming_letter_accepted_is_signal",
            ),
        )

    def __str__(self) -> str:
        return str(_("wiadomość z %(day)s") % {"day": f"{self.sent_on:%d.%m.%Y}"})

    def get_absolute_url(self) -> str:
        return reverse("observations:letter", args=(self.pk,))

    @property
    def is_waiting(self) -> bool:
        return self.state == LetterState.WAITING
