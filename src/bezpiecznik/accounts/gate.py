"""Signing in is the dearest request there is, and everybody comes at nine: few are let through at once.

Those who wait hold a thread and nothing else. There are more threads than places to wait (`serve --threads`), so
whoever is signed in already gets their pages meanwhile. `bench/sign_in.py` measures it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.conf import settings

PLACES_TO_WAIT = 40
_waiting = BoundedSemaphore(PLACES_TO_WAIT)
_signing_in = BoundedSemaphore(settings.SIGN_INS_AT_ONCE)


class Crowded(Exception):
    """Nobody can wait any more: to be tried again in a moment."""


@contextmanager
def turn() -> Iterator[None]:
    """Wait for one's turn. Raises Crowded where all places are taken."""
    if not _waiting.acquire(blocking=False):
        raise Crowded
    try:
        with _signing_in:
            yield
    finally:
        _waiting.release()
