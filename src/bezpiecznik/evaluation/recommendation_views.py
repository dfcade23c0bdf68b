"""Recommendations of the yearly evaluation: the list, one of them with its follow-up, and the pages that write."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import fieldhistory, journal
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.evaluation import access, exports, queries_of_recommendations, recommending
from bezpiecznik.evaluation.models import Recommendation
from bezpiecznik.evaluation.recommendation_forms import (
    EndForm,
    NoteForm,
    RecommendationFilter,
    RecommendationForm,
    ReopenForm,
)
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Programme
from bezpiecznik.plans.scopes import holds
from bezpiecznik.reporting.refusals import Refused

ORDERS = {"no": ("-year", "no"), "due": ("due_on", "-year", "no"), "state": ("state", "-year", "no")}
SAID = ("text", "undertaking", "area", "addressee", "institution", "due_on")


@require_safe
def index(request: Request) -> HttpResponse:
    readable = access.recommendations(request.user)
    form = RecommendationFilter(request.GET, years=queries_of_recommendations.years(readable))
    wanted = form.wanted()
    found = queries_of_recommendations.filtered(readable, wanted)
    if file_format := asked_format(request):
        return export(
            found.order_by("-year", "no"), exports.RECOMMENDATIONS, name=_("zalecenia"), file_format=file_format
        )
    context = {
        "listing": listing(request, found, orders=ORDERS, default="no"),
        "form": form,
        "wanted": wanted,
        "may_add": rights_of(request.user).has(Right.GRADE),
    }
    return answer(request, "evaluation/recommendations.html", context, part="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    return _page(request, access.get_recommendation(request.user, pk))


def _page(request: Request, found: Recommendation, **forms: Any) -> HttpResponse:
    may_manage = holds(request.user, Right.GRADE, found.programme_id)
    context = {
        "one": found,
        "notes": found.notes.select_related("by"),
        "may_manage": may_manage,
        "note_form": NoteForm(),
        "reopen_form": ReopenForm(),
        "changes": fieldhistory.changes(found, *SAID, "state", "outcome"),
        "history": journal.about(found)[:20],
        **forms,
    }
    return render(request, "evaluation/recommendation.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request) -> HttpResponse:
    """`?programme=` and `?year=` as the link of an evaluation gives them; else the newest programme."""
    programme = _programme(request)
    initial = {"year": request.GET.get("year"), "undertaking": request.GET.get("undertaking")}
    form = RecommendationForm(request.POST or None, programme=programme, initial=initial)
    if form.is_valid():
        try:
            made = recommending.recommend(programme, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, list(refusal.sentences))
        else:
            messages.success(request, _("Wpisano zalecenie %(no)s.") % {"no": made})
            return redirect(made)
    return render(request, "evaluation/recommend.html", {"form": form, "programme": programme})


def _programme(request: Request) -> Programme:
    programmes = access.programmes_to_recommend(request.user)
    asked = request.GET.get("programme", "")
    found = programmes.filter(pk=int(asked)).first() if asked.isdecimal() and len(asked) < 10 else programmes.first()
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    found = access.get_recommendation_to_manage(request.user, pk)
    initial = {name: getattr(found, name) for name in SAID}
    form = RecommendationForm(request.POST or None, programme=found.programme, of=found, initial=initial)
    if form.is_valid():
        try:
            recommending.change_recommendation(found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, list(refusal.sentences))
            form.see_anew(access.get_recommendation_to_manage(request.user, pk).stamp)
        else:
            messages.success(request, _("Zapisano zalecenie %(no)s.") % {"no": found})
            return redirect(found)
    return render(request, "evaluation/recommend.html", {"form": form, "programme": found.programme, "one": found})


@require_POST
def note(request: Request, pk: int) -> HttpResponse:
    found = access.get_recommendation_to_manage(request.user, pk)
    form = NoteForm(request.POST)
    try:
        if form.is_valid():
            recommending.note(found, by=request.user, **form.cleaned_data)
            messages.success(request, _("Zapisano ustalenie."))
            return redirect(f"{found.get_absolute_url()}#ustalenia")
    except Refused as refusal:
        form.add_error("on", list(refusal.sentences))
    return _page(request, found, note_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: Request, pk: int) -> HttpResponse:
    found = access.get_recommendation_to_manage(request.user, pk)
    form = EndForm(request.POST or None)
    if form.is_valid():
        try:
            recommending.end(found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, list(refusal.sentences))
        else:
            messages.success(request, _("Zakończono zalecenie %(no)s.") % {"no": found})
            return redirect(found)
    return render(request, "evaluation/end_recommendation.html", {"form": form, "one": found})


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    found = access.get_recommendation_to_manage(request.user, pk)
    form = ReopenForm(request.POST)
    try:
        if form.is_valid():
            recommending.reopen(found, by=request.user, **form.cleaned_data)
            messages.success(request, _("Otwarto ponownie zalecenie %(no)s.") % {"no": found})
            return redirect(found)
    except Refused as refusal:
        form.add_error("reason", list(refusal.sentences))
    return _page(request, found, reopen_form=form)
