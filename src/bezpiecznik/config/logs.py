"""One event, one line: when (UTC), how grave, which part, who, from which address, what. No typed text makes a line."""

import logging
import re
from datetime import UTC, datetime
from typing import Any

from bezpiecznik.accounts.address import client_address

_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


class Line(logging.Formatter):
    """`2026-11-26T11:32:05Z WARNING django.request person=7 address=10.0.0.7 "Not Found: /praca/"`.

    What follows of an unexpected error is indented by `| `, so that no line of it can pass for an event.
    """

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        message = _CONTROL.sub(_shown, record.getMessage())
        line = f'{at} {record.levelname} {record.name}{_whose(getattr(record, "request", None))} "{message}"'
        if not record.exc_info:
            return line
        return "\n".join([line, *(f"| {_CONTROL.sub(_shown, part)}" for part in self._trace(record).split("\n"))])

    def _trace(self, record: logging.LogRecord) -> str:
        return self.formatException(record.exc_info) if record.exc_info else ""


def _shown(sign: re.Match[str]) -> str:
    return sign[0].encode("unicode_escape").decode("ascii")


def _whose(request: Any) -> str:
    """The key of the account, never a name; nothing is asked of the database here, which may be what has failed."""
    if not hasattr(request, "META"):
        return ""
    person = getattr(request, "_cached_user", None)
    key = getattr(person, "pk", None)
    return f" person={key or '-'} address={client_address(request) or '-'}"
