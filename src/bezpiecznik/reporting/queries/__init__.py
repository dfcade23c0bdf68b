"""Reads of the room: what others build on (`snapshots`, `verify_snapshot`) and what the pages show."""

from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import closing
from bezpiecznik.reporting.models import Period, Snapshot
from bezpiecznik.reporting.queries.asking import duties_in
from bezpiecznik.reporting.queries.contributions import (
    Sum,
    asked_to_contribute,
    contributions_to,
    contributors_of,
    entries_to_add_to,
    own_contributions,
    sums,
)
from bezpiecznik.reporting.queries.feeding import quoted_in
from bezpiecznik.reporting.queries.files import brought_files, brought_in_period
from bezpiecznik.reporting.queries.links import asked_now, invited, link_state, links, packet_to_write, usable_token
from bezpiecznik.reporting.queries.overview import matrix
from bezpiecznik.reporting.queries.packets import (
    Missing,
    Words,
    anchor,
    code_of,
    duty_of,
    entries_of,
    former_words,
    measures_of,
    missing,
    previous_words,
)
from bezpiecznik.reporting.queries.periods import (
    leftover,
    next_to_plan,
    proposed_days,
    to_be_asked,
    with_packets_counted,
)
from bezpiecznik.reporting.queries.reading import has_head, history, last_return, said, with_progress
from bezpiecznik.reporting.queries.review import reviewed

__all__ = [
    "Missing",
    "Sum",
    "Words",
    "anchor",
    "asked_now",
    "asked_to_contribute",
    "brought_files",
    "brought_in_period",
    "code_of",
    "contributions_to",
    "contributors_of",
    "duties_in",
    "duty_of",
    "entries_of",
    "entries_to_add_to",
    "former_words",
    "has_head",
    "history",
    "invited",
    "last_return",
    "leftover",
    "link_state",
    "links",
    "matrix",
    "measures_of",
    "missing",
    "next_to_plan",
    "own_contributions",
    "packet_to_write",
    "previous_words",
    "proposed_days",
    "quoted_in",
    "reviewed",
    "said",
    "snapshot_of",
    "snapshots",
    "sums",
    "to_be_asked",
    "usable_token",
    "verify_snapshot",
    "with_packets_counted",
    "with_progress",
]


def snapshots(programme: Programme, year: int) -> list[Snapshot]:
    """Frozen periods of one year, in order of time: one for a yearly period, two for half-years, none if not closed.

    For the evaluation and the yearly report: `closing.read(snapshot)` gives the content; its shape stands in the
    docstring of `reporting.closing`.
    """
    found = Snapshot.objects.filter(period__programme=programme, period__year=year)
    return list(found.select_related("period").order_by("period__part"))


def verify_snapshot(snapshot: Snapshot) -> bool:
    """Whether the frozen text still agrees with its sha256."""
    return closing.is_whole(snapshot)


def snapshot_of(period: Period) -> Snapshot | None:
    """The frozen copy of this period, once it is closed."""
    return Snapshot.objects.filter(period=period).select_related("made_by").first()
