"""Pages of amendments: what was changed, and a change written in with its consequences shown first."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core.lists import Column, asked_format, export, listing
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans import access, amending
from bezpiecznik.plans.amending_forms import FORMS, AmendmentForm, WhichForm
from bezpiecznik.plans.amending_queries import amendments_of, parts_of, told
from bezpiecznik.plans.models import Amendment, Programme, Undertaking

ORDERS = {"effective": ("effective_on", "pk"), "basis": ("basis", "pk")}
COLUMNS: tuple[Column[Amendment], ...] = (
    Column(_("Obowiązuje od"), lambda amendment: amendment.effective_on),
    Column(_("Podstawa"), lambda amendment: amendment.basis),
    Column(_("Co zmieniono"), lambda amendment: "; ".join(one.sentence for one in told(amendment))),
    Column(_("Powód"), lambda amendment: amendment.reason),
    Column(_("Kto wpisał"), lambda amendment: amendment.by.get_full_name()),
    Column(_("Kiedy"), lambda amendment: amendment.at),
)


@require_safe
def index(request: Request, pk: int) -> HttpResponse:
    programme = access.get_programme(request.user, pk)
    found = amendments_of(programme)
    if file_format := asked_format(request):
        return export(found, COLUMNS, name=_("zmiany programu"), file_format=file_format)
    shown = listing(request, found, orders=ORDERS, default="-effective")
    context = {
        "programme": programme,
        "listing": shown,
        "rows": [(amendment, told(amendment)) for amendment in shown.page],
        "may_amend": access.may_fill(request.user, programme),
    }
    return render(request, "plans/amendments.html", context)


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    """One amendment: the programme's text before and after it, to read and to print."""
    amendment = access.get_amendment(request.user, pk)
    context = {"amendment": amendment, "programme": amendment.programme, "parts": parts_of(amendment)}
    return render(request, "plans/amendment.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: Request, pk: int) -> HttpResponse:
    """The form of `?kind=`; then what the change would do; then, confirmed, the change itself."""
    programme = access.get_programme_to_fill(request.user, pk)
    kind = request.GET.get("kind", "add")
    undertaking = _undertaking(programme, request.GET.get("undertaking", ""))
    if kind not in FORMS:
        raise Http404
    if FORMS[kind].of_undertaking and undertaking is None:
        return _page(request, programme, kind, WhichForm(programme=programme), choosing=True)
    form = FORMS[kind](
        request.POST if request.method == "POST" else None, programme=programme, of=undertaking
    )  # fmt: skip
    if form.is_valid() and "edit" not in request.POST:
        return _confirmed(request, programme, kind, form)
    return _page(request, programme, kind, form)


def _undertaking(programme: Programme, asked: str) -> Undertaking | None:
    """The one that the address names; none when it names none that stands in the programme."""
    found = programme.undertakings.filter(withdrawn_on=None).select_related("area")
    return found.filter(pk=int(asked)).first() if asked.isascii() and asked.isdigit() else None


def _confirmed(request: Request, programme: Programme, kind: str, form: AmendmentForm) -> HttpResponse:
    try:
        if "confirmed" in request.POST:
            amending.amend(programme, by=request.user, **form.said())
            messages.success(request, _("Wpisano zmianę programu. Otwarte okresy już jej odpowiadają."))
            return redirect("plans:amendments", programme.pk)
        preview = amending.preview(programme, by=request.user, **form.said())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, programme, kind, form)
    context = {"programme": programme, "form": form, "preview": preview}
    return render(request, "plans/amend_confirm.html", context)


def _page(request: Request, programme: Programme, kind: str, form: Any, *, choosing: bool = False) -> HttpResponse:
    undertaking = getattr(form, "of", None)
    context = {
        "programme": programme, "kind": kind, "form": form, "choosing": choosing, "undertaking": undertaking,
    }  # fmt: skip
    return render(request, "plans/amend.html", context, status=422 if form.errors else 200)
