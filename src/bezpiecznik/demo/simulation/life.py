"""The days of a simulation: what people do on which day, with luck drawn from one seed, through the services."""

import heapq
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from random import Random

from bezpiecznik.demo.cycle import day
from bezpiecznik.demo.simulation import invariants
from bezpiecznik.demo.simulation.memory import Memory
from bezpiecznik.demo.simulation.town import Town
from bezpiecznik.institutions.refusals import Refused as NotNow
from bezpiecznik.reporting.refusals import Refused

Act = Callable[["Life"], str]
"""Does one thing today and says in a word what it was (empty: nothing), to be counted."""
A_DAY = timedelta(days=1)
MOST_KEPT = 50
"""Sentences of faults kept; one that stays would be told anew every day."""


@dataclass
class Life:
    """A town, its agenda, and what has come of it. Days are those of Europe/Warsaw."""

    town: Town
    random: Random
    today: date
    done: Counter[str] = field(default_factory=Counter)
    """How many times each thing was done; `refused` counts what the services would not do."""
    faults: list[str] = field(default_factory=list)
    looks: int = 0
    """How many times everything was checked."""
    memory: Memory = field(default_factory=Memory)
    daily: list[Act] = field(default_factory=list)
    """What happens by itself on each day, after what people do."""
    _agenda: list[tuple[date, int, Act]] = field(default_factory=list)
    _order: "count[int]" = field(default_factory=count)

    def on(self, when: date, act: Act) -> None:
        """Put something in the agenda, at the earliest for today."""
        heapq.heappush(self._agenda, (max(when, self.today), next(self._order), act))

    def after(self, days: int, act: Act) -> None:
        self.on(self.today + timedelta(days=days), act)

    def happens(self, chance: float) -> bool:
        return self.random.random() < chance

    def live(self, until: date) -> None:
        """Day after day, this last one included; everything is checked after each day on which something was done."""
        while self.today <= until:
            busy = self._live_through_today()
            if busy:
                self.look()
            self.today += A_DAY

    def look(self) -> None:
        with day(self.today, hour=20):
            found = invariants.violations(self.memory)
        self.looks += 1
        told = (f"{self.today}: {sentence}" for sentence in found)
        self.faults.extend(list(told)[: max(0, MOST_KEPT - len(self.faults))])

    def _live_through_today(self) -> bool:
        busy = False
        while self._agenda and self._agenda[0][0] <= self.today:
            _when, _order, act = heapq.heappop(self._agenda)
            busy |= self._do(act, hour=11)
        for act in self.daily:
            busy |= self._do(act, hour=12)
        return busy

    def _do(self, act: Act, *, hour: int) -> bool:
        try:
            with day(self.today, hour=hour):
                what = act(self)
        except (Refused, NotNow):
            what = "refused"
        if what:
            self.done[what] += 1
        return bool(what)
