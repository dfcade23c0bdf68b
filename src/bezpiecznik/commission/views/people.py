"""Who is asked to a meeting, who comes: invitations, answers, guests, the list to sign."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.commission import access
from bezpiecznik.commission.forms.meetings import AnswerForm, GuestForm, InviteForm
from bezpiecznik.commission.meeting_options import INVITE_DAYS
from bezpiecznik.commission.meeting_states import Answer
from bezpiecznik.commission.queries import meetings as queries
from bezpiecznik.commission.services import inviting as services
from bezpiecznik.commission.views.meeting_answers import READ_OR_ACT, accepted, saying
from bezpiecznik.institutions.http import Request


@require_http_methods(READ_OR_ACT)
def invite(request: Request, pk: int) -> HttpResponse:
    """The last look: whom, how and with what agenda."""
    meeting = access.get_meeting_to_manage(request.user, pk)
    form = InviteForm(request.POST if request.method == "POST" else None)
    if accepted(form, lambda: services.invite(meeting, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Zaproszenia są wysłane. Pisma dla osób bez e-maila czekają w projektach pism."))
        return redirect(meeting)
    context = {
        "meeting": meeting,
        "form": form,
        "members": queries.sitting_on(meeting).select_related("institution", "user"),
        "guests": meeting.attendance.filter(membership=None),
        "items": meeting.items.all(),
        "least": INVITE_DAYS.value(),
    }
    return render(request, "commission/invite.html", context)


@require_http_methods(READ_OR_ACT)
def people(request: Request, pk: int) -> HttpResponse:
    """Everybody on the list with their answer; a form for a guest."""
    meeting = access.get_meeting_to_manage(request.user, pk)
    form = GuestForm(request.POST or None)
    if accepted(form, lambda: services.add_guest(meeting, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Dodano gościa."))
        return redirect("commission:people", pk)
    rows = list(meeting.attendance.select_related("letter", "membership__institution"))
    context = {
        "meeting": meeting,
        "rows": rows,
        "quorum": queries.quorum_now(meeting, rows),
        "answers": Answer.choices,
        "form": form,
    }
    return render(request, "commission/people.html", context)


@require_POST
def answer(request: Request, pk: int) -> HttpResponse:
    """What a person said: they themselves, or the office for them."""
    place, form = access.get_place_to_answer(request.user, pk), AnswerForm(request.POST)
    with saying(request, _("Zapisano odpowiedź.")):
        if form.is_valid():
            services.note_answer(place, by=request.user, **form.cleaned_data)
    office = access.may_manage(request.user) and "office" in request.POST
    return redirect("commission:people", place.meeting_id) if office else redirect(place.meeting)


@require_POST
def remove_guest(request: Request, pk: int) -> HttpResponse:
    place = access.get_place_to_manage(request.user, pk)
    with saying(request, _("Usunięto z listy: %(name)s.") % {"name": place.name}):
        services.remove_guest(place, by=request.user)
    return redirect("commission:people", place.meeting_id)


@require_safe
def list_to_sign(request: Request, pk: int) -> HttpResponse:
    """The attendance list on paper: a line for each signature."""
    meeting = access.get_meeting_to_manage(request.user, pk)
    context = {"meeting": meeting, "rows": list(meeting.attendance.all()) or queries.expected(meeting)}
    return render(request, "commission/list_to_sign.html", context)
