"""The office's side: the queue, the page of review, acceptance and return."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core.collation import polish
from bezpiecznik.core.forms import free_text
from bezpiecznik.core.lists import Column, asked_format, export, listing
from bezpiecznik.core.polish import forms as counted
from bezpiecznik.core.search import matching
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access, queries, services
from bezpiecznik.reporting.forms import AcceptForm, ChosenPacketsForm, QueueFilter, ReturnForm
from bezpiecznik.reporting.models import Packet
from bezpiecznik.reporting.states import PacketState
from bezpiecznik.reporting.views.answers import saying

ORDERS = {
    "submitted": ("submitted_at",),
    "institution": (polish("institution__name"),),
    "period": ("period__year", "period__part"),
}
COLUMNS: list[Column[Packet]] = [
    Column(gettext_lazy("Podmiot"), lambda packet: packet.institution.name),
    Column(gettext_lazy("Okres"), lambda packet: str(packet.period)),
    Column(gettext_lazy("Złożono"), lambda packet: packet.submitted_at),
    Column(gettext_lazy("Podpis"), lambda packet: packet.signatory),
]


@require_safe
def queue(request: Request) -> HttpResponse:
    form = QueueFilter(request.GET)
    waiting = queries.with_progress(access.packets_to_review(request.user))
    found = matching(waiting, form.wanted().get("q", ""), field="institution__search_text")
    if file_format := asked_format(request):
        return export(found, COLUMNS, name=_("do przyjęcia"), file_format=file_format)
    context = {"listing": listing(request, found, orders=ORDERS, default="submitted"), "form": form}
    return render(request, "reporting/queue.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def accept_chosen(request: Request) -> HttpResponse:
    """First a page that names the chosen ones, then the button that accepts them."""
    waiting = access.packets_to_review(request.user)
    form = ChosenPacketsForm(request.POST if request.method == "POST" else request.GET, waiting=waiting)
    if not form.is_valid():
        messages.error(request, _("Zaznacz co najmniej jedno sprawozdanie, które czeka na przyjęcie."))
        return redirect("reporting:queue")
    chosen = form.cleaned_data["packet"]
    if request.method == "POST":
        n = len(chosen)
        done = _("Przyjęto %(n)s %(words)s.") % {"n": n, "words": counted(n, "sprawozdanie,sprawozdania,sprawozdań")}
        with saying(request, done):
            services.accept_packets(chosen, by=request.user)
        return redirect("reporting:queue")
    return render(request, "reporting/accept_chosen.html", {"chosen": chosen})


@require_safe
def review(request: Request, pk: int) -> HttpResponse:
    packet = access.get_packet_to_review(request.user, pk)
    if packet.state != PacketState.SUBMITTED:
        return redirect(packet)
    return render(request, "reporting/review.html", _page(request, packet, ReturnForm(entries=())))


def _page(request: Request, packet: Packet, form: ReturnForm) -> dict[str, object]:
    return {
        "packet": packet,
        "version": packet.versions.count(),
        "reviewed": [(item, form.remarks.get(item.entry, "")) for item in queries.reviewed(packet)],
        "form": form,
        "next": _next(request, packet),
    }


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
    if not form.is_valid():
        return render(request, "reporting/review.html", _page(request, packet, form))
    with saying(request, _("Zwrócono do poprawy: %(packet)s.") % {"packet": packet}):
        services.return_packet(packet, by=request.user, **form.cleaned_data)
    return _onward(request, packet)


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    packet = access.get_packet_to_review(request.user, pk)
    with saying(request, _("Otwarto ponownie: %(packet)s.") % {"packet": packet}):
        services.reopen_packet(packet, by=request.user, note=free_text(request.POST, "note"))
    return redirect(packet)
