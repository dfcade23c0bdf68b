"""The living catalogue of components: each shown with the code that makes it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.views.decorators.http import require_safe

from bezpiecznik.core.catalogue import CONTEXT, EXAMPLES


@require_safe
@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Every example rendered by the same engine as the pages."""
    engine = engines["django"]
    shown = [
        (name, code, engine.from_string("{% load i18n %}" + code).render(CONTEXT, request)) for name, code in EXAMPLES
    ]
    return render(request, "pages/components.html", {"examples": shown})
