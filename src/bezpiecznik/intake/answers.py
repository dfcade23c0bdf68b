"""Answers that several pages of the intake share."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from bezpiecznik.institutions.http import Request
from bezpiecznik.intake import review_page
from bezpiecznik.intake.access import get_intake
from bezpiecznik.intake.left_over import left_over
from bezpiecznik.intake.models import IntakeState
from bezpiecznik.intake.pages import pages_of
from bezpiecznik.intake.parts import Part
from bezpiecznik.intake.refusals import NotInReview
from bezpiecznik.intake.rereading import running_job
from bezpiecznik.intake.review_page import Review
from bezpiecznik.intake.source import window


def only_in_review(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Open the document for the view, in place of its key.

    Whoever comes after the review was closed is told what became of the document, on its own page.
    """

    @wraps(view)
    def careful(request: Request, pk: int, **more: str) -> HttpResponseBase:
        intake = get_intake(request.user, pk)
        try:
            if intake.state != IntakeState.REVIEW:
                raise NotInReview(intake)
            return view(request, intake, **more)
        except NotInReview as refusal:
            messages.warning(request, str(refusal))
            return redirect(intake)

    return careful


def get_part(review: Review, key: str) -> Part:
    """The part of this key; Http404 when the document has none."""
    if part := review.part(key):
        return part
    raise Http404


def show_part(request: Request, review: Review, part: Part, status: int = 200, **more: Any) -> HttpResponse:
    """The page of one part: the document beside its reading. `more` carries an open form."""
    opened = more.get("open_row")
    cards = review_page.cards(part, review.draft)
    context = {
        "intake": review.intake,
        "rail": review.rail,
        "last_act": review.last_act,
        "left_over": left_over(review.intake),
        "rereading": running_job(review.intake),
        "part": part,
        "cards": cards,
        "heading": review_page.heading_card(part, review.draft),
        "notes": review_page.notes(part, cards, review.draft),
        "next": review.after(part.key),
        "window": window(review.intake, part.lines, start=opened.line if opened else None),
        "pages": pages_of(review.intake, part.every, opened=opened),
        **more,
    }
    return render(request, "intake/review.html", context, status=status)


def number(typed: str) -> int:
    """The number that was sent, or one that fits nothing."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < LONGEST_NUMBER else -1


LONGEST_NUMBER = 18
