"""The register of signals."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.http import Request
from bezpiecznik.observations import access, exports, queries
from bezpiecznik.observations.forms import ObservationFilter
from bezpiecznik.plans.models import Area

ORDERS: dict[str, Sequence[Any]] = {
    "day": ("happened_on",),
    "arrived": ("arrived_at",),
    "title": (polish("title"),),
    "kind": ("kind",),
    "state": ("state",),
}


@require_safe
def index(request: Request) -> HttpResponse:
    """All signals of the person's programmes, newest first."""
    readable = access.observations_of(request.user)
    areas = Area.objects.filter(programme__in=access.programmes_of(request.user)).order_by("-programme", "no")
    form = ObservationFilter(request.GET, years=queries.years_of(readable), areas=areas)
    found = queries.with_links(queries.chosen(readable, form.wanted()))
    if file_format := asked_format(request):
        rows = found.order_by("-happened_on", "-pk")
        return export(rows, exports.OBSERVATIONS, name=_("sygnały"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-day"),
        "form": form,
        "wanted": form.wanted(),
        "manages_sources": access.manages_sources(request.user),
        "undecided": queries.UNDECIDED,
    }
    return answer(request, "observations/list.html", context, part="rows")
