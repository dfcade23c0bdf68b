"""The page on which a person says who stands behind the names of a document."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bezpiecznik.institutions.http import Request
from bezpiecznik.intake import corrections, doubting, naming, problems
from bezpiecznik.intake.access import get_intake
from bezpiecznik.intake.answers import only_in_review
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.names import Doubt
from bezpiecznik.intake.naming import Pointers
from bezpiecznik.intake.parts import NAMES
from bezpiecznik.intake.refusals import Outdated
from bezpiecznik.intake.review_page import Review, review_of


@require_http_methods(["GET", "HEAD", "POST"])
@only_in_review
def names(request: Request, intake: Intake) -> HttpResponse:
    """Who stands behind each name of the document; doubtful ones first."""
    review = review_of(intake)
    pointers = Pointers(review.names, review.register)
    if request.method != "POST":
        return _show(request, review, pointers, review.doubts)
    said, meant = naming.typed(request.POST, pointers), doubting.typed(request.POST, review.doubts)
    try:
        left = corrections.decide_names(
            intake, said.decisions, stamp=request.POST.get("stamp", ""), doubts=meant.meanings, by=request.user
        )
    except Outdated:
        as_typed = naming.as_typed(pointers, said.decisions)
        return _show(request, review, as_typed, meant.over(review.doubts), status=409, is_outdated=True)
    for complaint in [*meant.complaints, *said.complaints]:
        messages.warning(request, complaint)
    if left:
        return redirect("intake:names", intake.pk)
    messages.success(request, _("Ustalono wszystkie podmioty."))
    following = review_of(get_intake(request.user, intake.pk)).after(NAMES)
    return redirect(following.url if following else reverse("intake:accept", args=(intake.pk,)))


def _show(
    request: Request,
    review: Review,
    pointers: Pointers,
    doubts: Sequence[Doubt],
    *,
    status: int = 200,
    is_outdated: bool = False,
) -> HttpResponse:
    fields = naming.fields_of(pointers)
    asked = [field for field in fields if field.is_asked]
    context = {
        "intake": review.intake,
        "rail": review.rail,
        "last_act": review.last_act,
        "doubts": doubting.fields_of(doubts, review.draft, review.intake),
        "asked": asked,
        "sure": [field for field in fields if not field.is_asked],
        "is_rest_open": len(problems.of_decisions(pointers.rows, pointers.register)) > len(asked),
        "suggestions": pointers.suggestions,
        "stamp": review.draft.names_stamp,
        "left": problems.of_decisions(pointers.rows, pointers.register),
        "is_outdated": is_outdated,
    }
    return render(request, "intake/names.html", context, status=status)
