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

ONE_ROW = 9
"""So many places stand side by side; more of them are gathered in groups."""


@dataclass(frozen=True)
class NavItem:
    label: str | Promise
    url: str
    current: bool


@dataclass(frozen=True)
class NavGroup:
    """Places that belong together; the group leads to the first of them, and is named by it where it is alone."""

    name: str | Promise
    items: tuple[NavItem, ...]

    @property
    def label(self) -> str | Promise:
        return self.name if len(self.items) > 1 else self.items[0].label

    @property
    def url(self) -> str:
        return self.items[0].url

    @property
    def current(self) -> str:
        """What `aria-current` says: we are on this page, or somewhere within the group; blank elsewhere."""
        if not any(item.current for item in self.items):
            return ""
        return "true" if len(self.items) > 1 else "page"


Place = tuple[str | Promise, str, tuple[Right, ...]]
GROUPS: tuple[tuple[str | Promise, tuple[Place, ...]], ...] = (
    ("", ((_("Pulpit"), "core:desk", ()),)),
    ("", ((_("Moje sprawozdania"), "reporting:my-packets", (Right.WRITE_REPORT,)),)),
    ("", ((_("Do podpisu"), "reporting:my-packets", (Right.SIGN_REPORT,)),)),
    (
        _("Program"),
        (
            (_("Program"), "plans:programme", (Right.READ_PLAN,)),
            (_("Działania"), "plans:actions", (Right.READ_PLAN,)),
            (_("Harmonogram"), "plans:timetable", (Right.READ_PLAN,)),
            (_("Edycje"), "editions:list", (Right.READ_GRADES,)),
            (_("Wczytaj uchwałę"), "intake:list", (Right.MANAGE_PLAN,)),
        ),
    ),
    (
        _("Sprawozdania"),
        (
            (_("Sprawozdania"), "reporting:periods", (Right.READ_REPORTS,)),
            (_("Działalność"), "activities:list", (Right.WRITE_REPORT, Right.SIGN_REPORT, Right.READ_REPORTS)),
        ),
    ),
    (
        _("Ocena"),
        (
            (_("Ocena roczna"), "evaluation:list", (Right.READ_GRADES,)),
            (_("Wskaźniki"), "indicators:list", (Right.READ_REPORTS,)),
            (_("Sygnały"), "observations:list", (Right.MANAGE_OBSERVATIONS,)),
        ),
    ),
    (
        _("Komisja i rada"),
        (
            (_("Co wymaga decyzji"), "council:president", (Right.DECIDE_MOTIONS, Right.MANAGE_COUNCIL)),
            (_("Komisja"), "commission:composition", (Right.READ_COMMISSION,)),
            (_("Wnioski"), "motions:list", (Right.READ_MOTIONS, Right.WRITE_MOTION)),
            (_("Rada"), "council:list", (Right.READ_DOCUMENTS,)),
        ),
    ),
    (
        _("Dokumenty"),
        (
            (_("Dokumenty"), "documents:list", (Right.READ_DOCUMENTS,)),
            (_("Pisma"), "letters:list", (Right.MANAGE_LETTERS,)),
        ),
    ),
    (
        _("Podmioty"),
        (
            (_("Podmioty"), "institutions:list", (Right.READ_PLAN,)),
            (_("Stanowiska"), "posts:list", (Right.MANAGE_POSTS,)),
        ),
    ),
    ("", ((_("Administracja"), "administration:index", (Right.ADMINISTER,)),)),
)


def page(request: HttpRequest) -> dict[str, Any]:
    """Context of every page: `nav` (groups), `nav_here` (places of the group we are in), `demo`, `stands_in` (names).

    A guest gets no navigation.
    """
    if not hasattr(request, "user") or not request.user.is_authenticated:
        return {"nav": (), "demo": settings.DEMO}
    groups = _groups(request)
    here = next((group.items for group in groups if group.current and len(group.items) > 1), ())
    stands_in = sorted({seat.stands_in_for for seat in seats_of(request.user) if seat.stands_in_for})
    return {"nav": groups, "nav_here": here, "demo": settings.DEMO, "stands_in": stands_in}


def _groups(request: HttpRequest) -> tuple[NavGroup, ...]:
    """What the person may open; each place once, under the first of its names that the person has a right to."""
    rights, administration = rights_of(request.user), bool(doors_of(request.user))
    held = {right for right in Right if rights.has(right)} | ({Right.ADMINISTER} if administration else set())
    here = _here(request.path)
    seen: set[str] = set()
    groups = []
    for name, places in GROUPS:
        open_to = [(label, reverse(view)) for label, view, needs in places if not needs or held & set(needs)]
        items = tuple(NavItem(label, url, url == here) for label, url in open_to if url not in seen)
        seen |= {item.url for item in items}
        groups += [NavGroup(name, items)] if items else []
    alone = tuple(NavGroup("", (item,)) for group in groups for item in group.items)
    return alone if len(alone) <= ONE_ROW else tuple(groups)


def _here(path: str) -> str:
    """The place whose pages we are in: the one with the longest address that begins ours."""
    urls = (reverse(view) for _name, places in GROUPS for _label, view, _needs in places)
    return max((url for url in urls if path.startswith(url)), key=len, default="")
