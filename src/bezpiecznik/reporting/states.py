"""States of a packet, of a period, and what an institution may say about an action. Tables, kept by the database."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class PeriodState(models.TextChoices):
    PLANNED = "planned", _("zaplanowany")
    OPEN = "open", _("otwarty")
    CLOSED = "closed", _("zamknięty")


class PacketState(models.TextChoices):
    DRAFT = "draft", _("w przygotowaniu")
    TO_SIGN = "to_sign", _("do podpisu")
    SUBMITTED = "submitted", _("złożone")
    RETURNED = "returned", _("zwrócone do poprawy")
    ACCEPTED = "accepted", _("przyjęte")

    def label_for_institution(self) -> str | Promise:
        return FOR_INSTITUTION[self]

    def label_for_office(self) -> str | Promise:
        return FOR_OFFICE[self]


P = PacketState
FOR_INSTITUTION: dict[PacketState, str | Promise] = {
    P.DRAFT: _("do wypełnienia"),
    P.TO_SIGN: _("czeka na podpis kierownika"),
    P.SUBMITTED: _("złożone, czeka na przyjęcie"),
    P.RETURNED: _("do poprawy"),
    P.ACCEPTED: _("przyjęte"),
}
FOR_OFFICE: dict[PacketState, str | Promise] = {
    P.DRAFT: _("oczekiwane"),
    P.TO_SIGN: _("czeka na podpis w podmiocie"),
    P.SUBMITTED: _("do przyjęcia"),
    P.RETURNED: _("czeka na poprawę"),
    P.ACCEPTED: _("przyjęte"),
}

NEXT: dict[PacketState, frozenset[PacketState]] = {
    P.DRAFT: frozenset({P.TO_SIGN, P.SUBMITTED}),
    P.TO_SIGN: frozenset({P.DRAFT, P.SUBMITTED}),
    P.SUBMITTED: frozenset({P.RETURNED, P.ACCEPTED}),
    P.RETURNED: frozenset({P.TO_SIGN, P.SUBMITTED}),
    P.ACCEPTED: frozenset({P.RETURNED}),
}
"""Allowed changes. Accepted to returned is a reopening, possible only while the period is open."""

UNDONE: dict[PacketState, frozenset[PacketState]] = {P.ACCEPTED: frozenset({P.SUBMITTED})}
"""An acceptance taken back soon after it: not a step forward, so not in the table of steps."""

EDITABLE = frozenset({P.DRAFT, P.RETURNED})


class Outcome(models.TextChoices):
    """What the institution says of its part. Blank (not here) means that nobody has said anything yet."""

    DONE = "done", _("zrealizowano")
    PARTIAL = "partial", _("zrealizowano częściowo")
    ONGOING = "ongoing", _("w toku, działanie ciągłe")
    NOTHING_DONE = "nothing_done", _("nic nie zrobiono")
    NOT_APPLICABLE = "not_applicable", _("nie dotyczy")
    SKIPPED = "skipped", _("pominięto w tym okresie")


WITH_FACT = frozenset({Outcome.DONE, Outcome.PARTIAL, Outcome.ONGOING})
WITH_REASON = frozenset({Outcome.NOTHING_DONE, Outcome.NOT_APPLICABLE, Outcome.SKIPPED})


class Share(models.TextChoices):
    OWN = "own", _("własna")
    JOINT = "joint", _("wspólna z innymi podmiotami")


class Coverage(models.TextChoices):
    """Which territory a number speaks of: a command often serves both the city and the county around it."""

    UNIT = "unit", _("jednostka objęta programem")
    WIDER = "wider", _("obszar większy niż jednostka")


PERIOD_NEXT: dict[PeriodState, frozenset[PeriodState]] = {
    PeriodState.PLANNED: frozenset({PeriodState.OPEN}),
    PeriodState.OPEN: frozenset({PeriodState.CLOSED}),
    PeriodState.CLOSED: frozenset(),
}

WAITING = frozenset({P.DRAFT, P.TO_SIGN, P.RETURNED})
"""The institution has the next move."""


class ObligationState(models.TextChoices):
    """Where one obligation stands today, for display. Overdue is never hidden behind a draft."""

    NOT_DUE = "not_yet_due", _("jeszcze nie wymagane")
    DUE = "due", _("oczekiwane")
    DRAFT = "draft", _("w przygotowaniu")
    OVERDUE = "overdue", _("po terminie")
    TO_SIGN = "to_sign", _("czeka na podpis")
    SUBMITTED = "submitted", _("do przyjęcia")
    RETURNED = "returned", _("zwrócone do poprawy")
    ACCEPTED = "accepted", _("przyjęte")
    MISSING = "missing", _("nie złożono")
    NOBODY = "nobody", _("nikt nie sprawozdaje")

    @property
    def mark(self) -> str:
        """The shape that stands for it."""
        return {"missing": "no_report", "nobody": "dropped"}.get(self.value, self.value)


@dataclass(frozen=True)
class Days:
    """The days of a period that decide how late something is."""

    opens_on: date
    in_time_until: date
    """The last day on which a report is in time, whatever the deadline itself (`deadlines`)."""
    closed: bool
    today: date


def obligation_state(packet: str | None, *, begun: bool, days: Days) -> ObligationState:
    """State for display from the packet's state (None: nobody answers), whether words exist, and the period's days."""
    if packet is None:
        return ObligationState.NOBODY
    if packet in {P.SUBMITTED, P.ACCEPTED} or (days.closed and packet == P.RETURNED):
        return ObligationState(packet)
    if days.closed or days.today > days.in_time_until:
        return ObligationState.MISSING if days.closed else ObligationState.OVERDUE
    if packet == P.DRAFT and not begun:
        return ObligationState.NOT_DUE if days.today < days.opens_on else ObligationState.DUE
    return ObligationState(packet)
