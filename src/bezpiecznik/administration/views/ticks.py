"""Periodic work: what the house does by itself, and how the last time went."""

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bezpiecznik.core import clock
from bezpiecznik.core.models import Tick
from bezpiecznik.core.ticks import TICKS, Registered
from bezpiecznik.institutions.access import require_administrator
from bezpiecznik.institutions.http import Request

LATE_AFTER = timedelta(minutes=10)


@dataclass(frozen=True)
class Work:
    """A piece of periodic work with what is known of its runs."""

    registered: Registered
    tick: Tick | None

    @property
    def is_late(self) -> bool:
        """Whether nobody has done it although it was due: the clock of the installation stands."""
        due = self.tick.due_at if self.tick else None
        return due is None or due < clock.now() - LATE_AFTER


@require_safe
def ticks(request: Request) -> HttpResponse:
    require_administrator(request.user)
    known = {tick.name: tick for tick in Tick.objects.all()}
    works = [Work(registered, known.get(name)) for name, registered in sorted(TICKS.items())]
    context = {"works": works, "stands": all(work.is_late for work in works)}
    return render(request, "administration/ticks.html", context)
