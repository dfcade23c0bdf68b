"""Dates laid out in weeks of a month, as a wall calendar shows them. Pure."""

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bezpiecznik.core.holidays import is_day_off
from bezpiecznik.plans.timetable.days import ROMAN, month_name
from bezpiecznik.plans.timetable.marks import Mark

SHOWN = 4
"""So many dates stand in one field; the others are a link away."""


@dataclass(frozen=True)
class Field:
    """One day of the grid; `inside` is False for days of the months around."""

    day: date
    inside: bool
    is_off: bool
    is_today: bool
    marks: tuple[Mark, ...]

    @property
    def shown(self) -> tuple[Mark, ...]:
        return self.marks if len(self.marks) <= SHOWN else self.marks[: SHOWN - 1]

    @property
    def hidden(self) -> int:
        return len(self.marks) - len(self.shown)


@dataclass(frozen=True)
class Month:
    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}"

    @property
    def title(self) -> str:
        return f"{month_name(self.month)} {self.year}"

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return self.plus(1).first - timedelta(days=1)

    def plus(self, months: int) -> "Month":
        index = self.year * 12 + self.month - 1 + months
        return Month(index // 12, index % 12 + 1)

    @property
    def quarter(self) -> tuple["Month", "Month", "Month"]:
        """The three months of its quarter."""
        begin = Month(self.year, (self.month - 1) // 3 * 3 + 1)
        return begin, begin.plus(1), begin.plus(2)

    @property
    def quarter_title(self) -> str:
        return f"{ROMAN[(self.month - 1) // 3]} kwartał {self.year}"


def weeks(month: Month, marks: Iterable[Mark], *, today: date) -> list[list[Field]]:
    """Whole weeks, Monday first; marks of the days around the month are left out."""
    by_day: dict[date, list[Mark]] = defaultdict(list)
    for mark in marks:
        by_day[mark.day].append(mark)
    return [
        [_field(day, month, by_day[day] if day.month == month.month else [], today) for day in week]
        for week in Calendar().monthdatescalendar(month.year, month.month)
    ]


def _field(day: date, month: Month, marks: list[Mark], today: date) -> Field:
    return Field(day, day.month == month.month, is_day_off(day), day == today, tuple(marks))


def by_day(marks: Iterable[Mark]) -> list[tuple[date, list[Mark]]]:
    """Days that have dates, in order, each with its dates."""
    found: dict[date, list[Mark]] = defaultdict(list)
    for mark in marks:
        found[mark.day].append(mark)
    return sorted(found.items())
