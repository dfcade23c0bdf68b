"""A document made elsewhere in the house is entered in a case."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bezpiecznik.core import clock
from bezpiecznik.documents.models import Document
from bezpiecznik.institutions.http import Request
from bezpiecznik.letters import access, services
from bezpiecznik.letters.forms import CaseForm
from bezpiecznik.letters.refusals import Refused


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: Request, pk: int) -> HttpResponse:
    document = access.get_document_to_enter(request.user, pk)
    form = CaseForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _entered(request, document, form):
        messages.success(request, _("Wpisano dokument do sprawy."))
        return redirect(document)
    return render(request, "letters/enter_in_case.html", {"document": document, "form": form})


def _entered(request: Request, document: Document, form: CaseForm) -> bool:
    try:
        services.enter_in_case(document, day=clock.today(), by=request.user, **form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return not form.errors
