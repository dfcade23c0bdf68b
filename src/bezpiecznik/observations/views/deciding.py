"""What becomes of a signal."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.institutions.http import Request
from bezpiecznik.observations import access, queries, services
from bezpiecznik.observations.forms import AnswerForm, ReasonForm
from bezpiecznik.observations.refusals import ObservationChanged, Refused
from bezpiecznik.observations.views.answers import saying


@require_POST
def consider(request: Request, pk: int) -> HttpResponse:
    observation = access.get_observation(request.user, pk)
    with saying(request, _("Sygnał jest rozpatrywany.")):
        services.consider(observation, by=request.user)
    return redirect(observation)


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: Request, pk: int) -> HttpResponse:
    """A correction or a reasoned „bez zmian”."""
    observation = access.get_observation(request.user, pk)
    if request.method != "POST" and not observation.is_waiting:
        return redirect(observation)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        observation=observation,
        publishable=queries.may_be_published(observation),
        initial={"answer": observation.answer, "corrected": observation.corrected},
    )
    seen, conflict = request.POST.get("version", str(observation.version)), None
    if form.is_valid():
        try:
            version = int(seen) if seen.isdecimal() else 0
            services.answer(observation, by=request.user, version=version, answer=form.given())
        except Refused as refusal:
            form.refuse(refusal.sentences)
        except ObservationChanged as refusal:
            conflict, seen = refusal.current, str(refusal.current.version)
        else:
            messages.success(request, _("Rozstrzygnięto sygnał."))
            return redirect(observation)
    context = {"form": form, "observation": observation, "version": seen, "conflict": conflict}
    return render(request, "observations/answer.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def reopen(request: Request, pk: int) -> HttpResponse:
    observation = access.get_observation(request.user, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with saying(request, _("Sygnał znów jest rozpatrywany.")):
            services.reopen(observation, by=request.user, **form.cleaned_data)
        return redirect(observation)
    return render(request, "observations/reopen.html", {"form": form, "observation": observation})


@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: Request, pk: int) -> HttpResponse:
    observation = access.get_observation(request.user, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with saying(request, _("Pominięto sygnał. Możesz do niego wrócić na tej stronie.")):
            services.set_aside(observation, by=request.user, **form.cleaned_data)
        return redirect(observation)
    return render(request, "observations/set_aside.html", {"form": form, "observation": observation})


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: Request, pk: int, main: int) -> HttpResponse:
    """Asks first, with both beside each other."""
    observation, kept = access.get_observation(request.user, pk), access.get_observation(request.user, main)
    if request.method == "POST":
        with saying(request, _("Połączono. Rozstrzygnięcie tego sygnału obejmie oba.")):
            services.merge(observation, kept, by=request.user)
        return redirect(kept)
    return render(request, "observations/merge.html", {"observation": observation, "main": kept})
