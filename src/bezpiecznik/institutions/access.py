"""Who may do what. `rights_of` gathers a person's rights; getters in each room use them as their only guard."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution, Post, PostQuerySet
from bezpiecznik.institutions.models.posts import in_force
from bezpiecznik.institutions.rights import (
    NO_RIGHTS,
    OF_PROGRAMME,
    OWN_INSTITUTION_ONLY,
    ROLES,
    Limited,
    Right,
    Rights,
    Role,
)

Visitor = User | AnonymousUser


def rights_of(user: Visitor) -> Rights:
    """All rights of a person today. Read once, then kept with the user object for the length of the request."""
    if not isinstance(user, User):
        return NO_RIGHTS
    known: Rights | None = user.__dict__.get("_rights")
    if known is None:
        known = user.__dict__["_rights"] = _gather(user)
    return known


def narrow(user: User, rights: Rights) -> User:
    """The person as one who holds these rights and no others, for as long as this object lives. Never saved so."""
    user.is_superuser = False
    user.__dict__["_rights"] = rights
    return user


def _gather(user: User) -> Rights:
    everywhere: set[Right] = set()
    by_institution: set[tuple[Right, int]] = set()
    limited: set[Limited] = set()
    held = posts_of(user).values_list("role", "institution_id", "limited", "pk").distinct()
    for role, institution, is_limited, post in held:
        rights = ROLES[Role(role)]
        own, general = rights & OWN_INSTITUTION_ONLY, rights - OWN_INSTITUTION_ONLY
        if is_limited:
            limited |= {Limited(right, institution, post) for right in own & OF_PROGRAMME if institution}
            limited |= {Limited(right, None, post) for right in general & OF_PROGRAMME}
        else:
            by_institution |= {(right, institution) for right in own if institution}
            everywhere |= general
    return Rights(frozenset(everywhere), frozenset(by_institution), frozenset(limited))


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


def require_journal(user: Visitor) -> None:
    """Raise Http404 unless the person may read the journal, the log of readings and the table of rights."""
    if not administers(user):
        require(user, Right.READ_JOURNAL)


def get_institution(user: Visitor, pk: int) -> Institution:
    """An institution to look at: everyone who may read the plan may see who carries it out."""
    require(user, Right.READ_PLAN)
    return get_object_or_404(Institution, pk=pk)


def get_institution_to_edit(user: Visitor, pk: int) -> Institution:
    require(user, Right.MANAGE_PLAN)
    return get_object_or_404(Institution, pk=pk)
