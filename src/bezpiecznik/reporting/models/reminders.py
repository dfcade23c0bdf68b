"""The ladder of reminders: its steps, pauses, and the log of what was sent to whom about which packet."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.letters.models import Letter
from bezpiecznik.notices.models import Message
from bezpiecznik.reporting.models.packets import Packet
from bezpiecznik.reporting.models.periods import Period

FURTHEST = 120
"""Working days: about half a year to either side of the deadline."""


class Audience(models.TextChoices):
    """Whom a step is for; whom it reached in the end may differ (`ladder.people`)."""

    REPORTER = "reporter", _("sprawozdawca")
    HEAD = "head", _("kierownik podmiotu")
    OFFICE = "office", _("sekretariat podmiotu")


class Way(models.TextChoices):
    MAIL = "mail", _("wiadomość e-mail")
    LETTER = "letter", _("pismo – projekt do podpisu")


class Reached(models.TextChoices):
    """As whom somebody was written to."""

    REPORTER = "reporter", _("sprawozdawca")
    LINK = "link", _("osoba z łączem jednorazowym")
    HEAD = "head", _("kierownik podmiotu")
    OFFICE = "office", _("sekretariat podmiotu")
    COPY = "copy", _("do wiadomości")


class Outcome(models.TextChoices):
    SENT = "sent", _("wysłano")
    LETTER = "letter", _("przygotowano pismo")
    NOBODY = "nobody", _("nikt nie odbierze")


class Ending(models.TextChoices):
    """Why a reminder needs no answer any more."""

    SUBMITTED = "submitted", _("złożono sprawozdanie")
    TO_SIGN = "to_sign", _("przekazano do podpisu")
    CLOSED = "closed", _("zamknięto okres")
    WITHDRAWN = "withdrawn", _("wycofano obowiązki")
    MOVED = "moved", _("przesunięto termin")


class LadderStep(models.Model):
    """One step: how many working days from the deadline, for whom and by which way. Switched off, never deleted."""

    name = models.CharField(_("nazwa"), max_length=80)
    offset = models.SmallIntegerField(_("dni robocze od terminu"))
    """Negative: before the deadline."""
    audience = models.CharField(_("do kogo"), max_length=10, choices=Audience, default=Audience.REPORTER)
    copied = models.BooleanField(_("do wiadomości sprawozdawcy"), default=False)
    way = models.CharField(_("jak"), max_length=10, choices=Way, default=Way.MAIL)
    automatic = models.BooleanField(_("wysyła się samo"), default=True)
    active = models.BooleanField(_("włączony"), default=True)

    class Meta:
        verbose_name = _("krok przypomnień")
        verbose_name_plural = _("kroki przypomnień")
        ordering = ("offset", "pk")
        constraints = (
            one_of("audience", Audience.values, name="ladder_audience_known"),
            one_of("way", Way.values, name="ladder_way_known"),
            models.CheckConstraint(
                condition=Q(offset__gte=-FURTHEST, offset__lte=FURTHEST),
                name="ladder_offset_near",
                violation_error_message=_("Krok może być najwyżej 120 dni roboczych przed terminem albo po nim."),
            ),
            models.CheckConstraint(
                condition=Q(way=Way.MAIL) | Q(offset__gt=0),
                name="ladder_letter_after_due",
                violation_error_message=_("Ponowna prośba na piśmie może pójść dopiero po terminie."),
            ),
            models.UniqueConstraint(
                fields=("offset",),
                condition=Q(active=True),
                name="ladder_one_a_day",
                violation_error_message=_("Tego dnia jest już inny krok. Zmień liczbę dni albo wyłącz tamten."),
            ),
        )

    def __str__(self) -> str:
        return self.name


class LadderPause(models.Model):
    """No reminders about one packet, or (none named) about a whole period, up to a day. Ended early, never deleted."""

    period = models.ForeignKey(Period, models.PROTECT, related_name="pauses")
    packet = models.ForeignKey(Packet, models.PROTECT, null=True, related_name="pauses")
    until = models.DateField(_("do dnia"))
    """The last day without reminders."""
    reason = models.TextField(_("powód"), max_length=1000)
    at = models.DateTimeField(_("wstrzymano"), default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(_("wznowiono"), null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("wstrzymanie przypomnień")
        verbose_name_plural = _("wstrzymania przypomnień")
        ordering = ("pk",)
        constraints = (
            both_or_neither("ended_at", "ended_by", name="ladder_pause_ended_pair"),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="ladder_pause_has_reason",
                violation_error_message=_("Napisz, dlaczego nie przypominać."),
            ),
            models.UniqueConstraint(fields=("packet",), condition=Q(ended_at=None), name="ladder_pause_once"),
            models.UniqueConstraint(
                fields=("period",), condition=Q(ended_at=None, packet=None), name="ladder_pause_of_period_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.packet or self.period}: {self.until}"


class Reminder(models.Model):
    """One step done about one packet and one deadline; without a step where a person reminded by hand."""

    packet = models.ForeignKey(Packet, models.PROTECT, related_name="reminders")
    step = models.ForeignKey(LadderStep, models.PROTECT, null=True, related_name="reminders", verbose_name=_("krok"))
    due_on = models.DateField(_("termin, którego dotyczy"))
    outcome = models.CharField(_("skutek"), max_length=10, choices=Outcome)
    at = models.DateTimeField(_("kiedy"), default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    """None: the ladder by itself."""
    note = models.TextField(_("dopisek"), blank=True)
    letter = models.ForeignKey(Letter, models.SET_NULL, null=True, related_name="reminders", verbose_name=_("pismo"))
    ended_at = models.DateTimeField(_("zakończono"), null=True)
    ended_because = models.CharField(_("dlaczego"), max_length=10, choices=Ending, blank=True)

    class Meta:
        verbose_name = _("przypomnienie")
        verbose_name_plural = _("przypomnienia")
        ordering = ("pk",)
        constraints = (
            one_of("outcome", Outcome.values, name="reminder_outcome_known"),
            models.UniqueConstraint(
                fields=("packet", "step", "due_on"), condition=Q(step__isnull=False), name="reminder_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_because="")
                | (Q(ended_at__isnull=False) & ~Q(ended_because="")),
                name="reminder_ended_because",
                violation_error_message=_("Zakończone przypomnienie ma powód."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.packet}: {self.step or _('ręcznie')}"


class ReminderTo(models.Model):
    """Whom one reminder was sent to. Of several packets of one person the same message."""

    reminder = models.ForeignKey(Reminder, models.PROTECT, related_name="recipients")
    reached = models.CharField(_("w jakiej roli"), max_length=10, choices=Reached)
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("adresat"))
    address = models.EmailField(_("adres"))
    message = models.ForeignKey(Message, models.SET_NULL, null=True, related_name="+", verbose_name=_("wiadomość"))

    class Meta:
        verbose_name = _("adresat przypomnienia")
        verbose_name_plural = _("adresaci przypomnień")
        ordering = ("pk",)
        constraints = (
            one_of("reached", Reached.values, name="reminder_reached_known"),
            models.UniqueConstraint(fields=("reminder", "address"), name="reminder_to_once"),
        )

    def __str__(self) -> str:
        return f"{self.address} ({self.get_reached_display()})"
