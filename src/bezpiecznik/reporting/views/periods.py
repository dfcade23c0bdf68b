"""Periods: planned, opened, watched in the matrix, closed."""

from dataclasses import asdict
from typing import Any, cast

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import clock
from bezpiecznik.core.lists import Column, asked_format, export
from bezpiecznik.core.polish import forms as counted
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Programme
from bezpiecznik.plans.scopes import holds, scope_of
from bezpiecznik.reporting import access, closing, matrix_table, queries, services
from bezpiecznik.reporting.forms import MatrixFilter, PeriodForm, ProposalForm
from bezpiecznik.reporting.queries.overview import Matrix, Row, Wanted
from bezpiecznik.reporting.queries.rates import DEFINITIONS, rates_of
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.states import PeriodState
from bezpiecznik.reporting.views.answers import saying

CHANGING = ["GET", "HEAD", "POST"]


@require_safe
def periods(request: Request) -> HttpResponse:
    managed = scope_of(request.user, Right.MANAGE_PERIODS)
    periods = queries.with_packets_counted(access.periods_of(request.user)).annotate(managed=managed.covers())
    rates = rates_of(period for period in periods if period.opened_at)
    context = {
        "periods": [(period, rates.get(period.pk)) for period in periods],
        "definitions": DEFINITIONS,
        "lacks_programme": not periods and not Programme.objects.exists(),
        "manages": rights_of(request.user).has(Right.MANAGE_PERIODS),
        "waiting": access.waiting_for_office(request.user).count(),
    }
    return render(request, "reporting/periods.html", context)


@require_http_methods(CHANGING)
def plan(request: Request) -> HttpResponse:
    programmes = access.programmes_to_report_on(request.user)
    if request.method != "POST" or "propose" in request.POST:
        form = PeriodForm(programmes=programmes, initial=_proposal(request, programmes.first()))
        return render(request, "reporting/plan_period.html", {"form": form})
    form = PeriodForm(request.POST, programmes=programmes)
    if form.is_valid():
        try:
            period = services.plan_period(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, list(refusal.sentences))
        else:
            messages.success(request, _("Zaplanowano okres %(period)s.") % {"period": period})
            return redirect("reporting:periods")
    return render(request, "reporting/plan_period.html", {"form": form})


def _proposal(request: Request, programme: Programme | None) -> dict[str, Any]:
    """The next period, or the one that was typed, with days by the settings; each of them may be changed."""
    asked = ProposalForm(request.POST)
    if asked.is_valid():
        kept = {"programme": request.POST.get("programme", ""), **asked.cleaned_data}
    elif programme:
        kept = dict(zip(("year", "part"), queries.next_to_plan(programme), strict=True))
    else:
        return {}
    return {**kept, **asdict(queries.proposed_days(kept["year"], kept["part"]))}


@require_http_methods(CHANGING)
def open_(request: Request, pk: int) -> HttpResponse:
    """Whom opening would ask and whom not; the opening itself is a job with its own page."""
    period = access.get_period_to_manage(request.user, pk)
    if request.method == "POST":
        try:
            return redirect(services.start_opening(period, by=request.user))
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect(period)
    return render(request, "reporting/open_period.html", {"period": period, "asked": queries.to_be_asked(period)})


@require_POST
def renew(request: Request, pk: int) -> HttpResponse:
    period = access.get_period_to_manage(request.user, pk)
    try:
        renewal = services.renew_obligations(period, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _renewed(renewal))
    return redirect(period)


def _renewed(renewal: services.Renewal) -> str:
    if renewal == services.Renewal(0, 0):
        return _("Obowiązki zgadzają się z programem. Nic nie zmieniono.")
    added = counted(renewal.added, "obowiązek,obowiązki,obowiązków")
    withdrawn = counted(renewal.withdrawn, "obowiązek,obowiązki,obowiązków")
    moved = _(" Przekazano następcom: %(n)s.") % {"n": renewal.moved} if renewal.moved else ""
    told = _("Dodano: %(n)s %(added)s. Wycofano: %(m)s %(withdrawn)s.") % {
        "n": renewal.added, "added": added, "m": renewal.withdrawn, "withdrawn": withdrawn,
    }  # fmt: skip
    return told + moved


@require_http_methods(CHANGING)
def close(request: Request, pk: int) -> HttpResponse:
    period = access.get_period_to_manage(request.user, pk)
    if request.method == "POST":
        with saying(request, _("Zamknięto okres %(period)s. Jego treść jest zamrożona.") % {"period": period}):
            services.close_period(period, by=request.user)
        return redirect(period)
    context = {"period": period, "leftover": queries.leftover(period), "early": clock.today() <= period.last_day}
    return render(request, "reporting/close_period.html", context)


@require_safe
def matrix(request: Request, pk: int) -> HttpResponse:
    period = access.get_period(request.user, pk)
    form = MatrixFilter(request.GET, period=period)
    found = queries.matrix(period, cast("Wanted", form.wanted()), today=clock.today())
    if file_format := asked_format(request):
        return export(found.rows, _columns(found), name=_("macierz %s") % period, file_format=file_format)
    manages = holds(request.user, Right.MANAGE_PERIODS, period.programme_id)
    context = {
        "period": period,
        "form": form,
        "matrix": found,
        "body": matrix_table.body(
            found,
            drafts=holds(request.user, Right.REVIEW_REPORTS, period.programme_id),
            ticks=manages and period.is_open,
        ),
        "manages": manages,
        "definitions": DEFINITIONS,
        "snapshot": queries.snapshot_of(period) if period.state == PeriodState.CLOSED else None,
    }
    return render(request, "reporting/matrix.html", context)


def _columns(found: Matrix) -> list[Column[Row]]:
    def of_area(place: int) -> Column[Row]:
        area = found.areas[place]

        def count(row: Row) -> int | None:
            cell = row.cells[place]
            return cell.count if cell else None

        return Column(str(area) if area.no else area.name, count)

    return [
        Column(_("Skrót"), lambda row: row.institution.abbr),
        Column(_("Podmiot"), lambda row: row.institution.name),
        Column(_("Stan"), lambda row: str(row.state.label)),
        Column(_("Złożono"), lambda row: row.submitted_on),
        *(of_area(place) for place in range(len(found.areas))),
        Column(_("Razem"), lambda row: row.total),
        Column(_("W terminie: ile"), lambda row: row.rates.in_time.n),
        Column(_("W terminie: z ilu"), lambda row: row.rates.in_time.of),
        Column(_("Kompletne: ile"), lambda row: row.rates.complete.n),
        Column(_("Kompletne: z ilu"), lambda row: row.rates.complete.of),
    ]


@require_safe
def snapshot(request: Request, pk: int) -> HttpResponse:
    """The frozen copy as it was stored, to keep elsewhere and to check its hash."""
    frozen = access.get_snapshot(request.user, pk)
    response = HttpResponse(frozen.content, content_type="application/json; charset=utf-8")
    name = closing.file_name(frozen)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
