"""The page behind a one-time link. Opening it shows a button: scanners of mail and previews use nothing up."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bezpiecznik.reporting import access, queries, services
from bezpiecznik.reporting.link_session import begin
from bezpiecznik.reporting.models import LinkToken

View = Callable[..., HttpResponse]


def discreet(view: View) -> View:
    """The secret stays in the address: other pages are told where one comes from without the path, nobody keeps a copy.

    Not `no-referrer`: with it browsers hide the origin of a form too, and the form would be refused as forged.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Cache-Control"] = "no-store"
        return response

    return answered


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@discreet
def open_(request: HttpRequest, secret: str) -> HttpResponse:
    """GET shows, POST opens. An address that opens nothing says so in the same words, whatever the cause."""
    token = services.open_link(secret) if request.method == "POST" else None
    if token:
        begin(request, token)
        return redirect(_where_to(token))
    context = {"secret": secret, "token": queries.usable_token(secret)}
    return render(request, "reporting/link.html", context)


def _where_to(token: LinkToken) -> str:
    packet = queries.packet_to_write(token.link.institution)
    if packet:
        return packet.get_absolute_url()
    asked = queries.asked_to_contribute([token.link.institution_id])
    return access.contribution_url(*asked[0]) if asked else "reporting:my-packets"


@login_not_required
@require_POST
@discreet
def ask(_request: HttpRequest, secret: str) -> HttpResponse:
    """Always the same answer: nobody learns whether the address was ever good."""
    services.ask_again(secret)
    return redirect("links:asked")


@login_not_required
@require_safe
@discreet
def asked(request: HttpRequest) -> HttpResponse:
    return render(request, "reporting/link_asked.html")


@login_not_required
@require_safe
@discreet
def over(request: HttpRequest) -> HttpResponse:
    """Where somebody finds themselves when the time of the link is over, or the office took it back."""
    return render(request, "reporting/link_over.html")


@login_not_required
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """On a shared computer: nothing of the session is left."""
    request.session.flush()
    return redirect("links:over")
