"""Failed attempts to sign in stand in the server's log: from where, never what was typed."""

import logging
from typing import Any

from django.http import HttpRequest

log = logging.getLogger("django.security.sign_in")


def note(sender: object, request: HttpRequest | None = None, **_words: Any) -> None:
    """Receives `user_login_failed`: the address of the request is added by `config.logs`."""
    log.warning("Sign-in failed", extra={"request": request})
