"""Accounts of the demonstration are everybody's: the way into them is not changed by the first who comes."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from bezpiecznik.accounts import demo


class NotShared:
    """Mixin of a view that changes the way into one's own account."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if demo.is_shared(request.user):
            return refused(request)
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class FactorNotShared(NotShared):
    """The same for second factors; they are open where somebody set the demonstration up to show them."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if settings.SECOND_FACTOR_REQUIRED:
            return super(NotShared, self).dispatch(request, *args, **kwargs)  # type: ignore[misc]
        return super().dispatch(request, *args, **kwargs)


def refused(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/shared.html", status=403)
