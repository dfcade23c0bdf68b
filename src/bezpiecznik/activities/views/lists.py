"""Lists: all activities, the calendar, inspections, and what waits for an answer."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bezpiecznik.activities import access, exports, queries
from bezpiecznik.activities.forms import ActivityFilter, HeldForm, InspectionFilter
from bezpiecznik.activities.models import ActivityQuerySet
from bezpiecznik.core import clock
from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Institution

ORDERS: dict[str, Sequence[Any]] = {
    "day": ("starts_on", "starts_at"),
    "title": (polish("title"),),
    "people": ("participants",),
    "institution": (polish("institution__name"),),
}
MONTH_DIGITS = 7


@require_safe
def index(request: Request) -> HttpResponse:
    """All that the person may read, newest first."""
    readable = access.activities_of(request.user).standing()
    form = ActivityFilter(request.GET, **_offered(readable))
    found = queries.with_links(queries.chosen(readable, form.wanted()))
    if file_format := asked_format(request):
        rows = found.order_by("-starts_on", "-pk")
        return export(rows, exports.ACTIVITIES, name=_("działalność"), file_format=file_format)
    context = {**_listed(request, found), **_around(request), "form": form, "wanted": form.wanted()}
    return answer(request, "activities/list.html", context, part="rows")


@require_safe
def inspections(request: Request) -> HttpResponse:
    """What is to be checked, what was, what was found, and what of the plan is late."""
    readable = queries.inspections(access.activities_of(request.user))
    form = InspectionFilter(request.GET, **_offered(readable))
    chosen = queries.chosen(readable, form.wanted())
    found = queries.with_links(chosen)
    if file_format := asked_format(request):
        rows = found.order_by("-starts_on", "-pk")
        return export(rows, exports.ACTIVITIES, name=_("kontrole"), file_format=file_format)
    context = {
        **_listed(request, found),
        **_around(request),
        "form": form,
        "wanted": form.wanted(),
        "plan": queries.plan_of(chosen),
    }
    return answer(request, "activities/inspections.html", context, part="rows")


@require_safe
def calendar(request: Request) -> HttpResponse:
    """A month: `?miesiac=2023-05`."""
    readable = access.activities_of(request.user).standing()
    form = ActivityFilter(request.GET, **_offered(readable))
    wanted = {name: value for name, value in form.wanted().items() if name in {"kind", "institution", "state"}}
    month = queries.month_of(queries.chosen(readable, wanted), _month(request.GET.get("miesiac", "")))
    context = {"month": month, "form": form, "today": clock.today(), **_around(request)}
    return render(request, "activities/calendar.html", context)


@require_safe
def unanswered(request: Request) -> HttpResponse:
    """Planned activities whose day has passed, each with its two answers."""
    waiting = access.writable(request.user).unanswered(clock.today())
    if own := access.own_institutions(request.user):
        waiting = waiting.filter(institution__in=own)
    rows = queries.with_links(waiting).order_by("starts_on", "pk")
    forms = [(row, HeldForm(auto_id=f"id_%s_{row.pk}")) for row in rows]
    return render(request, "activities/unanswered.html", {"rows": forms, **_around(request)})


def _listed(request: Request, found: ActivityQuerySet) -> dict[str, Any]:
    return {"listing": listing(request, found, orders=ORDERS, default="-day")}


def _offered(readable: ActivityQuerySet) -> dict[str, Any]:
    """What the filters offer: only bodies and undertakings of activities that the person may read."""
    bodies = Institution.objects.filter(pk__in=queries.bodies_in(readable)).in_polish_order()
    return {"institutions": bodies, "undertakings": queries.used_in(readable)}


def _around(request: Request) -> dict[str, Any]:
    own = access.own_institutions(request.user)
    return {
        "may_add": bool(own) or access.is_office(request.user),
        "reads_all": access.reads_all(request.user),
        "today": clock.today(),
    }


def _month(asked: str) -> date:
    """The first day of the month asked for; of this month for what is no month."""
    try:
        return date.fromisoformat(f"{asked}-01") if len(asked) == MONTH_DIGITS else clock.today().replace(day=1)
    except ValueError:
        return clock.today().replace(day=1)
