"""What the pages about people read."""

from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from bezpiecznik.accounts.models import User
from bezpiecznik.core.polish import search_text
from bezpiecznik.core.search import holds
from bezpiecznik.institutions.models import Holding, Invitation
from bezpiecznik.institutions.people.states import State
from bezpiecznik.notices.models import Message


def people(found: QuerySet[User], wanted: dict[str, Any]) -> QuerySet[User]:
    """Those that fit the filter (`q`, `role`, `institution`, `state`).

    Each has a list `now` of today's holdings, and `invited_until` (the end of a pending invitation, or None).
    """
    pending = Invitation.objects.pending().filter(user=OuterRef("pk"))
    found = found.annotate(invited_until=Subquery(pending.values("expires_at")[:1]))
    current = Holding.objects.current().filter(user=OuterRef("pk"))
    if role := wanted.get("role"):
        found = found.filter(Exists(current.filter(post__role=role)))
    if institution := wanted.get("institution"):
        found = found.filter(Exists(current.filter(post__institution=institution)))
    if state := wanted.get("state"):
        found = _in_state(found, state)
    if query := wanted.get("q"):
        rows = found.values_list("pk", "first_name", "last_name", "email", "function")
        found = found.filter(pk__in=[pk for pk, *texts in rows if holds(search_text(*texts), query)])
    held = Holding.objects.current().select_related("post__institution").order_by("pk")
    return found.prefetch_related(Prefetch("holdings", held, to_attr="now"))


def _in_state(found: QuerySet[User], state: str) -> QuerySet[User]:
    if state == State.NO_POST:
        return found.filter(~Exists(Holding.objects.current().filter(user=OuterRef("pk"))), is_active=True)
    never = Q(last_login=None, is_active=True)
    conditions = {
        State.OFF: Q(is_active=False),
        State.INVITED: never & Q(invited_until__isnull=False),
        State.NEVER: never & Q(invited_until=None),
        State.ACTIVE: Q(is_active=True, last_login__isnull=False),
    }
    return found.filter(conditions[State(state)])


def messages_to(user: User) -> QuerySet[Message]:
    """The last messages sent to the person, the newest first."""
    return Message.objects.filter(user=user).order_by("-pk")[:10]
