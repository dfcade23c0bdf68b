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
    Door(_("Ustawienia"), "administration:settings", _("Co można zmienić bez sięgania do maszyny.")),
    Door(_("Role i uprawnienia"), "administration:rights", _("Co wolno każdej roli, wprost z programu.")),
    Door(_("Dziennik"), "administration:journal", _("Kto, co i kiedy zrobił; sprawdzenie, że nic nie zmieniono.")),
    Door(_("Odczyty"), "administration:readings", _("Kto otwierał strony z danymi wrażliwymi.")),
    Door(_("Stan systemu"), "administration:state", _("Czy wszystko działa i co poprawić.")),
)


@require_safe
def index(request: Request) -> HttpResponse:
    require_administrator(request.user)
    return render(request, "administration/index.html", {"doors": DOORS})
