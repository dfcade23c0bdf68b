"""Letters to institutions: drafts, cases that give them their sign, series, and notes of how each was sent."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.core.models import Job
from bezpiecznik.core.polish import search_text
from bezpiecznik.documents.models import Document
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters.states import Channel, LetterState


class CaseCounter(models.Model):
    """The last number of a case in a class of files and a year; its row is held while the next number is given."""

    symbol = models.CharField(_("symbol komórki"), max_length=40)
    jrwa = models.CharField(_("klasa JRWA"), max_length=10)
    year = models.PositiveSmallIntegerField(_("rok"))
    last = models.PositiveIntegerField(_("ostatni numer"), default=0)

    class Meta:
        verbose_name = _("licznik spraw")
        verbose_name_plural = _("liczniki spraw")
        constraints = (models.UniqueConstraint(fields=("symbol", "jrwa", "year"), name="case_counter_once"),)

    def __str__(self) -> str:
        return f"{self.symbol}.{self.jrwa}.{self.last}.{self.year}"


class Case(models.Model):
    """One matter of the office: all its letters bear the same sign."""

    sign = models.CharField(_("znak sprawy"), max_length=100, unique=True)
    title = models.CharField(_("tytuł sprawy"), max_length=400)
    opened_on = models.DateField(_("założono"))

    class Meta:
        verbose_name = _("sprawa")
        verbose_name_plural = _("sprawy")
        ordering = ("-opened_on", "-pk")

    def __str__(self) -> str:
        return f"{self.sign} – {self.title}"


class Series(models.Model):
    """The same letter to many institutions, one each."""

    title = models.CharField(_("czego dotyczą"), max_length=400)
    made_at = models.DateTimeField(_("przygotowano"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("przygotował(a)"))
    job = models.ForeignKey(Job, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("seria pism")
        verbose_name_plural = _("serie pism")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("letters:series", args=(self.pk,))


class LetterQuerySet(models.QuerySet["Letter"]):
    def with_sending(self) -> "LetterQuerySet":
        """Each letter with `sent_on`, `sent_by_channel` and `received_on` of the note in force."""
        noted = Sending.objects.in_force().filter(letter=OuterRef("pk")).order_by("-pk")
        return self.annotate(
            sent_on=Subquery(noted.values("sent_on")[:1]),
            sent_by_channel=Subquery(noted.values("channel")[:1]),
            received_on=Subquery(noted.values("received_on")[:1]),
        )


class Letter(models.Model):
    """A letter: freely changed while it is a draft; once numbered, what it says is the snapshot of its document."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="letters", verbose_name=_("podmiot, do którego piszemy")
    )
    addressee = models.TextField(_("adresat"), max_length=600)
    """Lines as printed: the name first, then the address."""
    e_delivery = models.CharField(_("adres do e-Doręczeń"), max_length=60, blank=True)
    place = models.CharField(_("miejscowość"), max_length=100)
    subject = models.CharField(_("dotyczy"), max_length=400)
    body = models.TextField(_("treść"), max_length=20_000)
    request = models.TextField(_("prośba"), max_length=4_000, blank=True)
    annexes = models.TextField(_("załączniki"), max_length=4_000, blank=True)
    copies = models.TextField(_("do wiadomości"), max_length=2_000, blank=True)
    signatory = models.CharField(_("podpisuje"), max_length=200, blank=True)
    signatory_function = models.CharField(_("stanowisko podpisującego"), max_length=200)
    state = models.CharField(_("stan"), max_length=10, choices=LetterState, default=LetterState.DRAFT)
    version = models.PositiveIntegerField(default=1)
    """Grows with each change of the draft: who saves over a colleague's change is told."""
    series = models.ForeignKey(Series, models.SET_NULL, null=True, related_name="letters")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="letters", verbose_name=_("sprawa"))
    document = models.OneToOneField(Document, models.PROTECT, null=True, related_name="letter")
    dated_on = models.DateField(_("data pisma"), null=True)
    made_at = models.DateTimeField(_("przygotowano"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("przygotował(a)"))
    cancelled_at = models.DateTimeField(_("anulowano"), null=True)
    cancelled_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    cancelled_because = models.TextField(_("powód anulowania"), blank=True)
    search_text = models.TextField(editable=False, default="")

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("pismo")
        verbose_name_plural = _("pisma")
        ordering = ("-pk",)
        constraints = (
            one_of("state", LetterState.values, name="letter_state_known"),
            models.CheckConstraint(
                condition=Q(state=LetterState.DRAFT, document__isnull=True, case__isnull=True, dated_on__isnull=True)
                | (~Q(state=LetterState.DRAFT) & Q(document__isnull=False, case__isnull=False, dated_on__isnull=False)),
                name="letter_numbered_is_kept",
                violation_error_message=_("Pismo z numerem ma dokument, sprawę i datę; projekt nie ma żadnego z nich."),
            ),
            models.CheckConstraint(
                condition=(Q(state=LetterState.CANCELLED) & ~Q(cancelled_because=""))
                | (~Q(state=LetterState.CANCELLED) & Q(cancelled_because="", cancelled_at__isnull=True)),
                name="letter_cancelled_because",
                violation_error_message=_("Anulowanie pisma wymaga powodu."),
            ),
            both_or_neither("cancelled_at", "cancelled_by", name="letter_cancelled_pair"),
        )

    def __str__(self) -> str:
        return f"{self.document.number}, {self.subject}" if self.document else self.subject

    def save(self, *args: Any, **kwargs: Any) -> None:
        number = self.document.number if self.document else ""
        sign = self.case.sign if self.case else ""
        names = (self.institution.abbr, self.institution.name)
        self.search_text = search_text(number, sign, *names, self.subject, self.addressee)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("letters:detail", args=(self.pk,))

    @property
    def is_draft(self) -> bool:
        return self.state == LetterState.DRAFT


class SendingQuerySet(models.QuerySet["Sending"]):
    def in_force(self) -> "SendingQuerySet":
        """Notes that nobody took back; of one letter the last of them counts."""
        return self.filter(undone_at=None)


class Sending(models.Model):
    """A note, made by hand, of how a letter left the house. Never changed: a correction is the next note."""

    letter = models.ForeignKey(Letter, models.PROTECT, related_name="sendings")
    channel = models.CharField(_("droga"), max_length=12, choices=Channel)
    sent_on = models.DateField(_("data wysłania"))
    reference = models.CharField(_("numer nadania albo wiadomości"), max_length=120, blank=True)
    received_on = models.DateField(_("data doręczenia"), null=True, blank=True)
    noted_at = models.DateTimeField(_("odnotowano"), default=clock.now)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("odnotował(a)"))
    undone_at = models.DateTimeField(_("cofnięto"), null=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = SendingQuerySet.as_manager()

    class Meta:
        verbose_name = _("adnotacja o wysłaniu")
        verbose_name_plural = _("adnotacje o wysłaniu")
        ordering = ("pk",)
        constraints = (
            one_of("channel", Channel.values, name="sending_channel_known"),
            models.CheckConstraint(
                condition=Q(received_on__isnull=True) | Q(received_on__gte=F("sent_on")),
                name="sending_received_after_sent",
                violation_error_message=_("Doręczenie nie może być wcześniejsze niż wysłanie."),
            ),
            both_or_neither("undone_at", "undone_by", name="sending_undone_pair"),
        )

    def __str__(self) -> str:
        return f"{self.get_channel_display()}, {self.sent_on:%d.%m.%Y}"


def sign_of(symbol: str, jrwa: str, no: int, day: date) -> str:
    """`BBiZK.5511.3.2026`, as the office instruction orders its parts."""
    return f"{symbol}.{jrwa}.{no}.{day.year}"
