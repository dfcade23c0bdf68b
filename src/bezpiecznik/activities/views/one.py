"""One activity: its page, entering, changing, and what becomes of it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.activities import access, disclosure, joining_access, pairs, queries, services
from bezpiecznik.activities.forms import ActivityForm, FilesForm, HeldForm, ReasonForm, initial_again, initial_of
from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.panels import panels
from bezpiecznik.activities.refusals import ActivityChanged, Refused
from bezpiecznik.activities.views.answers import saying
from bezpiecznik.core import clock, fieldhistory, journal
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Institution

KEPT = (
    "kind", "state", "title", "description", "place", "starts_on", "starts_at", "ends_on", "audience", "times",
    "participants", "found", "sanctioned", "public",
)  # fmt: skip
NEXT = "next"
"""The name of the button that saves and opens an empty form."""


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    activity = access.get_activity(request.user, pk)
    writes = access.may_write(request.user, activity)
    context = {
        "activity": activity,
        "bodies": activity.bodies.select_related("institution"),
        "links": activity.undertakings.select_related("undertaking__area", "undertaking__programme"),
        "pictures": queries.pictures(activity),
        "documents": queries.documents(activity),
        "writes": writes,
        "joined": pairs.joined_into(activity),
        "writable": set(access.writable(request.user).filter(joined_into=activity).values_list("pk", flat=True)),
        "readable": set(access.activities_of(request.user).filter(joined_into=activity).values_list("pk", flat=True)),
        "like": joining_access.pairs_like(request.user, activity) if writes and not activity.joined_into_id else [],
        "office": writes and access.is_office(request.user),
        "hindrances": disclosure.hindrances(activity) if writes else [],
        "suspect": bool(writes and disclosure.findings(activity)),
        "held": HeldForm(initial={"participants": activity.participants}),
        "may_be_held": activity.starts_on <= clock.today(),
        "files": FilesForm(),
        "panels": panels(request.user, activity),
        "history": journal.about(activity)[:50],
        "changes": fieldhistory.changes(activity, *KEPT, words={"public": _yes_or_no}),
    }
    return render(request, "activities/detail.html", context)


def _yes_or_no(value: bool) -> str:
    return _("tak") if value else _("nie")


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    """`?podmiot=` whose it is, `?wzor=` what to repeat, `?dzialanie=` and `?rodzaj=` what to choose at once."""
    institution = access.institution_to_write(request.user, request.GET.get("podmiot"))
    possible = access.institutions_to_write(request.user)
    if institution is None:
        kept = [(name, value) for name in ("dzialanie", "rodzaj") for value in request.GET.getlist(name)]
        return render(request, "activities/choose.html", {"institutions": possible, "kept": kept})
    form = _form(request, institution, initial=_suggested(request))
    if form.is_valid():
        try:
            activity = services.create_activity(
                institution,
                by=request.user,
                facts=form.facts(),
                undertakings=form.cleaned_data["undertakings"],
                others=form.cleaned_data["others"],
            )
        except Refused as refusal:
            form.refuse(refusal.sentences)
        else:
            return _entered(request, form, activity)
    context = {"form": form, "institution": institution, "possible": possible}
    return render(request, "activities/form.html", context)


def _suggested(request: Request) -> dict[str, Any]:
    """What the address asks to begin with; values that make no sense are left out by the form."""
    if (pattern := request.GET.get("wzor", "")).isdecimal():
        return initial_again(access.get_activity(request.user, int(pattern)))
    chosen = [key for key in request.GET.getlist("dzialanie") if key.isdecimal()]
    return {"undertakings": chosen, "kind": request.GET.get("rodzaj", "")}


def _entered(request: Request, form: ActivityForm, activity: Activity) -> HttpResponse:
    _after_saving(request, form, activity)
    messages.success(request, _("Zapisano: %(title)s.") % {"title": activity.title})
    if NEXT in request.POST:
        return redirect(f"{reverse('activities:create')}?podmiot={activity.institution_id}")
    return redirect(activity)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    activity = access.get_activity_to_write(request.user, pk)
    form = _form(request, activity.institution, initial=initial_of(activity), activity=activity)
    seen = request.POST.get("version", str(activity.version))
    conflict = None
    if form.is_valid():
        try:
            changed = services.change_activity(
                activity,
                by=request.user,
                version=int(seen) if seen.isdecimal() else 0,
                facts=form.facts(),
                undertakings=form.cleaned_data["undertakings"],
                others=form.cleaned_data["others"],
            )
        except Refused as refusal:
            form.refuse(refusal.sentences)
        except ActivityChanged as refusal:
            conflict, seen = refusal.current, str(refusal.current.version)
        else:
            _after_saving(request, form, changed)
            messages.success(request, _("Zapisano zmiany."))
            return redirect(activity)
    context = {"form": form, "activity": activity, "institution": activity.institution}
    return render(request, "activities/form.html", {**context, "version": seen, "conflict": conflict})


def _form(
    request: Request, institution: Institution, *, initial: dict[str, Any], activity: Activity | None = None
) -> ActivityForm:
    offered = list(access.undertakings_to_choose(request.user, institution))
    if activity:
        known = {one.pk for one in offered}
        links = activity.undertakings.select_related("undertaking__area")
        offered = [link.undertaking for link in links if link.undertaking_id not in known] + offered
    posted = request.method == "POST"
    return ActivityForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        institution=institution,
        undertakings=offered,
        others=Institution.objects.active().in_polish_order(),
        must_choose=access.must_choose_undertaking(request.user, institution),
        initial=initial,
    )


def _after_saving(request: Request, form: ActivityForm, activity: Activity) -> None:
    """Files, and whether residents see it; what cannot be done is told, and what was typed is saved all the same."""
    people = form.cleaned_data["shows_people"]
    for name, data in form.cleaned_data["attached"]:
        _try(request, partial(services.add_file, activity, by=request.user, data=data, name=name, shows_people=people))
    if form.cleaned_data["public"] and not activity.public:
        _try(request, partial(services.show_activity, activity, by=request.user))
    elif activity.public and not form.cleaned_data["public"]:
        services.hide_activity(activity, by=request.user)


def _try(request: Request, write: Callable[[], object]) -> None:
    try:
        write()
    except Refused as refusal:
        for sentence in refusal.sentences:
            messages.warning(request, sentence)


@require_POST
def held(request: Request, pk: int) -> HttpResponse:
    activity = access.get_activity_to_write(request.user, pk)
    form = HeldForm(request.POST)
    people = form.cleaned_data["participants"] if form.is_valid() else None
    with saying(request, _("Zapisano, że się odbyła: %(title)s.") % {"title": activity.title}):
        services.mark_held(activity, by=request.user, participants=people)
    if access.writable(request.user).unanswered(clock.today()).exists() and "lista" in request.POST:
        return redirect("activities:unanswered")
    return redirect(activity)


@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: Request, pk: int) -> HttpResponse:
    activity = access.get_activity_to_write(request.user, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with saying(request, _("Odwołano. Możesz to cofnąć na tej stronie.")):
            services.cancel_activity(activity, by=request.user, **form.cleaned_data)
        return redirect(activity)
    return render(request, "activities/cancel.html", {"form": form, "activity": activity})


@require_POST
def reinstate(request: Request, pk: int) -> HttpResponse:
    activity = access.get_activity_to_write(request.user, pk)
    with saying(request, _("Cofnięto odwołanie.")):
        services.reinstate_activity(activity, by=request.user)
    return redirect(activity)
