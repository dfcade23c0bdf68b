"""The only door to matters for the council: who reads documents reads them, the office prepares them."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from bezpiecznik.council.models import Matter, MatterQuerySet
from bezpiecznik.institutions.access import Visitor, require, rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Programme, ProgrammeQuerySet
from bezpiecznik.plans.scopes import scope_of


def matters_of(user: Visitor) -> MatterQuerySet:
    """Matters of the programmes whose documents the person reads. Raises Http404 to a stranger."""
    require(user, Right.READ_DOCUMENTS)
    return scope_of(user, Right.READ_DOCUMENTS).narrow(Matter.objects.all())


def get_matter(user: Visitor, pk: int) -> Matter:
    related = ("programme", "report__job", "draft__job", "letter__job", "opened_by")
    return get_object_or_404(matters_of(user).select_related(*related), pk=pk)


def may_manage(user: Visitor) -> bool:
    """Councils' matters are of the whole unit: a post limited to some programmes does not prepare them."""
    return rights_of(user).has_in_all_programmes(Right.MANAGE_COUNCIL)


def require_managing(user: Visitor) -> None:
    """A reader gets 403, a stranger 404."""
    require(user, Right.READ_DOCUMENTS)
    if not may_manage(user):
        raise PermissionDenied


def get_matter_to_manage(user: Visitor, pk: int) -> Matter:
    matter = get_matter(user, pk)
    require_managing(user)
    return matter


def get_programme_to_read(user: Visitor, pk: int) -> Programme:
    """A programme whose documents the person reads."""
    return get_object_or_404(programmes_of(user), pk=pk)


def programmes_of(user: Visitor) -> ProgrammeQuerySet:
    """Programmes whose documents the person reads. Raises Http404 to a stranger."""
    require(user, Right.READ_DOCUMENTS)
    return scope_of(user, Right.READ_DOCUMENTS).narrow(Programme.objects.all(), "pk")


def get_programme(user: Visitor, pk: int) -> Programme:
    require_managing(user)
    return get_object_or_404(Programme, pk=pk)
