"""How the room answers to a form: done with a sentence and a page, or refused with a sentence above the form."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from bezpiecznik.commission.refusals import Refused
from bezpiecznik.institutions.http import Request


def posted(request: Request) -> Any:
    """What was sent, also when it is empty; None where the page is only opened."""
    return request.POST if request.method == "POST" else None


def acted(form: forms.Form, act: Callable[[], Any]) -> Any:
    """The act's answer where the form is right and the act was not refused; else None, with the reason in the form."""
    if not form.is_valid():
        return None
    try:
        return act() or True
    except Refused as refusal:
        form.add_error(None, str(refusal))
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
    return None


def form_page(request: Request, form: forms.Form, **words: Any) -> HttpResponse:
    """The room's page of one form: `title`, `act`, `back`, and perhaps `lede`, `warning`, `danger`, `crumbs`."""
    return render(request, "commission/form.html", {"form": form, **words})


def done(request: Request, sentence: str, where: Any) -> HttpResponse:
    messages.success(request, sentence)
    return redirect(where)


def refused_or(request: Request, act: Callable[[], Any], sentence: str, where: Any) -> HttpResponse:
    """For a button without a form: what was done, or why not."""
    try:
        act()
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(where)
    return done(request, sentence, where)
