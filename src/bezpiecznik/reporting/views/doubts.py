"""Questions about entries: the institution answers, the office says that the matter is explained."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bezpiecznik.core.forms import free_text
from bezpiecznik.core.parts import wants_part
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access, queries, services
from bezpiecznik.reporting.views.answers import saying


@require_POST
def answer_doubt(request: Request, pk: int) -> HttpResponse:
    packet, doubt = access.get_doubt_to_answer(request.user, pk)
    with saying(request, _("Zapisano odpowiedź. Zobaczy ją biuro.")):
        services.answer_doubt(doubt, by=request.user, answer=free_text(request.POST, "answer"))
    return redirect(f"{packet.get_absolute_url()}#{queries.anchor(doubt.entry)}")


@require_POST
def settle_doubt(request: Request, pk: int) -> HttpResponse:
    """To HTMX the line alone, so that remarks typed beside it are not lost."""
    packet, doubt = access.get_doubt_to_settle(request.user, pk)
    with saying(request, _("Uznano za wyjaśnione.")):
        services.settle_doubt(doubt, by=request.user)
    if not wants_part(request):
        return redirect(f"{reverse('reporting:review', args=(packet.pk,))}#{queries.anchor(doubt.entry)}")
    doubt.refresh_from_db()
    return render(request, "reporting/_doubt_under_review.html", {"doubt": doubt})
