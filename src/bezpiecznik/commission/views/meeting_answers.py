"""How pages of meetings answer to a button: done with a sentence, or refused with one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

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


def form_page(request: Request, form: forms.Form, *, title: str, act: str, **words: Any) -> HttpResponse:
    """A page of one form: what it does, the words on its button; `lede`, `back`, `warning`, `danger`, `here`."""
    context = {"form": form, "title": title, "act": act, "here": "meetings", **words}
    return render(request, "commission/form.html", context)
