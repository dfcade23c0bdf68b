"""Who may do what. `rights_of` gathers a person's rights; getters in each room use them as their only guard."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution, Post, PostQuerySet
from bezpiecznik.institutions.models.posts import in_force
from bezpiecznik.institutions.rights import NO_RIGHTS, OWN_INSTITUTION_ONLY, ROLES, Right, Rights, Role

Visitor = User | AnonymousUser


def rights_of(user: Visitor) -> Rights:
    """All rights of a person today. Read once, then kept with the user object for the length of the request."""
    if not isinstance(user, User):
        return NO_RIGHTS
    known: Rights | None = user.__dict__.get("_rights")
    if known is None:
        known = user.__dict__["_rights"] = _gather(user)
    return known


def _gather(user: User) -> Rights:
    everywhere: set[Right] = set()
    by_institution: set[tuple[Right, int]] = set()
    held = posts_of(user).values_list("role", "institution_id", "institution__merged")
    for role, institution, merged in held.distinct():
        rights = ROLES[Role(role)]
        everywhere |= rights - OWN_INSTITUTION_ONLY
        if institution is not None:
            # Also over reports that a duplicate of the institution, merged into it, still holds.
            keys = {institution, merged} - {None}
            by_institution |= {(right, key) for right in rights & OWN_INSTITUTION_ONLY for key in keys}
    return Rights(frozenset(everywhere), frozenset(by_institution))


def posts_of(user: User) -> PostQuerySet:
    """Posts that the person holds today, and those whose holder they stand in for today."""
    today = clock.today()
    own = in_force(today, "holdings__") & Q(holdings__user=user)
    stands_in = in_force(today, "holdings__") & in_force(today, "holdings__absences__")
    return Post.objects.existing().filter(own | (stands_in & Q(holdings__absences__deputy=user)))


def administers(user: Visitor) -> bool:
    """By right, not by the framework's table of permissions; the superuser of an installation is let in as well."""
    return rights_of(user).has(Right.ADMINISTER) or (user.is_active and user.is_superuser)


def require(user: Visitor, right: Right) -> None:
    """Raise Http404 unless the person holds the right: a stranger does not learn that the place exists."""
    if not rights_of(user).has(right):
        raise Http404


def require_administrator(user: Visitor) -> None:
    """Raise Http404 unless the person administers the installation."""
    if not administers(user):
        raise Http404


def get_institution(user: Visitor, pk: int) -> Institution:
    """An institution to look at: everyone who may read the plan may see who carries it out."""
    require(user, Right.READ_PLAN)
    return get_object_or_404(Institution.objects.select_related("parent", "successor", "merged_into"), pk=pk)


def get_institution_to_edit(user: Visitor, pk: int) -> Institution:
    """One to change; a row merged into another one is not there any more for that."""
    require(user, Right.MANAGE_PLAN)
    return get_object_or_404(Institution.objects.living(), pk=pk)


def get_institution_of_contact(user: Visitor, pk: int) -> Institution:
    """An institution whose contact the person may change: the office any, a reporter or head their own.

    A reader who may not gets PermissionDenied, a stranger Http404.
    """
    institution = get_institution(user, pk)
    if not may_edit_contact(user, institution):
        raise PermissionDenied
    return institution


def may_edit_contact(user: Visitor, institution: Institution) -> bool:
    rights = rights_of(user)
    return rights.has(Right.MANAGE_PLAN) or institution.pk in rights.institutions(*OWN_INSTITUTION_ONLY)
