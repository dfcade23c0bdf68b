"""Pages of the ladder: the log of a period, the preview before sending, pauses, and the steps themselves."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.core.polish import forms as counted
from bezpiecznik.institutions.access import require, rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting.ladder import access, exports, queries, services
from bezpiecznik.reporting.ladder.composing import compose
from bezpiecznik.reporting.ladder.due import Due
from bezpiecznik.reporting.ladder.forms import PauseForm, ReminderFilter, RemindForm, StepForm
from bezpiecznik.reporting.models import LadderStep, Packet, PacketQuerySet
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.views.answers import saying

CHANGING = ["GET", "HEAD", "POST"]
ORDERS = {
    "institution": (polish("institution__name"),),
    "state": ("state",),
    "reminded": ("reminded_at",),
    "times": ("times",),
}
REPORTS = "sprawozdaniu,sprawozdaniach,sprawozdaniach"


@require_safe
def reminders(request: Request, pk: int) -> HttpResponse:
    period = access.get_period_to_manage(request.user, pk)
    form = ReminderFilter(request.GET)
    found = queries.of_period(period, form.wanted())
    if file_format := asked_format(request):
        rows = queries.lines(found.order_by(polish("institution__name"), "pk"))
        return export(rows, exports.LINES, name=_("przypomnienia %s") % period, file_format=file_format)
    shown = listing(request, found, orders=ORDERS, default="institution")
    context = {
        "period": period, "form": form, "wanted": form.wanted(), "listing": shown,
        "courses": queries.courses(list(shown.page)), "pause": queries.pause_of(period),
        "kept": {"sort": request.GET.get("sort")}, "clicks": queries.waits_for_clicks(),
    }  # fmt: skip
    return answer(request, "reporting/reminders.html", context, part="rows")


@require_http_methods(CHANGING)
def remind(request: Request) -> HttpResponse:
    """Whom it would reach and in which words; `?packet=` names packets, else what waits for a click today."""
    allowed = access.packets_to_remind(request.user)
    data = request.POST if request.method == "POST" else request.GET
    form = RemindForm(data, packets=allowed)
    form.full_clean()
    steps = not request.GET.getlist("packet")
    ticked = list(form.cleaned_data.get("packet") or ())
    if request.method == "POST" and form.is_valid() and request.POST.get("act") in ACTS:
        return ACTS[request.POST["act"]](request, ticked, form.cleaned_data["note"], steps)
    offered = _offered(request, allowed, steps)
    chosen = {packet.pk for packet in ticked} if request.method == "POST" else {one.packet.pk for one in offered}
    context = _preview(offered, chosen, form.cleaned_data.get("note", "")) | {"form": form, "steps": steps}
    return render(request, "reporting/remind.html", context)


def _offered(request: Request, allowed: PacketQuerySet, steps: bool) -> list[Due]:
    periods = list(access.open_periods(request.user))
    if steps:
        return services.waiting_steps(periods)
    named = {int(key) for key in request.GET.getlist("packet") if key.isascii() and key.isdigit() and len(key) < 10}
    return services.by_hand(periods, set(allowed.filter(pk__in=named).values_list("pk", flat=True)))


def _preview(offered: Sequence[Due], chosen: set[int], note: str) -> dict[str, object]:
    mails = [one for one in offered if one.packet.pk in chosen and not one.is_letter]
    composed = compose(mails, note=note)
    return {
        "offered": [(one, one.packet.pk in chosen) for one in offered],
        "drafts": composed.drafts,
        "nobody": composed.nobody,
        "letters": [one for one in offered if one.packet.pk in chosen and one.is_letter],
        "may_now": services.may_write_now(),
    }


def _send(request: Request, packets: list[Packet], note: str, steps: bool) -> HttpResponse:
    if len(packets) > services.MANY:
        return redirect(services.remind_in_background(packets, by=request.user, note=note, steps=steps))
    try:
        made = services.remind(packets, by=request.user, note=note, steps=steps)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(request.get_full_path())
    n = made.sent + made.letters
    messages.success(request, _("Przypomniano o %(n)s %(words)s.") % {"n": n, "words": counted(n, REPORTS)})
    if made.nobody:
        messages.warning(request, _("Nikt nie odbierze przypomnień: %(n)s.") % {"n": made.nobody})
    return redirect("reporting:reminders", packets[0].period_id)


def _summon(request: Request, packets: list[Packet], _note: str, _steps: bool) -> HttpResponse:
    require(request.user, Right.MANAGE_LETTERS)
    try:
        series = services.summon(packets, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(request.get_full_path())
    messages.success(request, _("Przygotowano projekty pism. Przejrzyj je, zanim dostaną numery."))
    return redirect(series)


ACTS = {"send": _send, "letters": _summon}


@require_http_methods(CHANGING)
def pause(request: Request, pk: int) -> HttpResponse:
    """For the whole period, or for the packet named in the address."""
    period = access.get_period_to_manage(request.user, pk)
    named = request.GET.get("packet", "")
    packets = period.packets.select_related("institution", "period")
    packet = get_object_or_404(packets, pk=named) if named.isascii() and named.isdigit() else None
    form = PauseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with saying(request, _("Wstrzymano przypomnienia.")):
            services.pause(period, packet=packet, by=request.user, **form.cleaned_data)
        return redirect("reporting:reminders", period.pk)
    return render(request, "reporting/pause_reminders.html", {"period": period, "packet": packet, "form": form})


@require_POST
def resume(request: Request, pk: int) -> HttpResponse:
    held = access.get_pause(request.user, pk)
    with saying(request, _("Wznowiono przypomnienia.")):
        services.resume(held, by=request.user)
    return redirect("reporting:reminders", held.period_id)


@require_safe
def steps(request: Request) -> HttpResponse:
    words = rights_of(request.user).has(Right.MANAGE_MAIL)
    context = {"steps": access.steps(request.user), "words": words, "changes": access.may_change_steps(request.user)}
    return render(request, "reporting/ladder_steps.html", context)


@require_http_methods(CHANGING)
def step(request: Request, pk: int) -> HttpResponse:
    return _edit_step(request, access.get_step(request.user, pk))


@require_http_methods(CHANGING)
def new_step(request: Request) -> HttpResponse:
    access.steps_to_change(request.user)
    return _edit_step(request, LadderStep())


def _edit_step(request: Request, held: LadderStep) -> HttpResponse:
    form = StepForm(request.POST if request.method == "POST" else None, instance=held)
    if form.is_valid():
        services.save_step(form.instance, by=request.user)
        messages.success(request, _("Zapisano krok przypomnień."))
        return redirect("reporting:ladder-steps")
    return render(request, "reporting/ladder_step.html", {"form": form, "step": held})
