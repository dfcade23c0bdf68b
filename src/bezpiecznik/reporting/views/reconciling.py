"""Lead and partner: the lead says whether it agrees with what the partner reported, the partner answers."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bezpiecznik.core.forms import free_text
from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access, queries, services
from bezpiecznik.reporting.reconciling_forms import StanceForm
from bezpiecznik.reporting.views.answers import saying


@require_POST
def stance(request: Request, pk: int, partner: int) -> HttpResponse:
    packet, entry = access.get_entry_to_edit(request.user, pk)
    form = StanceForm(request.POST)
    with saying(request, _("Zapisano stanowisko. Zobaczy je partner i biuro.")):
        services.take_stance(entry, partner, by=request.user, **form.cleaned())
    return redirect(f"{packet.get_absolute_url()}#{queries.anchor(entry)}")


@require_POST
def answer_stance(request: Request, pk: int) -> HttpResponse:
    packet, agreement = access.get_agreement_to_answer(request.user, pk)
    with saying(request, _("Zapisano odpowiedź. Zobaczy ją podmiot odpowiedzialny i biuro.")):
        services.answer_stance(agreement, by=request.user, answer=free_text(request.POST, "answer"))
    return redirect(packet)
