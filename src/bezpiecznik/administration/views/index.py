"""The first page of the administration: where everything is."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from bezpiecznik.institutions.access import require_administrator
from bezpiecznik.institutions.http import Request


@dataclass(frozen=True)
class Door:
    """A place of the administration: its name, the name of its address, and what one does there."""

    title: str | Promise
    address: str
    purpose: str | Promise


DOORS: tuple[Door, ...] = (
    Door(_("Poczta wychodząca"), "administration:mail", _("Co, kiedy i do kogo wysłano, i czy doszło.")),
    Door(_("Wzory wiadomości"), "administration:wordings", _("Słowa, którymi system pisze do ludzi.")),
    Door(_("Prace okresowe"), "administration:ticks", _("Co system robi sam i kiedy zrobił to ostatnio.")),
    Door(
        _("Przechowywanie danych"),
        "administration:retention",
        _("Co system trzyma, jak długo i co usunie najbliższej nocy."),
    ),
    Door(
        _("Dane osób"),
        "administration:persons-data",
        _("Eksport wszystkiego, co wiadomo o osobie, i anonimizacja po jej odejściu."),
    ),
)


@require_safe
def index(request: Request) -> HttpResponse:
    require_administrator(request.user)
    return render(request, "administration/index.html", {"doors": DOORS})
