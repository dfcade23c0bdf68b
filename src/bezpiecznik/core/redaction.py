"""What must not stand in the server's log: secrets that come in an address."""

import logging
import re

SECRET = re.compile(r"(/lacze/|/konto/zaproszenie/|/konto/nowe-haslo/[^/\s\"'?]+/)[^/\s\"'?]+")
"""Of one-time links, invitations, and links to a new password."""


def hidden(text: str) -> str:
    """The text with the secret of each mailed address left out."""
    return SECRET.sub(r"\1…", text)


class HideTokens(logging.Filter):
    """A framework logs the path of what it refuses; with this on a handler the path is logged without its secret."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if SECRET.search(message):
            record.msg, record.args = hidden(message), ()
        return True
