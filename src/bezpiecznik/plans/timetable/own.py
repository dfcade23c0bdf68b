"""The plan's own dates: occurrences and ends of undertakings, reports after them, milestones, statutory dates."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.plans.models import (
    Milestone,
    Precision,
    Programme,
    Responsibility,
    Schedule,
    ScheduleKind,
    StatutoryDate,
    Undertaking,
)
from bezpiecznik.plans.timetable import recurrence
from bezpiecznik.plans.timetable.deadlines import report_deadline
from bezpiecznik.plans.timetable.marks import Mark, MarkKind, Question
from bezpiecznik.plans.timetable.statutory import statutory_days

TITLE_LENGTH = 110


def of_undertakings(asked: Question) -> Iterator[Mark]:
    for schedule in schedules(asked.programmes):
        yield from of_schedule(schedule, asked)


def of_schedule(schedule: Schedule, asked: Question) -> Iterator[Mark]:
    """Dates of one timetable, with the reports that are due after them."""
    for day in happens_on(schedule, asked.first, asked.last):
        yield _mark(schedule, MarkKind.OCCURRENCE if schedule.rrule else MarkKind.END, day)
    if schedule.report_within is not None:
        yield from _reports(schedule, asked)


def happens_on(schedule: Schedule, first: date, last: date) -> list[date]:
    """Days on which a recurring undertaking falls; for others the day by which it ends. Nothing after completion."""
    if not schedule.rrule or schedule.starts_on is None:
        end = schedule.ends_on
        return [end] if end and first <= end <= last else []
    ends = (schedule.ends_on, schedule.completed_on, _programme_end(schedule))
    last = min(last, *(day for day in ends if day))
    return recurrence.occurrences(schedule.rrule, schedule.starts_on, first, last)


def _programme_end(schedule: Schedule) -> date | None:
    """Without an end of its own an undertaking ends with the programme."""
    return None if schedule.ends_on else date(schedule.undertaking.programme.year_to, 12, 31)


def _reports(schedule: Schedule, asked: Question) -> Iterator[Mark]:
    """Reports due in the window, also after what happened before it."""
    happened = happens_on(schedule, date.min, asked.last) if schedule.rrule else []
    completed = schedule.completed_on or schedule.ends_on
    for day in happened or ([completed] if completed else []):
        deadline = report_deadline(day, schedule.report_within, schedule.report_unit)
        if deadline and asked.first <= deadline.day <= asked.last:
            yield _report(schedule, day, deadline.day, deadline.working_day)


def _report(schedule: Schedule, happened: date, due: date, working: date) -> Mark:
    note = ""
    if due != working:
        note = _("Dzień wolny: urzędy pracują od %(day)s.") % {"day": f"{working:%d.%m.%Y}"}
    suffix = f"{happened:%Y%m%d}" if schedule.rrule else "end"
    return _of_undertaking(
        schedule.undertaking,
        key=f"report-{schedule.pk}-{suffix}",
        day=due,
        kind=MarkKind.REPORT,
        title=_("Sprawozdanie z działania %(code)s") % {"code": schedule.undertaking.code},
        detail=note,
        revision=schedule.version,
        changed_at=schedule.touched_at,  # type: ignore[attr-defined]
    )


def _mark(schedule: Schedule, kind: MarkKind, day: date) -> Mark:
    single = kind == MarkKind.END
    done = single and schedule.completed_on is not None
    late = single and not done and day < clock.today()
    return _of_undertaking(
        schedule.undertaking,
        key=f"end-{schedule.pk}" if single else f"occurrence-{schedule.pk}-{day:%Y%m%d}",
        day=day,
        kind=kind,
        title=f"{schedule.undertaking.code}. {Truncator(schedule.undertaking.wording).chars(TITLE_LENGTH)}",
        precision=schedule.precision if single else Precision.DAY,
        is_done=done,
        is_overdue=late and schedule.kind == ScheduleKind.ONCE,
        revision=schedule.version,
        changed_at=schedule.touched_at,  # type: ignore[attr-defined]
    )


def _of_undertaking(undertaking: Undertaking, **said: object) -> Mark:
    area = undertaking.area.no if undertaking.area else None
    return Mark(
        url=undertaking.get_absolute_url(),
        programme=undertaking.programme_id,
        institutions=bodies(undertaking.responsibilities.all()),
        code=undertaking.code,
        area=area,
        **said,  # type: ignore[arg-type]
    )


def bodies(duties: Iterable[Responsibility]) -> frozenset[int]:
    """Institutions with these duties, and those that answer for them."""
    pairs = [(duty.institution_id, duty.institution.reports_through_id) for duty in duties]
    return frozenset(key for pair in pairs for key in pair if key)


def schedules(programmes: Iterable[int]) -> QuerySet[Schedule]:
    """Timetables of undertakings that stand in these programmes, with all that their dates are told with."""
    rows = Schedule.objects.filter(_standing(), undertaking__programme__in=programmes).annotate(
        touched_at=last_change(Schedule)
    )
    return rows.select_related("undertaking__area", "undertaking__programme").prefetch_related(
        Prefetch("undertaking__responsibilities", queryset=_duties())
    )


def last_change(model: Any) -> Subquery:
    """When the row was last saved, as its history says; None for rows made in bulk."""
    kept = model.history.model.objects.filter(id=OuterRef("pk")).order_by("-history_date")
    return Subquery(kept.values("history_date")[:1])


def _standing() -> Q:
    return Q(undertaking__withdrawn_on=None) | Q(undertaking__withdrawn_on__gt=clock.today())


def _duties() -> QuerySet[Responsibility]:
    return Responsibility.objects.in_force().select_related("institution")


def of_milestones(asked: Question) -> Iterator[Mark]:
    rows = Milestone.objects.filter(
        _standing(),
        undertaking__programme__in=asked.programmes,
        dropped_because="",
        due_on__range=(asked.first, asked.last),
    ).annotate(touched_at=last_change(Milestone))
    rows = rows.select_related("undertaking__area")
    for row in rows.prefetch_related(Prefetch("undertaking__responsibilities", queryset=_duties())):
        yield _of_undertaking(
            row.undertaking,
            key=f"milestone-{row.pk}",
            day=row.due_on,
            kind=MarkKind.MILESTONE,
            title=f"{row.undertaking.code}: {Truncator(row.name).chars(TITLE_LENGTH)}",
            precision=row.precision,
            is_done=row.done_on is not None,
            is_overdue=row.done_on is None and row.due_on < clock.today(),
            revision=row.version,
            changed_at=row.touched_at,
        )


def of_the_law(asked: Question) -> Iterator[Mark]:
    years = Programme.objects.filter(pk__in=asked.programmes).values_list("year_to", flat=True)
    ends = [date(year, 12, 31) for year in years]
    for row in StatutoryDate.objects.filter(active=True).annotate(touched_at=last_change(StatutoryDate)):
        for day in statutory_days(row, asked.first, asked.last, programme_ends=ends):
            yield Mark(
                key=f"statutory-{row.pk}-{day:%Y%m%d}",
                day=day,
                kind=MarkKind.STATUTORY,
                title=row.name,
                detail=row.source,
                url=f"{reverse('plans:statutory')}#termin-{row.pk}",
                revision=row.version,
                changed_at=row.touched_at,  # type: ignore[attr-defined]
            )
