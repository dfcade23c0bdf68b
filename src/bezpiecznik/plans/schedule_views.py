"""Changes of the timetable: of one undertaking, of many at once, completion."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.lists import listing
from bezpiecznik.core.panels import Panel
from bezpiecznik.core.polish import forms as by_number
from bezpiecznik.institutions.acts import ActPage, perform, press
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans import timetable_queries, timetabling
from bezpiecznik.plans.access import get_programme_to_fill, get_undertaking_to_fill, may_fill
from bezpiecznik.plans.milestone_forms import CompletionForm
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.plans.timetable.told import schedule_sentence
from bezpiecznik.plans.timetable_forms import ManyFilter, ManyScheduleForm, OneScheduleForm, initial_of

ORDERS = {"no": ("kind", "area__no", "no")}
MANY_ON_PAGE = 200


@require_http_methods(["GET", "HEAD", "POST"])
def schedule(request: Request, pk: int) -> HttpResponse:
    """The timetable of one undertaking."""
    undertaking = get_undertaking_to_fill(request.user, pk)
    known = timetabling.schedule_of(undertaking)
    form = OneScheduleForm(request.POST if request.method == "POST" else None, initial=initial_of(known))
    page = ActPage(
        title=_("Termin: %(code)s") % {"code": undertaking.code},
        act=_("Zapisz termin"),
        back=undertaking.get_absolute_url(),
        crumbs=crumbs(undertaking),
        template="plans/schedule.html",
        extra={"undertaking": undertaking, "now": schedule_sentence(known), "known": known},
    )
    do = partial(_set, undertaking, form, by=request.user)
    return perform(request, form, page, do, done=_("Zapisano termin działania %(code)s.") % {"code": undertaking.code})


def _set(undertaking: Undertaking, form: OneScheduleForm, *, by: User, version: int, reason: str, **_said: Any) -> None:
    """Whoever is told that somebody else was faster sees what stands now, and the next saving goes over that."""
    try:
        timetabling.set_schedule(undertaking, form.timetable(), by=by, version=version, reason=reason)
    except timetabling.Outdated:
        seen_now(form, getattr(timetabling.schedule_of(undertaking), "version", timetabling.NEW))
        raise


def seen_now(form: Any, version: int) -> None:
    """The hidden version of a form that was refused as outdated."""
    data: QueryDict = form.data.copy()
    data["version"] = str(version)
    form.data = data


@require_http_methods(["GET", "HEAD", "POST"])
def complete(request: Request, pk: int) -> HttpResponse:
    undertaking = get_undertaking_to_fill(request.user, pk)
    known = timetabling.schedule_of(undertaking)
    initial = {"completed_on": clock.today(), "version": known.version if known else timetabling.NEW}
    form = CompletionForm(request.POST if request.method == "POST" else None, initial=initial)
    page = ActPage(
        title=_("Zakończenie działania %(code)s") % {"code": undertaking.code},
        act=_("Oznacz jako zakończone"),
        back=undertaking.get_absolute_url(),
        lede=_("Od następnego okresu nikt nie będzie proszony o sprawozdanie z tego działania. Można to cofnąć."),
        crumbs=crumbs(undertaking),
    )
    act = partial(timetabling.complete_undertaking, undertaking, by=request.user)
    return perform(request, form, page, act, done=_("Działanie oznaczono jako zakończone."))


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    undertaking = get_undertaking_to_fill(request.user, pk)
    act = partial(timetabling.reopen_undertaking, undertaking, by=request.user)
    return press(request, act, done=_("Działanie znów trwa."), to=undertaking.get_absolute_url())


@require_http_methods(["GET", "HEAD", "POST"])
def many(request: Request, pk: int) -> HttpResponse:
    """The same timetable for undertakings chosen from a list."""
    programme = get_programme_to_fill(request.user, pk)
    chooser = ManyFilter(request.GET, programme=programme)
    form = ManyScheduleForm(request.POST if request.method == "POST" else None, programme=programme)
    if form.is_valid() and (done := _set_many(request, programme, form)):
        return done
    rows = _to_choose(programme, chooser.wanted())
    context = {
        "programme": programme,
        "form": chooser,
        "many": form,
        "kept": {},
        "address": reverse("plans:set-many", args=(programme.pk,)),
        "listing": listing(request, rows, orders=ORDERS, default="no", per_page=MANY_ON_PAGE),
        "ticked": {int(key) for key in request.POST.getlist("chosen") if key.isdecimal()},
    }
    return render(request, "plans/schedule_many.html", context, status=422 if form.errors else 200)


def _to_choose(programme: Programme, wanted: dict[str, Any]) -> Any:
    found = timetable_queries.undertakings(programme, wanted).select_related("area", "schedule")
    if wanted.get("state") == "all":
        return found
    return found.filter(schedule__isnull=wanted.get("state") != "set")


def _set_many(request: Request, programme: Programme, form: ManyScheduleForm) -> HttpResponse | None:
    said = form.cleaned_data
    try:
        n = timetabling.set_many(
            said["chosen"], form.timetable(), by=request.user, over=said["over"], reason=said["reason"]
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    words = {"n": n, "words": by_number(n, _("działania,działań,działań"))}
    messages.success(request, _("Ustalono termin %(n)s %(words)s.") % words)
    return redirect("plans:set-many", programme.pk)


def crumbs(undertaking: Undertaking) -> list[tuple[str, str]]:
    programme = f"?programme={undertaking.programme_id}"
    return [
        (_("Program"), f"{reverse('plans:programme')}{programme}"),
        (_("Harmonogram"), f"{reverse('plans:timetable')}{programme}"),
        (undertaking.code, undertaking.get_absolute_url()),
    ]


def panel(user: User, undertaking: Undertaking) -> Panel | None:
    """„Terminy” on the page of an undertaking."""
    terms, manages = timetable_queries.terms_of(undertaking), may_fill(user, undertaking.programme)
    if not (terms.schedule or terms.milestones or manages):
        return None
    context = {
        "terms": terms,
        "sentence": schedule_sentence(terms.schedule),
        "undertaking": undertaking,
        "may_fill": manages,
        "today": clock.today(),
    }
    return Panel(_("Terminy"), "plans/_terms_panel.html", context, weight=-10)
