"""The living catalogue of components: each shown with the code that makes it."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.views.decorators.http import require_safe

from bezpiecznik.core.catalogue import CONTEXT, EXAMPLES


@require_safe
@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """Every example rendered by the same engine as the pages. For those who build, so not in an installation."""
    if not (settings.DEMO or settings.DEBUG):
        raise Http404
    engine = engines["django"]
    shown = [
        (name, code, engine.from_string("{% load i18n %}" + code).render(CONTEXT, request)) for name, code in EXAMPLES
    ]
    return render(request, "pages/components.html", {"examples": shown})
