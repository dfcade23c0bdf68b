"""What a person does to one row or one part of a reading."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.institutions.http import Request
from bezpiecznik.intake import corrections, review_page
from bezpiecznik.intake.access import get_intake
from bezpiecznik.intake.answers import get_part, only_in_review, show_part
from bezpiecznik.intake.draft import NUMBERED, Kind, Row, blank
from bezpiecznik.intake.forms import RowForm, form_of, labelled
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.parts import part_of
from bezpiecznik.intake.refusals import Outdated
from bezpiecznik.intake.review_page import Review, review_of

AREAS = "obszary"
"""In the address of adding: not a row of a part, but a whole area."""


@require_http_methods(["GET", "HEAD", "POST"])
@only_in_review
def edit(request: Request, intake: Intake, key: str) -> HttpResponse:
    review, row = _opened(intake, key)
    form = form_of(row.kind, row.values, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _show_form(request, review, row, form)
    try:
        stamp = request.POST.get("stamp", "")
        corrections.correct(intake, key, form.values(), stamp=stamp, by=request.user)
    except Outdated:
        return _show_form(request, review, row, form, is_outdated=True)
    messages.success(request, _("Zapisano."))
    return redirect(_place(intake, review, row))


def _show_form(request: Request, review: Review, row: Row, form: RowForm, *, is_outdated: bool = False) -> HttpResponse:
    """The part with one row open. When somebody else saved it first, their words stand beside what was typed."""
    stored = labelled(row, row.values) if is_outdated else []
    who = review_page.who_changed(review.intake, row.key) if is_outdated else ""
    part = get_part(review, part_of(row, review.draft))
    more = {"open_row": row, "form": form, "stored": stored, "who": who, "is_outdated": is_outdated}
    return show_part(request, review, part, 409 if is_outdated else 422 if form.is_bound else 200, **more)


@require_POST
@only_in_review
def undo(request: Request, intake: Intake, key: str) -> HttpResponse:
    review, row = _opened(intake, key)
    corrections.undo(intake, key, by=request.user)
    messages.success(request, _("Cofnięto poprawkę: jest znów tak, jak odczytano z dokumentu."))
    return redirect(_place(intake, review, row))


@require_http_methods(["GET", "HEAD", "POST"])
@only_in_review
def remove(request: Request, intake: Intake, key: str) -> HttpResponse:
    review, row = _opened(intake, key)
    if request.method != "POST":
        context = {"intake": intake, "row": row, "back": _place(intake, review, row)}
        return render(request, "intake/remove.html", context)
    try:
        corrections.remove(intake, key, stamp=request.POST.get("stamp", ""), by=request.user)
    except Outdated:
        messages.warning(request, _("Ktoś zmienił tę pozycję w międzyczasie: obejrzyj ją, zanim ją usuniesz."))
    else:
        messages.success(request, _("Usunięto pozycję. Możesz ją przywrócić."))
    return redirect(_place(intake, review, row))


@require_POST
@only_in_review
def restore(request: Request, intake: Intake, key: str) -> HttpResponse:
    review, row = _opened(intake, key)
    corrections.restore(intake, key, by=request.user)
    messages.success(request, _("Przywrócono pozycję."))
    return redirect(_place(intake, review, row))


@require_http_methods(["GET", "HEAD", "POST"])
@only_in_review
def add(request: Request, intake: Intake, part: str) -> HttpResponse:
    """Add what the reader missed: a row of this part, or a whole area."""
    review = review_of(intake)
    page = get_part(review, "" if part == AREAS else part)
    kind = Kind.AREA if part == AREAS else page.adds
    if kind is None:
        raise Http404
    parent = page.parent if kind is Kind.ACTION else ""
    values = blank(kind, _next_number(review, kind, parent))
    form = form_of(kind, values, request.POST if request.method == "POST" else None)
    if form.is_valid():
        key = corrections.add(intake, kind, {**values, **form.values()}, parent=parent, by=request.user)
        after = review_of(get_intake(request.user, intake.pk))
        row = after.draft.row(key)
        return redirect(_place(intake, after, row) if row else intake)
    context = {"intake": intake, "part": page, "kind": kind.value, "form": form, "action": request.path}
    return render(request, "intake/add.html", context, status=422 if form.is_bound else 200)


def _next_number(review: Review, kind: Kind, parent: str) -> int:
    if kind not in NUMBERED:
        return 0
    return max((row.values["no"] for row in review.draft.living(kind, parent)), default=0) + 1


@require_POST
@only_in_review
def see_part(request: Request, intake: Intake, part: str) -> HttpResponse:
    """Confirm a part and go on to the next one that nobody has seen."""
    try:
        corrections.accept_part(intake, part, stamp=request.POST.get("stamp", ""), by=request.user)
    except Outdated:
        messages.warning(request, _("Ktoś zmienił tę część w międzyczasie: obejrzyj ją jeszcze raz."))
        return redirect(f"{intake.get_absolute_url()}?part={part}")
    following = review_of(get_intake(request.user, intake.pk)).after(part)
    return redirect(following.url if following else reverse("intake:accept", args=(intake.pk,)))


def _opened(intake: Intake, key: str) -> tuple[Review, Row]:
    review = review_of(intake)
    row = review.draft.row(key)
    if row is None:
        raise Http404
    return review, row


def _place(intake: Intake, review: Review, row: Row) -> str:
    """The row on the page of its part."""
    return f"{intake.get_absolute_url()}?part={part_of(row, review.draft)}#{review_page.anchor(row)}"
