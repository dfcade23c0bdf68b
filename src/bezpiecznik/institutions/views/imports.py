"""The register from a file and the pattern of such a file."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core.lists import Column, asked_format, export
from bezpiecznik.institutions.access import require
from bezpiecznik.institutions.act_forms import RegisterFileForm
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.importing import services
from bezpiecznik.institutions.importing.columns import COLUMNS
from bezpiecznik.institutions.importing.outcome import Status
from bezpiecznik.institutions.importing.reading import UnreadableFile
from bezpiecznik.institutions.models import RegisterImport
from bezpiecznik.institutions.rights import Right
from bezpiecznik.institutions.views.acts import CHANGING

RECENT = 10


@require_http_methods(CHANGING)
def bring(request: Request) -> HttpResponse:
    require(request.user, Right.MANAGE_PLAN)
    posted = request.method == "POST"
    form = RegisterFileForm(request.POST if posted else None, request.FILES if posted else None)
    if form.is_valid():
        name, data = form.cleaned_data["file"]
        try:
            return redirect(services.bring(data, name=name, by=request.user))
        except UnreadableFile as reason:
            form.add_error("file", str(reason))
    recent = RegisterImport.objects.select_related("added_by").defer("rows").order_by("-pk")[:RECENT]
    return render(request, "institutions/import_start.html", {"form": form, "recent": recent})


@require_safe
def pattern(request: Request) -> HttpResponse:
    """An example file with all columns and one row; CSV unless `?export=xlsx`."""
    require(request.user, Right.MANAGE_PLAN)
    row = {column.name: column.example for column in COLUMNS}
    columns = [Column[dict[str, str]](column.title, _from(column.name)) for column in COLUMNS]
    return export([row], columns, name=_("wzor-wykazu-podmiotow"), file_format=asked_format(request) or "csv")


def _from(name: str) -> Callable[[dict[str, str]], str]:
    return lambda row: row[name]


@require_http_methods(CHANGING)
def preview(request: Request, pk: int) -> HttpResponse:
    """What the file would change; posted, it is done."""
    brought = _brought(request, pk)
    if request.method == "POST":
        try:
            services.apply(brought, by=request.user)
        except services.OutcomeChanged:
            messages.error(
                request, _("Rejestr zmienił się od podglądu, więc nic nie zapisano. Przejrzyj nowy podgląd.")
            )
        else:
            messages.success(request, _("Zapisano wykaz w rejestrze."))
        return redirect(brought)
    outcomes = services.outcomes_of(brought)
    groups = [(status, [row for row in outcomes if row.status == status]) for status in Status]
    context = {
        "brought": brought,
        "groups": groups,
        "to_write": sum(row.status in {Status.NEW, Status.CHANGED} for row in outcomes),
        "refused": sum(row.status == Status.REFUSED for row in outcomes),
    }
    return render(request, "institutions/import.html", context)


@require_safe
def refused(request: Request, pk: int) -> HttpResponse:
    """Refused rows as they came, each with its number and the reason: to be mended and brought again."""
    brought = _brought(request, pk)
    cells = dict(brought.rows)
    rows = [
        [str(row.number), row.reason, *cells[row.number]]
        for row in services.outcomes_of(brought)
        if row.status == Status.REFUSED
    ]
    titles = [_("Wiersz pliku"), _("Powód odrzucenia"), *brought.columns]
    columns = [Column[list[str]](title, _at(place)) for place, title in enumerate(titles)]
    return export(rows, columns, name=_("odrzucone-wiersze"), file_format=asked_format(request) or "csv")


def _at(place: int) -> Callable[[list[str]], str]:
    return lambda row: row[place] if place < len(row) else ""


def _brought(request: Request, pk: int) -> RegisterImport:
    require(request.user, Right.MANAGE_PLAN)
    return get_object_or_404(RegisterImport, pk=pk)
