"""Where signals come from by themselves: channels, and letters of senders who are not on the list."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.core.lists import listing
from bezpiecznik.institutions.http import Request
from bezpiecznik.observations import access, queries, services
from bezpiecznik.observations.forms import ChannelForm
from bezpiecznik.observations.models import Channel, IncomingLetter, LetterState
from bezpiecznik.observations.views.answers import saying


@require_safe
def channels(request: Request) -> HttpResponse:
    access.require_sources(request.user)
    return render(request, "observations/channels.html", {"channels": Channel.objects.all()})


@require_http_methods(["GET", "HEAD", "POST"])
def add_channel(request: Request) -> HttpResponse:
    access.require_sources(request.user)
    form = ChannelForm(request.POST if request.method == "POST" else None, channel=Channel())
    if form.is_valid():
        services.keep_channel(form.filled(), by=request.user)
        messages.success(request, _("Dodano kanał. Pobierzemy go w ciągu kilku minut."))
        return redirect("observations:channels")
    return render(request, "observations/channel.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def channel(request: Request, pk: int) -> HttpResponse:
    found = access.get_channel(request.user, pk)
    form = ChannelForm(request.POST if request.method == "POST" else None, channel=found)
    if form.is_valid():
        services.keep_channel(form.filled(), by=request.user)
        messages.success(request, _("Zapisano. Pobierzemy kanał od nowa w ciągu kilku minut."))
        return redirect("observations:channels")
    return render(request, "observations/channel.html", {"form": form, "channel": found})


@require_safe
def letters(request: Request) -> HttpResponse:
    """What waits for a decision, the oldest first."""
    access.require_sources(request.user)
    waiting = IncomingLetter.objects.filter(state=LetterState.WAITING)
    listed = listing(request, waiting, orders={"arrived": ("arrived_at",)}, default="arrived")
    context = {"listing": listed, "reads_mail": bool(settings.SIGNALS_IMAP_URL)}
    return render(request, "observations/letters.html", context)


@require_safe
def letter(request: Request, pk: int) -> HttpResponse:
    return render(request, "observations/letter.html", {"letter": access.get_letter(request.user, pk)})


@require_POST
def accept_letter(request: Request, pk: int) -> HttpResponse:
    found = access.get_letter(request.user, pk)
    programme = queries.current_programme()
    if programme is None:
        messages.error(request, _("Nie ma jeszcze programu, do którego sygnał mógłby należeć."))
        return redirect(found)
    with saying(request, _("Przyjęto wiadomość jako sygnał.")):
        return redirect(services.accept_letter(found, programme, by=request.user))
    return redirect("observations:letters")


@require_POST
def reject_letter(request: Request, pk: int) -> HttpResponse:
    with saying(request, _("Odrzucono wiadomość i usunięto jej treść.")):
        services.reject_letter(access.get_letter(request.user, pk), by=request.user)
    return redirect("observations:letters")
