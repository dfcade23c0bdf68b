"""Remarks answered by the institution and settled by the office."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bezpiecznik.core.forms import free_text
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access, queries, services
from bezpiecznik.reporting.views.answers import saying


@require_POST
def answer(request: Request, pk: int) -> HttpResponse:
    packet, remark = access.get_remark_to_answer(request.user, pk)
    with saying(request, _("Zapisano odpowiedź na uwagę.")):
        services.answer_remark(remark, text=free_text(request.POST, "answer"), by=request.user)
    return redirect(f"{packet.get_absolute_url()}#{queries.anchor(remark.entry)}")


@require_POST
def settle(request: Request, pk: int) -> HttpResponse:
    packet, remark = access.get_remark_to_settle(request.user, pk)
    with saying(request, _("Uwaga załatwiona.")):
        services.settle_remark(remark, by=request.user)
    return redirect(f"{reverse('reporting:review', args=(packet.pk,))}#{queries.anchor(remark.entry)}")
