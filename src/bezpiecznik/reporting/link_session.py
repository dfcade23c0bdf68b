"""The session of somebody who opened a one-time link: no account is signed in, only this link is remembered."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from bezpiecznik.reporting.models import LinkToken

KEY = "report_link"
BASE = "reporting/link_base.html"
"""What pages extend instead of the frame of the house."""


def begin(request: HttpRequest, token: LinkToken) -> None:
    """Whatever the browser's session held is gone, its key too; only the link stands in the new one."""
    request.session.flush()
    request.session[KEY] = token.pk


def remembered(request: HttpRequest) -> int | None:
    """The key of the opened address; whether it still holds is asked of the database."""
    kept = request.session.get(KEY)
    return kept if isinstance(kept, int) else None


def link_of(request: HttpRequest) -> LinkToken | None:
    """The opened address by which this request came in, as `middleware` found it."""
    return getattr(request, "link", None)


def note_of_link(request: HttpRequest) -> str:
    """For the history of a packet: that somebody without an account filled it in, and for whom."""
    token = link_of(request)
    if token is None:
        return ""
    return _("Wypełniono przez łącze jednorazowe w imieniu podmiotu: %(name)s.") % {"name": token.link.institution.name}
