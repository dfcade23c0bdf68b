"""The radar: what only seems to be held, and the one act that mends it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bezpiecznik.core.lists import PER_PAGE, asked_format, export
from bezpiecznik.core.parts import answer
from bezpiecznik.core.polish import search_text
from bezpiecznik.core.search import holds
from bezpiecznik.institutions.access import roles_to_give
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.posts import access, radar
from bezpiecznik.institutions.posts.exports import RADAR
from bezpiecznik.institutions.posts.forms import RadarFilter
from bezpiecznik.institutions.posts.radar import Finding


@dataclass(frozen=True)
class Rows:
    """What the list shows: a page of findings in the order asked for."""

    page: Page[Finding]
    sort: str
    total: int


@require_safe
def index(request: Request) -> HttpResponse:
    access.posts_for(request.user)
    form = RadarFilter(request.GET)
    found = _wanted(radar.findings(roles_to_give(request.user)), form.wanted())
    sort = request.GET.get("sort", "")
    if sort.removeprefix("-") == "since":
        found.sort(key=lambda finding: finding.since or date.min, reverse=sort.startswith("-"))
    if file_format := asked_format(request):
        return export(found, RADAR, name=_("radar"), file_format=file_format)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "listing": Rows(page, sort, len(found)),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
    }
    return answer(request, "posts/radar.html", context, part="rows")


def _wanted(found: list[Finding], wanted: dict[str, Any]) -> list[Finding]:
    if kind := wanted.get("kind"):
        found = [finding for finding in found if finding.kind == kind]
    if institution := wanted.get("institution"):
        found = [finding for finding in found if finding.institution == institution.name]
    if query := wanted.get("q"):
        found = [finding for finding in found if holds(search_text(finding.sentence, finding.institution), query)]
    return found
