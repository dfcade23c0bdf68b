"""What allauth and Django tell of is written down by our services."""

from time import time
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from bezpiecznik.accounts import browsers, limits, second_factor, services
from bezpiecznik.accounts.middleware import SEEN, SINCE
from bezpiecznik.accounts.models import User
from bezpiecznik.accounts.stages import second_factor_of

CODES_SHOWN_UNTIL = "accounts.codes_shown_until"
CODES_SHOWN_SECONDS = 600


def begin_session(sender: object, request: HttpRequest, user: User, **_words: Any) -> None:
    request.session[SINCE] = request.session[SEEN] = time()


def signed_in(
    sender: object, request: HttpRequest, response: HttpResponseBase, user: User, sociallogin: Any = None, **_words: Any
) -> None:
    elsewhere = second_factor_of(sociallogin)
    if elsewhere:
        request.session[second_factor.PROVED_ELSEWHERE] = True
    place = browsers.place_of(request, user)
    failed = limits.GUESSES_HERE.count(user.email, place)
    services.note_sign_in(
        user,
        method=sociallogin.account.provider if sociallogin else "password",
        second_factor="provider" if elsewhere else second_factor.shown(request, user),
        failed_before=failed,
        new_browser=_new_browser(request, user),
    )
    if failed:
        limits.GUESSES_HERE.forget(user.email, place)
    browsers.remember(request, response, user)


def _new_browser(request: HttpRequest, user: User) -> str | None:
    """None where nothing is to be told: the browser is known, or all who see the demonstration share the account."""
    if settings.DEMO or browsers.mark_of(request, user):
        return None
    return browsers.words_of(request.headers.get("User-Agent", "")) or "nieznana"


def factor_added(sender: object, request: HttpRequest, user: User, authenticator: Authenticator, **_words: Any) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        request.session[CODES_SHOWN_UNTIL] = time() + CODES_SHOWN_SECONDS
        return services.note_codes_made(user, tell=False)  # the first ones come with the first factor
    return services.note_factor_added(
        user, factor=name_of(authenticator), session_key=request.session.session_key or ""
    )


def factor_removed(
    sender: object, request: HttpRequest, user: User, authenticator: Authenticator, **_words: Any
) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        services.note_factor_removed(user, factor=name_of(authenticator))


def codes_made(sender: object, request: HttpRequest, user: User, authenticator: Authenticator, **_words: Any) -> None:
    request.session[CODES_SHOWN_UNTIL] = time() + CODES_SHOWN_SECONDS
    services.note_codes_made(user, tell=True)


def name_of(authenticator: Authenticator) -> str:
    return "aplikacja z kodami" if authenticator.type == Authenticator.Type.TOTP else f"klucz „{authenticator}”"
