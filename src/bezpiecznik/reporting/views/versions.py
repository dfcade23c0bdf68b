"""Two submitted versions of a packet, compared."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bezpiecznik.institutions.http import Request
from bezpiecznik.reporting import access
from bezpiecznik.reporting.queries.comparing import KINDS, compared


@require_safe
def compare(request: Request, pk: int, before: int, after: int) -> HttpResponse:
    """What changed from one version to another; any two, in either order."""
    old, new = (access.get_version(request.user, pk, no) for no in (before, after))
    entries = compared(old.content["entries"], new.content["entries"])
    context = {
        "packet": new.packet, "before": old, "after": new, "kinds": KINDS,
        "changed": [(entry, KINDS[entry.kind]) for entry in entries if entry.kind != "same"],
        "same": [entry for entry in entries if entry.kind == "same"],
        "versions": new.packet.versions.defer("content"),
    }  # fmt: skip
    return render(request, "reporting/compare_versions.html", context)
