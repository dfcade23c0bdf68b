"""Requests for information: the register, those that wait, those of a year."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from bezpiecznik.commission.models import InformationRequest
from bezpiecznik.commission.states import RequestState
from bezpiecznik.core import clock
from bezpiecznik.core.search import matching

OVERDUE = "overdue"
"""In place of a state: waiting, past the deadline."""


def listed(requests: QuerySet[InformationRequest], wanted: dict[str, Any]) -> QuerySet[InformationRequest]:
    """Those that fit the filter's cleaned values (`q`, `state`, `year`)."""
    found = requests.select_related("document", "institution").defer("document__snapshot")
    if state := wanted.get("state"):
        found = overdue(found) if state == OVERDUE else found.filter(state=state)
    if year := wanted.get("year"):
        found = found.filter(asked_on__year=year)
    return matching(found, wanted.get("q") or "")


def overdue(requests: QuerySet[InformationRequest], today: date | None = None) -> QuerySet[InformationRequest]:
    return requests.filter(state=RequestState.ASKED, due_on__lt=today or clock.today())


def years() -> list[int]:
    """Years in which something was asked, the latest first."""
    days = InformationRequest.objects.exclude(asked_on=None).dates("asked_on", "year", order="DESC")
    return [day.year for day in days]


def of_year(commission_key: int, year: int) -> QuerySet[InformationRequest]:
    """Asked in the year, in the order of their numbers."""
    found = InformationRequest.objects.filter(commission=commission_key, asked_on__year=year)
    return found.select_related("document").defer("document__snapshot").order_by("asked_on", "pk")
