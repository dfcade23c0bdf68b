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
    Door(_("Osoby"), "people:list", _("Kto ma konto. Zaproszenia, zmiana danych, wyłączanie kont.")),
    Door(_("Stanowiska"), "posts:list", _("Kto co zajmuje i od kiedy, przekazywanie następcy, zastępstwa.")),
    Door(_("Radar"), "posts:radar", _("Stanowiska nieobsadzone, osoby, które się nie logują, poczta, która wraca.")),
)


@require_safe
def index(request: Request) -> HttpResponse:
    require_administrator(request.user)
    return render(request, "administration/index.html", {"doors": DOORS})
