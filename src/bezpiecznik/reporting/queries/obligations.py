"""The list behind the cells of the matrices: single obligations, by where each stands today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from bezpiecznik.core.search import matching
from bezpiecznik.reporting.models import LockException, Obligation, Packet
from bezpiecznik.reporting.queries.overview import days_of
from bezpiecznik.reporting.states import WAITING, ObligationState, PacketState, PeriodState, obligation_state

S = ObligationState


@dataclass(frozen=True)
class Line:
    """One obligation with its state, its packet's own deadline, and whether what was sent has substance."""

    obligation: Obligation
    state: ObligationState
    due_on: date
    is_complete: bool


def obligations(found: QuerySet[Obligation], wanted: dict[str, Any], today: date) -> QuerySet[Obligation]:
    """Those that fit the cleaned values of the filter; `packet` holds keys."""
    places = {
        "period": "period",
        "institution": "responsibility__institution",
        "area": "responsibility__undertaking__area",
        "role": "responsibility__role",
        "kind": "responsibility__undertaking__kind",
        "packet": "packet__in",
    }
    for name, path in places.items():
        if value := wanted.get(name):
            found = found.filter(**{path: value})
    if state := wanted.get("state"):
        found = found.filter(standing(state, today))
    return matching(found, wanted.get("q") or "", field="responsibility__undertaking__search_text")


def standing(state: str, today: date) -> Q:
    """The condition under which an obligation stands so: `states.obligation_state` for the database."""
    late = Q(packet__in=Packet.objects.overdue(today).order_by().values("pk"))
    is_open = ~Q(period__state=PeriodState.CLOSED)
    waiting = {S.DUE: PacketState.DRAFT, S.NOT_DUE: PacketState.DRAFT}.get(ObligationState(state), state)
    conditions: dict[str, Q] = {
        S.NOBODY: Q(packet=None),
        S.ACCEPTED: Q(packet__state=PacketState.ACCEPTED),
        S.SUBMITTED: Q(packet__state=PacketState.SUBMITTED),
        S.MISSING: ~is_open & Q(packet__state__in=WAITING - {PacketState.RETURNED}),
        S.RETURNED: Q(packet__state=PacketState.RETURNED) & (~is_open | ~late),
        S.OVERDUE: late,
    }
    if condition := conditions.get(state):
        return condition
    found = is_open & ~late & Q(packet__state=waiting)
    if state == S.DRAFT:
        return found & Q(entry__version__gt=0)
    if state == S.TO_SIGN:
        return found
    not_opened = Q(period__opens_on__gt=today)
    return found & Q(entry__version=0) & (not_opened if state == S.NOT_DUE else ~not_opened)


def for_lines(found: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """With all that `line` reads, in two queries."""
    standing_ones = Prefetch("packet__exceptions", LockException.objects.filter(withdrawn_at=None))
    return found.select_related(
        "period__programme", "packet", "entry", "responsibility__institution", "responsibility__undertaking__area"
    ).prefetch_related(standing_ones)


def lines(keys: Sequence[int], today: date) -> list[Line]:
    """The lines with these keys, in that order: a long list is sorted bare, and only its page is read whole."""
    found = for_lines(Obligation.objects.all()).in_bulk(keys)
    return [line(found[key], today) for key in keys]


def line(obligation: Obligation, today: date) -> Line:
    packet = obligation.packet
    exceptions = list(packet.exceptions.all()) if packet else []
    returned = packet is not None and packet.state == PacketState.RETURNED
    days = days_of(obligation.period, today, exceptions, returned=returned)
    begun = packet is not None and obligation.entry.version > 0
    return Line(
        obligation=obligation,
        state=obligation_state(packet.state if packet else None, begun=begun, days=days),
        due_on=max([obligation.period.due_on, *(one.until for one in exceptions if one.moves_deadline)]),
        is_complete=bool(packet and packet.submitted_at and obligation.entry.is_complete),
    )
