"""The clock of a motion: until when whoever has it should act, in working days. Pure."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bezpiecznik.core.holidays import add_working_days, working_days_between
from bezpiecznik.core.polish import counted, remaining

WORKING = "dzień roboczy,dni robocze,dni roboczych"
SOON = 2
"""So many working days before its end a term is near."""


@dataclass(frozen=True)
class Clock:
    """How many working days are left to the last day, that day included; below zero it is late."""

    due_on: date
    left: int
    late: bool
    paused: bool = False
    """The office's own clock stands still: the institution completes the motion."""

    @property
    def is_near(self) -> bool:
        return not self.late and self.left <= SOON

    @property
    def sentence(self) -> str:
        """`zostało 5 dni roboczych`, `termin mija dziś`, `po terminie o 2 dni robocze`."""
        if self.late:
            days = max(-self.left, 0)
            return f"po terminie o {counted(days, WORKING)}" if days else "po terminie"
        return remaining(self.left, WORKING) if self.left else "termin mija dziś"

    @property
    def mark(self) -> str:
        if self.late:
            return "overdue"
        return "due" if self.is_near else "ongoing"


def clock_of(due_on: date | None, today: date, *, paused: bool = False) -> Clock | None:
    """The clock of a term on this day; none where nobody is expected to act."""
    return Clock(due_on, days_left(due_on, today), today > due_on, paused) if due_on else None


def days_left(due_on: date, today: date) -> int:
    """Working days after today up to the term; negative when the term has passed."""
    if today <= due_on:
        return working_days_between(today, due_on)
    return -working_days_between(due_on, today)


def resumed(left: int, today: date) -> date:
    """The term of a clock that stood still with so many days left, and goes on today."""
    return add_working_days(today, left)


def months_later(day: date, months: int) -> date:
    """The same day of the month so many months later; the 31st of a shorter month is its last day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def elapsed(spans: Sequence[tuple[date, date, bool]]) -> int:
    """Working days of all spans (first day, last day, whether the clock stood still) but those of standing still."""
    return sum(working_days_between(first, last) for first, last, stood in spans if not stood)
