"""Pages of what is to be put in order at the next change of the programme."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.accounts.models import User
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.panels import Panel
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.acts import ActPage, perform, press
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans import exports, finding_queries, findings
from bezpiecznik.plans.access import get_finding, get_programme_to_manage
from bezpiecznik.plans.forms import FindingFilter, FindingReasonForm
from bezpiecznik.plans.models import DocumentFinding, FindingState, Undertaking
from bezpiecznik.plans.scopes import holds

ORDERS = {
    "no": ("no",),
    "severity": ("weight", "no"),
    "kind": ("code", "no"),
    "state": ("state", "no"),
}


@require_safe
def index(request: Request, pk: int) -> HttpResponse:
    programme = get_programme_to_manage(request.user, pk)
    form = FindingFilter(request.GET, programme=programme)
    wanted = form.wanted()
    found = finding_queries.found(programme, wanted)
    if file_format := asked_format(request):
        return export(found, exports.FINDINGS, name=_("sprawy do uporządkowania"), file_format=file_format)
    context = {
        "programme": programme,
        "listing": listing(request, found, orders=ORDERS, default="severity"),
        "form": form,
        "wanted": wanted,
        "kept": {"sort": request.GET.get("sort")},
        "counts": finding_queries.counts(programme),
    }
    return answer(request, "plans/findings.html", context, part="rows")


@require_safe
def detail(request: Request, pk: int) -> HttpResponse:
    finding = get_finding(request.user, pk)
    context = {
        "finding": finding,
        "proposals": finding_queries.proposals(finding),
        "undertakings": finding.undertakings.select_related("area").in_document_order(),
        "lines": [place.removeprefix("l.") for place in finding.places if place.startswith("l.")],
        "crumbs": _crumbs(finding),
    }
    return render(request, "plans/finding.html", context)


@require_POST
def settle(request: Request, pk: int) -> HttpResponse:
    finding = get_finding(request.user, pk)
    act = partial(findings.settle, finding, by=request.user)
    return press(request, act, done=_("Sprawa jest załatwiona."), to=_list(finding))


@require_http_methods(["GET", "HEAD", "POST"])
def set_aside(request: Request, pk: int) -> HttpResponse:
    finding = get_finding(request.user, pk)
    page = ActPage(
        title=_("Odłóż sprawę"),
        act=_("Odłóż"),
        back=finding.get_absolute_url(),
        lede=finding.message,
        crumbs=[*_crumbs(finding), (_("Sprawa nr %(no)s") % {"no": finding.no}, finding.get_absolute_url())],
    )
    form = FindingReasonForm(request.POST if request.method == "POST" else None)
    act = partial(findings.set_aside, finding, by=request.user)
    return perform(request, form, page, act, done=_("Odłożono sprawę."), to=_list(finding))


@require_POST
def reopen(request: Request, pk: int) -> HttpResponse:
    finding = get_finding(request.user, pk)
    act = partial(findings.reopen, finding, by=request.user)
    return press(request, act, done=_("Sprawa jest znów do uporządkowania."), to=finding.get_absolute_url())


def _list(finding: DocumentFinding) -> str:
    return f"{reverse('plans:findings', args=(finding.programme_id,))}?state={FindingState.OPEN}"


def _crumbs(finding: DocumentFinding) -> list[tuple[str, str]]:
    return [
        (_("Program"), f"{reverse('plans:programme')}?programme={finding.programme_id}"),
        (_("Do uporządkowania"), _list(finding)),
    ]


def panel(user: User, undertaking: Undertaking) -> Panel | None:
    """On the page of an undertaking, for whoever manages the plan: what is to be put in order in it."""
    if not holds(user, Right.MANAGE_PLAN, undertaking.programme_id):
        return None
    rows = list(undertaking.findings.filter(state=FindingState.OPEN))
    context = {"findings": rows}
    return Panel(_("Do uporządkowania przy zmianie programu"), "plans/_findings_panel.html", context) if rows else None
