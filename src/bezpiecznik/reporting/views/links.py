"""The office's side of one-time links: who has one, sent, sent again, revoked."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core import clock, reading
from bezpiecznik.core.collation import polish
from bezpiecznik.core.lists import Column, asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access, queries, services
from bezpiecznik.reporting.link_forms import LinkFilter, LinkForm
from bezpiecznik.reporting.models import OneTimeLink
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.views.answers import saying

ORDERS = {
    "person": (polish("user__last_name"), polish("user__first_name")),
    "institution": (polish("institution__name"),),
    "sent": ("sent_at",),
    "expires": ("expires_at",),
}


def _value(name: str) -> Any:
    """A value that `with_last_token` reads."""
    return lambda link: getattr(link, name)


COLUMNS: tuple[Column[OneTimeLink], ...] = (
    Column(gettext_lazy("Osoba"), lambda link: link.user.get_full_name()),
    Column(gettext_lazy("Adres e-mail"), lambda link: link.user.email),
    Column(gettext_lazy("Podmiot"), lambda link: link.institution.name),
    Column(gettext_lazy("Stan"), lambda link: str(queries.link_state(link).label)),
    Column(gettext_lazy("Wysłano"), _value("sent_at")),
    Column(gettext_lazy("Ważne do"), _value("expires_at")),
    Column(gettext_lazy("Otwarto"), _value("opened_at")),
    Column(gettext_lazy("Unieważniono"), lambda link: link.revoked_at),
)


@require_safe
def index(request: Request) -> HttpResponse:
    found = access.links_of(request.user)
    reading.note(request, _("Lista łączy jednorazowych"))
    form = LinkFilter(request.GET)
    found = queries.links(found, form.wanted())
    if file_format := asked_format(request):
        return export(found.order_by("pk"), COLUMNS, name=_("lacza-jednorazowe"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-sent"),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "now": clock.now(),
    }
    return answer(request, "reporting/links.html", context, part="rows")


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: Request) -> HttpResponse:
    access.links_of(request.user)
    form = LinkForm(request.POST or None, initial={"institution": request.GET.get("institution")})
    if form.is_valid():
        try:
            link = services.send_link(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Wysłano łącze: %(link)s.") % {"link": link})
            return redirect("reporting:links")
    return render(request, "reporting/send_link.html", {"form": form})


@require_POST
def resend(request: Request, pk: int) -> HttpResponse:
    link = access.get_link(request.user, pk)
    with saying(request, _("Wysłano nowe łącze: %(link)s. Poprzednie już nie działa.") % {"link": link}):
        services.resend_link(link, by=request.user)
    return redirect("reporting:links")


@require_POST
def revoke(request: Request, pk: int) -> HttpResponse:
    link = access.get_link(request.user, pk)
    with saying(request, _("Unieważniono łącze: %(link)s.") % {"link": link}):
        services.revoke_link(link, by=request.user)
    return redirect("reporting:links")
