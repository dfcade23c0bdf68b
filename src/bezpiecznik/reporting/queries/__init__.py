"""Reads of the room: what others build on (`snapshots`, `verify_snapshot`) and what the pages show."""

from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import closing
from bezpiecznik.reporting.models import Snapshot
from bezpiecznik.reporting.queries.packets import (
    Missing,
    Words,
    anchor,
    duty_of,
    entries_of,
    missing,
    previous_words,
    submitted_words,
)

__all__ = [
    "Missing",
    "Words",
    "anchor",
    "duty_of",
    "entries_of",
    "missing",
    "previous_words",
    "snapshots",
    "submitted_words",
    "verify_snapshot",
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
