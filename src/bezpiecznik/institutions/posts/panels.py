"""Posts on the page of their institution, for those who seat people."""

from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.panels import Panel
from bezpiecznik.institutions.access import roles_to_give
from bezpiecznik.institutions.models import Institution, Post
from bezpiecznik.institutions.posts import queries

VACANT_FIRST = ("vacancy", "name", "pk")


def posts_of(user: User, institution: Institution) -> Panel | None:
    """Existing posts, vacant first, with their holders, and the way to add one."""
    if not roles_to_give(user):
        return None
    found = queries.posts(Post.objects.existing().filter(institution=institution), {})
    context = {"posts": found.order_by(*VACANT_FIRST), "institution": institution}
    return Panel(_("Stanowiska"), "posts/_of_institution.html", context, weight=-10)
