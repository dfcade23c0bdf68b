"""The programme's timetable as bars on one common scale. Places are hundredths of the width, as text for SVG."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bezpiecznik.core import clock
from bezpiecznik.plans.models import Milestone, Schedule, ScheduleKind, Undertaking
from bezpiecznik.plans.timetable import own
from bezpiecznik.plans.timetable.days import ROMAN, month_name
from bezpiecznik.plans.timetable.marks import Mark
from bezpiecznik.plans.timetable.told import schedule_sentence

LEAST_WIDTH = 0.4
"""Of a hundred: a single day is still seen."""


@dataclass(frozen=True)
class Scale:
    """Days from the first to the last, and the columns over them."""

    first: date
    last: date
    columns: tuple[str, ...]
    years: tuple[int, ...]

    def place(self, day: date) -> float:
        share = 100 * (day - self.first).days / ((self.last - self.first).days + 1)
        return min(max(share, 0.0), 100.0)

    @property
    def today(self) -> str:
        """Where today stands; blank outside of the scale."""
        today = clock.today()
        return f"{self.place(today):.2f}" if self.first <= today <= self.last else ""

    @property
    def lines(self) -> list[str]:
        """Where columns begin, but for the first."""
        return [f"{100 * n / len(self.columns):.2f}" for n in range(1, len(self.columns))]


def scale_of(year_from: int, year_to: int) -> Scale:
    """Months of one year; quarters of a few; whole years of many."""
    years = range(year_from, year_to + 1)
    first, last = date(year_from, 1, 1), date(year_to, 12, 31)
    if len(years) == 1:
        return Scale(first, last, tuple(month_name(month)[:3] for month in range(1, 13)), tuple(years))
    if len(years) > 5:
        return Scale(first, last, tuple(str(year) for year in years), tuple(years))
    return Scale(first, last, tuple(part for _year in years for part in ROMAN), tuple(years))


@dataclass(frozen=True)
class Tick:
    """A day on a bar: an occurrence (dot) or a milestone (diamond)."""

    x: str
    shape: str
    state: str
    words: str


@dataclass(frozen=True)
class Bar:
    """One undertaking: its stripe, its days, and the same in words."""

    undertaking: Undertaking
    schedule: Schedule | None
    x: str
    width: str
    state: str
    """done, overdue, running, future: a class, and a word beside it."""
    sentence: str
    ticks: tuple[Tick, ...]
    milestones: tuple[Milestone, ...]

    @property
    def is_late(self) -> bool:
        """Past its day, or with a milestone past its own."""
        return self.state == "overdue" or any(tick.state == "overdue" for tick in self.ticks)


def bars(undertakings: Iterable[Undertaking], schedules: Sequence[Schedule], scale: Scale) -> list[Bar]:
    """For undertakings that have a timetable or milestones, in their order. Each carries `alive_milestones`."""
    known = {schedule.undertaking_id: schedule for schedule in schedules}
    pairs = ((one, known.get(one.pk)) for one in undertakings)
    made = (_bar(one, schedule, scale) for one, schedule in pairs if schedule or one.alive_milestones)  # type: ignore[attr-defined]
    return [bar for bar in made if bar]


def _bar(undertaking: Undertaking, schedule: Schedule | None, scale: Scale) -> Bar | None:
    programme = undertaking.programme
    start = (schedule and schedule.starts_on) or date(programme.year_from, 1, 1)
    end = (schedule and (schedule.completed_on or schedule.ends_on)) or date(programme.year_to, 12, 31)
    if end < scale.first or start > scale.last:
        return None
    x = min(scale.place(start), 100 - LEAST_WIDTH)
    width = max(scale.place(end + timedelta(days=1)) - x, LEAST_WIDTH)
    milestones = tuple(undertaking.alive_milestones)  # type: ignore[attr-defined]
    ticks = (*_occurrences(schedule, scale), *(_milestone(one, scale) for one in milestones))
    state = _state(schedule, start)
    return Bar(
        undertaking, schedule, f"{x:.2f}", f"{width:.2f}", state, schedule_sentence(schedule),
        tuple(tick for tick in ticks if tick), milestones,
    )  # fmt: skip


def _state(schedule: Schedule | None, start: date) -> str:
    today = clock.today()
    if schedule and schedule.completed_on:
        return "done"
    if schedule and schedule.kind == ScheduleKind.ONCE and schedule.ends_on and schedule.ends_on < today:
        return "overdue"
    return "future" if start > today else "running"


def _occurrences(schedule: Schedule | None, scale: Scale) -> list[Tick]:
    if schedule is None or not schedule.rrule:
        return []
    days = own.happens_on(schedule, scale.first, scale.last)
    return [Tick(f"{scale.place(day):.2f}", "dot", "plain", f"{day:%d.%m.%Y}") for day in days]


def _milestone(milestone: Milestone, scale: Scale) -> Tick | None:
    if not scale.first <= milestone.due_on <= scale.last:
        return None
    late = milestone.due_on < clock.today()
    state = "done" if milestone.done_on else "overdue" if late else "plain"
    return Tick(f"{scale.place(milestone.due_on):.2f}", "diamond", state, milestone.name)


def fixed(marks: Iterable[Mark], scale: Scale) -> list[tuple[str, Mark]]:
    """Where dates of everybody stand: lines through all bars."""
    return [(f"{scale.place(mark.day):.2f}", mark) for mark in marks]
