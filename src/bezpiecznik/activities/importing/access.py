"""Who may bring a file: whoever may enter activities of that institution; a file is seen by those alone.

Whoever looks after some programmes only sees, of other institutions, the files they brought themselves.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.accounts.models import User
from bezpiecznik.activities import access
from bezpiecznik.activities.models import ActivityImport
from bezpiecznik.institutions.models import Institution

RECENT = 10


def get_import(user: User, pk: int) -> ActivityImport:
    """Raises Http404 to strangers and other institutions, PermissionDenied to those who only read."""
    possible = access.institutions_to_write(user)
    found = ActivityImport.objects.select_related("institution").filter(institution__in=possible)
    brought = get_object_or_404(found, pk=pk)
    if access.must_choose_undertaking(user, brought.institution) and brought.added_by_id != user.pk:
        raise Http404
    return brought


def recent_imports(user: User, institution: Institution) -> QuerySet[ActivityImport]:
    """The last files of the institution, without their rows."""
    found = ActivityImport.objects.filter(institution=institution).select_related("added_by")
    if access.must_choose_undertaking(user, institution):
        found = found.filter(added_by=user)
    return found.defer("rows", "outcome", "made").order_by("-pk")[:RECENT]


def require_writer(user: User) -> None:
    """Raises as `access.institutions_to_write`."""
    if not access.may_enter(user):
        raise Http404
    if not (access.is_office(user) or access.own_institutions(user)):
        raise PermissionDenied
