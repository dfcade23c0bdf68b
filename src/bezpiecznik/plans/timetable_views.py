"""„Harmonogram”: month, quarter, bars, list of dates, load and conflicts. Reads only; changes are `schedule_views`."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bezpiecznik.core import clock
from bezpiecznik.core.lists import PER_PAGE, Listing, asked_format, export
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.http import Request
from bezpiecznik.plans import exports, timetable_queries
from bezpiecznik.plans.access import choose_edition, may_fill
from bezpiecznik.plans.models import Programme
from bezpiecznik.plans.options import HEAVY_MONTH
from bezpiecznik.plans.timetable import gantt as bars
from bezpiecznik.plans.timetable import grid, load
from bezpiecznik.plans.timetable.marks import Mark, MarkKind
from bezpiecznik.plans.timetable_forms import CalendarFilter, GanttFilter, ListFilter, YearFilter, month_of

SORTS = {
    "day": lambda mark: mark.day,
    "kind": lambda mark: (list(MarkKind).index(mark.kind), mark.day),
    "code": lambda mark: (mark.area is None, mark.area or 0, mark.title, mark.day),
}


@require_safe
def month(request: Request) -> HttpResponse:
    """The month as a wall calendar: `?month=2022-03`."""
    edition = choose_edition(request.user, request.GET.get("programme"))
    if edition.programme is None:
        return redirect("plans:programme")
    chosen = month_of(request.GET.get("month"))
    form = CalendarFilter(request.GET, programme=edition.programme)
    found = timetable_queries.dates(edition.programme, chosen.first, chosen.last, form.wanted(), user=request.user)
    context = {
        "month": chosen,
        "before": chosen.plus(-1),
        "after": chosen.plus(1),
        "weeks": grid.weeks(chosen, found, today=clock.today()),
        "total": len(found),
        **_around(request, edition.programme, edition.editions, form),
    }
    return answer(request, "plans/timetable_month.html", context, part="rows")


@require_safe
def quarter(request: Request) -> HttpResponse:
    """Three months side by side, day by day: `?month=` is any month of the quarter."""
    edition = choose_edition(request.user, request.GET.get("programme"))
    if edition.programme is None:
        return redirect("plans:programme")
    chosen = month_of(request.GET.get("month")).quarter
    form = CalendarFilter(request.GET, programme=edition.programme)
    found = timetable_queries.dates(
        edition.programme, chosen[0].first, chosen[2].last, form.wanted(), user=request.user
    )
    context = {
        "month": chosen[0],
        "before": chosen[0].plus(-3),
        "after": chosen[0].plus(3),
        "months": [(one, grid.by_day(_of(one, found))) for one in chosen],
        "total": len(found),
        **_around(request, edition.programme, edition.editions, form),
    }
    return answer(request, "plans/timetable_quarter.html", context, part="rows")


def _of(month: grid.Month, found: list[Mark]) -> list[Mark]:
    return [mark for mark in found if month.first <= mark.day <= month.last]


@require_safe
def gantt(request: Request) -> HttpResponse:
    """Undertakings as bars over the programme's years, or one of them."""
    edition = choose_edition(request.user, request.GET.get("programme"))
    if edition.programme is None:
        return redirect("plans:programme")
    form = GanttFilter(request.GET, programme=edition.programme)
    wanted = form.wanted()
    year = wanted.get("year")
    scale = bars.scale_of(year or edition.programme.year_from, year or edition.programme.year_to)
    context = {
        "scale": scale,
        "bars": timetable_queries.bars(edition.programme, wanted, scale),
        "fixed": timetable_queries.fixed_dates(edition.programme, scale, user=request.user),
        "without": timetable_queries.without_timetable(edition.programme),
        **_around(request, edition.programme, edition.editions, form),
    }
    return answer(request, "plans/timetable_gantt.html", context, part="rows")


@require_safe
def dates(request: Request) -> HttpResponse:
    """All dates between two days, one under another."""
    edition = choose_edition(request.user, request.GET.get("programme"))
    if edition.programme is None:
        return redirect("plans:programme")
    form = ListFilter(request.GET, programme=edition.programme)
    first, last = form.window()
    found = timetable_queries.dates(edition.programme, first, last, form.wanted(), user=request.user)
    if file_format := asked_format(request):
        return export(found, exports.DATES, name=_("terminy programu"), file_format=file_format)
    context = {
        "first": first,
        "last": last,
        "listing": _listing(request, found),
        **_around(request, edition.programme, edition.editions, form),
    }
    return answer(request, "plans/timetable_list.html", context, part="rows")


def _listing(request: Request, rows: list[Mark]) -> Listing[Any]:
    asked = request.GET.get("sort", "day")
    sort = asked if asked.removeprefix("-") in SORTS else "day"
    rows = sorted(rows, key=SORTS[sort.removeprefix("-")], reverse=sort.startswith("-"))
    page: Any = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return Listing(page, sort, len(rows))


@require_safe
def burden(request: Request) -> HttpResponse:
    """Who has how much in which month, and what in the timetable does not fit."""
    edition = choose_edition(request.user, request.GET.get("programme"))
    if edition.programme is None:
        return redirect("plans:programme")
    form = YearFilter(request.GET, programme=edition.programme)
    heavy = HEAVY_MONTH.value()
    context = {
        "year": form.chosen(),
        "heavy": heavy,
        "load": timetable_queries.load_of(edition.programme, form.chosen(), heavy=heavy, user=request.user),
        "conflicts": load.conflicts(edition.programme),
        **_around(request, edition.programme, edition.editions, form),
    }
    return answer(request, "plans/timetable_load.html", context, part="rows")


def _around(request: Request, programme: Programme, editions: tuple[Programme, ...], form: Any) -> dict[str, Any]:
    """What all views of the timetable share; the filter keeps the edition, the month and the order."""
    return {
        "programme": programme,
        "editions": editions,
        "form": form,
        "kept": {name: request.GET.get(name) for name in ("programme", "month", "sort")},
        "may_fill": may_fill(request.user, programme),
        "today": clock.today(),
    }
