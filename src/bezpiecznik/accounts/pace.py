"""One person, or one address of somebody unsigned, does not keep the whole house busy."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bezpiecznik.accounts.address import client_address
from bezpiecznik.core.limits import Limit, TooMany

log = logging.getLogger("django.security.limits")

ANYTHING = Limit("anything", 900, 60)
SEARCH = Limit("search", 120, 60)
EXPORT = Limit("export", 30, 60)
"""A person at work asks for a page every few seconds; a script that reads the house out asks for hundreds."""


class KeepPace:
    """Middleware; whoever is quicker is asked to wait. Also answers for limits met inside a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        who = _who(request)
        try:
            for limit in _limits_of(request):
                limit.count(who)
        except TooMany as refusal:
            return _wait(request, refusal)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return _wait(request, exception) if isinstance(exception, TooMany) else None


def _who(request: HttpRequest) -> str:
    user = request.user
    return f"person-{user.pk}" if user.is_authenticated else f"address-{client_address(request)}"


def _limits_of(request: HttpRequest) -> tuple[Limit, ...]:
    asked = (("q", SEARCH), ("export", EXPORT))
    return (ANYTHING, *(limit for name, limit in asked if request.GET.get(name)))


def _wait(request: HttpRequest, refusal: TooMany) -> HttpResponse:
    log.warning("Too many requests: %s", _who(request), extra={"request": request})
    response = render(request, "pages/429.html", status=429)
    response["Retry-After"] = str(refusal.seconds)
    return response
