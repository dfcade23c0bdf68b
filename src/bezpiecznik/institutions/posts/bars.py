"""Days on a bar: who held a post, or what a person held, from when to when, on one common scale of years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Holding

LEAST_WIDTH = 0.8
"""Of a hundred: a single day is still seen."""
AHEAD = timedelta(days=90)
"""The scale ends so far after today, so that what lasts is seen to last."""


@dataclass(frozen=True)
class Bar:
    """One holding: where its stripe begins and how wide it is, as hundredths of the scale (text for SVG)."""

    holding: Holding
    x: str
    width: str
    state: str
    """past, current or future: a class, and a word beside it."""


@dataclass(frozen=True)
class Scale:
    """Bars of one list, the first day and the last of their common scale, and where today stands on it."""

    bars: list[Bar]
    first: date
    last: date
    today: str


def scale(holdings: Sequence[Holding]) -> Scale | None:
    """Stripes for these holdings in their order; None when there are none."""
    if not holdings:
        return None
    today = clock.today()
    first = min(holding.since for holding in holdings)
    last = max([today + AHEAD, *(holding.until or holding.since + AHEAD for holding in holdings)])
    span = max((last - first).days + 1, 1)

    def place(day: date) -> float:
        return 100 * (day - first).days / span

    def bar(holding: Holding) -> Bar:
        end = place((holding.until or last) + timedelta(days=1))
        x = min(place(holding.since), 100 - LEAST_WIDTH)
        state = "current" if holding.is_current else "future" if holding.is_to_come else "past"
        return Bar(holding, f"{x:.2f}", f"{max(end - x, LEAST_WIDTH):.2f}", state)

    return Scale([bar(holding) for holding in holdings], first, last, f"{place(today):.2f}")
