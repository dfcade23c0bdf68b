"""How the room answers to a form or a button: done with a sentence, or refused with the reasons."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.functional import Promise

from bezpiecznik.institutions.http import Request
from bezpiecznik.motions.forms import SeenForm
from bezpiecznik.motions.models import Motion
from bezpiecznik.motions.refusals import MotionChanged, Refused

READ_OR_ACT = ["GET", "HEAD", "POST"]


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


def done_by(form: SeenForm, act: Callable[[], Any]) -> Any:
    """What the service gave; None where it refused, and the form says why. A newer version is shown in the form."""
    try:
        return act()
    except MotionChanged as changed:
        form.data = {**cast(QueryDict, form.data).dict(), "version": str(changed.current.version)}
        form.add_error(None, str(changed))
    except Refused as refusal:
        for sentence in refusal.sentences:
            form.add_error(None, sentence)
    return None


@dataclass(frozen=True)
class Page:
    """The page of one act: its heading, what to know before, the words on its button."""

    title: str | Promise
    act: str | Promise
    done: str | Promise
    before: str | Promise = ""
    danger: bool = False
    shows: bool = True
    """Whether what the motion says stands beside the form."""


def acting(
    request: Request, motion: Motion, form: SeenForm, act: Callable[[], Any], page: Page, **more: Any
) -> HttpResponse:
    """Ask by a form, act, and go back to the motion."""
    if form.is_valid() and done_by(form, act):
        messages.success(request, str(page.done))
        return redirect(motion)
    context = {"motion": motion, "form": form, "page": page, **more}
    return render(request, "motions/act.html", context, status=422 if form.errors else 200)


def seen(motion: Motion) -> dict[str, Any]:
    """What a form that changes the motion begins with."""
    return {"version": motion.version}
