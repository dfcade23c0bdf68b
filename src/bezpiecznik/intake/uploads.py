"""A body too big for any resolution is refused by its announced size: read away, never kept."""

from time import monotonic

from django.http import HttpRequest

from bezpiecznik.resolution import MAX_BYTES

FORM_AROUND_FILE = 100_000
CHUNK = 1 << 16
PATIENCE_SECONDS = 20


def is_too_big(request: HttpRequest) -> bool:
    """By the header alone: servers give the application no more than it announces."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > MAX_BYTES + FORM_AROUND_FILE


def read_away(request: HttpRequest) -> None:
    """Take the body without keeping it: a browser that is still sending would not see the answer.

    Not for long: a slow sender must not hold a worker.
    """
    until = monotonic() + PATIENCE_SECONDS
    while monotonic() < until and request.read(CHUNK):
        pass
