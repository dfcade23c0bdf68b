"""The draft itself: passages, areas, items, and the table of what became of the former programme."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core.lists import PER_PAGE, asked_format, export
from bezpiecznik.core.parts import answer
from bezpiecznik.core.polish import fold
from bezpiecznik.documents.models import DocumentKind
from bezpiecznik.editions import access, documents, exports, items, services
from bezpiecznik.editions.draft_text import draft_of
from bezpiecznik.editions.forms import AreaForm, DayForm, FateFilter, ItemForm, PassagesForm, see_anew
from bezpiecznik.editions.models import DraftArea, DraftItem, Edition
from bezpiecznik.editions.outcome import outcome_of
from bezpiecznik.editions.refusals import Refused
from bezpiecznik.editions.states import FateKind
from bezpiecznik.institutions.access import require
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.access import get_programme
from bezpiecznik.plans.scopes import holds

FATES = (*FateKind.choices, ("undecided", gettext_lazy("nierozstrzygnięte")))


@require_safe
def draft(request: Request, pk: int) -> HttpResponse:
    """The whole text of the draft, each item with where it comes from."""
    edition = access.get_edition(request.user, pk)
    context = {
        "edition": edition,
        "draft": draft_of(edition),
        "areas": {area.no: area for area in edition.areas.all()},
        "may_write": access.may_prepare(request.user) and edition.is_writable and not edition.is_linked,
    }
    return render(request, "editions/draft.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def passages(request: Request, pk: int) -> HttpResponse:
    edition = access.get_edition_to_prepare(request.user, pk)
    form = PassagesForm(request.POST if request.method == "POST" else None, edition=edition)
    if form.is_valid():
        try:
            services.change_passages(edition, by=request.user, **form.said())
            messages.success(request, _("Zapisano cele i postanowienia."))
            return redirect("editions:draft", edition.pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            see_anew(form, access.get_edition(request.user, pk).stamp)
    context = {"edition": edition, "form": form, "heading": _("Cele i postanowienia projektu")}
    return render(request, "editions/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def add_area(request: Request, pk: int) -> HttpResponse:
    return _area(request, access.get_edition_to_prepare(request.user, pk), None)


@require_http_methods(["GET", "HEAD", "POST"])
def area(request: Request, pk: int) -> HttpResponse:
    found = access.get_area_to_change(request.user, pk)
    return _area(request, found.edition, found)


def _area(request: Request, edition: Edition, found: DraftArea | None) -> HttpResponse:
    form = AreaForm(request.POST if request.method == "POST" else None, area=found)
    if form.is_valid():
        try:
            services.save_area(edition, found, by=request.user, **form.said())
            messages.success(request, _("Zapisano obszar."))
            return redirect("editions:draft", edition.pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            see_anew(form, DraftArea.objects.get(pk=found.pk).stamp if found else "")
    heading = _("Obszar %(no)s projektu") % {"no": found.no} if found else _("Nowy obszar projektu")
    context = {"edition": edition, "form": form, "heading": heading}
    return render(request, "editions/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def add_item(request: Request, pk: int) -> HttpResponse:
    return _item(request, access.get_edition_to_prepare(request.user, pk), None)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: Request, pk: int) -> HttpResponse:
    found = access.get_item_to_change(request.user, pk)
    return _item(request, found.edition, found)


def _item(request: Request, edition: Edition, found: DraftItem | None) -> HttpResponse:
    form = ItemForm(request.POST if request.method == "POST" else None, edition=edition, item=found)
    if form.is_valid():
        try:
            if found:
                items.change_item(found, form.facts(), by=request.user, stamp=form.cleaned_data["seen"])
            else:
                items.add_item(edition, form.facts(), by=request.user)
            messages.success(request, _("Zapisano pozycję projektu."))
            return redirect("editions:draft", edition.pk)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            see_anew(form, DraftItem.objects.get(pk=found.pk).stamp if found else "")
    heading = _("Pozycja projektu") if found else _("Nowa pozycja projektu")
    removable = found if found and not found.fates.exists() else None
    context = {"edition": edition, "form": form, "heading": heading, "removable": removable}
    return render(request, "editions/form.html", context, status=422 if form.errors else 200)


@require_POST
def remove_item(request: Request, pk: int) -> HttpResponse:
    found = access.get_item_to_change(request.user, pk)
    try:
        items.remove_item(found, by=request.user)
        messages.success(request, _("Usunięto pozycję z projektu."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("editions:draft", found.edition_id)


@require_safe
def outcome(request: Request, pk: int) -> HttpResponse:
    """What became of the former programme: one row for each undertaking."""
    edition = access.get_edition(request.user, pk)
    form = FateFilter(request.GET, edition=edition)
    told = outcome_of(edition)
    every = [*(row for one in told["areas"] for row in one["rows"]), *told["initiatives"]]
    rows = [row for row in every if _fits(row, form.wanted())]
    if file_format := asked_format(request):
        return export(rows, exports.OUTCOME, name=_("rozliczenie programu"), file_format=file_format)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "edition": edition, "told": told, "page": page, "total": len(rows), "form": form, "wanted": form.wanted(),
        "counts": [(label, told["counts"][name]) for name, label in FATES],
    }  # fmt: skip
    return answer(request, "editions/outcome.html", context, part="rows")


def _fits(row: dict[str, Any], wanted: dict[str, Any]) -> bool:
    words = fold(wanted.get("q", "")).split()
    text = fold(f"{row['code']} {row['wording']} {row['reason']} {row['new_wording']}")
    return (
        ("area" not in wanted or row["area"] == wanted["area"].no)
        and ("kind" not in wanted or (row["area"] is None) == (wanted["kind"] == "initiative"))
        and ("fate" not in wanted or (row["kind"] or "undecided") == wanted["fate"])
        and all(word in text for word in words)
    )


@require_POST
def make_document(request: Request, pk: int, kind: str) -> HttpResponse:
    edition = access.get_edition_to_print(request.user, pk)
    if kind not in (documents.DRAFT, documents.FORMER):
        raise Http404
    return redirect(documents.request(edition, DocumentKind(kind), by=request.user))


@require_http_methods(["GET", "HEAD", "POST"])
def consolidated(request: Request, pk: int) -> HttpResponse:
    """Have the consolidated text of a programme made as of a day."""
    programme = get_programme(request.user, pk)
    require(request.user, Right.MAKE_DOCUMENTS)
    if not holds(request.user, Right.MAKE_DOCUMENTS, programme.pk):
        raise PermissionDenied
    form = DayForm(request.POST if request.method == "POST" else None, programme=programme)
    if form.is_valid():
        return redirect(documents.request_consolidated(programme, form.cleaned_data["day"], by=request.user))
    context = {"programme": programme, "form": form, "amendments": programme.amendments.all()}
    return render(request, "editions/consolidated.html", context, status=422 if form.errors else 200)
