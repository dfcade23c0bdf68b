"""Pages of reading a document again, and of what the new reading had no place for."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bezpiecznik.institutions.http import Request
from bezpiecznik.intake import rereading
from bezpiecznik.intake.answers import only_in_review
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.uploads import may_recognise


@require_http_methods(["GET", "HEAD", "POST"])
@only_in_review
def reread(request: Request, intake: Intake) -> HttpResponse:
    """Tell what a new reading keeps, and start it."""
    may = may_recognise(intake)
    if request.method == "POST":
        return redirect(rereading.start(intake, ocr="ocr" in request.POST and may, by=request.user))
    context = {"intake": intake, "may_recognise": may, "rereading": rereading.running_job(intake)}
    return render(request, "intake/reread.html", context)


@require_POST
@only_in_review
def settle_left(request: Request, intake: Intake, key: str) -> HttpResponse:
    rereading.settle_left(intake, key, by=request.user)
    messages.success(request, _("Wpis jest rozstrzygnięty."))
    return redirect(intake)
