"""Periodic work: what a room does by itself every minute or every night. `bezpiecznik tick` does whatever is due.

    @ticks.every("notices.deliver", title=_("Wysyłka poczty"))            # once a minute
    @ticks.every("notices.digest", title=…, interval=timedelta(hours=1))
    @ticks.daily("privacy.retention", title=…, at=time(3))                # once a day, from 3:00 in Europe/Warsaw
    def clear_old() -> str:
        return "3 wiersze"                                                # a few words for the administrator

A room keeps them in its `ticks.py`, imported in `apps.ready()`. The work must be safe to run again at any time.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import Promise

from bezpiecznik.core import clock
from bezpiecznik.core.jobs import is_over, me
from bezpiecznik.core.models import Tick

log = logging.getLogger(__name__)

Work = Callable[[], str]
LEASE = timedelta(hours=1)
"""After so long even a worker that cannot be asked (on another machine) is taken for dead."""


@dataclass(frozen=True)
class Registered:
    """One piece of periodic work; `at` is the hour from which a daily one is done."""

    name: str
    title: str | Promise
    work: Work
    interval: timedelta
    at: time | None = None

    def next_after(self, moment: datetime) -> datetime:
        """When it is due next, after a run that began at `moment` (aware)."""
        if self.at is None:
            return moment + self.interval
        today = timezone.localdate(moment)
        hour = timezone.make_aware(datetime.combine(today, self.at))
        if hour <= moment:
            hour = timezone.make_aware(datetime.combine(today + timedelta(days=1), self.at))
        return hour


TICKS: dict[str, Registered] = {}


def every(name: str, *, title: str | Promise, interval: timedelta = timedelta(minutes=1)) -> Callable[[Work], Work]:
    """Register work done once in each interval. Raises ValueError for a name taken by other work."""
    return _register(name, title, interval, None)


def daily(name: str, *, title: str | Promise, at: time = time(3)) -> Callable[[Work], Work]:
    """Register work done once a day, at this hour (Europe/Warsaw) or as soon after as somebody ticks."""
    return _register(name, title, timedelta(days=1), at)


def _register(name: str, title: str | Promise, interval: timedelta, at: time | None) -> Callable[[Work], Work]:
    def register(work: Work) -> Work:
        if name in TICKS and TICKS[name].work is not work:
            raise ValueError(f"Periodic work registered twice: {name}")
        TICKS[name] = Registered(name, title, work, interval, at)
        return work

    return register


def run_due(only: str = "") -> dict[str, str]:
    """Do whatever is due and held by nobody else; returns what was done, name by name.

    `only` does that one now, due or not. Raises KeyError if nothing has that name.
    """
    wanted = [TICKS[only]] if only else list(TICKS.values())
    done = {}
    for registered in wanted:
        outcome = _run(registered, due_or_not=bool(only))
        if outcome is not None:
            done[registered.name] = outcome
    return done


def _run(registered: Registered, *, due_or_not: bool) -> str | None:
    began = clock.now()
    if not _claim(registered, began, due_or_not=due_or_not):
        return None
    failed, outcome = False, ""
    try:
        outcome = registered.work()
    except Exception as problem:  # one that fails must not stop the others
        log.exception("Periodic work %s failed", registered.name)
        failed, outcome = True, f"{type(problem).__name__}: {problem}"
    Tick.objects.filter(name=registered.name, held_by=me()).update(
        held_by="", held_at=None, finished_at=clock.now(), failed=failed, outcome=outcome[:500], runs=F("runs") + 1
    )
    return outcome


def _claim(registered: Registered, moment: datetime, *, due_or_not: bool) -> bool:
    """Whether the work is ours now: one conditional UPDATE, so of two that ask at once one gets it."""
    tick, _created = Tick.objects.get_or_create(name=registered.name)
    free = Q(held_by="") | Q(held_at__lt=moment - LEASE)
    if tick.held_by and is_over(tick.held_by):
        free |= Q(held_by=tick.held_by)
    due = Q() if due_or_not else Q(due_at=None) | Q(due_at__lte=moment)
    return bool(
        Tick.objects.filter(free, due, name=registered.name).update(
            held_by=me(), held_at=moment, began_at=moment, due_at=registered.next_after(moment)
        )
    )
