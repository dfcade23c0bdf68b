"""The queue of the office, and acceptance of many at once."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import Column, asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.core.polish import forms as counted
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting import access, services
from bezpiecznik.reporting.queries.queue import in_queue, preview
from bezpiecznik.reporting.review_forms import ChosenPacketsForm, QueueFilter
from bezpiecznik.reporting.states import PeriodState
from bezpiecznik.reporting.views.review import recent

ORDERS = {
    "submitted": ("submitted_at",),
    "institution": (polish("institution__name"),),
    "period": ("period__year", "period__part"),
}
COLUMNS: list[Column[Any]] = [
    Column(gettext_lazy("Podmiot"), lambda packet: packet.institution.name),
    Column(gettext_lazy("Okres"), lambda packet: str(packet.period)),
    Column(gettext_lazy("Złożono"), lambda packet: packet.submitted_at),
    Column(gettext_lazy("Podpis"), lambda packet: packet.signatory),
    Column(gettext_lazy("Wpisy"), lambda packet: packet.expected),
    Column(gettext_lazy("Wątpliwości"), lambda packet: packet.doubts),
    Column(gettext_lazy("Po terminie"), lambda packet: _("tak") if packet.is_late else _("nie")),
    Column(gettext_lazy("Złożone ponownie"), lambda packet: _("tak") if packet.again else _("nie")),
]


@require_safe
def queue(request: Request) -> HttpResponse:
    periods = access.periods_of(request.user, Right.REVIEW_REPORTS).filter(state=PeriodState.OPEN)
    form = QueueFilter(request.GET, periods=periods)
    found = in_queue(access.packets_to_review(request.user), form.wanted())
    if file_format := asked_format(request):
        return export(found, COLUMNS, name=_("do przyjęcia"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="submitted"),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "recent": recent(request),
    }
    return answer(request, "reporting/queue.html", context, part="rows")


@require_http_methods(["GET", "HEAD", "POST"])
def accept_chosen(request: Request) -> HttpResponse:
    """First a page that shows what the chosen ones contain, then the button that accepts those still as shown."""
    waiting = in_queue(access.packets_to_review(request.user), {})
    form = ChosenPacketsForm(request.POST if request.method == "POST" else request.GET, waiting=waiting)
    if not form.is_valid():
        messages.error(request, _("Zaznacz co najmniej jedno sprawozdanie, które czeka na przyjęcie."))
        return redirect("reporting:queue")
    chosen = form.cleaned_data["packet"]
    if request.method == "POST":
        _tell(request, services.accept_seen(chosen, seen=form.seen, by=request.user))
        return redirect("reporting:queue")
    shown = preview(chosen)
    context = {"chosen": shown, "doubts": sum(one.doubts for one in shown), "late": sum(one.is_late for one in shown)}
    return render(request, "reporting/accept_chosen.html", context)


def _tell(request: Request, done: services.Accepted) -> None:
    if n := done.accepted:
        words = counted(n, _("sprawozdanie,sprawozdania,sprawozdań"))
        messages.success(request, _("Przyjęto %(n)s %(words)s.") % {"n": n, "words": words})
    for packet in cast("list[Any]", done.left):
        messages.warning(
            request, _("%(packet)s: zmieniono od czasu podglądu, więc nie przyjęto. Przeczytaj.") % {"packet": packet}
        )
