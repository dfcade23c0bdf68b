"""One motion: its page, its words, its files."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.activities.queries import undertakings_for
from bezpiecznik.core import clock
from bezpiecznik.files.http import download
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.motions import access, queries, services
from bezpiecznik.motions.content import missing
from bezpiecznik.motions.forms import FilesForm, MotionForm, PaperForm
from bezpiecznik.motions.models import Motion
from bezpiecznik.motions.services.letters import wanted_now
from bezpiecznik.motions.views.answers import READ_OR_ACT, done_by, saying, seen


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    motion = access.get_motion(request.user, pk)
    steps = queries.steps_of(motion)
    today = clock.today()
    ended = clock.day_of(motion.decided_at) if motion.decided_at else today
    context = {
        "motion": motion,
        "clock": queries.card(motion, today).clock,
        "steps": steps,
        "days": queries.working_days_of(steps, until=ended) if motion.number else None,
        "areas": motion.areas.order_by("no"),
        "undertakings": motion.undertakings.select_related("area").order_by("kind", "area__no", "no"),
        "files": queries.files_of(motion),
        "letters": queries.letters_of(motion),
        "effects": motion.effects.select_related("by").order_by("-pk"),
        "lacks": missing(motion) if motion.is_writable else [],
        "attach": FilesForm(),
        **_roles(request, motion),
        "letter_wanted": wanted_now(motion),
    }
    return render(request, "motions/detail.html", context)


def _roles(request: Request, motion: Motion) -> dict[str, Any]:
    """What the person may do here: decides which acts the page offers."""
    user = request.user
    rights = rights_of(user)
    return {
        "writes": access.writes(user, motion),
        "own": motion.institution_id in access.own_institutions(user),
        "office": access.is_office(user),
        "decides": access.decides(user),
        "reads_letters": rights.has(Right.MANAGE_LETTERS),
        "reads_opinions": rights.has(Right.READ_COMMISSION),
        "amends": rights.has(Right.MANAGE_PLAN),
    }


@require_http_methods(READ_OR_ACT)
def new(request: Request) -> HttpResponse:
    institution = access.institution_to_write(request.user)
    form = MotionForm(
        request.POST if request.method == "POST" else None, undertakings=undertakings_for(institution)
    )  # fmt: skip
    if form.is_valid():
        motion = services.draft_motion(institution, form.content(), about=form.about(), by=request.user)
        messages.success(request, _("Zapisano projekt wniosku. Nikt poza Wami go nie widzi, dopóki go nie złożycie."))
        return redirect(motion)
    return render(request, "motions/form.html", {"form": form, "institution": institution})


@require_http_methods(READ_OR_ACT)
def edit(request: Request, pk: int) -> HttpResponse:
    motion = access.get_motion_to_write(request.user, pk)
    if not motion.is_writable:
        messages.error(request, _("Treść można zmieniać w projekcie i we wniosku zwróconym do uzupełnienia."))
        return redirect(motion)
    form = MotionForm(
        request.POST if request.method == "POST" else None, initial=_kept(motion),
        undertakings=undertakings_for(motion.institution),
    )  # fmt: skip
    if form.is_valid() and done_by(form, lambda: _changed(request, motion, form)):
        messages.success(request, _("Zapisano wniosek."))
        return redirect(motion)
    context = {"form": form, "institution": motion.institution, "motion": motion}
    return render(request, "motions/form.html", context, status=422 if form.errors else 200)


def _changed(request: Request, motion: Motion, form: MotionForm) -> Motion:
    return services.change_motion(motion, form.content(), about=form.about(), seen=form.seen, by=request.user)


def _kept(motion: Motion) -> dict[str, Any]:
    names = ("title", "proposal", "justification", "cost", "cost_note")
    return {
        **{name: getattr(motion, name) for name in names},
        "areas": motion.areas.all(),
        "undertakings": motion.undertakings.all(),
        **seen(motion),
    }


@require_http_methods(READ_OR_ACT)
def paper(request: Request) -> HttpResponse:
    """The office enters what came on paper."""
    possible = access.institutions_on_paper(request.user)
    form = PaperForm(request.POST if request.method == "POST" else None, institutions=possible)
    if form.is_valid():
        motion = done_by(
            form,
            lambda: services.enter_paper(
                form.cleaned_data["institution"], form.content(), about=form.about(), by=request.user, **form.paper()
            ),
        )
        if motion:
            messages.success(request, _("Wpisano wniosek do rejestru. Można go teraz sprawdzić."))
            return redirect(motion)
    return render(request, "motions/form.html", {"form": form, "paper": True})


@require_http_methods(READ_OR_ACT)
def delete(request: Request, pk: int) -> HttpResponse:
    motion = access.get_motion_to_write(request.user, pk)
    if request.method != "POST":
        return render(request, "motions/delete.html", {"motion": motion})
    with saying(request, _("Usunięto projekt wniosku.")):
        services.delete_draft(motion, by=request.user)
        return redirect("motions:list")
    return redirect(motion)


@require_POST
def add_files(request: Request, pk: int) -> HttpResponse:
    """Each file on its own: one that cannot be kept does not stop the others."""
    motion = access.get_motion_to_write(request.user, pk)
    form = FilesForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Wybierz plik."))
        return redirect(motion)
    for name, data in form.cleaned_data["attached"]:
        with saying(request, _("Dołączono plik „%(name)s”.") % {"name": name}):
            services.add_file(motion, by=request.user, data=data, name=name)
    return redirect(motion)


@require_safe
def file(request: Request, pk: int) -> HttpResponseBase:
    beside = access.get_file(request.user, pk)
    return download(beside.file, name=beside.name)


@require_http_methods(READ_OR_ACT)
def remove_file(request: Request, pk: int) -> HttpResponse:
    beside = access.get_file_to_write(request.user, pk)
    if request.method != "POST":
        return render(request, "motions/remove_file.html", {"beside": beside, "motion": beside.motion})
    with saying(request, _("Usunięto plik „%(name)s”.") % {"name": beside.name}):
        services.remove_file(beside, by=request.user)
    return redirect(beside.motion)
