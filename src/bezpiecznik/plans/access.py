"""The only door to a programme and to what it holds: whoever may read the plan; a stranger gets 404."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.institutions.access import Visitor, get_institution, require, rights_of
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import Programme, ProgrammeState, Undertaking


@dataclass(frozen=True)
class Edition:
    """The programme that a page speaks of (None while the house has none), among all its editions."""

    programme: Programme | None
    editions: tuple[Programme, ...]


def choose_edition(user: Visitor, asked: str | None) -> Edition:
    """The edition named in the address by its key; without one, the newest that is in force, else the newest.

    Raises Http404 to a stranger and for a key that no edition has.
    """
    require(user, Right.READ_PLAN)
    editions = tuple(Programme.objects.newest_first().select_related("source"))
    if asked:
        return Edition(_named(asked, editions), editions)
    in_force = (edition for edition in editions if edition.state == ProgrammeState.IN_FORCE)
    return Edition(next(in_force, editions[0] if editions else None), editions)


def _named(asked: str, editions: tuple[Programme, ...]) -> Programme:
    for edition in editions:
        if str(edition.pk) == asked:
            return edition
    raise Http404


def get_programme(user: Visitor, pk: int) -> Programme:
    require(user, Right.READ_PLAN)
    return get_object_or_404(Programme.objects.select_related("source"), pk=pk)


def get_undertaking(user: Visitor, pk: int) -> Undertaking:
    """An action or an initiative, with its area and programme."""
    require(user, Right.READ_PLAN)
    return get_object_or_404(Undertaking.objects.select_related("area", "programme"), pk=pk)


def may_divide(user: Visitor, institution: Institution) -> bool:
    """Whose duties these are decides who of them leads which: the clerk, the head; and the office for them."""
    rights = rights_of(user)
    own = (Right.WRITE_REPORT, Right.SIGN_REPORT)
    return rights.has(Right.MANAGE_PLAN) or institution.pk in rights.institutions(*own)


def get_institution_to_divide(user: Visitor, pk: int) -> Institution:
    """An institution whose duties the person may divide between its posts; a reader of the plan gets 403."""
    institution = get_institution(user, pk)
    if not may_divide(user, institution):
        raise PermissionDenied
    return institution
