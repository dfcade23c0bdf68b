"""What an institution asks of the president, and how it stands."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.core.polish import search_text
from bezpiecznik.institutions.models import Institution
from bezpiecznik.motions.states import DECIDED, MARKS, OPEN, UNDER_WAY, WAITS_FOR, WRITABLE, MotionState, Party
from bezpiecznik.plans.models import Area, Undertaking


class MotionQuerySet(models.QuerySet["Motion"]):
    def sent(self) -> "MotionQuerySet":
        """Those that left their institution: a draft is nobody else's to read."""
        return self.exclude(state=MotionState.DRAFT)

    def in_state(self, *states: MotionState) -> "MotionQuerySet":
        return self.filter(state__in=states)

    def open(self) -> "MotionQuerySet":
        """On their way to a decision."""
        return self.filter(state__in=OPEN)

    def overdue(self, today: date) -> "MotionQuerySet":
        """Whoever they wait for is late."""
        return self.filter(state__in=UNDER_WAY, due_on__lt=today)

    def by_clock(self) -> "MotionQuerySet":
        """The most urgent first."""
        return self.order_by(F("due_on").asc(nulls_last=True), "pk")


class Motion(models.Model):
    """A motion. `due_on` is the last day of whoever it waits for now; the log of its way stands in `steps`."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="motions", verbose_name=_("podmiot, który składa wniosek")
    )
    state = models.CharField(_("stan"), max_length=20, choices=MotionState, default=MotionState.DRAFT)
    year = models.PositiveSmallIntegerField(_("rok"), null=True)
    no = models.PositiveIntegerField(_("numer w roku"), null=True)
    title = models.CharField(_("czego dotyczy"), max_length=300)
    proposal = models.TextField(_("co proponujemy"), max_length=8_000)
    justification = models.TextField(_("uzasadnienie"), max_length=8_000, blank=True)
    cost = models.DecimalField(_("koszt w złotych"), max_digits=12, decimal_places=2, null=True, blank=True)
    """Empty: not given. Blank is not zero."""
    cost_note = models.CharField(_("z czego koszt miałby być pokryty"), max_length=500, blank=True)
    areas = models.ManyToManyField(Area, related_name="motions", verbose_name=_("obszary programu"), blank=True)
    undertakings = models.ManyToManyField(
        Undertaking, related_name="motions", verbose_name=_("działania programu"), blank=True
    )
    paper_sign = models.CharField(_("znak pisma podmiotu"), max_length=120, blank=True)
    paper_on = models.DateField(_("data pisma podmiotu"), null=True, blank=True)
    """Of a motion that came on paper and that the office entered."""
    opinion = models.ForeignKey(
        "commission.Opinion", models.PROTECT, null=True, related_name="motions", verbose_name=_("opinia Komisji")
    )
    due_on = models.DateField(_("termin"), null=True)
    days_left = models.SmallIntegerField(null=True)
    """Working days that the office still had when it returned the motion: the clock goes on from them."""
    warned_of = models.DateField(null=True)
    """The `due_on` of which a reminder went out before it passed."""
    urged_of = models.DateField(null=True)
    """The `due_on` of which a reminder went out after it passed."""
    decision = models.TextField(_("rozstrzygnięcie i jego powód"), max_length=8_000, blank=True)
    decided_at = models.DateTimeField(_("rozstrzygnięto"), null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("rozstrzygnął"))
    task = models.ForeignKey(
        Undertaking, models.PROTECT, null=True, related_name="granted_motions", verbose_name=_("zadanie w programie")
    )
    """What of the programme carries the decision out."""
    task_area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+", verbose_name=_("obszar zadania"))
    task_wording = models.TextField(_("treść nowego działania"), max_length=4_000, blank=True)
    """Proposed for the programme; written in it by an amendment, then `task` is set."""
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(_("wpisano"), default=clock.now)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("wpisał(a)"))
    search_text = models.TextField(editable=False, default="")

    objects = MotionQuerySet.as_manager()
    history = kept_history(
        _("historia wniosku"), _("historie wniosków"), without=("search_text", "warned_of", "urged_of")
    )

    class Meta:
        verbose_name = _("wniosek")
        verbose_name_plural = _("wnioski")
        ordering = ("-pk",)
        constraints = (
            one_of("state", MotionState.values, name="motion_state_known"),
            models.UniqueConstraint(fields=("year", "no"), name="motion_number_once"),
            models.CheckConstraint(
                condition=Q(state=MotionState.DRAFT, no=None, year=None)
                | (~Q(state=MotionState.DRAFT) & Q(no__isnull=False, year__isnull=False)),
                name="motion_sent_has_number",
                violation_error_message=_("Wniosek dostaje numer, gdy jest złożony; projekt go nie ma."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(DECIDED), decided_at__isnull=False) & ~Q(decision="")
                | (~Q(state__in=sorted(DECIDED)) & Q(decided_at=None, decision="")),
                name="motion_decided_with_reason",
                violation_error_message=_("Rozstrzygnięcie ma datę i powód."),
            ),
            both_or_neither("decided_at", "decided_by", name="motion_decided_pair"),
            models.CheckConstraint(
                condition=Q(cost=None) | Q(cost__gte=0),
                name="motion_cost_not_negative",
                violation_error_message=_("Koszt nie może być ujemny."),
            ),
        )
        indexes = (models.Index(fields=("state", "due_on"), name="motion_by_clock"),)

    def __str__(self) -> str:
        return f"{self.number}: {self.title}" if self.no else self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        names = (self.institution.abbr, self.institution.name)
        self.search_text = search_text(self.number, *names, self.title, self.proposal, self.justification)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("motions:detail", args=(self.pk,))

    @property
    def number(self) -> str:
        """`W/3/2023`; blank while it is a draft."""
        return f"W/{self.no}/{self.year}" if self.no else ""

    @property
    def named(self) -> str:
        """How sentences name it."""
        return self.number or gettext("projekt wniosku")

    @property
    def kind_of_state(self) -> MotionState:
        return MotionState(self.state)

    @property
    def label_for_institution(self) -> str | Promise:
        return self.kind_of_state.label_for_institution()

    @property
    def mark(self) -> str:
        """The shape of its state."""
        return MARKS[self.kind_of_state]

    @property
    def waits_for(self) -> Party | None:
        return WAITS_FOR.get(self.kind_of_state)

    @property
    def is_writable(self) -> bool:
        """Whether its institution may still change what it says."""
        return self.kind_of_state in WRITABLE

    @property
    def is_open(self) -> bool:
        return self.kind_of_state in OPEN

    @property
    def is_decided(self) -> bool:
        return self.kind_of_state in DECIDED

    @property
    def is_granted(self) -> bool:
        """Granted and waiting to be carried out."""
        return self.state in {MotionState.GRANTED, MotionState.GRANTED_PARTLY}
