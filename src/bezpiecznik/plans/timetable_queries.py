"""What the pages of the timetable read: dates that fit a filter, bars, load."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.polish import search_text
from bezpiecznik.core.search import holds, matching
from bezpiecznik.plans.models import (
    DateMove,
    Milestone,
    Programme,
    ProgrammeState,
    Responsibility,
    Schedule,
    StatutoryDate,
    Undertaking,
    UndertakingQuerySet,
)
from bezpiecznik.plans.queries import institutions_of, with_duties
from bezpiecznik.plans.timetable import gantt, load, own
from bezpiecznik.plans.timetable.marks import Mark, MarkKind, Question, marks
from bezpiecznik.plans.timetable.statutory import Coming, coming

OVERDUE = "overdue"
FIXED = (MarkKind.STATUTORY, MarkKind.REPORT)
"""What stands on the bars as lines for everybody: dates of the law, and until when reports are sent."""


def dates(programme: Programme, first: date, last: date, wanted: dict[str, Any], *, user: User) -> list[Mark]:
    """Dates of the programme between the days that fit the filter (`q`, `area`, `institution`, `kind`, `state`)."""
    institution = wanted.get("institution")
    own_only = frozenset({institution.pk}) if institution else None
    asked = Question(frozenset({programme.pk}), first, last, own_only, user)
    return [mark for mark in marks(asked) if _fits(mark, wanted)]


def _fits(mark: Mark, wanted: dict[str, Any]) -> bool:
    area, query = wanted.get("area"), wanted.get("q", "")
    return (
        (not area or mark.area == area.no)
        and wanted.get("kind", mark.kind) == mark.kind
        and (wanted.get("state") != OVERDUE or mark.is_overdue)
        and (not query or mark.code == query.strip() or holds(search_text(mark.title, mark.detail), query))
    )


def undertakings(programme: Programme, wanted: dict[str, Any]) -> UndertakingQuerySet:
    """Those of the programme that stand and fit `q`, `area` and `institution`, in the document's order."""
    found = matching(programme.undertakings.in_force(), wanted.get("q", ""))
    if area := wanted.get("area"):
        found = found.filter(area=area)
    if institution := wanted.get("institution"):
        duties = Responsibility.objects.in_force().filter(undertaking=OuterRef("pk"), institution=institution)
        found = found.filter(Exists(duties))
    return found.in_document_order()


def bars(programme: Programme, wanted: dict[str, Any], scale: gantt.Scale) -> list[gantt.Bar]:
    """Bars of undertakings that fit the filter (also `kind` of a timetable, `state`)."""
    alive = Milestone.objects.filter(dropped_because="")
    rows = with_duties(undertakings(programme, wanted)).select_related("area", "programme")
    rows = rows.prefetch_related(Prefetch("milestones", queryset=alive, to_attr="alive_milestones"))
    found = gantt.bars(rows, list(own.schedules([programme.pk])), scale)
    if kind := wanted.get("kind"):
        found = [bar for bar in found if bar.schedule and bar.schedule.kind == kind]
    return [bar for bar in found if bar.is_late] if wanted.get("state") == OVERDUE else found


def without_timetable(programme: Programme) -> int:
    """How many undertakings have none."""
    return programme.undertakings.in_force().filter(schedule=None).count()


def fixed_dates(programme: Programme, scale: gantt.Scale, *, user: User) -> list[tuple[str, Mark]]:
    """Statutory dates and those of reporting periods on the scale of the bars."""
    asked = Question(frozenset({programme.pk}), scale.first, scale.last, None, user)
    return gantt.fixed((mark for mark in marks(asked) if not mark.code and mark.kind in FIXED), scale)


@dataclass(frozen=True)
class Load:
    months: Sequence[load.Month]
    rows: list[load.Row]

    @property
    def sentences(self) -> list[str]:
        return [sentence for row in self.rows for sentence in row.sentences()]


def load_of(programme: Programme, year: int, *, heavy: int, user: User) -> Load:
    """How many dates each institution of the programme has in each month of the year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = marks(Question(frozenset({programme.pk}), first, last, None, user))
    over = load.months(first, last)
    return Load(over, load.load(found, list(institutions_of(programme)), over, heavy=heavy))


def coming_statutory(rows: Iterable[StatutoryDate]) -> list[Coming]:
    """Statutory dates with their next days, the nearest first."""
    years = Programme.objects.filter(state=ProgrammeState.IN_FORCE).values_list("year_to", flat=True)
    return coming(rows, clock.today(), list(years))


@dataclass(frozen=True)
class Terms:
    """The timetable of one undertaking as its page shows it."""

    schedule: Schedule | None
    coming: list[Mark]
    milestones: list[Milestone]
    moves: list[DateMove]


SHOWN = 3


def terms_of(undertaking: Undertaking) -> Terms:
    schedule = own.schedules([undertaking.programme_id]).filter(undertaking=undertaking).first()
    moves = undertaking.date_moves.select_related("milestone", "by").order_by("-pk")
    return Terms(schedule, _coming(schedule), list(undertaking.milestones.all()), list(moves))


def _coming(schedule: Schedule | None) -> list[Mark]:
    """The next days of a recurring one and the reports after them."""
    if schedule is None or schedule.completed_on:
        return []
    today = clock.today()
    asked = Question(frozenset({schedule.undertaking.programme_id}), today, date(today.year + 5, 12, 31))
    found: Iterable[Mark] = own.of_schedule(schedule, asked)
    return sorted(found, key=lambda mark: mark.day)[:SHOWN]
