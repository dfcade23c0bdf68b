"""Who owes a report on what, and what they said."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Responsibility
from bezpiecznik.reporting.states import (
    EDITABLE,
    WAITING,
    WITH_FACT,
    WITH_REASON,
    Coverage,
    Outcome,
    PacketState,
    PeriodState,
    Share,
)


class Part(models.IntegerChoices):
    YEAR = 0, _("cały rok")
    FIRST_HALF = 1, _("I półrocze")
    SECOND_HALF = 2, _("II półrocze")


class Period(models.Model):
    """A year or half of it, for which institutions report. Days are those of Europe/Warsaw."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="periods")
    year = models.PositiveSmallIntegerField(_("rok"))
    part = models.PositiveSmallIntegerField(_("część roku"), choices=Part, default=Part.YEAR)
    opens_on = models.DateField(_("otwarcie"))
    due_on = models.DateField(_("termin składania"))
    state = models.CharField(_("stan"), max_length=10, choices=PeriodState, default=PeriodState.PLANNED)
    opened_at = models.DateTimeField(_("otwarto"), null=True)
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(_("zamknięto"), null=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("okres sprawozdawczy")
        verbose_name_plural = _("okresy sprawozdawcze")
        ordering = ("-year", "-part")
        constraints = (
            one_of("state", PeriodState.values, name="period_state_known"),
            models.UniqueConstraint(
                fields=("programme", "year", "part"),
                name="period_once",
                violation_error_message=_("Taki okres już istnieje w tym programie."),
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("opens_on")),
                name="period_due_after_opening",
                violation_error_message=_("Termin składania nie może być wcześniejszy niż otwarcie."),
            ),
            both_or_neither("opened_at", "opened_by", name="period_opened_pair"),
            both_or_neither("closed_at", "closed_by", name="period_closed_pair"),
        )

    def __str__(self) -> str:
        return f"{self.year}" if self.part == Part.YEAR else f"{self.get_part_display()} {self.year}"

    def get_absolute_url(self) -> str:
        return reverse("reporting:matrix", args=(self.pk,))

    @property
    def starts_on(self) -> date:
        return date(self.year, 7 if self.part == Part.SECOND_HALF else 1, 1)

    @property
    def ends_on(self) -> date:
        return date(self.year, 6, 30) if self.part == Part.FIRST_HALF else date(self.year, 12, 31)

    @property
    def is_open(self) -> bool:
        return self.state == PeriodState.OPEN


class PacketQuerySet(models.QuerySet["Packet"]):
    def waiting_for_institution(self) -> "PacketQuerySet":
        return self.filter(
            period__state=PeriodState.OPEN,
            state__in=WAITING,
        )

    def overdue(self, today: date) -> "PacketQuerySet":
        return self.waiting_for_institution().filter(period__due_on__lt=today)

    def to_accept(self) -> "PacketQuerySet":
        """Submitted in periods still open, the longest waiting first."""
        return self.filter(period__state=PeriodState.OPEN, state=PacketState.SUBMITTED).order_by("submitted_at", "pk")

    def asked(self) -> "PacketQuerySet":
        """Packets that still have something to answer: not all obligations were withdrawn."""
        return self.filter(models.Exists(Obligation.objects.in_force().filter(packet=models.OuterRef("pk"))))


