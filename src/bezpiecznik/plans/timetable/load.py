"""Who has how much in which month, and what in the timetable cannot be as it is said."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.core.holidays import is_day_off, working_day_from
from bezpiecznik.core.polish import forms, long_date
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Milestone, Precision, Programme, Schedule, ScheduleKind
from bezpiecznik.plans.timetable import days, own, recurrence
from bezpiecznik.plans.timetable.marks import Mark, MarkKind

COUNTED = (MarkKind.OCCURRENCE, MarkKind.END, MarkKind.MILESTONE, MarkKind.REPORT, MarkKind.ACTIVITY)
"""What gives an institution work on a day; the law and openings of periods are everybody's."""
LOCATIVE = (
    "styczniu", "lutym", "marcu", "kwietniu", "maju", "czerwcu", "lipcu", "sierpniu", "wrześniu", "październiku",
    "listopadzie", "grudniu",
)  # fmt: skip

Month = tuple[int, int]


@dataclass(frozen=True)
class Cell:
    """One institution's dates in one month; `heavy` from the threshold on."""

    month: Month
    count: int
    heavy: bool

    @property
    def address(self) -> str:
        """As the month stands in addresses: `2022-03`."""
        return f"{self.month[0]}-{self.month[1]:02}"


@dataclass(frozen=True)
class Row:
    institution: Institution
    cells: tuple[Cell, ...]

    @property
    def total(self) -> int:
        return sum(cell.count for cell in self.cells)

    def sentences(self) -> list[str]:
        """„Straż Miejska ma w marcu 2022 r. 14 terminów.” for each heavy month."""
        return [heavy_sentence(self.institution, cell) for cell in self.cells if cell.heavy]


def heavy_sentence(institution: Institution, cell: Cell) -> str:
    year, month = cell.month
    words = {
        "name": institution.name,
        "in": _("we") if LOCATIVE[month - 1].startswith("wrz") else _("w"),
        "month": LOCATIVE[month - 1],
        "year": year,
        "n": cell.count,
        "dates": forms(cell.count, _("termin,terminy,terminów")),
    }
    return _("%(name)s ma %(in)s %(month)s %(year)s r. %(n)s %(dates)s.") % words


def months(first: date, last: date) -> list[Month]:
    """All months from the first day to the last."""
    span = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [(n // 12, n % 12 + 1) for n in span]


def load(found: Iterable[Mark], institutions: Sequence[Institution], over: Sequence[Month], *, heavy: int) -> list[Row]:
    """How many dates fall to each institution in each month; those without any are left out. The busiest first."""
    known = {institution.pk for institution in institutions}
    counts = Counter(
        (key, (mark.day.year, mark.day.month))
        for mark in found
        if mark.kind in COUNTED
        for key in (known if mark.institutions is None else mark.institutions & known)
    )
    rows = [
        Row(one, tuple(Cell(month, n, n >= heavy) for month in over for n in [counts[one.pk, month]]))
        for one in institutions
    ]
    return sorted((row for row in rows if row.total), key=lambda row: (-row.total, row.institution.name))


@dataclass(frozen=True)
class Conflict:
    """One thing that does not fit, in a sentence, with where to mend it."""

    code: str
    sentence: str
    undertaking: int
    """Its key."""
    milestone: int | None = None
    """Key of the milestone to be moved; None: the timetable of the undertaking is to be mended."""


def conflicts(programme: Programme) -> list[Conflict]:
    """All of the programme, in the document's order."""
    ordered = own.schedules([programme.pk]).order_by("undertaking__kind", "undertaking__area__no", "undertaking__no")
    found = [conflict for schedule in ordered for conflict in of_schedule(schedule)]
    return found + list(_of_milestones(programme))


def of_schedule(schedule: Schedule) -> Iterator[Conflict]:
    undertaking = schedule.undertaking
    programme = undertaking.programme
    first, last = date(programme.year_from, 1, 1), date(programme.year_to, 12, 31)
    for sentence in (*_ends(schedule, first, last), *_recurs(schedule, first, last)):
        yield Conflict(undertaking.code, sentence, undertaking.pk)


def _ends(schedule: Schedule, first: date, last: date) -> Iterator[str]:
    end, start = schedule.ends_on, schedule.starts_on
    if end and end > last:
        yield _("Kończy się %(day)s, po ostatnim dniu programu.") % {"day": long_date(end)}
    if end and end < first:
        yield _("Kończy się %(day)s, przed pierwszym dniem programu.") % {"day": long_date(end)}
    if start and start > last:
        yield _("Zaczyna się %(day)s, po ostatnim dniu programu.") % {"day": long_date(start)}
    if start and end and end < start:
        yield _("Termin jest wcześniejszy niż początek.")
    if schedule.kind == ScheduleKind.ONCE and end and end < clock.today() and not schedule.completed_on:
        said = _("Termin minął (%(day)s), a działania nie oznaczono jako zakończone.")
        yield said % {"day": days.words(end, schedule.precision)}
    if schedule.kind == ScheduleKind.ONCE and end and schedule.precision == Precision.DAY and is_day_off(end):
        yield _("Termin %(day)s wypada w dzień wolny; najbliższy dzień roboczy to %(working)s.") % {
            "day": long_date(end),
            "working": long_date(working_day_from(end)),
        }


def _recurs(schedule: Schedule, first: date, last: date) -> Iterator[str]:
    if not schedule.rrule or schedule.starts_on is None:
        return
    if not schedule.ends_on and not recurrence.ends_by_itself(schedule.rrule):
        yield _("Powtarza się bez końca: podaj, ile razy albo do kiedy.")
    off = [day for day in own.happens_on(schedule, first, last) if is_day_off(day)]
    if off:
        words = {"n": len(off), "words": forms(len(off), _("raz,razy,razy")), "day": long_date(off[0])}
        once = len(off) == 1
        yield (
            _("Wypada w dzień wolny: %(day)s.")
            if once
            else _("Wypada w dzień wolny %(n)s %(words)s, po raz pierwszy %(day)s.")
        ) % words


def _of_milestones(programme: Programme) -> Iterator[Conflict]:
    rows = Milestone.objects.filter(undertaking__programme=programme, dropped_because="", done_on=None)
    ordered = rows.select_related("undertaking__area", "undertaking__schedule")
    for row in ordered.order_by("undertaking__kind", "undertaking__area__no", "undertaking__no", "due_on"):
        schedule = getattr(row.undertaking, "schedule", None)
        end = (schedule and schedule.ends_on) or date(programme.year_to, 12, 31)
        if row.due_on > end:
            said = _("Kamień milowy „%(name)s” (%(day)s) wypada po końcu działania (%(end)s).")
            words = {"name": row.name, "day": days.words(row.due_on, row.precision), "end": long_date(end)}
            yield Conflict(row.undertaking.code, said % words, row.undertaking_id, milestone=row.pk)
