"""A page with one form and one button: asked by GET, done by POST, refused with a sentence beside the form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.refusals import Refused


@dataclass(frozen=True)
class ActPage:
    """The words of the page: heading, one sentence under it, the button, where „Anuluj” leads, and the way here."""

    title: str
    act: str
    back: str
    lede: str = ""
    crumbs: Sequence[tuple[str, str]] = ()
    notes: Sequence[str] = ()
    danger: bool = False
    other: tuple[str, str] | None = None
    """Another way to the same end: words and address."""
    template: str = "institutions/act.html"
    extra: dict[str, Any] = field(default_factory=dict)


def perform(
    request: Request,
    form: forms.BaseForm,
    page: ActPage,
    do: Callable[..., object],
    *,
    done: str,
    to: str | Callable[[object], str] = "",
) -> HttpResponse:
    """Call `do` with what the form holds and go on to `to` (or back); else the page again, with what was typed."""
    if form.is_valid() and (answered := _done(request, form, page, do, done=done, to=to)):
        return answered
    return render(request, page.template, {"form": form, "page": page, "crumbs": page.crumbs, **page.extra})


def _done(
    request: Request,
    form: forms.BaseForm,
    page: ActPage,
    do: Callable[..., object],
    *,
    done: str,
    to: str | Callable[[object], str],
) -> HttpResponse | None:
    try:
        result = do(**form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    except ValidationError as problem:
        form.add_error(None, problem.messages)
    else:
        messages.success(request, done)
        return redirect(to(result) if callable(to) else to or page.back)
    return None


def press(request: Request, do: Callable[[], object], *, done: str, to: str) -> HttpResponse:
    """A button without a form: on the next page stands `done`, or why it was refused."""
    try:
        do()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect(to)
