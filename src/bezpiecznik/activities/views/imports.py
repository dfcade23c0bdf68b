"""Activities of an institution from a file or a calendar: brought, looked through, written, undone."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.activities import access
from bezpiecznik.activities.importing import access as files
from bezpiecznik.activities.importing import services
from bezpiecznik.activities.importing.fields import ASKED, BY_NAME
from bezpiecznik.activities.importing.forms import ColumnsForm, FileForm
from bezpiecznik.activities.models import ActivityImport
from bezpiecznik.activities.views.answers import saying
from bezpiecznik.core.lists import Column, export
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.importing.outcome import Status
from bezpiecznik.institutions.importing.reading import UnreadableFile

SHOWN = 200
"""Rows of one kind on the page; the file with refused rows holds all of them."""


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: Request) -> HttpResponse:
    """`?podmiot=` whose activities the file holds."""
    institution = access.institution_to_write(request.user, request.GET.get("podmiot"))
    possible = access.institutions_to_write(request.user)
    if institution is None:
        context = {"institutions": possible, "address": reverse("activities:import-start"), "importing": True}
        return render(request, "activities/choose.html", context)
    posted = request.method == "POST"
    form = FileForm(request.POST if posted else None, request.FILES if posted else None)
    if form.is_valid():
        name, data = form.cleaned_data["file"]
        try:
            return redirect(services.bring(institution, data, name=name, by=request.user))
        except UnreadableFile as reason:
            form.add_error("file", str(reason))
    recent = files.recent_imports(request.user, institution)
    context = {"form": form, "institution": institution, "possible": possible, "recent": recent}
    return render(request, "activities/import_start.html", context)


@require_safe
def pattern(request: Request) -> HttpResponse:
    """An example with all columns and one row; XLSX unless `?export=csv`."""
    files.require_writer(request.user)
    columns = [Column[dict[str, str]](field.title, _from(field.name)) for field in ASKED]
    row = {field.name: field.example for field in ASKED}
    file_format = "csv" if request.GET.get("export") == "csv" else "xlsx"
    return export([row], columns, name=_("wzor-dzialalnosci"), file_format=file_format)


def _from(name: str) -> Callable[[dict[str, str]], str]:
    return lambda row: row[name]


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: Request, pk: int) -> HttpResponse:
    """Row by row what the file would do; posted, it is done."""
    brought = files.get_import(request.user, pk)
    if request.method == "POST":
        chosen = {int(number) for number in request.POST.getlist("zmien") if number.isdecimal()}
        try:
            services.apply(brought, by=request.user, changing=chosen)
        except services.OutcomeChanged:
            messages.error(request, _("Od podglądu coś się zmieniło, więc nic nie zapisano. Przejrzyj nowy podgląd."))
        else:
            messages.success(request, _("Wczytano plik. Możesz to cofnąć, dopóki nikt nie zmieni tych wpisów."))
        return redirect(brought)
    return render(request, "activities/import.html", _shown(request, brought))


def _shown(request: Request, brought: ActivityImport, form: ColumnsForm | None = None) -> dict[str, Any]:
    outcomes = services.outcomes_of(brought)
    groups = [(status, [row for row in outcomes if row.status == status]) for status in Status]
    counts = {status.value: len(rows) for status, rows in groups}
    return {
        "brought": brought,
        "form": form or _columns_form(request, brought),
        "groups": [(status, rows[:SHOWN], len(rows)) for status, rows in groups],
        "counts": counts,
        "understood": [
            (BY_NAME[name].title, brought.columns[place])
            for name, place in brought.mapping.items()
            if name in BY_NAME and place < len(brought.columns)
        ],
        "done": {name: len(rows) for name, rows in brought.made.items()},
    }


def _columns_form(request: Request, brought: ActivityImport, data: Any = None) -> ColumnsForm:
    offered = access.undertakings_to_choose(request.user, brought.institution)
    return ColumnsForm(data, brought=brought, undertakings=offered)


@require_POST
def columns(request: Request, pk: int) -> HttpResponse:
    brought = files.get_import(request.user, pk)
    form = _columns_form(request, brought, request.POST)
    if not form.is_valid():
        return render(request, "activities/import.html", _shown(request, brought, form))
    data = form.cleaned_data
    with saying(request, _("Podgląd ułożono na nowo.")):
        services.choose_columns(
            brought, by=request.user, mapping=form.mapping(), kind=data["kind"], undertaking=data["undertaking"]
        )
    return redirect(brought)


@require_safe
def refused(request: Request, pk: int) -> HttpResponse:
    """Refused rows as they came, each with what to mend: mended in place, the file is brought again."""
    brought = files.get_import(request.user, pk)
    cells = dict(brought.rows)
    rows = [
        [row.reason, str(row.number), *cells[row.number]]
        for row in services.outcomes_of(brought)
        if row.status == Status.REFUSED
    ]
    titles = [_("Co poprawić"), _("Wiersz pliku"), *brought.columns]
    described = [Column[list[str]](title, _at(place)) for place, title in enumerate(titles)]
    return export(rows, described, name=_("do-poprawy"), file_format="xlsx")


def _at(place: int) -> Callable[[list[str]], str]:
    return lambda row: row[place] if place < len(row) else ""


@require_POST
def undo(request: Request, pk: int) -> HttpResponse:
    brought = files.get_import(request.user, pk)
    with saying(request, _("Cofnięto wczytanie. Ten sam plik możesz wczytać jeszcze raz.")):
        services.undo(brought, by=request.user)
    return redirect(brought)
