"""What every page of the house shows around its content: main navigation by rights, and the demo mark."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.administration.views.index import doors_of
from bezpiecznik.institutions.access import rights_of, seats_of
from bezpiecznik.institutions.rights import Right


@dataclass(frozen=True)
class NavItem:
    label: str | Promise
    url: str
    current: bool


PLACES: tuple[tuple[str | Promise, str, Right | None], ...] = (
    (_("Pulpit"), "core:desk", None),
    (_("Moje sprawozdania"), "reporting:my-packets", Right.WRITE_REPORT),
    (_("Do podpisu"), "reporting:my-packets", Right.SIGN_REPORT),
    (_("Program"), "plans:programme", Right.READ_PLAN),
    (_("Działania"), "plans:actions", Right.READ_PLAN),
    (_("Działalność"), "activities:list", Right.WRITE_REPORT),
    (_("Działalność"), "activities:list", Right.SIGN_REPORT),
    (_("Działalność"), "activities:list", Right.READ_REPORTS),
    (_("Harmonogram"), "plans:timetable", Right.READ_PLAN),
    (_("Sprawozdania"), "reporting:periods", Right.READ_REPORTS),
    (_("Wskaźniki"), "indicators:list", Right.READ_REPORTS),
    (_("Sygnały"), "observations:list", Right.MANAGE_OBSERVATIONS),
    (_("Ocena"), "evaluation:list", Right.READ_GRADES),
    (_("Co wymaga decyzji"), "council:president", Right.DECIDE_MOTIONS),
    (_("Co wymaga decyzji"), "council:president", Right.MANAGE_COUNCIL),
    (_("Komisja"), "commission:composition", Right.READ_COMMISSION),
    (_("Wnioski"), "motions:list", Right.READ_MOTIONS),
    (_("Wnioski"), "motions:list", Right.WRITE_MOTION),
    (_("Edycje"), "editions:list", Right.READ_GRADES),
    (_("Rada"), "council:list", Right.READ_DOCUMENTS),
    (_("Dokumenty"), "documents:list", Right.READ_DOCUMENTS),
    (_("Pisma"), "letters:list", Right.MANAGE_LETTERS),
    (_("Podmioty"), "institutions:list", Right.READ_PLAN),
    (_("Stanowiska"), "posts:list", Right.MANAGE_POSTS),
    (_("Wczytaj uchwałę"), "intake:list", Right.MANAGE_PLAN),
    (_("Administracja"), "administration:index", Right.ADMINISTER),
)


def page(request: HttpRequest) -> dict[str, Any]:
    """Context of every page: `nav` (tuple of NavItem, empty for a guest), `demo`, and `stands_in` (names)."""
    if not hasattr(request, "user") or not request.user.is_authenticated:
        return {"nav": (), "demo": settings.DEMO}
    rights, administration = rights_of(request.user), bool(doors_of(request.user))
    here = max(
        (reverse(name) for _label, name, right in PLACES if request.path.startswith(reverse(name))),
        key=len,
        default="",
    )
    items: dict[str, NavItem] = {}
    for label, name, right in PLACES:
        if right is None or rights.has(right) or (right is Right.ADMINISTER and administration):
            url = reverse(name)
            items.setdefault(url, NavItem(label, url, url == here))  # who writes and signs has one page for both
    stands_in = sorted({seat.stands_in_for for seat in seats_of(request.user) if seat.stands_in_for})
    return {"nav": tuple(items.values()), "demo": settings.DEMO, "stands_in": stands_in}
