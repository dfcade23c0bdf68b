"""Pages of the plan: the programme, its lists, an undertaking, the document it comes from, the reach of a post."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.core import fieldhistory, journal
from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.files.http import download
from bezpiecznik.institutions.access import rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans import exports, queries, services
from bezpiecznik.plans.access import (
    Edition,
    choose_edition,
    get_post_to_limit,
    get_programme,
    get_undertaking,
    may_fill,
)
from bezpiecznik.plans.finding_queries import open_count
from bezpiecznik.plans.forms import ActionFilter, InitiativeFilter, PlanFilter, PostProgrammesForm
from bezpiecznik.plans.models import Programme
from bezpiecznik.plans.panels import panels
from bezpiecznik.plans.scopes import holds

KEPT_WORDING = ("wording", "aim", "audience", "term_raw", "method", "funding")
ORDERS = {"no": ("kind", "area__no", "no"), "wording": (polish("wording"),)}


@require_safe
def programme(request: Request) -> HttpResponse:
    """The programme itself: `?programme=` chooses the edition."""
    edition = choose_edition(request.user, request.GET.get("programme"))
    if edition.programme is None:
        return _nothing_yet(request)
    context = {
        "contents": queries.contents(edition.programme),
        "changes": queries.changes_of(edition.programme),
        "amendment_count": edition.programme.amendments.count(),
        **_to_put_in_order(request, edition.programme),
        **_edition(edition),
    }
    return render(request, "plans/programme.html", context)


def _to_put_in_order(request: Request, programme: Programme) -> dict[str, Any]:
    """For whoever manages the plan: how much of its document waits for the next change."""
    if not holds(request.user, Right.MANAGE_PLAN, programme.pk):
        return {"may_manage": False}
    return {"may_manage": True, "open_findings": open_count(programme)}


@require_safe
def actions(request: Request) -> HttpResponse:
    edition = choose_edition(request.user, request.GET.get("programme"))
    if edition.programme is None:
        return _nothing_yet(request)
    form = ActionFilter(request.GET, programme=edition.programme)
    found = queries.actions(edition.programme, form.wanted())
    if file_format := asked_format(request):
        rows = found.in_document_order()
        return export(rows, exports.ACTIONS, name=_("działania programu"), file_format=file_format)
    rows_here = listing(request, found, orders=ORDERS, default="no")
    context = {"listing": rows_here, **_filtered(request, form), **_edition(edition)}
    return answer(request, "plans/actions.html", context, part="rows")


@require_safe
def initiatives(request: Request) -> HttpResponse:
    edition = choose_edition(request.user, request.GET.get("programme"))
    if edition.programme is None:
        return _nothing_yet(request)
    form = InitiativeFilter(request.GET, programme=edition.programme)
    found = queries.initiatives(edition.programme, form.wanted())
    if file_format := asked_format(request):
        rows = found.in_document_order()
        return export(rows, exports.INITIATIVES, name=_("programy jednostek"), file_format=file_format)
    rows_here = listing(request, found, orders=ORDERS, default="no")
    context = {"listing": rows_here, **_filtered(request, form), **_edition(edition)}
    return answer(request, "plans/initiatives.html", context, part="rows")


@require_http_methods(["GET", "HEAD", "POST"])
def post_programmes(request: Request, pk: int) -> HttpResponse:
    """Which programmes a post reaches."""
    post = get_post_to_limit(request.user, pk)
    chosen = post.programmes.values_list("programme", flat=True)
    form = PostProgrammesForm(request.POST if request.method == "POST" else None, initial={"programmes": chosen})
    if form.is_valid():
        services.limit_post(post, by=request.user, **form.cleaned_data)
        messages.success(request, _("Zapisano, których programów dotyczy stanowisko."))
        return redirect("plans:post-programmes", post.pk)
    return render(request, "plans/post_programmes.html", {"form": form, "post": post})


@require_safe
def undertaking(request: Request, pk: int) -> HttpResponse:
    found = get_undertaking(request.user, pk)
    before, after = queries.neighbours(found)
    context = {
        "undertaking": found,
        "duties": queries.duties_of(found),
        "supplements": found.supplements.select_related("goal"),
        "money": () if found.is_action else found.money.all(),
        "may_fill": may_fill(request.user, found.programme),
        "panels": panels(request.user, found),
        "history": journal.about(found, found.programme)[:50],
        "changes": fieldhistory.changes(found, *KEPT_WORDING),
        "before": before,
        "after": after,
    }
    return render(request, "plans/undertaking.html", context)


@require_safe
def source(request: Request, pk: int) -> HttpResponse:
    """The text of the resolution with numbers of its lines: `#w123` is line 123."""
    found = get_programme(request.user, pk)
    return render(request, "plans/source.html", {"programme": found, "lines": queries.source_lines(found)})


@require_safe
def source_file(request: Request, pk: int) -> HttpResponseBase:
    """The document as it was uploaded."""
    found = get_programme(request.user, pk)
    if found.source is None:
        raise Http404
    return download(found.source, name=found.source_name or "uchwala.txt")


def _filtered(request: Request, form: PlanFilter) -> dict[str, Any]:
    """The filter, what it asks for, and what else of the address it must keep."""
    kept = {name: request.GET.get(name) for name in ("programme", "sort")}
    return {"form": form, "wanted": form.wanted(), "kept": kept}


def _edition(edition: Edition) -> dict[str, Any]:
    return {"programme": edition.programme, "editions": edition.editions}


def _nothing_yet(request: Request) -> HttpResponse:
    may_upload = rights_of(request.user).has(Right.MANAGE_PLAN)
    return render(request, "plans/nothing_yet.html", {"may_upload": may_upload})
