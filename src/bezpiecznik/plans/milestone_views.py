"""Changes of milestones: each its own short page with one form."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.core import clock
from bezpiecznik.institutions.acts import ActPage, perform, press
from bezpiecznik.institutions.http import Request
from bezpiecznik.plans import milestones
from bezpiecznik.plans.access import get_milestone_to_manage, get_undertaking_to_fill
from bezpiecznik.plans.milestone_forms import DropForm, FinishForm, MilestoneForm, MoveForm
from bezpiecznik.plans.models import Milestone
from bezpiecznik.plans.schedule_views import crumbs, seen_now
from bezpiecznik.plans.timetabling import Outdated


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, pk: int) -> HttpResponse:
    undertaking = get_undertaking_to_fill(request.user, pk)
    form = MilestoneForm(request.POST if request.method == "POST" else None)
    page = ActPage(
        title=_("Nowy kamień milowy: %(code)s") % {"code": undertaking.code},
        act=_("Dodaj kamień milowy"),
        back=undertaking.get_absolute_url(),
        lede=undertaking.wording,
        crumbs=crumbs(undertaking),
    )
    act = partial(milestones.add_milestone, undertaking, by=request.user)
    return perform(request, form, page, act, done=_("Dodano kamień milowy."))


@require_http_methods(["GET", "HEAD", "POST"])
def move(request: Request, pk: int) -> HttpResponse:
    milestone = get_milestone_to_manage(request.user, pk)
    initial = {"due_on": milestone.due_on, "precision": milestone.precision, "version": milestone.version}
    form = MoveForm(request.POST if request.method == "POST" else None, initial=initial)
    page = _page(milestone, title=_("Przesuń kamień milowy"), act=_("Przesuń termin"))
    act = partial(milestones.move_milestone, milestone, by=request.user)
    return _perform(request, milestone, form, page, act, done=_("Przesunięto termin kamienia milowego."))


@require_http_methods(["GET", "HEAD", "POST"])
def finish(request: Request, pk: int) -> HttpResponse:
    milestone = get_milestone_to_manage(request.user, pk)
    initial = {"done_on": clock.today(), "version": milestone.version}
    form = FinishForm(request.POST if request.method == "POST" else None, initial=initial)
    page = _page(milestone, title=_("Osiągnięto kamień milowy"), act=_("Zapisz"))
    act = partial(milestones.finish_milestone, milestone, by=request.user)
    return _perform(request, milestone, form, page, act, done=_("Zapisano osiągnięcie kamienia milowego."))


@require_http_methods(["GET", "HEAD", "POST"])
def drop(request: Request, pk: int) -> HttpResponse:
    milestone = get_milestone_to_manage(request.user, pk)
    form = DropForm(request.POST if request.method == "POST" else None, initial={"version": milestone.version})
    page = _page(milestone, title=_("Rezygnacja z kamienia milowego"), act=_("Zrezygnuj"))
    act = partial(milestones.drop_milestone, milestone, by=request.user)
    return _perform(request, milestone, form, page, act, done=_("Zrezygnowano z kamienia milowego."))


@require_POST
def restore(request: Request, pk: int) -> HttpResponse:
    milestone = get_milestone_to_manage(request.user, pk)
    act = partial(milestones.restore_milestone, milestone, by=request.user)
    return press(request, act, done=_("Kamień milowy znów czeka."), to=milestone.undertaking.get_absolute_url())


def _page(milestone: Milestone, *, title: str, act: str) -> ActPage:
    return ActPage(
        title=title,
        act=act,
        back=milestone.undertaking.get_absolute_url(),
        lede=f"{milestone.undertaking.code}: {milestone.name}",
        crumbs=crumbs(milestone.undertaking),
    )


def _perform(
    request: Request, milestone: Milestone, form: forms.Form, page: ActPage, act: Callable[..., object], *, done: str
) -> HttpResponse:
    def do(**said: Any) -> None:
        try:
            act(**said)
        except Outdated:
            seen_now(form, Milestone.objects.values_list("version", flat=True).get(pk=milestone.pk))
            raise

    return perform(request, form, page, do, done=done)
