"""Who may do what. `rights_of` gathers a person's rights; getters in each room use them as their only guard."""

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Holding, Institution, Post, PostQuerySet
from bezpiecznik.institutions.models.posts import in_force
from bezpiecznik.institutions.rights import (
    NO_RIGHTS,
    OF_PROGRAMME,
    OWN_INSTITUTION_ONLY,
    POSTS_OF_INSTITUTIONS,
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
    for seat in seats_of(user):
        rights, institution = ROLES[Role(seat.role)], seat.institution
        own, general = rights & OWN_INSTITUTION_ONLY, rights - OWN_INSTITUTION_ONLY
        if seat.is_limited:
            limited |= {Limited(right, institution, seat.post) for right in own & OF_PROGRAMME if institution}
            limited |= {Limited(right, None, seat.post) for right in general & OF_PROGRAMME}
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


@dataclass(frozen=True)
class Seat:
    """A post in which the person acts today: their own, or one whose holder they stand in for."""

    post: int
    name: str
    role: str
    institution: int | None
    is_limited: bool
    """Whether it reaches only some programmes."""
    stands_in_for: str
    """Who holds the post; blank where the person holds it themself."""


def seats_of(user: User) -> tuple[Seat, ...]:
    """What `posts_of` finds, with whose the posts are. Read once, then kept with the user object."""
    known: tuple[Seat, ...] | None = user.__dict__.get("_seats")
    if known is None:
        held = Holding.objects.current().filter(post=OuterRef("pk"))
        name = Concat("user__first_name", Value(" "), "user__last_name")
        rows = posts_of(user).annotate(own=Exists(held.filter(user=user)), holder=Subquery(held.values(full=name)[:1]))
        columns = ("pk", "name", "role", "institution_id", "institution__merged", "limited", "own", "holder")
        found = rows.values_list(*columns).distinct()
        known = user.__dict__["_seats"] = tuple(
            Seat(post, name, role, place, limited, "" if own else holder)
            for post, name, role, institution, merged, limited, own, holder in found
            for place in {institution, merged or institution}  # also what a duplicate merged into it still holds
        )
    return known


def stands_in_for(user: User, right: Right, institution: int | None = None) -> str:
    """Whose place the person takes when acting by this right (over this institution); blank when by their own post."""
    seats = [
        seat
        for seat in seats_of(user)
        if right in ROLES[Role(seat.role)] and (right not in OWN_INSTITUTION_ONLY or seat.institution == institution)
    ]
    return "" if any(not seat.stands_in_for for seat in seats) or not seats else seats[0].stands_in_for


def forget_rights(user: User) -> None:
    """After a change of posts within a request: the next question asks the database again."""
    for kept in ("_rights", "_seats"):
        user.__dict__.pop(kept, None)


def manages_people(user: Visitor) -> bool:
    """Whether the person may invite, change and switch off anybody."""
    return rights_of(user).has(Right.MANAGE_PEOPLE) or administers(user)


def roles_to_give(user: Visitor) -> frozenset[Role]:
    """Roles in whose posts the person may seat others."""
    if manages_people(user):
        return frozenset(Role)
    return POSTS_OF_INSTITUTIONS if rights_of(user).has(Right.MANAGE_POSTS) else frozenset()


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
