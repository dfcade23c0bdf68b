"""Nobody works here unsigned, too long, or with less proof than their work asks for."""

from collections.abc import Callable
from time import time
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _

from bezpiecznik.accounts import second_factor
from bezpiecznik.accounts.models import User
from bezpiecznik.core.readonly import SAFE_METHODS

SINCE, SEEN = "since", "seen"
NOTED_EVERY_SECONDS = 300
"""How exactly the last page opened is known: a session is not written anew with every page."""


class SessionsEnd:
    """A session ends some time after its beginning, and some time after the last page opened in it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now, session = time(), request.session
            seen = session.get(SEEN, now)
            if now - session.get(SINCE, now) > settings.SESSION_LASTS or now - seen > settings.SESSION_IDLE:
                logout(request)
                messages.info(request, _("Sesja wygasła. Zaloguj się ponownie."))
            elif now - seen > NOTED_EVERY_SECONDS:
                session[SEEN] = now
        return self.get_response(request)


class SignInFirst(LoginRequiredMiddleware):
    """After signing in one is back where one was going; from a button, at the page on which it stood."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        if request.method in SAFE_METHODS:
            return super().handle_no_permission(request, view_func)
        return redirect_to_login(
            page_of_button(request),
            resolve_url(self.get_login_url(view_func)),
            self.get_redirect_field_name(view_func),
        )


class SecondFactorFirst:
    """Whose work asks for a second factor and who has none sets it up first; only their own account is open to them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        own_account = bool(request.resolver_match and request.resolver_match.route.startswith("konto/"))
        if own_account or not getattr(view, "login_required", True) or not isinstance(request.user, User):
            return None
        return redirect("accounts:security") if second_factor.is_missing(request, request.user) else None


def page_of_button(request: HttpRequest) -> str:
    """The page of ours on which the pressed button stood."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc != request.get_host():
        return resolve_url("core:desk")
    return came_from._replace(scheme="", netloc="", fragment="").geturl()