class Packet(models.Model):
    """All that one institution owes for one period: what is filled in together and submitted together."""

    period = models.ForeignKey(Period, models.PROTECT, related_name="packets")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="packets")
    state = models.CharField(_("stan"), max_length=10, choices=PacketState, default=PacketState.DRAFT)
    submitted_at = models.DateTimeField(_("złożono"), null=True)
    submitted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("złożył(a)"))
    signatory = models.CharField(_("podpisał(a)"), max_length=200, blank=True)
    signatory_function = models.CharField(_("stanowisko podpisującego"), max_length=200, blank=True)
    signed_on = models.DateField(_("data podpisu"), null=True, blank=True)

    objects = PacketQuerySet.as_manager()

    class Meta:
        verbose_name = _("sprawozdanie podmiotu")
        verbose_name_plural = _("sprawozdania podmiotów")
        constraints = (
            one_of("state", PacketState.values, name="packet_state_known"),
            models.UniqueConstraint(fields=("period", "institution"), name="packet_once"),
            both_or_neither("submitted_at", "submitted_by", name="packet_submitted_pair"),
            models.CheckConstraint(
                condition=~Q(state__in=(PacketState.SUBMITTED, PacketState.ACCEPTED))
                | (Q(submitted_at__isnull=False) & ~Q(signatory="") & Q(signed_on__isnull=False)),
                name="packet_submitted_is_signed",
                violation_error_message=_("Złożone sprawozdanie musi mieć podpisującego i datę podpisu."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.institution.short}, {self.period}"

    def get_absolute_url(self) -> str:
        return reverse("reporting:packet", args=(self.pk,))

    @property
    def is_editable(self) -> bool:
        return self.period.is_open and self.state in EDITABLE

    @property
    def is_with_institution(self) -> bool:
        """The institution has the next move: what stands in the packet may differ from what was sent."""
        return self.state in WAITING

    def is_overdue(self, today: date) -> bool:
        return self.period.is_open and self.state in WAITING and self.period.due_on < today


class PacketTransition(models.Model):
    """Each change of a packet's state: who, when, on whose behalf, with what note. Never changed."""

    packet = models.ForeignKey(Packet, models.PROTECT, related_name="transitions")
    from_state = models.CharField(max_length=10, choices=PacketState)
    to_state = models.CharField(max_length=10, choices=PacketState)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on_behalf = models.CharField(_("w imieniu"), max_length=200, blank=True)
    note = models.TextField(_("uwaga"), blank=True)

    class Meta:
        verbose_name = _("zmiana stanu sprawozdania")
        verbose_name_plural = _("zmiany stanu sprawozdań")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_from_state_display()} → {self.get_to_state_display()}"


class PacketVersion(models.Model):
    """What was submitted, word for word: a self-contained copy, one for each submission."""

    packet = models.ForeignKey(Packet, models.PROTECT, related_name="versions")
    no = models.PositiveSmallIntegerField(_("wersja"))
    content = models.JSONField(_("treść"))
    submitted_at = models.DateTimeField(_("złożono"))
    submitted_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("wersja sprawozdania")
        verbose_name_plural = _("wersje sprawozdań")
        ordering = ("no",)
        constraints = (models.UniqueConstraint(fields=("packet", "no"), name="packet_version_once"),)

    def __str__(self) -> str:
        return f"{self.packet} v{self.no}"


class ObligationQuerySet(models.QuerySet["Obligation"]):
    def in_force(self) -> "ObligationQuerySet":
        return self.filter(withdrawn_at=None)


class Obligation(models.Model):
    """One duty to report: institution x action x role, in one period. Never deleted; withdrawn with a reason."""

    period = models.ForeignKey(Period, models.PROTECT, related_name="obligations")
    responsibility = models.ForeignKey(Responsibility, models.PROTECT, related_name="obligations")
    packet = models.ForeignKey(Packet, models.PROTECT, null=True, related_name="obligations")
    """The packet that answers for it; none where the programme names a body that reports to nobody."""
    withdrawn_at = models.DateTimeField(_("wycofano"), null=True)
    withdrawn_because = models.TextField(_("powód wycofania"), blank=True)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        verbose_name = _("obowiązek sprawozdawczy")
        verbose_name_plural = _("obowiązki sprawozdawcze")
        constraints = (
            models.UniqueConstraint(fields=("period", "responsibility"), name="obligation_once"),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because="")),
                name="obligation_withdrawn_because",
                violation_error_message=_("Wycofanie obowiązku wymaga powodu."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.responsibility} ({self.period})"


class Entry(models.Model):
    """What the institution says on one obligation. `version` grows with each save: who saves an old one is told."""

    obligation = models.OneToOneField(Obligation, models.PROTECT, related_name="entry")
    outcome = models.CharField(_("stan realizacji"), max_length=20, choices=Outcome, blank=True)
    text = models.TextField(_("co zrobiono"), blank=True)
    reason = models.TextField(_("powód"), blank=True)
    version = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(_("zapisano"), null=True)
    updated_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("wpis sprawozdania")
        verbose_name_plural = _("wpisy sprawozdań")
        constraints = (
            one_of("outcome", ["", *Outcome.values], name="entry_outcome_known"),
            both_or_neither("updated_at", "updated_by", name="entry_updated_pair"),
        )

    def __str__(self) -> str:
        return str(self.obligation)

    @property
    def is_complete(self) -> bool:
        """Substance: a fact, or an explicit „nothing done” / „not applicable” with a reason. Blank is not zero."""
        if self.outcome in WITH_FACT:
            return bool(self.text.strip())
        return self.outcome in WITH_REASON and bool(self.reason.strip())


class EntryNumber(models.Model):
    """A number given with an entry: of what, whether own or joint, and for which territory."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="numbers")
    measure = models.CharField(_("miernik"), max_length=200)
    value = models.DecimalField(_("wartość"), max_digits=16, decimal_places=2)
    share = models.CharField(_("czyja"), max_length=10, choices=Share, default=Share.OWN)
    coverage = models.CharField(_("obszar"), max_length=10, choices=Coverage, default=Coverage.UNIT)

    class Meta:
        verbose_name = _("liczba")
        verbose_name_plural = _("liczby")
        ordering = ("pk",)
        constraints = (
            one_of("share", Share.values, name="entry_number_share_known"),
            one_of("coverage", Coverage.values, name="entry_number_coverage_known"),
            models.UniqueConstraint(
                fields=("entry", "measure"),
                name="entry_number_once",
                violation_error_message=_("Ten miernik jest już podany."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.measure}: {self.value}"


class Remark(models.Model):
    """What the reviewer asks to be corrected in one entry; settled when the packet is accepted."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="remarks")
    text = models.TextField(_("uwaga"))
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("uwaga do wpisu")
        verbose_name_plural = _("uwagi do wpisów")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text


class Snapshot(models.Model):
    """A closed period as self-contained JSON (names as text) with its sha256. Never changed."""

    period = models.OneToOneField(Period, models.PROTECT, related_name="snapshot")
    content = models.TextField(_("treść (JSON)"))
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("migawka okresu")
        verbose_name_plural = _("migawki okresów")

    def __str__(self) -> str:
        return f"{self.period} {self.sha256[:12]}"
