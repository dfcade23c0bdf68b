from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import clock, fieldhistory, journal
from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions import queries, services
from bezpiecznik.institutions.access import (
    get_institution,
    get_institution_to_edit,
    may_edit_contact,
    require,
    rights_of,
)
from bezpiecznik.institutions.exports import columns
from bezpiecznik.institutions.forms import InstitutionFilter, InstitutionForm
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.naming import names_of
from bezpiecznik.institutions.panels import FIGURES, panels
from bezpiecznik.institutions.rights import Right


@require_safe
def index(request: Request) -> HttpResponse:
    require(request.user, Right.READ_PLAN)
    form = InstitutionFilter(request.GET)
    found = queries.institutions(form.wanted())
    if file_format := asked_format(request):
        whole = found.select_related("contact", "parent", "reports_through", "successor").prefetch_related("aliases")
        return export(whole.order_by(polish("name"), "pk"), columns(), name=_("podmioty"), file_format=file_format)
    rows_here = listing(request, found, orders=_orders(), default="name")
    rows = [(row, [(figure.title, getattr(row, figure.name)) for figure in FIGURES]) for row in rows_here.page]
    context = {
        "listing": rows_here,
        "rows": rows,
        "figures": FIGURES,
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "may_edit": rights_of(request.user).has(Right.MANAGE_PLAN),
    }
    return answer(request, "institutions/list.html", context, part="rows")


def _orders() -> dict[str, Any]:
    by_figure = {figure.name: (figure.name, polish("name")) for figure in FIGURES}
    by_text = {name: (polish(name), polish("name")) for name in ("abbr", "kind")}
    return {"name": (polish("name"),), **by_text, **by_figure}


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    """People and history are for the office and for the administrator; duties are for everyone who reads the plan."""
    institution = get_institution(request.user, pk)
    if institution.merged_into:
        return redirect(institution.merged_into)
    rights = rights_of(request.user)
    sees_people = rights.has(Right.MANAGE_PLAN) or rights.has(Right.ADMINISTER)
    context = {
        "institution": institution,
        "around": queries.around(institution),
        "names": names_of(institution),
        "today": clock.today(),
        "panels": panels(request.user, institution),
        "may_edit": rights.has(Right.MANAGE_PLAN),
        "may_edit_contact": may_edit_contact(request.user, institution),
        "sees_people": sees_people,
        "people": queries.people_of(institution) if sees_people else [],
        "history": journal.about(institution)[:50] if sees_people else [],
        "changes": fieldhistory.changes(institution, "name", "abbr") if sees_people else [],
    }
    return render(request, "institutions/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: Request) -> HttpResponse:
    require(request.user, Right.MANAGE_PLAN)
    form = InstitutionForm(request.POST if request.method == "POST" else None, instance=Institution())
    if form.is_valid():
        institution = services.create_institution(by=request.user, **form.fields_to_save())
        messages.success(request, _("Dodano podmiot."))
        return redirect(institution)
    return render(request, "institutions/create.html", {"form": form})


@require_POST
def confirm_kind(request: Request, pk: int) -> HttpResponse:
    institution = get_institution_to_edit(request.user, pk)
    services.confirm_kind(institution, by=request.user)
    messages.success(request, _("Potwierdzono rodzaj podmiotu."))
    return redirect(institution)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, pk: int) -> HttpResponse:
    institution = get_institution_to_edit(request.user, pk)
    form = InstitutionForm(request.POST if request.method == "POST" else None, instance=institution)
    if form.is_valid() and _saved(request, form):
        messages.success(request, _("Zapisano dane podmiotu."))
        return redirect(institution)
    return render(request, "institutions/edit.html", {"form": form, "institution": institution})


def _saved(request: Request, form: InstitutionForm) -> bool:
    try:
        services.edit_institution(
            form.instance, seen=form.cleaned_data["seen"], by=request.user, **form.fields_to_save()
        )
    except services.ChangedMeanwhile:
        form.show_changes_of_others()
    return not form.errors
