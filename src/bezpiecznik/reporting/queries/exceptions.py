"""Reads about exceptions from deadlines and locks."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.search import matching
from bezpiecznik.reporting.models import LockException
from bezpiecznik.reporting.states import WAITING, PeriodState


class ExceptionState(models.TextChoices):
    """How an exception stands today."""

    RUNNING = "running", _("trwa")
    OVER = "over", _("skończył się")
    WITHDRAWN = "withdrawn", _("cofnięto")


def state_of(exception: LockException, today: date) -> ExceptionState:
    if exception.withdrawn_at:
        return ExceptionState.WITHDRAWN
    return ExceptionState.RUNNING if exception.until >= today else ExceptionState.OVER


def in_state(found: QuerySet[LockException], state: str, today: date) -> QuerySet[LockException]:
    """Those that stand so today."""
    if state == ExceptionState.WITHDRAWN:
        return found.exclude(withdrawn_at=None)
    until = Q(until__gte=today) if state == ExceptionState.RUNNING else Q(until__lt=today)
    return found.filter(until, withdrawn_at=None)


def exceptions(found: QuerySet[LockException], wanted: dict[str, Any], today: date) -> QuerySet[LockException]:
    """Those that fit the cleaned values of the filter (`q`, `state`, `period`)."""
    if state := wanted.get("state"):
        found = in_state(found, state, today)
    if period := wanted.get("period"):
        found = found.filter(packet__period=period)
    return matching(found, wanted.get("q") or "", field="packet__institution__search_text")


def ending_soon(found: QuerySet[LockException], today: date, last: date) -> QuerySet[LockException]:
    """Running ones whose last day comes until `last`, of reports that are still awaited."""
    awaited = found.filter(packet__state__in=WAITING, packet__period__state=PeriodState.OPEN)
    return in_state(awaited, ExceptionState.RUNNING, today).filter(until__lte=last)
