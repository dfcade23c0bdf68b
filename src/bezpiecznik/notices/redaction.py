"""Secrets do not stay in the log: links that open a door by themselves and one-time codes. Pure."""

import re
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

URL = re.compile(r"https?://[^\s<>\"]+")
TOKEN = re.compile(r"[A-Za-z0-9_:=-]{20,}")
CODE_ALONE = re.compile(r"(?m)^[ \t]*(?=\S*\d|[A-Z-]+$)[A-Z0-9]{3,}(?:-[A-Z0-9]{3,})*[ \t]*$")
"""A line that is nothing but a code, e.g. `483920` or `ABC-7DF`."""


def looks_secret(url: str) -> bool:
    """Whether the address carries something that cannot be guessed, and so opens a door to whoever has it."""
    parts = urlsplit(url)
    return any(TOKEN.search(piece) for piece in (*parts.path.split("/"), parts.query, parts.fragment))


def without_secrets(text: str) -> str:
    """The text with each address cut to its host, and each lone code taken out."""
    cut = URL.sub(lambda found: f"{_origin(found[0])}/… {_('[odnośnik usunięty z rejestru]')}", text)
    return CODE_ALONE.sub(_("[kod usunięty z rejestru]"), cut)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
