"""To whom the house writes: the people behind a right, today."""

from collections import defaultdict

from django.db.models import Q

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution, Post, PostQuerySet
from bezpiecznik.institutions.models.posts import in_force
from bezpiecznik.institutions.rights import ROLES, Right


def people_with(right: Right, institution: Institution | None = None) -> list[User]:
    """Holders today of posts that carry the right, and those who stand in for them, by name.

    With an institution: only of its posts. People whose account is closed are left out.
    """
    posts = _posts_with(right)
    if institution is not None:
        posts = posts.filter(institution=institution)
    found = User.objects.filter(_holds(posts) | _deputises(posts), is_active=True)
    return list(found.distinct().order_by("last_name", "pk"))


def people_by_institution(right: Right) -> dict[int, list[User]]:
    """The same for all institutions (by key) at once, in two queries."""
    posts = _posts_with(right)
    place = {"holdings": _holds(posts), "deputised__holding": _deputises(posts)}
    pairs = {
        (institution, person)
        for path, stands in place.items()
        for person, institution in User.objects.filter(stands, is_active=True).values_list(
            "pk", f"{path}__post__institution"
        )
    }
    people = User.objects.in_bulk({person for _institution, person in pairs})
    found: dict[int, list[User]] = defaultdict(list)
    for institution, person in pairs:
        found[institution].append(people[person])
    return {key: sorted(those, key=lambda one: (one.last_name, one.pk)) for key, those in found.items()}


def _posts_with(right: Right) -> PostQuerySet:
    return Post.objects.existing().filter(role__in=[role for role, rights in ROLES.items() if right in rights])


def _holds(posts: PostQuerySet) -> Q:
    return Q(holdings__post__in=posts) & in_force(clock.today(), "holdings__")


def _deputises(posts: PostQuerySet) -> Q:
    today = clock.today()
    return (
        Q(deputised__holding__post__in=posts) & in_force(today, "deputised__") & in_force(today, "deputised__holding__")
    )
