"""Closing a period: from that moment on nothing in it changes, and a self-contained copy with its hash remains."""

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.freezing import period_content
from bezpiecznik.reporting.models import Period, Snapshot
from bezpiecznik.reporting.services.periods import locked_period, require_period_step
from bezpiecznik.reporting.states import PeriodState


@transaction.atomic
def close_period(period: Period, *, by: User) -> Snapshot:
    """Freeze the period. Packets that nobody sent go in as not submitted. Raises Refused unless the period is open."""
    current = locked_period(period)
    require_period_step(current, PeriodState.CLOSED)
    closed_at = clock.now()
    text = as_text(period_content(current, closed_at=closed_at, closed_by=by.get_full_name()))
    current.state, current.closed_at, current.closed_by = PeriodState.CLOSED, closed_at, by
    current.save(update_fields=("state", "closed_at", "closed_by"))
    snapshot = Snapshot.objects.create(period=current, content=text, sha256=digest(text), made_at=closed_at, made_by=by)
    journal.record(Event.PERIOD_CLOSED, current, by=by, sha256=snapshot.sha256)
    period.refresh_from_db()
    return snapshot
