"""The list of meetings, a meeting as a page, planning, moving, cancelling."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.commission import access, meeting_calendar, meeting_exports
from bezpiecznik.commission.forms.meetings import AnswerForm, MeetingFilter, MeetingForm, MoveForm, ReasonForm
from bezpiecznik.commission.meeting_documents import packs_of
from bezpiecznik.commission.models import Meeting
from bezpiecznik.commission.queries import meetings as queries
from bezpiecznik.commission.services import meetings as services
from bezpiecznik.commission.views.meeting_answers import READ_OR_ACT, accepted, form_page
from bezpiecznik.core import journal
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.http import Request

ORDERS = {"day": ("starts_at",), "number": ("year", "no"), "state": ("state", "starts_at")}


@require_safe
def index(request: Request) -> HttpResponse:
    readable = access.meetings_of(request.user)
    form = MeetingFilter(request.GET, years=queries.meeting_years(readable))
    found = queries.with_counts(queries.listed_meetings(readable, form.wanted()))
    if file_format := asked_format(request):
        rows = found.order_by("starts_at")
        return export(rows, meeting_exports.MEETINGS, name=_("posiedzenia Komisji"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-day"),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "next": queries.next_meeting(readable),
        "commission": access.find_commission(request.user),
        "may_manage": access.may_manage(request.user),
    }
    return answer(request, "commission/meetings.html", context, part="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    meeting = access.get_meeting(request.user, pk)
    return render(request, "commission/meeting.html", _context(request, meeting))


def _context(request: Request, meeting: Meeting) -> dict[str, Any]:
    rows = list(meeting.attendance.select_related("letter"))
    own = queries.own_row(meeting, request.user)
    return {
        "meeting": meeting,
        "items": queries.items_of(meeting),
        "rows": rows,
        "groups": queries.answers(rows),
        "quorum": queries.quorum_met(meeting, rows) if meeting.is_over else queries.quorum_now(meeting, rows),
        "own": own,
        "answer": AnswerForm(initial={"answer": own.answer, "note": own.answer_note}) if own else None,
        "packs": packs_of(meeting),
        "minutes": queries.minutes_of(meeting),
        "waiting": queries.to_adopt(meeting.commission, meeting) if meeting.is_written else (),
        "may_manage": access.may_manage(request.user),
        "history": journal.about(meeting)[:50] if access.may_manage(request.user) else (),
    }


@require_safe
def calendar(request: Request, pk: int) -> HttpResponse:
    """The meeting as an entry for one's own calendar."""
    meeting = access.get_meeting(request.user, pk)
    response = HttpResponse(
        meeting_calendar.entry(meeting), content_type=f"{meeting_calendar.MEDIA_TYPE}; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{meeting_calendar.FILE_NAME}"'
    return response


@require_http_methods(READ_OR_ACT)
def plan(request: Request) -> HttpResponse:
    commission = access.get_commission_to_manage(request.user)
    form = MeetingForm(request.POST or None)
    if accepted(form, lambda: services.plan_meeting(commission, by=request.user, **form.words())):
        messages.success(request, _("Zaplanowano posiedzenie. Teraz ułóż porządek obrad."))
        return redirect("commission:agenda", queries.last_planned(commission).pk)
    back = reverse("commission:meetings")
    return form_page(request, form, title=_("Zaplanuj posiedzenie"), act=_("Zaplanuj"), back=back, name=_("Lista"))


@require_http_methods(READ_OR_ACT)
def move(request: Request, pk: int) -> HttpResponse:
    meeting = access.get_meeting_to_manage(request.user, pk)
    form = MoveForm.of(meeting, request.POST or None)
    if accepted(form, lambda: services.move_meeting(meeting, by=request.user, **form.words())):
        messages.success(request, _("Zapisano termin i miejsce."))
        _tell_the_rest(request, meeting)
        return redirect(meeting)
    return form_page(
        request, form, title=_("Zmień termin albo miejsce"), act=_("Zapisz"), lede=str(meeting),
        back=meeting.get_absolute_url(),
    )  # fmt: skip


def _tell_the_rest(request: Request, meeting: Meeting) -> None:
    """Whom no e-mail tells of the change, if there was one since `meeting` was read."""
    seen = meeting.revision
    meeting.refresh_from_db()
    if meeting.revision == seen:
        return
    if queries.by_letter(meeting).exists():
        messages.warning(request, _("Dla zaproszonych pismem powstały projekty pism o zmianie. Nadaj im numery."))
    if names := ", ".join(row.name for row in queries.by_hand(meeting)):
        messages.warning(request, _("Tych osób system nie zawiadomi, przekaż im zmianę inaczej: %s.") % names)


@require_http_methods(READ_OR_ACT)
def cancel(request: Request, pk: int) -> HttpResponse:
    meeting = access.get_meeting_to_manage(request.user, pk)
    form = ReasonForm(request.POST or None)
    if accepted(form, lambda: services.cancel_meeting(meeting, by=request.user, **form.cleaned_data)):
        messages.success(request, _("Odwołano posiedzenie."))
        return redirect(meeting)
    told = _("Posiedzenie zostanie na liście z powodem. Kogo zaproszono, ten otrzyma wiadomość.")
    return form_page(
        request, form, title=_("Odwołaj posiedzenie"), act=_("Odwołaj"), lede=str(meeting), warning=told, danger=True,
        back=meeting.get_absolute_url(),
    )  # fmt: skip
