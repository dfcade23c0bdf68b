"""People of the demonstration have a password that everybody knows: it opens nothing outside the demonstration."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from bezpiecznik.accounts.demo import DOMAIN


class DemoOnly:
    """Backend that signs nobody in; it ends the attempt of the cast where the demonstration is off."""

    def authenticate(self, _request: HttpRequest | None, **credentials: Any) -> None:
        typed = str(credentials.get("username") or credentials.get("email") or "").strip().lower()
        if typed.endswith(f"@{DOMAIN}") and not settings.DEMO:
            raise PermissionDenied
