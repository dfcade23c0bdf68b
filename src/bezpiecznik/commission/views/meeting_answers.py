"""How pages of meetings answer to a button: done with a sentence, or refused with one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.contrib import messages

from bezpiecznik.commission.refusals import Refused
from bezpiecznik.institutions.http import Request

READ_OR_ACT = ["GET", "HEAD", "POST"]


@contextmanager
def saying(request: Request, done: str) -> Iterator[None]:
    """Around a service: on the next page stands `done`, or the sentence of the refusal."""
    try:
        yield
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)


def accepted(form: forms.Form, act: Callable[[], Any]) -> bool:
    """Whether the form is valid and the service did it; a refusal becomes the form's own error."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return form.is_valid()
