"""Reads: series of an indicator, a period beside the same one a year before, what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bezpiecznik.core.search import matching
from bezpiecznik.indicators.comparison import Comparison, Figure, compare
from bezpiecznik.indicators.models import Commentary, Indicator, IndicatorQuerySet, SeriesBreak, Target, Value
from bezpiecznik.indicators.states import Half, Unit, ValueState, period_label

Period = tuple[int, int]


def listed(indicators: IndicatorQuerySet, wanted: dict[str, Any]) -> IndicatorQuerySet:
    """Those that fit the filter's cleaned values (`q`, `unit`, `kept`)."""
    if unit := wanted.get("unit"):
        indicators = indicators.filter(unit=unit)
    if kept := wanted.get("kept"):
        indicators = indicators.filter(active=kept == "yes")
    return matching(indicators.select_related("institution", "area"), wanted.get("q") or "")


@dataclass(frozen=True)
class Line:
    """An indicator in one period: its figure, the one a year before, and what may be said of the two."""

    indicator: Indicator
    year: int
    half: int
    now: Value | None
    before: Value | None
    compared: Comparison
    target: Target | None
    comment: str
    breaks: tuple[str, ...]

    @property
    def typed(self) -> Value | None:
        """What somebody entered; a year's sum of its halves is not."""
        return self.now if self.now and self.now.pk else None

    @property
    def period(self) -> str:
        return period_label(self.year, self.half)

    @property
    def former_period(self) -> str:
        return period_label(self.year - 1, self.half)


def lines(indicators: Sequence[Indicator], year: int, half: int) -> list[Line]:
    """The period beside the same one of the year before, an indicator a line; four queries for all of them."""
    values = _values(indicators, (year, year - 1))
    breaks, targets = _breaks(indicators), _targets(indicators, year)
    comments = dict(
        Commentary.objects.filter(indicator__in=indicators, year=year, half=half).values_list("indicator", "text")
    )
    found = []
    for indicator in indicators:
        known, broken = values[indicator.pk], breaks[indicator.pk]
        now, before = _value_of(known, broken, year, half), _value_of(known, broken, year - 1, half)
        between = _between(broken, year, half)
        compared = compare(
            _figure(now), _figure(before),
            is_count=indicator.is_count, is_percent=indicator.unit == Unit.PERCENT, broken=bool(between),
        )  # fmt: skip
        why = tuple(f"{period_label(one.year, one.half)}: {one.why}" for one in between)
        target = targets.get(indicator.pk)
        found.append(Line(indicator, year, half, now, before, compared, target, comments.get(indicator.pk, ""), why))
    return found


def _values(indicators: Iterable[Indicator], years: Iterable[int]) -> dict[int, dict[Period, Value]]:
    found: dict[int, dict[Period, Value]] = defaultdict(dict)
    for value in Value.objects.in_force().filter(indicator__in=indicators, year__in=years):
        found[value.indicator_id][value.year, value.half] = value
    return found


def _between(breaks: Iterable[SeriesBreak], year: int, half: int) -> list[SeriesBreak]:
    """Those after which the period is not compared with the one of the year before.

    A year is compared only where its halves and those of the year before were all counted in one way.
    """
    first, last = (year - 1, half or Half.FIRST), (year, half or Half.SECOND)
    return [one for one in breaks if first < (one.year, one.half) <= last]


def _value_of(known: dict[Period, Value], breaks: Iterable[SeriesBreak], year: int, half: int) -> Value | None:
    """A year's count that nobody typed is the sum of its halves, where both are known and may be added."""
    typed = known.get((year, half))
    if typed or half != Half.YEAR:
        return typed
    one, other = known.get((year, Half.FIRST)), known.get((year, Half.SECOND))
    changed = any((step.year, step.half) == (year, Half.SECOND) for step in breaks)
    if not one or not other or one.coverage != other.coverage or one.indicator.unit == Unit.PERCENT or changed:
        return None
    state = ValueState.FINAL if one.is_final and other.is_final else ValueState.PRELIMINARY
    return Value(
        indicator=one.indicator, year=year, half=half, amount=one.amount + other.amount, state=state,
        coverage=one.coverage,
    )  # fmt: skip


def _figure(value: Value | None) -> Figure | None:
    return Figure(value.amount, value.is_final, value.coverage) if value else None


def _breaks(indicators: Iterable[Indicator]) -> dict[int, list[SeriesBreak]]:
    found: dict[int, list[SeriesBreak]] = defaultdict(list)
    for one in SeriesBreak.objects.filter(indicator__in=indicators):
        found[one.indicator_id].append(one)
    return found


def _targets(indicators: Iterable[Indicator], year: int) -> dict[int, Target]:
    return {target.indicator_id: target for target in Target.objects.filter(indicator__in=indicators, year=year)}


@dataclass(frozen=True)
class Row:
    """One year of a series: halves and the whole."""

    year: int
    first: Value | None
    second: Value | None
    whole: Value | None
    target: Target | None


def series(indicator: Indicator) -> list[Row]:
    """All years that have a figure or a target, the latest first."""
    known = {(value.year, value.half): value for value in indicator.values.in_force()}
    targets = {target.year: target for target in indicator.targets.all()}
    breaks = list(indicator.breaks.all())
    for value in known.values():
        value.indicator = indicator
    years = sorted({year for year, _half in known} | set(targets), reverse=True)
    return [
        Row(
            year, known.get((year, Half.FIRST)), known.get((year, Half.SECOND)),
            _value_of(known, breaks, year, Half.YEAR), targets.get(year),
        )
        for year in years
    ]  # fmt: skip


def years_with_values() -> list[int]:
    return list(Value.objects.in_force().order_by("-year").values_list("year", flat=True).distinct())


def latest_period() -> Period | None:
    """The last half-year that has a figure."""
    halves = Value.objects.in_force().exclude(half=Half.YEAR).order_by("-year", "-half")
    return halves.values_list("year", "half").first()


def missing(year: int, half: int) -> list[Indicator]:
    """Half-yearly indicators that have no figure for the period."""
    known = Value.objects.in_force().filter(year=year, half=half).values("indicator")
    return list(Indicator.objects.half_yearly().exclude(pk__in=known).select_related("institution"))
