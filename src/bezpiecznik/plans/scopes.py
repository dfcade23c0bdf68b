"""Over which programmes a person holds a right: all of them, or those of the limited posts they hold."""

from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import Case, Q, QuerySet, When

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import Visitor, rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.plans.models import PostProgramme

Rows = TypeVar("Rows", bound=QuerySet[Any])


@dataclass(frozen=True)
class Scope:
    """All programmes (`everything`), or the programmes of these keys."""

    everything: bool
    keys: frozenset[int] = frozenset()

    def holds(self, programme: int) -> bool:
        return self.everything or programme in self.keys

    def covers(self, field: str = "programme") -> Case:
        """An expression for annotations: whether the row's programme is in the scope."""
        return Case(When(Q(**{f"{field}__in": self.keys}), then=True), default=self.everything)

    def narrow(self, rows: Rows, field: str = "programme") -> Rows:
        """Rows whose programme, reached by `field`, is in the scope."""
        return rows if self.everything else rows.filter(**{f"{field}__in": self.keys})


def scope_of(user: Visitor, right: Right, institution: int | None = None) -> Scope:
    """Where the right reaches, over things of one institution if its key is given. Asks only for limited posts."""
    rights = rights_of(user)
    if rights.has_in_all_programmes(right, institution):
        return Scope(everything=True)
    limits = rights.limits(right, institution)
    if not limits or not isinstance(user, User):
        return Scope(everything=False)
    named = _programmes_of_posts(user)
    return Scope(everything=False, keys=frozenset(programme for post, programme in named if post in limits))


def holds(user: Visitor, right: Right, programme: int) -> bool:
    """Whether the person holds the right over things of this programme (its key)."""
    return scope_of(user, right).holds(programme)


def _programmes_of_posts(user: User) -> frozenset[tuple[int, int]]:
    """Pairs of post and programme of all limited posts of the person; kept with the user for the request's length."""
    known: frozenset[tuple[int, int]] | None = user.__dict__.get("_programmes_of_posts")
    if known is None:
        posts = {held.post for held in rights_of(user).limited}
        pairs = PostProgramme.objects.filter(post__in=posts).values_list("post", "programme")
        known = user.__dict__["_programmes_of_posts"] = frozenset(pairs)
    return known
