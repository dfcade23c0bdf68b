"""The state of a whole programme: institutions or areas by periods, and the list behind each cell."""

from typing import Any, cast

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from bezpiecznik.core import clock
from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import Column, asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting import access, period_table
from bezpiecznik.reporting.forms import ObligationFilter, PeriodsMatrixFilter
from bezpiecznik.reporting.queries import matrices
from bezpiecznik.reporting.queries.obligations import Line, for_lines, line, lines
from bezpiecznik.reporting.queries.obligations import obligations as fitting
from bezpiecznik.reporting.queries.rates import DEFINITIONS
from bezpiecznik.reporting.states import PeriodState

ORDERS = {
    "action": ("responsibility__undertaking__area__no", "responsibility__undertaking__no"),
    "institution": (polish("responsibility__institution__name"),),
    "period": ("period__year", "period__part"),
    "submitted": ("packet__submitted_at",),
}
COLUMNS: list[Column[Line]] = [
    Column(gettext_lazy("Działanie"), lambda one: one.obligation.responsibility.undertaking.code),
    Column(gettext_lazy("Treść działania"), lambda one: one.obligation.responsibility.undertaking.wording),
    Column(gettext_lazy("Podmiot"), lambda one: one.obligation.responsibility.institution.name),
    Column(gettext_lazy("Rola"), lambda one: one.obligation.responsibility.get_role_display()),
    Column(gettext_lazy("Okres"), lambda one: str(one.obligation.period)),
    Column(gettext_lazy("Stan"), lambda one: str(one.state.label)),
    Column(gettext_lazy("Termin"), lambda one: one.due_on),
    Column(gettext_lazy("Złożono"), lambda one: one.obligation.packet.submitted_at if one.obligation.packet else None),
    Column(gettext_lazy("Podpis"), lambda one: one.obligation.packet.signatory if one.obligation.packet else ""),
    Column(gettext_lazy("Kompletne"), lambda one: _("tak") if one.is_complete else _("nie")),
]


@require_safe
def by_period(request: Request) -> HttpResponse:
    form = PeriodsMatrixFilter(request.GET, programmes=access.programmes_reported_on(request.user))
    wanted = form.wanted()
    programme = wanted.get("programme") or access.programmes_reported_on(request.user).first()
    kind = wanted.get("rows") or matrices.INSTITUTIONS
    opened = access.periods_of(request.user).filter(programme=programme).exclude(state=PeriodState.PLANNED)
    if programme is None or not opened:
        return render(request, "reporting/matrix_by_period.html", {"form": form})
    found = matrices.by_period(programme, opened, kind, cast("matrices.Wanted", wanted), today=clock.today())
    if file_format := asked_format(request):
        return export(
            found.rows, period_table.columns(found), name=period_table.file_name(found), file_format=file_format
        )
    context = {
        "form": form, "matrix": found, "programme": programme, "definitions": DEFINITIONS,
        "body": period_table.body(found), "foot": period_table.foot(found),
        "acts": rights_of(request.user).has(Right.MANAGE_PERIODS),
    }  # fmt: skip
    return render(request, "reporting/matrix_by_period.html", context)


@require_safe
def obligations(request: Request) -> HttpResponse:
    """Filtered by the address as a cell of a matrix asks; `?packet=` names packets ticked there."""
    allowed, today = access.obligations_of(request.user), clock.today()
    form = ObligationFilter(request.GET, periods=access.periods_of(request.user))
    wanted: dict[str, Any] = form.wanted()
    packets = [int(key) for key in request.GET.getlist("packet") if key.isascii() and key.isdigit() and len(key) < 10]
    found = fitting(allowed, {**wanted, "packet": packets}, today)
    if file_format := asked_format(request):
        rows = (
            line(one, today) for one in for_lines(found).order_by("period", "responsibility__institution__name", "pk")
        )
        return export(rows, COLUMNS, name=_("obowiazki"), file_format=file_format)
    listed = listing(request, cast("Any", found.only("pk")), orders=ORDERS, default="action")
    context = {
        "listing": listed, "rows": lines([one.pk for one in listed.page], today), "form": form,
        "wanted": wanted or packets, "packets": packets, "kept": {"sort": request.GET.get("sort")},
    }  # fmt: skip
    return answer(request, "reporting/obligations.html", context, part="rows")
