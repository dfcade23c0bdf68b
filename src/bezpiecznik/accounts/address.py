"""From where a request comes."""

from contextlib import suppress
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The address that the server before us noted last: those before it anybody may write. Else our neighbour's."""
    noted = request.headers.get("X-Forwarded-For", "") if settings.HTTPS else ""
    with suppress(ValueError):
        return str(ip_address(noted.rpartition(",")[2].strip()))
    return request.META.get("REMOTE_ADDR")
