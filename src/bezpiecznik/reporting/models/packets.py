"""Who owes what, and what was sent: packets with their course and versions, and obligations."""

from datetime import date

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Responsibility
from bezpiecznik.reporting.deadlines import Deadline, deadline_of
from bezpiecznik.reporting.models.periods import Period
from bezpiecznik.reporting.states import EDITABLE, WAITING, PacketState, PeriodState


class PacketQuerySet(models.QuerySet["Packet"]):
    def waiting_for_institution(self) -> "PacketQuerySet":
        return self.filter(
            period__state=PeriodState.OPEN,
            state__in=WAITING,
        )

    def overdue(self, today: date) -> "PacketQuerySet":
        """Not sent on the last day that counts as in time: the grace over, and no exception that moves the deadline."""
        ended = Q(period__grace_until__lt=today) | Q(period__grace_until=None, period__due_on__lt=today)
        running = Q(until__gte=today)
        for_correction = Q(self._excepted(running), state=PacketState.RETURNED)
        late = self.waiting_for_institution().filter(ended).exclude(for_correction)
        return late.exclude(self._excepted(running & Q(moves_deadline=True)))

    def excepted(self, today: date) -> "PacketQuerySet":
        """Those with an exception that still runs."""
        return self.filter(self._excepted(Q(until__gte=today)))

    def locked(self, today: date) -> "PacketQuerySet":
        """Those in which the institution may write nothing: the period is locked, and no exception runs."""
        return self.filter(period__locks_on__lte=today).exclude(self._excepted(Q(until__gte=today)))

    def _excepted(self, how: Q) -> models.Exists:
        standing = apps.get_model("reporting", "LockException").objects.filter(how, withdrawn_at=None)
        return models.Exists(standing.filter(packet=models.OuterRef("pk")))

    def with_exceptions(self) -> "PacketQuerySet":
        """With what `deadline` reads, in one query for all."""
        return self.prefetch_related("exceptions")

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
    def deadline(self) -> Deadline:
        """The days of this packet, with what the office granted it. One query, none after `with_exceptions`."""
        return deadline_of(self.period, self.exceptions.all())

    @property
    def is_locked(self) -> bool:
        """Whether the institution may write and send nothing now. Asks the database only in a locked period."""
        today = clock.today()
        return deadline_of(self.period).is_locked(today) and self.deadline.is_locked(today)

    @property
    def is_editable(self) -> bool:
        return self.period.is_open and self.state in EDITABLE and not self.is_locked

    @property
    def is_with_institution(self) -> bool:
        """The institution has the next move: what stands in the packet may differ from what was sent."""
        return self.state in WAITING

    def is_overdue(self, today: date) -> bool:
        """Late and not sent, by the packet's own deadline."""
        if not (self.period.is_open and self.state in WAITING and deadline_of(self.period).is_late(today)):
            return False
        return self.deadline.is_late(today, returned=self.state == PacketState.RETURNED)


class PacketTransition(models.Model):
    """Each change of a packet's state: who, when, on whose behalf, with what note. Never changed."""

    packet = models.ForeignKey(Packet, models.PROTECT, related_name="transitions")
    from_state = models.CharField(max_length=10, choices=PacketState)
    to_state = models.CharField(max_length=10, choices=PacketState)
    at = models.DateTimeField(default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on_behalf = models.CharField(_("w imieniu"), max_length=200, blank=True)
    stands_in_for = models.CharField(_("w zastępstwie"), max_length=200, blank=True)
    """Whose place the person took that day; blank where they acted by their own post."""
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
    sha256 = models.CharField(max_length=64)
    """Over the content as `core.frozen.as_text` writes it."""
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
    asked_because = models.CharField(_("dlaczego w tym okresie"), max_length=200, blank=True)
    """What the timetable said when it was asked: `po zakończeniu 12.05.2022`. Blank: made before this was kept."""
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
