"""The only door to posts, holdings and absences. A stranger gets 404; who sees but may not act gets 403."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import roles_to_give
from bezpiecznik.institutions.models import Absence, Handover, Holding, Institution, Post, PostQuerySet


def posts_for(user: User) -> PostQuerySet:
    """All posts, for those who seat people. Raises Http404 to others."""
    if not roles_to_give(user):
        raise Http404
    return Post.objects.select_related("institution")


def get_post(user: User, pk: int) -> Post:
    return get_object_or_404(posts_for(user), pk=pk)


def may_manage(user: User, post: Post) -> bool:
    return post.role in roles_to_give(user)


def get_post_to_manage(user: User, pk: int) -> Post:
    """Posts of coordinators and administrators are managed only by who manages people."""
    post = get_post(user, pk)
    if not may_manage(user, post):
        raise PermissionDenied
    return post


def get_institution_for_post(user: User, pk: int) -> Institution:
    """Where a new post is to be added."""
    posts_for(user)
    return get_object_or_404(Institution, pk=pk)


def get_holding_to_manage(user: User, pk: int) -> Holding:
    posts_for(user)
    holding = get_object_or_404(_holdings(), pk=pk)
    if not may_manage(user, holding.post):
        raise PermissionDenied
    return holding


def get_holding_to_deputise(user: User, pk: int) -> Holding:
    """One's own, or of a post that one manages."""
    holding = get_object_or_404(_holdings(), pk=pk)
    if holding.user_id == user.pk or may_manage(user, holding.post):
        return holding
    if roles_to_give(user):
        raise PermissionDenied
    raise Http404


def get_absence(user: User, pk: int) -> Absence:
    """To end it: one's own absence, or of a post that one manages."""
    found = Absence.objects.select_related("holding__post__institution", "holding__user", "deputy")
    absence = get_object_or_404(found, pk=pk)
    get_holding_to_deputise(user, absence.holding_id)
    return absence


def get_handover(user: User, pk: int) -> Handover:
    """For the successor, the one who left, and those who manage the post."""
    found = Handover.objects.select_related(
        "before__post__institution", "before__user", "after__user", "after__post__institution", "made_by"
    )
    handover = get_object_or_404(found, pk=pk)
    if user.pk in {handover.before.user_id, handover.after.user_id} or may_manage(user, handover.before.post):
        return handover
    if roles_to_give(user):
        raise PermissionDenied
    raise Http404


def get_handover_to_read(user: User, pk: int) -> Handover:
    """Only the successor says that it was read."""
    handover = get_handover(user, pk)
    if handover.after.user_id != user.pk:
        raise PermissionDenied
    return handover


def get_handover_to_undo(user: User, pk: int) -> Handover:
    handover = get_handover(user, pk)
    if not may_manage(user, handover.before.post):
        raise PermissionDenied
    return handover


def possible_deputies(user: User, holding: Holding) -> QuerySet[User]:
    """Whom this person may name: the office anybody with an account, a holder only those of the same institution.

    A holder of a post of the whole unit chooses among those who hold such posts.
    """
    people = User.objects.filter(is_active=True).exclude(pk=holding.user_id).order_by("last_name", "first_name", "pk")
    if may_manage(user, holding.post):
        return people
    near = Holding.objects.current().filter(post__institution=holding.post.institution_id)
    return people.filter(pk__in=near.values("user"))


def _holdings() -> QuerySet[Holding]:
    return Holding.objects.select_related("post__institution", "user")
