"""The only door to people. A stranger gets 404; who sees but may not act gets 403."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import manages_people, roles_to_give
from bezpiecznik.institutions.models import Invitation


def people_for(user: User) -> QuerySet[User]:
    """Everybody, for those who seat people in posts. Raises Http404 to others."""
    if not roles_to_give(user):
        raise Http404
    return User.objects.all()


def get_person(user: User, pk: int) -> User:
    return get_object_or_404(people_for(user), pk=pk)


def get_person_to_edit(user: User, pk: int) -> User:
    """Accounts are changed and switched off by who manages people: the address is the key to an account."""
    person = get_person(user, pk)
    if not manages_people(user):
        raise PermissionDenied
    return person


def may_invite(user: User, person: User) -> bool:
    """Whether every post that the person holds or will hold is one that this user may give."""
    if manages_people(user):
        return True
    return not person.is_superuser and set(person.holdings.values_list("post__role", flat=True)) <= set(
        roles_to_give(user)
    )


def get_person_to_invite(user: User, pk: int) -> User:
    person = get_person(user, pk)
    if not may_invite(user, person):
        raise PermissionDenied
    return person


def get_invitation_to_revoke(user: User, pk: int) -> Invitation:
    people_for(user)
    invitation = get_object_or_404(Invitation.objects.select_related("user"), pk=pk)
    get_person_to_invite(user, invitation.user_id)
    return invitation
