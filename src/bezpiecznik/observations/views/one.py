"""One signal: its page, entering, changing."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core import fieldhistory, journal
from bezpiecznik.institutions.http import Request
from bezpiecznik.observations import access, queries, services
from bezpiecznik.observations.forms import ObservationForm, initial_of
from bezpiecznik.observations.refusals import ObservationChanged, Refused

KEPT = (
    "kind", "title", "text", "source", "link", "happened_on", "outcome", "correction", "moved_to", "corrected",
    "answer",
)  # fmt: skip


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    observation = access.get_observation(request.user, pk)
    context = {
        "observation": observation,
        "areas": observation.areas.all(),
        "undertakings": observation.undertakings.select_related("area").in_document_order(),
        "doubles": observation.doubles.order_by("pk"),
        "alike": queries.alike(observation, access.observations_of(request.user)),
        "steps": observation.steps.select_related("by"),
        "publishable": queries.may_be_published(observation),
        "history": journal.about(observation)[:50],
        "changes": fieldhistory.changes(observation, *KEPT),
    }
    return render(request, "observations/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    """`?program=` of which programme, `?dzialanie=` and `?obszar=` what to tie it to at once."""
    programme = access.choose_programme(request.user, request.GET.get("program"))
    if programme is None:
        return render(request, "observations/no_programme.html")
    asked = {name: request.GET.getlist(key) for name, key in (("undertakings", "dzialanie"), ("areas", "obszar"))}
    initial = {name: [key for key in keys if key.isdecimal()] for name, keys in asked.items()}
    form = ObservationForm(request.POST if request.method == "POST" else None, programme=programme, initial=initial)
    if form.is_valid():
        try:
            observation = services.register_observation(
                programme,
                by=request.user,
                facts=form.facts(),
                areas=form.cleaned_data["areas"],
                undertakings=form.cleaned_data["undertakings"],
            )
        except Refused as refusal:
            form.refuse(refusal.sentences)
        else:
            messages.success(request, _("Zapisano sygnał. Możesz go od razu rozstrzygnąć."))
            return redirect(observation)
    context = {"form": form, "programme": programme, "programmes": access.programmes_of(request.user)}
    return render(request, "observations/form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    observation = access.get_observation(request.user, pk)
    if not observation.is_waiting:
        raise Http404  # no page of a settled signal leads here
    posted = request.POST if request.method == "POST" else None
    form = ObservationForm(posted, programme=observation.programme, initial=initial_of(observation))
    seen, conflict = request.POST.get("version", str(observation.version)), None
    if form.is_valid():
        try:
            services.change_observation(
                observation,
                by=request.user,
                version=int(seen) if seen.isdecimal() else 0,
                facts=form.facts(),
                areas=form.cleaned_data["areas"],
                undertakings=form.cleaned_data["undertakings"],
            )
        except Refused as refusal:
            form.refuse(refusal.sentences)
        except ObservationChanged as refusal:
            conflict, seen = refusal.current, str(refusal.current.version)
        else:
            messages.success(request, _("Zapisano zmiany."))
            return redirect(observation)
    context = {"form": form, "observation": observation, "programme": observation.programme}
    return render(request, "observations/form.html", {**context, "version": seen, "conflict": conflict})
