"""On which days a statutory date falls. Pure."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bezpiecznik.plans.models import StatutoryDate, StatutoryRule

HORIZON = 25
"""So many years ahead the next day is sought; terms are shorter."""


def statutory_days(row: StatutoryDate, first: date, last: date, *, programme_ends: Iterable[date] = ()) -> list[date]:
    """Days from `first` to `last`, both included; `programme_ends` are last days of the programmes one asks about."""
    return sorted({day for day in _days(row, first, last, programme_ends) if first <= day <= last})


def _days(row: StatutoryDate, first: date, last: date, programme_ends: Iterable[date]) -> Iterator[date]:
    years = range(first.year, last.year + 1)
    if row.rule in {StatutoryRule.YEARLY, StatutoryRule.HALF_YEARLY}:
        yield from (_day(year, row.month, row.day) for year in years)
    if row.rule == StatutoryRule.HALF_YEARLY:
        yield from (_day(year, row.second_month, row.second_day) for year in years)
    if row.rule == StatutoryRule.TERM and row.ends_on:
        yield row.ends_on
    elif row.rule == StatutoryRule.TERM and row.starts_on and row.years:
        ends = range(row.starts_on.year + row.years, last.year + 1, row.years)
        yield from (_day(year, row.starts_on.month, row.starts_on.day) for year in ends)
    if row.rule == StatutoryRule.PROGRAMME_END:
        yield from (_months_before(end, row.months_before or 0) for end in programme_ends)


def _day(year: int, month: int | None, day: int | None) -> date:
    """The 31st of a shorter month is its last day."""
    month, day = month or 1, day or 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def _months_before(end: date, months: int) -> date:
    """The last day of the month so many months before the end."""
    index = end.year * 12 + end.month - 1 - months
    return _day(index // 12, index % 12 + 1, 31)


@dataclass(frozen=True)
class Coming:
    """A statutory date with its next day, where there is one."""

    row: StatutoryDate
    day: date | None


def coming(rows: Iterable[StatutoryDate], today: date, programme_years: Iterable[int]) -> list[Coming]:
    """The nearest first; those without a day to come at the end."""
    ends, last = [date(year, 12, 31) for year in programme_years], date(today.year + HORIZON, 12, 31)
    found = [Coming(row, next(iter(statutory_days(row, today, last, programme_ends=ends)), None)) for row in rows]
    return sorted(found, key=lambda one: (not one.row.active, one.day or date.max, one.row.pk))
