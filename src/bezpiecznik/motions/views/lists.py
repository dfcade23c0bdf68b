"""The register of motions: as a board by stage, and as a list."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.http import Request
from bezpiecznik.motions import access, exports, queries
from bezpiecznik.motions.forms import MotionFilter

ORDERS = {
    "number": ("year", "no"),
    "institution": (polish("institution__name"),),
    "state": ("state",),
    "due": ("due_on",),
    "decided": ("decided_at",),
}


def _acts(request: Request) -> dict[str, bool]:
    """Which buttons the register has for the person."""
    user = request.user
    return {"writes": bool(access.own_institutions(user)), "office": access.is_office(user)}


@require_safe
def index(request: Request) -> HttpResponse:
    motions = access.motions_of(request.user)
    form = MotionFilter(request.GET, motions=motions)
    found = queries.listed(motions, form.wanted())
    if file_format := asked_format(request):
        rows = found.select_related("institution", "task__area").order_by("year", "no", "pk")
        return export(rows, exports.MOTIONS, name=_("wnioski"), file_format=file_format)
    shown = listing(request, found, orders=ORDERS, default="-number")
    context = {
        "listing": shown,
        "cards": queries.cards(shown.page),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "own_only": not access.reads_all(request.user),
        **_acts(request),
    }
    return answer(request, "motions/list.html", context, part="rows")


@require_safe
def board(request: Request) -> HttpResponse:
    motions = access.motions_of(request.user)
    own = bool(access.own_institutions(request.user))
    context = {"columns": queries.board(motions, drafts=own), "any": motions.exists(), **_acts(request)}
    return render(request, "motions/board.html", context)
