"""The first page of the administration: where everything is."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from bezpiecznik.institutions.access import Visitor, administers, rights_of
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.rights import Right


@dataclass(frozen=True)
class Door:
    """A place of the administration: its name, the name of its address, what one does there, and who may."""

    title: str | Promise
    address: str
    purpose: str | Promise
    right: Right = Right.ADMINISTER


DOORS: tuple[Door, ...] = (
    Door(
        _("Osoby"),
        "people:list",
        _("Kto ma konto. Zaproszenia, zmiana danych, wyłączanie kont."),
        Right.MANAGE_POSTS,
    ),
    Door(
        _("Stanowiska"),
        "posts:list",
        _("Kto co zajmuje i od kiedy, przekazywanie następcy, zastępstwa."),
        Right.MANAGE_POSTS,
    ),
    Door(
        _("Radar"),
        "posts:radar",
        _("Stanowiska nieobsadzone, osoby, które się nie logują, poczta, która wraca."),
        Right.MANAGE_POSTS,
    ),
    Door(_("Ustawienia"), "administration:settings", _("Co można zmienić bez sięgania do maszyny.")),
    Door(_("Stan systemu"), "administration:state", _("Czy wszystko działa i co poprawić.")),
    Door(_("Prace okresowe"), "administration:ticks", _("Co system robi sam i kiedy zrobił to ostatnio.")),
    Door(
        _("Poczta wychodząca"),
        "administration:mail",
        _("Co, kiedy i do kogo wysłano, i czy doszło."),
        Right.MANAGE_MAIL,
    ),
    Door(
        _("Wzory wiadomości"),
        "administration:wordings",
        _("Słowa, którymi system pisze do ludzi."),
        Right.MANAGE_MAIL,
    ),
    Door(
        _("Dziennik"),
        "administration:journal",
        _("Kto, co i kiedy zrobił; sprawdzenie, że nic nie zmieniono."),
        Right.READ_JOURNAL,
    ),
    Door(_("Odczyty"), "administration:readings", _("Kto otwierał strony z danymi wrażliwymi."), Right.READ_JOURNAL),
    Door(
        _("Role i uprawnienia"),
        "administration:rights",
        _("Co wolno każdej roli, wprost z programu."),
        Right.READ_JOURNAL,
    ),
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


def doors_of(user: Visitor) -> list[Door]:
    """Places of the administration that the person may enter."""
    rights, everything = rights_of(user), administers(user)
    return [door for door in DOORS if everything or rights.has(door.right)]


@require_safe
def index(request: Request) -> HttpResponse:
    doors = doors_of(request.user)
    if not doors:
        raise Http404
    return render(request, "administration/index.html", {"doors": doors})
