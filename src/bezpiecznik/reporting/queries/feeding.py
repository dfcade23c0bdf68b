"""Which activities an entry is made from: what is proposed, and what is quoted already."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Prefetch, Q

from bezpiecznik.activities.models import Activity, ActivityBody, ActivityQuerySet, ActivityUndertaking
from bezpiecznik.activities.states import ActivityState
from bezpiecznik.reporting.feeding.proposing import Proposal, propose
from bezpiecznik.reporting.models import Entry, EntryActivity, Period
from bezpiecznik.reporting.models.entries import EntryQuerySet

Pair = tuple[int, int]
"""Undertaking and institution."""


def activities_for(entries: Sequence[Entry], period: Period) -> dict[int, list[Activity]]:
    """By the entry's key, what its institution did for its undertaking in the period; four queries for all of them.

    An activity joined into another one is spoken for by that one: both bodies quote it, and it is one event. Each entry
    needs its obligation's responsibility.
    """
    duties = [entry.obligation.responsibility for entry in entries]
    found = _held({duty.undertaking_id for duty in duties}, {duty.institution_id for duty in duties}, period)
    by_pair: dict[Pair, dict[int, Activity]] = defaultdict(dict)
    for activity in found:
        speaks = activity.joined_into or activity
        if speaks.state != ActivityState.HELD:
            continue
        for link in activity.undertakings.all():
            for body in activity.bodies.all():
                by_pair[link.undertaking_id, body.institution_id][speaks.pk] = speaks
    return {
        entry.pk: list(by_pair[duty.undertaking_id, duty.institution_id].values())
        for entry, duty in zip(entries, duties, strict=True)
        if (duty.undertaking_id, duty.institution_id) in by_pair
    }


def _held(undertakings: set[int], institutions: set[int], period: Period) -> ActivityQuerySet:
    return with_bodies(
        Activity.objects.filter(
            pk__in=ActivityBody.objects.filter(
                institution__in=institutions, activity__undertakings__undertaking__in=undertakings
            ).values("activity"),
            state=ActivityState.HELD,
            starts_on__range=(period.starts_on, period.ends_on),
        )
    )


def with_bodies(activities: ActivityQuerySet) -> ActivityQuerySet:
    """What a proposal needs of each, and of the one into which it is joined."""
    bodies = Prefetch("bodies", ActivityBody.objects.select_related("institution"))
    joined = Activity.objects.select_related("institution").prefetch_related(bodies, "joined")
    return activities.select_related("institution").prefetch_related(
        bodies, "undertakings", "joined", Prefetch("joined_into", joined)
    )


def proposals(entries: Sequence[Entry], period: Period) -> dict[int, tuple[Proposal, list[Activity]]]:
    """What would stand in each entry, with the activities it is made from; entries without any are left out."""
    return {key: (propose(rows), rows) for key, rows in activities_for(entries, period).items()}


def quoted_in(entries: Iterable[Entry]) -> dict[int, list[Activity]]:
    """By the entry's key, activities that its words quote, in order of time. One query."""
    links = EntryActivity.objects.filter(entry__in=[entry.pk for entry in entries])
    quoted: dict[int, list[Activity]] = defaultdict(list)
    for link in links.select_related("activity__institution").order_by("activity__starts_on", "activity"):
        quoted[link.entry_id].append(link.activity)
    return dict(quoted)


def keys_quoted_in(entries: Iterable[Entry]) -> dict[int, set[int]]:
    """The same as keys of activities."""
    return {entry: {activity.pk for activity in rows} for entry, rows in quoted_in(entries).items()}


def open_entries(institutions: Iterable[int], undertakings: Iterable[int], days: Iterable[date]) -> list[Entry]:
    """Entries nobody has saved yet, of these bodies and undertakings, in open periods with one of the days."""
    found = (
        Entry.objects.fresh()
        .filter(
            obligation__responsibility__institution__in=institutions,
            obligation__responsibility__undertaking__in=undertakings,
        )
        .select_related("obligation__period", "obligation__responsibility")
    )
    asked = set(days)
    return [entry for entry in found if any(_within(day, entry.obligation.period) for day in asked)]


def entries_to_feed(period: Period) -> EntryQuerySet:
    """Of a period, entries nobody has saved that activities may speak of, and those filled before.

    Decided by the database: a large programme has tens of thousands of entries, and few of them have activities.
    """
    held = Activity.objects.filter(
        state=ActivityState.HELD,
        starts_on__range=(period.starts_on, period.ends_on),
        undertakings__undertaking__programme=period.programme_id,
    ).values("pk")
    done = Q(
        obligation__responsibility__undertaking__in=ActivityUndertaking.objects.filter(activity__in=held).values(
            "undertaking"
        ),
        obligation__responsibility__institution__in=ActivityBody.objects.filter(activity__in=held).values(
            "institution"
        ),
    )
    return Entry.objects.fresh().filter(done | Q(fed_at__isnull=False), obligation__period=period)


def _within(day: date, period: Period) -> bool:
    return period.starts_on <= day <= period.ends_on
