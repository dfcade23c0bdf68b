"""Outgoing mail: what was sent to whom, as it was worded, and whether it arrived."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from bezpiecznik.administration.mail_access import get_message, require_mail
from bezpiecznik.core import journal, reading
from bezpiecznik.core.lists import Column, asked_format, export, listing
from bezpiecznik.core.parts import answer
from bezpiecznik.institutions.http import Request
from bezpiecznik.notices import delivery, queries, services
from bezpiecznik.notices.forms import MessageFilter
from bezpiecznik.notices.models import Message

ORDERS = {"created": ("created_at",), "sent": ("sent_at",), "subject": ("subject",), "address": ("address",)}
COLUMNS: list[Column[Message]] = [
    Column(gettext_lazy("Przygotowano"), lambda message: message.created_at),
    Column(gettext_lazy("Wysłano"), lambda message: message.sent_at),
    Column(gettext_lazy("Stan"), lambda message: message.get_state_display()),
    Column(gettext_lazy("Powód"), lambda message: message.reason),
    Column(gettext_lazy("Osoba"), lambda message: message.user.get_full_name() if message.user else ""),
    Column(gettext_lazy("Adres"), lambda message: message.address),
    Column(gettext_lazy("Rodzaj"), lambda message: message.kind_title),
    Column(gettext_lazy("Temat"), lambda message: message.subject),
]


@require_safe
def outgoing(request: Request) -> HttpResponse:
    require_mail(request.user)
    form = MessageFilter(request.GET)
    found = queries.messages(form.wanted())
    if file_format := asked_format(request):
        reading.note(request, _("Poczta wychodząca jako plik"))
        return export(found.order_by("-pk"), COLUMNS, name=_("poczta wychodząca"), file_format=file_format)
    context = {
        "listing": listing(request, found, orders=ORDERS, default="-created"),
        "form": form,
        "wanted": form.wanted(),
        "kept": {"sort": request.GET.get("sort")},
        "configured": delivery.configured(),
        "demonstration": settings.DEMO,
    }
    return answer(request, "administration/mail.html", context, part="rows")


@require_safe
def message(request: Request, pk: int) -> HttpResponse:
    """As it was worded, with what became of it."""
    found = get_message(request.user, pk)
    reading.note(request, _("Treść wiadomości"), found)
    context = {
        "message": found,
        "carried": found.carried.all(),
        "repeats": found.repeats.all(),
        "history": journal.about(found)[:50],
        "demonstration": settings.DEMO,
    }
    return render(request, "administration/message.html", context)


@require_POST
def send_again(request: Request, pk: int) -> HttpResponse:
    found = get_message(request.user, pk)
    try:
        repeat = services.send_again(found, by=request.user)
    except services.NotAgain:
        messages.error(request, _("Tej wiadomości nie można wysłać ponownie: jest w drodze albo miała tajny odnośnik."))
        return redirect("administration:message", pk)
    messages.success(request, _("Wiadomość czeka na ponowne wysłanie."))
    return redirect("administration:message", repeat.pk)
