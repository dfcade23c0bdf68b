"""Public pages of consultations: the draft by paragraphs, a comment without a name, the report after the end."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bezpiecznik.accounts.address import client_address
from bezpiecznik.accounts.models import User
from bezpiecznik.core.limits import Limit, TooMany
from bezpiecznik.editions import access as editions
from bezpiecznik.editions import consulting
from bezpiecznik.editions.forms import CommentForm
from bezpiecznik.editions.models import Consultation
from bezpiecznik.editions.queries import report_of
from bezpiecznik.editions.refusals import Refused
from bezpiecznik.editions.states import Who
from bezpiecznik.institutions.models import Institution
from bezpiecznik.portal import access

FROM_ADDRESS = Limit("consultation-comments", times=10, seconds=3600)
"""A household or an office behind one address has enough of ten an hour."""


@login_not_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    context = {"programme": access.shown_programme(), "consultations": editions.public_consultations()}
    return render(request, "portal/consultations.html", context)


@login_not_required
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The text as it was published, each paragraph with an address of its own."""
    found = editions.get_public_consultation(pk)
    context = {
        "programme": access.shown_programme(),
        "consultation": found,
        "refusal": consulting.refusal_of_days(found),
        "parts": [
            {"title": part, "paragraphs": list(rows)}
            for part, rows in groupby(found.paragraphs, key=lambda paragraph: str(paragraph["part"]))
        ],
        "report": report_of(found) if found.is_over else (),
    }
    return render(request, "portal/consultation.html", context)


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, pk: int, anchor: str) -> HttpResponse:
    """Anybody comments on one paragraph; whoever is signed in for an institution does so as that institution."""
    found = editions.get_public_consultation(pk)
    paragraph = editions.get_public_paragraph(found, anchor)
    own = editions.own_institutions(request.user)
    form = CommentForm(
        request.POST if request.method == "POST" else None, sha256=paragraph["sha256"], institutions=own
    )  # fmt: skip
    if form.is_valid():
        try:
            _take(request, found, anchor, form, own)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Dziękujemy za uwagę. Odpowiemy na nią w zestawieniu po konsultacjach."))
            return redirect("portal:consultation", found.pk)
    context = {
        "programme": access.shown_programme(),
        "consultation": found,
        "paragraph": paragraph,
        "form": form,
        "refusal": consulting.refusal_of_days(found),
    }
    return render(request, "portal/comment.html", context, status=422 if form.errors else 200)


def _take(
    request: HttpRequest, found: Consultation, anchor: str, form: CommentForm, own: list[Institution]
) -> None:  # fmt: skip
    """A machine that filled in the trap is thanked like everybody, and nothing is kept."""
    try:
        FROM_ADDRESS.count(client_address(request) or "")
    except TooMany as limit:
        raise Refused(_("Z tego adresu przyszło już dużo uwag. Prosimy spróbować za godzinę.")) from limit
    if form.is_trapped:
        return
    said: dict[str, Any] = form.cleaned_data
    institution = next((one for one in own if str(one.pk) == said.get("institution")), None)
    consulting.comment(
        found, anchor=anchor, sha256=said["sha256"], text=said["text"], who=Who(said.get("who") or Who.RESIDENT),
        institution=institution, by=request.user if isinstance(request.user, User) else None,
    )  # fmt: skip
