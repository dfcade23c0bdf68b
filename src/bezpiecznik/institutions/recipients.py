"""To whom the house writes: the people behind a right, today."""

from django.db.models import Q

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution, Post
from bezpiecznik.institutions.models.posts import in_force
from bezpiecznik.institutions.rights import ROLES, Right


def people_with(right: Right, institution: Institution | None = None) -> list[User]:
    """Holders today of posts that carry the right, and those who stand in for them, by name.

    With an institution: only of its posts. People whose account is closed are left out.
    """
    today = clock.today()
    posts = Post.objects.existing().filter(role__in=[role for role, rights in ROLES.items() if right in rights])
    if institution is not None:
        posts = posts.filter(institution=institution)
    holds = Q(holdings__post__in=posts) & in_force(today, "holdings__")
    deputises = (
        Q(deputised__holding__post__in=posts) & in_force(today, "deputised__") & in_force(today, "deputised__holding__")
    )
    return list(User.objects.filter(holds | deputises, is_active=True).distinct().order_by("last_name", "pk"))
