"""The office's side: the page of review, acceptance and return, and taking either back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import clock
from bezpiecznik.core.polish import forms as counted
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access, queries, services
from bezpiecznik.reporting.deadline_forms import ChosenForm
from bezpiecznik.reporting.models import Packet
from bezpiecznik.reporting.queries.queue import lately_accepted, to_reopen
from bezpiecznik.reporting.queries.substance import doubts_in
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.review_forms import AcceptForm, ReopenForm, ReturnForm
from bezpiecznik.reporting.services.review import UNDO_WITHIN
from bezpiecznik.reporting.states import PacketState
from bezpiecznik.reporting.views.answers import saying

FEW = 3
"""How many of the packets accepted just now are offered to be taken back."""


@require_safe
def review(request: Request, pk: int) -> HttpResponse:
    packet = access.get_packet_to_review(request.user, pk)
    if packet.state != PacketState.SUBMITTED:
        messages.info(request, _("To sprawozdanie nie czeka już na przyjęcie: %s.") % packet.get_state_display())
        return redirect(packet)
    return render(
        request, "reporting/review.html", _page(request, packet, ReturnForm(remarked=_remarked(request, packet)))
    )


def _remarked(request: Request, packet: Packet) -> dict[str, str]:
    """The remark that `?zwroc=` puts ready: what was doubtful, at its field."""
    wanted = request.GET.get("zwroc")
    if not wanted:
        return {}
    return {f"remark-{d.entry_id}-{d.field}": d.sentence for d in doubts_in(packet) if str(d.pk) == wanted}


def _page(request: Request, packet: Packet, form: ReturnForm) -> dict[str, object]:
    versions = list(packet.versions.defer("content"))
    read = form.data.get("version") or len(versions)
    return {
        "packet": packet,
        "version": read,
        "versions": versions,
        "reviewed": [(item, form.lines(item.entry)) for item in queries.reviewed(packet)],
        "form": form,
        "next": _next(request, packet),
        "deadline": packet.deadline,
        "recent": recent(request),
    }


def recent(request: Request) -> Any:
    """What the person accepted just now, and may still take back."""
    return lately_accepted(access.packets_reviewed(request.user), request.user, clock.now() - UNDO_WITHIN)[:FEW]


def _next(request: Request, packet: Packet) -> Packet | None:
    return access.packets_to_review(request.user).exclude(pk=packet.pk).first()


def _onward(request: Request, packet: Packet) -> HttpResponse:
    """To the next packet that waits, or back to the queue when there is none; stays where nothing was decided."""
    packet.refresh_from_db(fields=("state",))
    if packet.state == PacketState.SUBMITTED:
        return redirect("reporting:review", packet.pk)
    if following := _next(request, packet):
        return redirect("reporting:review", following.pk)
    return redirect("reporting:queue")


@require_POST
def accept(request: Request, pk: int) -> HttpResponse:
    packet = access.get_packet_to_review(request.user, pk)
    form = AcceptForm(request.POST)
    form.full_clean()
    with saying(request, _("Przyjęto sprawozdanie: %(packet)s.") % {"packet": packet}):
        services.accept_packet(packet, by=request.user, version=form.cleaned_data.get("version"))
    return _onward(request, packet)


@require_POST
def return_(request: Request, pk: int) -> HttpResponse:
    packet = access.get_packet_to_review(request.user, pk)
    form = ReturnForm(request.POST, entries=queries.entries_of(packet))
    if form.is_valid():
        try:
            services.return_packet(packet, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, list(refusal.sentences))
        else:
            messages.success(request, _("Zwrócono do poprawy: %(packet)s.") % {"packet": packet})
            return _onward(request, packet)
    return render(request, "reporting/review.html", _page(request, packet, form))


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    """Soon after an acceptance: as if it had not been."""
    packet = access.get_packet_to_review(request.user, pk)
    with saying(request, _("Cofnięto przyjęcie: %(packet)s. Znów czeka.") % {"packet": packet}):
        services.undo_acceptance(packet, by=request.user)
        return redirect("reporting:review", packet.pk)
    return redirect(packet)


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    packet = access.get_packet_to_review(request.user, pk)
    data = request.POST.copy()
    data["packet"] = str(packet.pk)
    form = ReopenForm(data, packets=access.packets_reviewed(request.user))
    if not form.is_valid():
        return render(request, "reporting/reopen.html", {"form": form, "chosen": [packet]})
    said = {name: form.cleaned_data[name] for name in ("note", "correct_by")}
    with saying(request, _("Otwarto ponownie: %(packet)s.") % {"packet": packet}):
        services.reopen_packet(packet, by=request.user, **said)
    return redirect(packet)


@require_http_methods(["GET", "HEAD", "POST"])
def reopen_chosen(request: Request) -> HttpResponse:
    """Accepted packets named in the address (`?packet=`) go back for correction, all of them or none."""
    packets = to_reopen(access.packets_reviewed(request.user))
    data = request.POST if request.method == "POST" else None
    chosen = ChosenForm(data or request.GET, packets=packets).packets
    if not chosen:
        messages.error(
            request, _("Zaznacz przyjęte sprawozdania z otwartego okresu: tylko je można otworzyć ponownie.")
        )
        return redirect("reporting:periods")
    form = ReopenForm(data, packets=packets)
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("note", "correct_by")}
        n = len(form.cleaned_data["packet"])
        words = counted(n, _("sprawozdanie,sprawozdania,sprawozdań"))
        with saying(request, _("Otwarto ponownie: %(n)s %(words)s.") % {"n": n, "words": words}):
            services.reopen_packets(form.cleaned_data["packet"], by=request.user, **said)
        return redirect(chosen[0].period)
    return render(request, "reporting/reopen.html", {"form": form, "chosen": chosen})
