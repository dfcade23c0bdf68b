"""The only door to the Commission. Members and the president read, the office reads and writes; a stranger gets 404.

Whoever may read and not write gets 403.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.commission.models import Commission
from bezpiecznik.institutions.access import Visitor, require, rights_of
from bezpiecznik.institutions.rights import Right

# --- common -----------------------------------------------------------------------------------------------


def may_manage(user: Visitor) -> bool:
    """Whether the person works for the Commission, so that buttons are shown."""
    return rights_of(user).has(Right.MANAGE_COMMISSION)


def require_reader(user: Visitor) -> None:
    """Raise Http404 unless the person may read matters of the Commission."""
    require(user, Right.READ_COMMISSION)


def require_manager(user: Visitor) -> None:
    """Raise Http404 to a stranger, PermissionDenied to a reader."""
    require_reader(user)
    if not may_manage(user):
        raise PermissionDenied


# --- composition ------------------------------------------------------------------------------------------


def find_commission(user: Visitor) -> Commission | None:
    """The Commission of the house: the last one created; None before the office entered it. Raises Http404."""
    require_reader(user)
    return Commission.objects.order_by("-created_on", "-pk").first()


def get_commission(user: Visitor) -> Commission:
    """The same where there has to be one."""
    if found := find_commission(user):
        return found
    raise Http404


def get_commission_to_manage(user: Visitor) -> Commission:
    require_manager(user)
    return get_commission(user)


def get_commission_of(user: Visitor, pk: int) -> Commission:
    """One of them by its key, to read."""
    require_reader(user)
    return get_object_or_404(Commission, pk=pk)


# --- meetings ---------------------------------------------------------------------------------------------
