"""How the room answers to a button: done with a sentence, or refused with the reasons."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.utils.translation import gettext as _

from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting.refusals import Refused

FEW = 3
"""How many reasons are told one by one; a page with a long list has that list itself."""


@contextmanager
def saying(request: Request, done: str) -> Iterator[None]:
    """Around a service: on the next page stands `done` (where there is any), or the sentences of the refusal."""
    try:
        yield
    except Refused as refusal:
        for sentence in refusal.sentences[:FEW]:
            messages.error(request, sentence)
        if len(refusal.sentences) > FEW:
            messages.error(request, _("Razem do poprawienia: %(n)s.") % {"n": len(refusal.sentences)})
    else:
        if done:
            messages.success(request, done)
