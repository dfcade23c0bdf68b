"""The only door to sent mail and to its wordings: for the office and for whoever administers the installation."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.institutions.access import Visitor, administers, rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.notices.kinds import KINDS, Kind
from bezpiecznik.notices.models import Message


def may_manage_mail(user: Visitor) -> bool:
    return rights_of(user).has(Right.MANAGE_MAIL) or administers(user)


def require_mail(user: Visitor) -> None:
    """Raise Http404 unless the person looks after the mail."""
    if not may_manage_mail(user):
        raise Http404


def get_message(user: Visitor, pk: int) -> Message:
    require_mail(user)
    return get_object_or_404(Message.objects.select_related("user", "carrier", "again"), pk=pk)


def get_kind(user: Visitor, name: str) -> Kind:
    """A kind whose wording may be edited. Raises Http404 for a stranger and for an unknown kind."""
    require_mail(user)
    if name not in KINDS:
        raise Http404
    return KINDS[name]
