"""One address, one view, one template: HTMX is answered with a named part of it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers


def wants_part(request: HttpRequest) -> bool:
    """Whether HTMX asks for a part; it wants the whole page when it follows a link or restores history."""
    htmx = getattr(request, "htmx", None)
    return htmx is not None and bool(htmx) and not (htmx.history_restore_request or htmx.boosted)


def answer(request: HttpRequest, template: str, context: dict[str, Any], *, part: str) -> HttpResponse:
    """The page, or to HTMX its `{% partialdef part %}` alone. Caches are told that the two differ."""
    name = f"{template}#{part}" if wants_part(request) else template
    response = render(request, name, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


def away(request: HttpRequest, url: str) -> HttpResponse:
    """To another page as a whole, also when HTMX asked for a part of this one.

    Never kept: a browser that goes back would show the empty answer to HTMX as the page.
    """
    response = HttpResponse(headers={"HX-Redirect": url}) if wants_part(request) else redirect(url)
    response["Cache-Control"] = "no-store"
    patch_vary_headers(response, ["HX-Request"])
    return response
