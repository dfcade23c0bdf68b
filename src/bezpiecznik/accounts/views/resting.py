"""After too many tries a page says how long to wait and what else can be done."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from bezpiecznik.accounts.forms import TooManyTries


class Resting:
    """Mixin of a view whose form may raise TooManyTries."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        except TooManyTries:
            return resting(request)


def resting(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/locked.html", status=429)
