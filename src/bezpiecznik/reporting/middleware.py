"""Who came by a one-time link may write the report of one institution, and nothing else of the house is open."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from bezpiecznik.core.readonly import SAFE_METHODS
from bezpiecznik.institutions.access import narrow
from bezpiecznik.institutions.rights import Right, Rights
from bezpiecznik.reporting.link_session import BASE, remembered
from bezpiecznik.reporting.models import LinkToken

OPEN = frozenset(
    f"reporting:{name}"
    for name in (
        "my-packets", "packet", "print-packet", "packet-pdf", "packet-docx", "version", "version-pdf", "save-entry",
        "reuse-text", "insert-activities", "reuse-all", "undo-reuse-all", "submit-packet", "hand-over", "take-back",
        "packet-workbook", "packet-form", "bring-file", "brought-file", "undo-file", "file-problems", "file-as-brought",
        "quote-partner", "take-stance", "answer-stance", "answer-doubt", "answer-remark", "compare-versions",
        "contribute", "save-contribution", "take-contribution", "take-sum",
    )
)  # fmt: skip
"""Addresses for link sessions. Their own guards ask for rights, of which a link has one over one institution."""
DESK = "core:desk"


class LinkSessions:
    """Stands after authentication and before whatever sends strangers to sign in. One query a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Somebody signed in is themselves; pages open to all are as for all; the rest is as if it were not there."""
        kept = remembered(request)
        if kept is None or not getattr(view, "login_required", True) or request.user.is_authenticated:
            return None
        token = LinkToken.objects.at_work().select_related("link__user", "link__institution").filter(pk=kept).first()
        if token is None:
            request.session.flush()
            return redirect("links:over")
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name == DESK and request.method in SAFE_METHODS:
            return redirect("reporting:my-packets")
        if name not in OPEN:
            raise Http404
        _admit(request, token)
        return None


def _admit(request: Any, token: LinkToken) -> None:
    rights = Rights(frozenset(), frozenset({(Right.WRITE_REPORT, token.link.institution_id)}))
    request.user = narrow(token.link.user, rights)
    request.link, request.base_template = token, BASE
