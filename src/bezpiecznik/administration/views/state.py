"""The state of the installation, for the city's IT."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bezpiecznik.administration.state import signs
from bezpiecznik.institutions.access import require_administrator
from bezpiecznik.institutions.http import Request


@require_safe
def index(request: Request) -> HttpResponse:
    require_administrator(request.user)
    found = signs()
    return render(request, "administration/state.html", {"signs": found, "to_mend": sum(bool(s.advice) for s in found)})
