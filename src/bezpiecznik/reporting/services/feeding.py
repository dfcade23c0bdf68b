"""Entries that nobody has saved yet follow the activities of their institution: a proposal, never a report.

The machine chooses no outcome, so that nothing it wrote counts as complete, and it never touches a person's words. The
version stays 0: whoever has the page open saves over the proposal without being stopped.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from bezpiecznik.activities.following import Touched
from bezpiecznik.activities.models import Activity
from bezpiecznik.core import clock
from bezpiecznik.reporting.feeding.proposing import Proposal, ProposedNumber
from bezpiecznik.reporting.models import Entry, EntryNumber, Packet, Period
from bezpiecznik.reporting.options import FEED_BY_ITSELF
from bezpiecznik.reporting.queries import feeding
from bezpiecznik.reporting.services.entries import quote
from bezpiecznik.reporting.services.holding import hold_periods

NOTHING: tuple[Proposal, list[Activity]] = (Proposal(), [])


def follow(touched: Touched) -> None:
    """`activities.following`: an activity was entered or changed, and the journal is not written yet."""
    if not (FEED_BY_ITSELF.value() and touched.undertakings):
        return
    waiting = feeding.open_entries(touched.institutions, touched.undertakings, touched.days)
    if not waiting:
        return
    packets = {entry.obligation.packet_id for entry in waiting}
    _hold(packets)
    fresh = Entry.objects.fresh().filter(pk__in=[entry.pk for entry in waiting])
    by_period: dict[Period, list[Entry]] = defaultdict(list)
    for entry in fresh.select_related("obligation__period", "obligation__responsibility").prefetch_related("numbers"):
        by_period[entry.obligation.period].append(entry)
    for period, entries in by_period.items():
        _feed(entries, period)


@transaction.atomic
def feed_period(period: Period) -> int:
    """All entries of the period that nobody has saved yet; how many have a proposal. The period is held already."""
    if not FEED_BY_ITSELF.value():
        return 0
    found = feeding.entries_to_feed(period).select_related("obligation__responsibility").prefetch_related("numbers")
    return _feed(list(found), period)


def _hold(packets: Iterable[int | None]) -> None:
    """Periods, then packets, as everywhere."""
    found = Packet.objects.filter(pk__in=[key for key in packets if key])
    hold_periods(found)
    list(found.select_for_update(of=("self",)).order_by("pk"))


def _feed(entries: list[Entry], period: Period) -> int:
    made = feeding.proposals(entries, period)
    quoted = feeding.keys_quoted_in(entry for entry in entries if entry.fed_at or entry.pk in made)
    for entry in entries:
        proposal, activities = made.get(entry.pk, NOTHING)
        if _stands(entry) != (proposal.text, set(proposal.numbers)) or quoted.get(entry.pk, set()) != {
            activity.pk for activity in activities
        }:
            _write(entry, proposal, activities)
    return len(made)


def _stands(entry: Entry) -> tuple[str, set[ProposedNumber]]:
    numbers = {ProposedNumber(n.measure, n.value, n.share, n.coverage) for n in entry.numbers.all()}
    return entry.text, numbers


def _write(entry: Entry, proposal: Proposal, activities: list[Activity]) -> None:
    kept = Entry.objects.fresh().filter(pk=entry.pk)
    if not kept.update(text=proposal.text, fed_at=clock.now() if proposal else None):
        return
    entry.numbers.all().delete()
    EntryNumber.objects.bulk_create(
        EntryNumber(entry=entry, measure=n.measure, value=n.value, share=n.share, coverage=n.coverage)
        for n in proposal.numbers
    )
    quote(entry, activities, is_blank=not proposal)
