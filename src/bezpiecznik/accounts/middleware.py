"""Nobody works here unsigned."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import resolve_url

from bezpiecznik.core.readonly import SAFE_METHODS


class SignInFirst(LoginRequiredMiddleware):
    """After signing in one is back where one was going; from a button, at the page on which it stood."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        if request.method in SAFE_METHODS:
            return super().handle_no_permission(request, view_func)
        return redirect_to_login(
            _page_of_button(request),
            resolve_url(self.get_login_url(view_func)),
            self.get_redirect_field_name(view_func),
        )


def _page_of_button(request: HttpRequest) -> str:
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc != request.get_host():
        return resolve_url("core:desk")
    return came_from._replace(scheme="", netloc="", fragment="").geturl()
