"""The president's page, on screen and on one sheet of paper."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bezpiecznik.core import clock
from bezpiecznik.council import president, president_access
from bezpiecznik.council.president_paper import paper
from bezpiecznik.institutions.http import Request


@require_safe
def page(request: Request) -> HttpResponse:
    user = president_access.require_president(request.user)
    found = president.parts(user)
    context = {
        "parts": found,
        "lines": sum(len(part.lines) for part in found),
        "today": clock.today(),
        "preview": not president_access.is_president(user),
    }
    return render(request, "council/president.html", context)


@require_safe
def sheet(request: Request) -> HttpResponse:
    """The same as a PDF made just now; nothing is kept and no number is taken."""
    user = president_access.require_president(request.user)
    response = HttpResponse(paper(president.parts(user)), content_type="application/pdf")
    name = _("prezydent-%(day)s.pdf") % {"day": f"{clock.today():%Y-%m-%d}"}
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
