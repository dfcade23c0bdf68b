"""What every answer tells the browser about itself: where it may be used, and that nobody keeps it."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse

UNUSED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone",
          "midi", "payment", "usb", "serial", "bluetooth", "screen-wake-lock", "xr-spatial-tracking")  # fmt: skip
"""Devices that no page of ours asks for. Passkeys are left to our own pages by default."""
PERMISSIONS = ", ".join(f"{device}=()" for device in UNUSED)
KEEP_NOTHING = "no-store"
FORGET = '"cache", "storage"'


class Protection:
    """Middleware above all others that answer, so that files, errors and refusals bear the same headers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not _may_be_kept(request, response):
            response.headers["Cache-Control"] = KEEP_NOTHING
        if _has_just_left(request):
            response.headers.setdefault("Clear-Site-Data", FORGET)
        return response


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Only what is the same for everyone: static files, and pages for residents read by whoever is not signed in."""
    match = request.resolver_match
    if match is None:  # a static file says itself how long; an error page says nothing
        return "Cache-Control" in response.headers
    return match.app_name in settings.PUBLIC_ROOMS and settings.SESSION_COOKIE_NAME not in request.COOKIES


def _has_just_left(request: HttpRequest) -> bool:
    """A session came with the request, a button was pressed, and nobody is signed in any more."""
    user = getattr(request, "user", None)
    return (
        request.method == "POST"
        and settings.SESSION_COOKIE_NAME in request.COOKIES
        and user is not None
        and not user.is_authenticated
        and request.resolver_match is not None
        and request.resolver_match.view_name == settings.SIGN_OUT_URL
    )


class Messages(CookieStorage):
    """Messages in a cookie that, behind TLS, no neighbouring host can set."""

    cookie_name = "__Host-messages" if settings.HTTPS else "messages"
