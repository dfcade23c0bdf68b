"""What reached the office about safety: a circumstance, a media item, a resident's voice. Nobody's name is kept."""

from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.fieldhistory import kept_history
from bezpiecznik.core.fields import both_or_neither, one_of
from bezpiecznik.core.polish import search_text
from bezpiecznik.observations.states import (
    MARKS,
    NEXT,
    ON_RECORD,
    WAITING,
    CorrectionKind,
    ObservationKind,
    ObservationState,
    Outcome,
    Received,
)
from bezpiecznik.plans.models import Amendment, Area, Programme, Undertaking


class ObservationQuerySet(models.QuerySet["Observation"]):
    def waiting(self) -> "ObservationQuerySet":
        """Those on which the office has not decided."""
        return self.filter(state__in=WAITING)

    def on_record(self) -> "ObservationQuerySet":
        """Those that speak for themselves: not doubles, not set aside."""
        return self.filter(state__in=ON_RECORD)

    def of_year(self, year: int) -> "ObservationQuerySet":
        return self.filter(happened_on__year=year)


class Observation(models.Model):
    """One signal, tied to areas and undertakings of a programme; it ends in a correction or a reasoned "no change"."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="observations", verbose_name=_("program"))
    kind = models.CharField(_("rodzaj"), max_length=20, choices=ObservationKind)
    received = models.CharField(_("jak wpłynął"), max_length=10, choices=Received, default=Received.TYPED)
    state = models.CharField(_("stan"), max_length=10, choices=ObservationState, default=ObservationState.NEW)
    title = models.CharField(_("tytuł"), max_length=300)
    text = models.TextField(_("treść"), blank=True)
    source = models.CharField(_("źródło"), max_length=200, blank=True)
    """The name of the newspaper, portal, body; never a person."""
    link = models.URLField(_("adres w internecie"), max_length=1000, blank=True)
    happened_on = models.DateField(_("dzień zdarzenia lub publikacji"))
    areas = models.ManyToManyField(Area, related_name="observations", blank=True, verbose_name=_("obszary"))
    undertakings = models.ManyToManyField(
        Undertaking, related_name="observations", blank=True, verbose_name=_("działania")
    )
    keyword = models.CharField(_("słowo kluczowe"), max_length=100, blank=True, editable=False)
    """Of a fetched item: what it was taken for."""
    source_key = models.CharField(max_length=64, blank=True, editable=False)
    """sha256 of what tells the item where it came from, so that nothing arrives twice."""
    case_number = models.CharField(_("numer sprawy"), max_length=20, blank=True, editable=False)
    """Of a resident's voice sent by the form: by it the answer is found, without telling who one is."""
    outcome = models.CharField(_("rozstrzygnięcie"), max_length=20, choices=Outcome, blank=True)
    correction = models.CharField(_("co skorygowano"), max_length=20, choices=CorrectionKind, blank=True)
    amendment = models.ForeignKey(
        Amendment, models.PROTECT, null=True, blank=True, related_name="observations", verbose_name=_("zmiana programu")
    )
    moved_to = models.DateField(_("nowy termin"), null=True, blank=True)
    corrected = models.TextField(_("na czym polega korekta"), blank=True)
    answer = models.TextField(_("uzasadnienie"), blank=True)
    answer_public = models.BooleanField(_("odpowiedź opublikowana"), default=False)
    answered_at = models.DateTimeField(_("rozstrzygnięto"), null=True)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("rozstrzygnął(-ęła)")
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="doubles", verbose_name=_("ten sam co")
    )
    """Always the last of a chain."""
    version = models.PositiveIntegerField(default=1)
    arrived_at = models.DateTimeField(_("wpłynął"), default=clock.now)
    created_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("wpisał(a)"))
    """None: it came by e-mail, from a channel or by the public form."""
    search_text = models.TextField(editable=False, default="")

    objects = ObservationQuerySet.as_manager()
    history = kept_history(_("historia sygnału"), _("historie sygnałów"), without=("search_text",))

    class Meta:
        verbose_name = _("sygnał")
        verbose_name_plural = _("sygnały")
        constraints = (
            one_of("kind", ObservationKind.values, name="observation_kind_known"),
            one_of("received", Received.values, name="observation_received_known"),
            one_of("state", ObservationState.values, name="observation_state_known"),
            one_of("outcome", ("", *Outcome.values), name="observation_outcome_known"),
            one_of("correction", ("", *CorrectionKind.values), name="observation_correction_known"),
            both_or_neither("answered_at", "answered_by", name="observation_answered_pair"),
            models.CheckConstraint(
                condition=Q(state=ObservationState.ANSWERED, answered_at__isnull=False)
                & ~Q(outcome="")
                & ~Q(answer="")
                | ~Q(state=ObservationState.ANSWERED) & Q(answered_at=None, outcome="", answer_public=False),
                name="observation_answered_with_reason",
                violation_error_message=_("Rozstrzygnięcie mówi, czy jest korekta, i ma uzasadnienie."),
            ),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.CORRECTION) & ~Q(correction="")
                | ~Q(outcome=Outcome.CORRECTION) & Q(correction=""),
                name="observation_correction_told",
                violation_error_message=_("Wskaż, co skorygowano."),
            ),
            models.CheckConstraint(
                condition=Q(correction=CorrectionKind.AMENDMENT, amendment__isnull=False)
                | ~Q(correction=CorrectionKind.AMENDMENT) & Q(amendment=None),
                name="observation_amendment_linked",
                violation_error_message=_("Wskaż zmianę programu, która wynikła z sygnału."),
            ),
            models.CheckConstraint(
                condition=Q(correction=CorrectionKind.DATE, moved_to__isnull=False)
                | ~Q(correction=CorrectionKind.DATE) & Q(moved_to=None),
                name="observation_moved_date_told",
                violation_error_message=_("Podaj nowy termin."),
            ),
            models.CheckConstraint(
                condition=~Q(correction__in=(CorrectionKind.RECOMMENDATION, CorrectionKind.OTHER)) | ~Q(corrected=""),
                name="observation_correction_has_words",
                violation_error_message=_("Napisz, na czym polega korekta."),
            ),
            models.CheckConstraint(
                condition=Q(state=ObservationState.MERGED, merged_into__isnull=False)
                | ~Q(state=ObservationState.MERGED) & Q(merged_into=None),
                name="observation_merged_into",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | ~Q(merged_into=F("id")),
                name="observation_merged_into_another",
                violation_error_message=_("Sygnału nie można połączyć z nim samym."),
            ),
            models.UniqueConstraint(
                fields=("source_key",), condition=~Q(source_key=""), name="observation_source_once",
                violation_error_message=_("Ten sygnał już wpłynął."),
            ),
            models.UniqueConstraint(
                fields=("case_number",), condition=~Q(case_number=""), name="observation_case_number_once"
            ),
        )  # fmt: skip
        indexes = (
            models.Index(fields=("happened_on",), name="observation_by_day"),
            models.Index(fields=("state", "arrived_at"), name="observation_by_state"),
        )

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.search_text = search_text(self.title, self.text, self.source, self.keyword, self.case_number, self.answer)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("observations:detail", args=(self.pk,))

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING

    @property
    def is_answered(self) -> bool:
        return self.state == ObservationState.ANSWERED

    @property
    def is_voice(self) -> bool:
        return self.kind == ObservationKind.VOICE

    @property
    def mark(self) -> str:
        """The shape of its state."""
        return MARKS[ObservationState(self.state)]


def _allowed_steps() -> Q:
    return reduce(or_, (Q(before=before, after__in=sorted(after)) for before, after in NEXT.items()))


class Step(models.Model):
    """One passage from state to state: the table of transitions, kept by the database. Never changed."""

    observation = models.ForeignKey(Observation, models.PROTECT, related_name="steps")
    before = models.CharField(_("z"), max_length=10, choices=ObservationState)
    after = models.CharField(_("na"), max_length=10, choices=ObservationState)
    reason = models.TextField(_("powód"), blank=True)
    at = models.DateTimeField(_("kiedy"), default=clock.now)
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("kto"))

    class Meta:
        verbose_name = _("zmiana stanu sygnału")
        verbose_name_plural = _("zmiany stanu sygnałów")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=_allowed_steps(),
                name="observation_step_allowed",
                violation_error_message=_("Sygnał nie może przejść do tego stanu."),
            ),
            models.CheckConstraint(
                condition=Q(before=ObservationState.NEW)
                | Q(after=ObservationState.ANSWERED)
                | Q(after=ObservationState.MERGED)
                | ~Q(reason=""),
                name="observation_step_has_reason",
                violation_error_message=_("Podaj powód."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.observation}: {self.get_after_display()}"
