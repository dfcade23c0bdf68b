"""Which rows may speak of one event: read, compared by day, and without those that a person found to be different."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q

from bezpiecznik.activities import queries
from bezpiecznik.activities.likeness import Likeness, Told, candidates, likeness
from bezpiecznik.activities.models import Activity, ActivityBody, ActivityQuerySet, NotTheSame
from bezpiecznik.activities.states import ActivityState
from bezpiecznik.core import clock

LOOK_BACK = timedelta(days=400)
"""A year's report and the time to write it: what is older has been told already."""
MOST = 200
"""So many pairs at once: more are not read by anybody in one sitting."""
NEAR = timedelta(days=32)


@dataclass(frozen=True)
class Pair:
    """Two rows, the older key first, and why they are alike."""

    one: Activity
    other: Activity
    alike: Likeness


def pairs_among(activities: ActivityQuerySet, *, of: Collection[int] | None = None) -> list[Pair]:
    """The likest first, at most `MOST`. With `of`, keys of institutions, only pairs in which one of them has a row."""
    found = keys_among(activities, of=of)
    keys = {key for pair in found for key in pair}
    rows = queries.with_links(Activity.objects.filter(pk__in=keys)).in_bulk()
    return [Pair(rows[one], rows[other], alike) for (one, other), alike in found.items()]


def keys_among(activities: ActivityQuerySet, *, of: Collection[int] | None = None) -> dict[tuple[int, int], Likeness]:
    """The same as keys of rows; three queries, whatever the number of rows."""
    recent = activities.filter(starts_on__gte=clock.today() - LOOK_BACK)
    return _alike(recent, wanted=lambda one, other: of is None or one.institution in of or other.institution in of)


def like(activity: Activity) -> list[Pair]:
    """What may be the same as this row: other rows of about its days."""
    around = Activity.objects.between(activity.starts_on - timedelta(days=1), activity.last_day + timedelta(days=1))
    found = _alike(around.filter(kind=activity.kind), wanted=lambda one, other: activity.pk in {one.key, other.key})
    rows = queries.with_links(Activity.objects.filter(pk__in={key for pair in found for key in pair})).in_bulk()
    return [Pair(rows[one], rows[other], alike) for (one, other), alike in found.items()]


def _alike(activities: ActivityQuerySet, *, wanted: Any) -> dict[tuple[int, int], Likeness]:
    rows = _told(activities.standing().exclude(state=ActivityState.CANCELLED))
    scored = {
        (one.key, other.key): alike
        for one, other in candidates(rows)
        if wanted(one, other) and (alike := likeness(one, other)).is_enough
    }
    if not scored:
        return {}
    keys = {key for pair in scored for key in pair}
    said = NotTheSame.objects.filter(one__in=keys, other__in=keys).values_list("one", "other")
    for pair in said:
        scored.pop(pair, None)
    best = sorted(scored.items(), key=lambda item: (-item[1].score, -item[0][1]))
    return dict(best[:MOST])


def _told(activities: ActivityQuerySet) -> list[Told]:
    bodies: dict[int, set[int]] = {}
    for key, institution in ActivityBody.objects.filter(activity__in=activities.values("pk")).values_list(
        "activity", "institution"
    ):
        bodies.setdefault(key, set()).add(institution)
    rows = activities.values_list(
        "pk", "institution", "kind", "title", "starts_on", "ends_on", "place", "starts_at", "participants", "times"
    )
    return [
        Told(key, institution, kind, title, starts_on, ends_on or starts_on, place, starts_at, participants, times,
             frozenset(bodies.get(key, ())))
        for key, institution, kind, title, starts_on, ends_on, place, starts_at, participants, times in rows
    ]  # fmt: skip


def joined_into(activity: Activity) -> ActivityQuerySet:
    """Rows that this one speaks for, with their institutions."""
    return Activity.objects.filter(joined_into=activity).select_related("institution").order_by("pk")


def refused_with(activity: Activity) -> Any:
    """Pairs with this row that a person found to be different events."""
    of_it = NotTheSame.objects.filter(Q(one=activity) | Q(other=activity))
    return of_it.select_related("one__institution", "other__institution", "said_by")
