"""How the room answers to a button: done with a sentence, or refused with one."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpResponse

from bezpiecznik.institutions.http import Request
from bezpiecznik.letters.refusals import Refused


@contextmanager
def saying(request: Request, done: str) -> Iterator[None]:
    """Around a service: on the next page stands `done`, or the sentence of the refusal."""
    try:
        yield
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)


def pdf(data: bytes, name: str) -> HttpResponse:
    """A PDF made just now, shown by the browser."""
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
