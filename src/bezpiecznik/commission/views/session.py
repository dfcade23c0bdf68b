"""One page for the meeting as it goes: who is there, what is said, decided, voted."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.commission import access
from bezpiecznik.commission.forms.meetings import AttendanceForm, seen_of, told
from bezpiecznik.commission.forms.outcomes import NotesForm
from bezpiecznik.commission.meeting_states import Presence
from bezpiecznik.commission.models import AgendaItem, Meeting
from bezpiecznik.commission.queries import meetings as queries
from bezpiecznik.commission.refusals import ItemChanged, Refused
from bezpiecznik.commission.services import session as services
from bezpiecznik.commission.views.meeting_answers import READ_OR_ACT, saying
from bezpiecznik.core.parts import answer, wants_part
from bezpiecznik.institutions.http import Request

PAGE = "commission/session.html"


@require_safe
def session(request: Request, pk: int) -> HttpResponse:
    meeting = access.get_meeting_to_manage(request.user, pk)
    if not meeting.is_written:
        return redirect(meeting)
    return render(request, PAGE, _context(meeting))


def _context(meeting: Meeting) -> dict[str, Any]:
    rows = list(meeting.attendance.all())
    quorum = queries.quorum_now(meeting, rows)
    return {
        "meeting": meeting,
        "cards": [{"item": item, "typed": item} for item in queries.items_of(meeting)],
        "places": [{"row": row, "was": told(seen_of(row))} for row in rows],
        "presences": Presence.choices,
        "quorum": quorum,
        "began": any(row.presence != Presence.UNKNOWN for row in rows),
        "waiting": queries.to_adopt(meeting.commission, meeting),
    }


@require_POST
def open_session(request: Request, pk: int) -> HttpResponse:
    meeting = access.get_meeting_to_manage(request.user, pk)
    with saying(request, _("Posiedzenie jest otwarte. Zaznacz, kto jest obecny.")):
        services.open_session(meeting, by=request.user)
    return redirect("commission:session", pk)


@require_POST
def keep_attendance(request: Request, pk: int) -> HttpResponse:
    meeting = access.get_meeting_to_manage(request.user, pk)
    form = AttendanceForm(list(meeting.attendance.all()), request.POST)
    if not form.is_valid():
        messages.error(request, _("Sprawdź listę obecności i zapisz jeszcze raz."))
        return redirect("commission:session", pk)
    with saying(request, _("Zapisano listę obecności.")):
        services.keep_attendance(meeting, form.changed_rows(), by=request.user)
    _warn(request, meeting)
    return redirect("commission:session", pk)


def _warn(request: Request, meeting: Meeting) -> None:
    quorum = queries.quorum_now(meeting)
    if not quorum.holds:
        messages.warning(request, quorum.sentence)


@require_POST
def write_item(request: Request, pk: int) -> HttpResponse:
    """What was said under one point, as it is typed or by the button."""
    item, form = access.get_item_to_manage(request.user, pk), NotesForm(request.POST)
    if not form.is_valid():
        return _card(request, item, _raw(request, item), error=_("Treść jest za długa."))
    try:
        saved = services.write_item(item, by=request.user, **form.words())
    except ItemChanged as changed:
        typed = {**form.words(), "version": changed.current.version}
        return _card(request, item, typed, conflict=changed.current)
    except Refused as refusal:
        return _card(request, item, {**form.words(), "version": item.version}, error=str(refusal))
    if not wants_part(request):
        return redirect(f"{_address(item.meeting)}#punkt-{item.pk}")
    context = {"card": {"item": saved, "typed": saved}, "meeting": item.meeting}
    return answer(request, PAGE, context, part="state")


def _raw(request: Request, item: AgendaItem) -> dict[str, Any]:
    """What was typed, as it was sent."""
    return {name: request.POST.get(name, "") for name in ("discussion", "decision")} | {"version": item.version}


def _card(
    request: Request, item: AgendaItem, typed: dict[str, Any], *, conflict: AgendaItem | None = None, error: str = ""
) -> HttpResponse:
    """The card with what was typed in it; to HTMX alone, without it on the whole page."""
    card = {"item": item, "typed": typed, "conflict": conflict, "error": error}
    context = _context(item.meeting)
    for number, one in enumerate(context["cards"]):
        if one["item"].pk == item.pk:
            card["item"] = one["item"]
            context["cards"][number] = card
    response = answer(request, PAGE, {**context, "card": card}, part="card")
    if wants_part(request):
        response["HX-Retarget"] = f"#punkt-{item.pk}"
        response["HX-Reswap"] = "outerHTML"
    return response


def _address(meeting: Meeting) -> str:
    return redirect("commission:session", meeting.pk).url


@require_http_methods(READ_OR_ACT)
def close(request: Request, pk: int) -> HttpResponse:
    """The last look before the end: what has no record yet."""
    meeting = access.get_meeting_to_manage(request.user, pk)
    if request.method == "POST":
        with saying(request, _("Posiedzenie jest zamknięte. Protokół można uzupełniać, dopóki nie zostanie przyjęty.")):
            services.close_session(meeting, by=request.user)
        return redirect(meeting)
    items = queries.items_of(meeting)
    context = {
        "meeting": meeting,
        "quorum": queries.quorum_now(meeting),
        "silent": [item for item in items if not (item.discussion or item.decision)],
        "without_opinion": [item for item in items if item.opinion_kind and not item.opinions.all()],
    }
    return render(request, "commission/close.html", context)
