"""What a person does to a whole review: takes the last act back, joins rows, decides about faults of the document."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.institutions.http import Request
from bezpiecznik.intake import codes, merging, repairing, undoing
from bezpiecznik.intake.answers import number, only_in_review
from bezpiecznik.intake.draft import Draft, Row, draft_of
from bezpiecznik.intake.faults import fault_key
from bezpiecznik.intake.forms import SetAsideForm, labelled
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.parts import FRONT, part_of
from bezpiecznik.intake.places import places_of
from bezpiecznik.intake.refusals import Outdated
from bezpiecznik.intake.review_page import anchor
from bezpiecznik.resolution.model import Finding


@require_POST
@only_in_review
def take_back(request: Request, intake: Intake) -> HttpResponse:
    """Undo the last act of the review, whoever did it; the page says which one before."""
    try:
        act = undoing.take_back(intake, act=number(request.POST.get("act", "")), by=request.user)
    except Outdated:
        messages.warning(request, _("Ktoś zmienił coś w międzyczasie: obejrzyj, co byłoby teraz cofnięte."))
    else:
        messages.success(request, _("Cofnięto: %(act)s.") % {"act": act})
    return redirect(_back(request, intake))


@require_http_methods(["GET", "HEAD", "POST"])
@only_in_review
def merge(request: Request, intake: Intake, key: str) -> HttpResponse:
    """Choose which rows say the same as this one, and join them to it."""
    draft = draft_of(intake)
    stays = draft.row(key)
    if stays is None or not merging.may_stay(stays):
        raise Http404
    chosen = request.POST.getlist("other") if request.method == "POST" else request.GET.getlist("z")
    if request.method == "POST" and chosen:
        others = {other: request.POST.get(f"stamp-{other}", "") for other in chosen}
        try:
            merging.merge(intake, key, others, stamp=request.POST.get("stamp", ""), by=request.user)
        except Outdated:
            messages.warning(request, _("Ktoś zmienił jedną z tych pozycji: obejrzyj je jeszcze raz."))
            return redirect(request.path)
        messages.success(request, _("Połączono. Połączone pozycje nie wejdą do programu; można to cofnąć."))
        return redirect(_place_of(intake, draft, stays))
    return _show_merge(request, intake, draft, stays, chosen, status=422 if request.method == "POST" else 200)


def _show_merge(
    request: Request, intake: Intake, draft: Draft, stays: Row, chosen: Sequence[str], *, status: int
) -> HttpResponse:
    offered = merging.candidates(draft, stays, also=chosen)
    context = {
        "intake": intake,
        "stays": _told(draft, stays),
        "others": [
            {
                **_told(draft, row),
                "score": score,
                "is_chosen": row.key in chosen,
                "is_likely": score >= merging.ALIKE or row.key in chosen,
            }
            for row, score in offered
        ],
        "is_refused": status != 200,
        "back": _place_of(intake, draft, stays),
    }
    return render(request, "intake/merge.html", context, status=status)


def _told(draft: Draft, row: Row) -> dict[str, object]:
    rest = {name: value for name, value in row.values.items() if name not in {"no", "text", "name"}}
    return {"row": row, "code": codes.code(row, draft), "details": labelled(row, rest)}


@require_POST
@only_in_review
def repair(request: Request, intake: Intake, fault: str) -> HttpResponse:
    draft, finding = _fault(intake, fault)
    try:
        repairing.repair(intake, fault, stamp=request.POST.get("stamp", ""), by=request.user)
    except Outdated:
        messages.warning(request, _("Ktoś zmienił tę pozycję w międzyczasie: obejrzyj propozycję jeszcze raz."))
    else:
        messages.success(request, _("Poprawiono zgodnie z propozycją. Można to cofnąć."))
    return redirect(_place_of_fault(intake, draft, finding))


@require_http_methods(["GET", "HEAD", "POST"])
@only_in_review
def set_aside(request: Request, intake: Intake, fault: str) -> HttpResponse:
    """Ask why the fault is not to be settled."""
    draft, finding = _fault(intake, fault)
    back = _place_of_fault(intake, draft, finding)
    form = SetAsideForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        repairing.set_aside(intake, fault, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("Odłożono uwagę. Nie przejdzie do listy spraw na zmianę programu."))
        return redirect(back)
    context = {"intake": intake, "finding": finding, "form": form, "back": back, "action": request.path}
    return render(request, "intake/set_aside.html", context, status=422 if form.is_bound else 200)


@require_POST
@only_in_review
def reopen(request: Request, intake: Intake, fault: str) -> HttpResponse:
    draft, finding = _fault(intake, fault)
    repairing.reopen(intake, fault, by=request.user)
    messages.success(request, _("Przywrócono uwagę."))
    return redirect(_place_of_fault(intake, draft, finding))


def _fault(intake: Intake, key: str) -> tuple[Draft, Finding]:
    draft = draft_of(intake)
    finding = repairing.find_fault(draft, key)
    if finding is None:
        raise Http404
    return draft, finding


def _place_of(intake: Intake, draft: Draft, row: Row) -> str:
    return f"{intake.get_absolute_url()}?part={part_of(row, draft)}#{anchor(row)}"


def _place_of_fault(intake: Intake, draft: Draft, finding: Finding) -> str:
    """The fault on the page of its first part."""
    places = places_of(draft)
    rows = [places[place] for place in finding.places if place in places]
    part = part_of(rows[0], draft) if rows else FRONT
    return f"{intake.get_absolute_url()}?part={part}#uwaga-{fault_key(finding)}"


def _back(request: Request, intake: Intake) -> str:
    """The page from which the button was pressed, if it is one of this review."""
    here = request.POST.get("back", "")
    is_ours = here.startswith(intake.get_absolute_url()) and url_has_allowed_host_and_scheme(here, allowed_hosts=None)
    return here if is_ours else intake.get_absolute_url()
