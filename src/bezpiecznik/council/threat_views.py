"""„Ocena zagrożeń”: what is known of a year, area by area, and the document made of it."""

import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from bezpiecznik.council import access, services
from bezpiecznik.council.papers.threats_material import draft_of_threats
from bezpiecznik.documents.kinds import NotReady, Wanted
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.institutions.http import Request
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.models import Programme


@require_safe
def page(request: Request, programme: int, year: int) -> HttpResponse:
    chosen = access.get_programme_to_read(request.user, programme)
    known = _known(chosen, year)
    made = Document.objects.filter(kind=DocumentKind.THREAT_ASSESSMENT, year=year).without_snapshot()
    context = {
        "programme": chosen,
        "year": year,
        "years": chosen.years,
        "known": known,
        "documents": made.order_by("-pk"),
        "may_manage": access.may_manage(request.user),
    }
    return render(request, "council/threats.html", context)


@require_POST
def make(request: Request, programme: int, year: int) -> HttpResponse:
    chosen = access.get_programme(request.user, programme)
    try:
        made = services.assess_threats(chosen, year, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(reverse("council:threats", args=(programme, year)))
    return redirect(made.job or made)


def _known(programme: Programme, year: int) -> dict[str, Any]:
    try:
        snapshot: dict[str, Any] = json.loads(draft_of_threats(Wanted(year, programme=programme.pk)).snapshot)
    except NotReady as reason:
        raise Http404(_("Nie ma takiego roku w programie.")) from reason
    return snapshot
