"""Ending of what was kept long enough, class by class, in small transactions."""

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.administration.events import Event
from bezpiecznik.administration.models import ClearingRun
from bezpiecznik.core import journal
from bezpiecznik.core.keeping import KEPT, Kept

BATCH = 200
MOST = 20_000
"""Rows of one class in one run: the rest waits for the next night."""


def clear_due(*, by: User | None, batch: int = BATCH, most: int = MOST) -> ClearingRun:
    """End all that is due, in transactions of `batch` rows, at most `most` of a class; one line in the journal.

    `by=None` is the clock. Each batch stands by itself: a run that is stopped has done what it has done.
    """
    counts = {kept.name: removed for kept in KEPT.values() if (removed := _clear(kept, batch, most))}
    with transaction.atomic():
        run = ClearingRun.objects.create(by=by, counts=counts)
        journal.record(Event.CLEARED, run, by=by, counts=counts, total=run.total)
    return run


def _clear(kept: Kept, batch: int, most: int) -> int:
    removed = 0
    while removed < most:
        ended = kept.remove_some(min(batch, most - removed))
        removed += ended
        if not ended:
            break
    return removed
