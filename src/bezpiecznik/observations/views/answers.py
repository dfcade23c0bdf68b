"""How the room answers to a button: done with a sentence, or refused with the reasons."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages

from bezpiecznik.institutions.http import Request
from bezpiecznik.observations.refusals import Refused


@contextmanager
def saying(request: Request, done: str) -> Iterator[None]:
    """Around a service: on the next page stands `done`, or the sentences of the refusal."""
    try:
        yield
    except Refused as refusal:
        for sentence in refusal.sentences:
            messages.error(request, sentence)
    else:
        messages.success(request, done)
