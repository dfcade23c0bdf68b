"""Browsers that know an account: whoever signed in once bears a signed cookie. It opens nothing by itself.

The idea is OWASP's "device cookies": guesses of strangers are counted apart from those in the owner's own browser.
"""

import secrets
from collections.abc import Iterator
from contextlib import suppress

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase

from bezpiecznik.accounts.address import client_address
from bezpiecznik.accounts.models import User

SALT = "accounts.browsers"
AGE_SECONDS = 400 * 24 * 3600
MOST_ACCOUNTS = 8


def cookie_name() -> str:
    return "__Host-znajomi" if settings.HTTPS else "znajomi"


def mark_of(request: HttpRequest, user: User | None) -> str:
    """The mark by which this browser knows the account; empty for a stranger's browser."""
    return _marks(request).get(str(user.pk), "") if user else ""


def place_of(request: HttpRequest, user: User | None) -> str:
    """Where an attempt is made: the known browser, else the address."""
    return mark_of(request, user) or f"from {client_address(request)}"


def remember(request: HttpRequest, response: HttpResponseBase, user: User) -> None:
    """Let the browser know the account from now on."""
    marks = {**_marks(request), str(user.pk): mark_of(request, user) or secrets.token_urlsafe(16)}
    kept = dict(list(marks.items())[-MOST_ACCOUNTS:])
    response.set_cookie(
        cookie_name(),
        signing.dumps(kept, salt=SALT),
        max_age=AGE_SECONDS,
        secure=settings.HTTPS,
        httponly=True,
        samesite="Lax",
    )


def _marks(request: HttpRequest) -> dict[str, str]:
    with suppress(signing.BadSignature):
        kept: dict[str, str] = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT, max_age=AGE_SECONDS)
        return kept
    return {}


NAMES = {"Edg/": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
SYSTEMS = {"Android": "Android", "iPhone": "iPhone", "iPad": "iPad", "Windows": "Windows", "Mac OS": "macOS",
           "Linux": "Linux"}  # fmt: skip


def words_of(user_agent: str) -> str:
    """`Firefox, Windows` out of what a browser says of itself; empty when nothing is recognised."""
    return ", ".join(_recognised(user_agent))


def _recognised(user_agent: str) -> Iterator[str]:
    for signs in (NAMES, SYSTEMS):
        yield from [word for sign, word in signs.items() if sign in user_agent][:1]
