"""Who opens the president's page: the president, and the office that prepares matters for them."""

from django.http import Http404

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import Visitor, rights_of
from bezpiecznik.institutions.rights import Right


def require_president(user: Visitor) -> User:
    """Raise Http404 to all others."""
    if not (isinstance(user, User) and may_open(user)):
        raise Http404
    return user


def may_open(user: Visitor) -> bool:
    rights = rights_of(user)
    return rights.has(Right.DECIDE_MOTIONS) or rights.has(Right.MANAGE_COUNCIL)


def is_president(user: Visitor) -> bool:
    """Whether it is the person's own page, and the one to begin the day with."""
    rights = rights_of(user)
    return rights.has(Right.DECIDE_MOTIONS) and not rights.has(Right.MANAGE_MOTIONS)
