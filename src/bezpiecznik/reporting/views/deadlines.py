"""Deadlines: the days of a period moved, exceptions granted and withdrawn."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core import clock
from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import Column, asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.core.polish import forms as counted
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting import access, services
from bezpiecznik.reporting.deadline_forms import ChosenForm, ExceptionFilter, GrantForm, PeriodDaysForm, ReasonForm
from bezpiecznik.reporting.models import LockException
from bezpiecznik.reporting.queries.exceptions import exceptions, state_of
from bezpiecznik.reporting.refusals import Refused

CHANGING = ["GET", "HEAD", "POST"]
ORDERS = {
    "institution": (polish("packet__institution__name"),),
    "period": ("packet__period__year", "packet__period__part"),
    "until": ("until",),
    "granted": ("at",),
}
COLUMNS: list[Column[LockException]] = [
    Column(gettext_lazy("Podmiot"), lambda one: one.packet.institution.name),
    Column(gettext_lazy("Okres"), lambda one: str(one.packet.period)),
    Column(gettext_lazy("Do"), lambda one: one.until),
    Column(gettext_lazy("Przesuwa termin"), lambda one: _("tak") if one.moves_deadline else _("nie")),
    Column(gettext_lazy("Stan"), lambda one: str(state_of(one, clock.today()).label)),
    Column(gettext_lazy("Powód"), lambda one: one.reason),
    Column(gettext_lazy("Udzielono"), lambda one: one.at),
    Column(gettext_lazy("Udzielił(a)"), lambda one: one.by.get_full_name()),
]


@require_http_methods(CHANGING)
def move_days(request: Request, pk: int) -> HttpResponse:
    period = access.get_period_to_manage(request.user, pk)
    form = PeriodDaysForm(request.POST if request.method == "POST" else None, period=period)
    if form.is_valid():
        try:
            services.move_period_days(period, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, list(refusal.sentences))
        else:
            messages.success(request, _("Zmieniono terminy okresu %(period)s.") % {"period": period})
            return redirect(period)
    waiting = period.packets.waiting_for_institution().asked().count()
    return render(request, "reporting/move_days.html", {"period": period, "form": form, "waiting": waiting})


@require_safe
def index(request: Request) -> HttpResponse:
    periods = access.periods_of(request.user, Right.MANAGE_PERIODS)
    form = ExceptionFilter(request.GET, periods=periods)
    found = exceptions(access.exceptions_of(request.user), form.wanted(), clock.today())
    if file_format := asked_format(request):
        return export(found.order_by("-at", "pk"), COLUMNS, name=_("wyjatki"), file_format=file_format)
    listed = listing(request, found, orders=ORDERS, default="-granted")
    context = {
        "listing": listed,
        "rows": [(one, state_of(one, clock.today())) for one in listed.page],
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
    }
    return answer(request, "reporting/exceptions.html", context, part="rows")


@require_http_methods(CHANGING)
def grant(request: Request) -> HttpResponse:
    """The packets named in the address (`?packet=`) get more time, all of them or none."""
    packets = access.packets_to_except(request.user)
    data = request.POST if request.method == "POST" else None
    chosen = ChosenForm(data or request.GET, packets=packets).packets.waiting_for_institution()
    if not chosen:
        messages.error(request, _("Zaznacz sprawozdania, na które czekamy: tylko one potrzebują więcej czasu."))
        return redirect("reporting:periods")
    form = GrantForm(data, packets=packets, chosen=[str(packet.pk) for packet in chosen])
    if form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("until", "moves_deadline", "reason")}
        try:
            n = services.grant_exceptions(form.cleaned_data["packet"], by=request.user, **said)
        except Refused as refusal:
            form.add_error(None, list(refusal.sentences))
        else:
            words = counted(n, "sprawozdanie ma,sprawozdania mają,sprawozdań ma")
            messages.success(request, _("%(n)s %(words)s więcej czasu.") % {"n": n, "words": words})
            return redirect("reporting:exceptions")
    return render(request, "reporting/grant_exception.html", {"form": form, "chosen": chosen.with_exceptions()})


@require_http_methods(CHANGING)
def withdraw(request: Request, pk: int) -> HttpResponse:
    exception = access.get_exception(request.user, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            services.withdraw_exception(exception, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, list(refusal.sentences))
        else:
            messages.success(request, _("Cofnięto wyjątek: %(packet)s.") % {"packet": exception.packet})
            return redirect("reporting:exceptions")
    return render(request, "reporting/withdraw_exception.html", {"form": form, "exception": exception})
