"""`/.well-known/security.txt` (RFC 9116): to whom a weakness of the installation is reported."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bezpiecznik.core import clock
from bezpiecznik.portal.options import SECURITY_CONTACT

VALID = timedelta(days=180)


@login_not_required
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Made anew each time, so it is never out of date. Not there as long as nobody is named."""
    contact = SECURITY_CONTACT.value()
    if not contact:
        raise Http404
    lines = (
        f"Contact: mailto:{contact}",
        f"Expires: {clock.now() + VALID:%Y-%m-%dT00:00:00Z}",
        "Preferred-Languages: pl, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
    )
    return HttpResponse("\n".join((*lines, "")), content_type="text/plain; charset=utf-8")
