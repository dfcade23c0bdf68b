"""What the pages about posts read."""

from typing import Any

from django.db.models import Case, CharField, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Concat, Greatest

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.polish import search_text
from bezpiecznik.core.search import holds
from bezpiecznik.institutions.models import Absence, Handover, Holding, Institution, Post, PostQuerySet

VACANT, HELD, ABOLISHED = "vacant", "held", "abolished"
SOUGHT = ("name", "institution__name", "institution__abbr", "holder_name")


def posts(found: PostQuerySet, wanted: dict[str, Any]) -> PostQuerySet:
    """Those that fit the filter (`q`, `role`, `state`, `institution`).

    Each has `vacancy` (0 vacant, 1 held, 2 abolished), `holder_name`, `held_since`, and lists of holdings: `now` of
    today, `next` of those to come.
    """
    today = clock.today()
    current = Holding.objects.current().filter(post=OuterRef("pk"))
    full_name = Concat("user__last_name", Value(" "), "user__first_name", output_field=CharField())
    found = found.annotate(
        held=Exists(current),
        holder_name=Subquery(current.values(full=full_name)[:1]),
        held_since=Subquery(current.values("since")[:1]),
    ).annotate(vacancy=Case(When(abolished_on__lte=today, then=2), When(held=True, then=1), default=0))
    if role := wanted.get("role"):
        found = found.filter(role=role)
    if institution := wanted.get("institution"):
        found = found.filter(institution=institution)
    in_state = {VACANT: Q(pk__in=Post.objects.vacant()), HELD: Exists(current), ABOLISHED: Q(abolished_on__lte=today)}
    if state := wanted.get("state"):
        found = found.filter(in_state[state])
    if query := wanted.get("q"):
        found = found.filter(pk__in=_searched(found, query))
    return found.prefetch_related(
        Prefetch("holdings", Holding.objects.current().select_related("user"), to_attr="now"),
        Prefetch(
            "holdings",
            Holding.objects.filter(since__gt=today).select_related("user").order_by("since"),
            to_attr="next",
        ),
    )


def _searched(found: PostQuerySet, query: str) -> list[int]:
    """By words of the post, of its institution and of the holder: few enough to be read through."""
    rows = found.values_list("pk", *SOUGHT)
    return [pk for pk, *texts in rows if holds(search_text(*(text or "" for text in texts)), query)]


def holdings_of(post: Post) -> list[Holding]:
    """All who held, hold and will hold the post, the newest first, with their deputies and hand-overs."""
    found = post.holdings.select_related("user", "post__institution", "handed_over", "taken_over")
    return list(found.prefetch_related(_absences()).order_by("-since", "-pk"))


def holdings_by(user: User) -> list[Holding]:
    """Posts that the person held, holds and will hold, the newest first, with deputies."""
    found = user.holdings.select_related("user", "post__institution")
    return list(found.prefetch_related(_absences()).order_by("-since", "-pk"))


def _absences() -> Prefetch[str, QuerySet[Absence], str]:
    return Prefetch("absences", Absence.objects.select_related("deputy").order_by("-since"))


def standing_in(user: User) -> QuerySet[Absence]:
    """Where the person stands in for others, now and later."""
    today = clock.today()
    found = user.deputised.filter(
        Q(until=None) | Q(until__gte=today),
        Q(holding__until=None) | Q(holding__until__gte=Greatest(F("since"), Value(today))),
    )
    return found.select_related("holding__post__institution", "holding__user").order_by("since")


def unread_handovers(user: User) -> QuerySet[Handover]:
    """Notes of former holders that wait for this person, the oldest first."""
    found = Handover.objects.filter(after__user=user, read_at=None)
    return found.select_related("before__user", "after__post__institution").order_by("made_at")


def institutions_with_posts() -> QuerySet[Institution]:
    return Institution.objects.filter(pk__in=Post.objects.values("institution")).in_polish_order()
