"""Open periods follow the programme: the new is asked, what ended is withdrawn with a reason, nothing is deleted."""

from dataclasses import asdict, dataclass
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.core import journal
from bezpiecznik.core.journal import Person
from bezpiecznik.plans.followers import Consequence
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import notices
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Period
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services import dissolved, feeding, obligations
from bezpiecznik.reporting.services.periods import locked_period
from bezpiecznik.reporting.states import PeriodState


@dataclass(frozen=True)
class Renewal:
    """How many obligations a renewal added, withdrew, and gave to the successor of a dissolved body."""

    added: int
    withdrawn: int
    moved: int = 0


@dataclass(frozen=True)
class Renewed:
    """What a renewal did: the counts, the packets that were asked before, and what changed in each packet."""

    counts: Renewal
    asked_before: frozenset[int]
    changed: dict[int, obligations.Difference]
    sent: int


@transaction.atomic
def renew_obligations(period: Period, *, by: Person | None) -> Renewal:
    """Follow changes of the programme: add what is new, withdraw what ended. Run twice, the second changes nothing.

    Whoever was not asked before gets the message that others got when the period was opened; whose report grew or
    shrank is told of that.
    """
    current = locked_period(period)
    if not current.is_open:
        raise Refused(_("Obowiązki można uzupełniać tylko w otwartym okresie."))
    renewal = _renewed(current)
    _note(current, renewal, by=by)
    return renewal.counts


@transaction.atomic
def renew_open_periods(programme: Programme, *, by: Person | None) -> dict[Period, Renewal]:
    """The same for every open period of the programme, the earliest first: all or none."""
    renewed = _renew_all(programme, by=by)
    return {period: renewal.counts for period, renewal in renewed}


def follow_programme(programme: Programme, by: Person | None) -> list[Consequence]:
    """`plans.followers`: open periods follow an amendment in its own transaction."""
    return [
        Consequence(str(period), renewal.counts.added, renewal.counts.withdrawn, renewal.sent)
        for period, renewal in _renew_all(programme, by=by)
    ]


def _renew_all(programme: Programme, *, by: Person | None) -> list[tuple[Period, Renewed]]:
    """Every period is held before any is renewed, and the journal is written last: locks are taken in one order."""
    held = Period.objects.select_for_update(of=("self",)).select_related("programme").order_by("pk")
    periods = sorted(
        held.filter(programme=programme, state=PeriodState.OPEN), key=lambda period: (period.year, period.part)
    )
    renewed = [(period, _renewed(period)) for period in periods]
    for period, renewal in renewed:
        _note(period, renewal, by=by)
    return renewed


def _renewed(period: Period) -> Renewed:
    asked_before = frozenset(period.packets.asked().values_list("pk", flat=True))
    restored = dissolved.restore(period)
    returned = obligations.restore(period)
    moved, orphaned = dissolved.hand_over(period, packets=partial(obligations.packets, period))
    added = [*returned, *obligations.add(period)]
    withdrawn = obligations.withdraw_ended(period)
    obligations.refresh_reasons(period)
    feeding.feed_period(period)
    counts = Renewal(added=len(added) + restored, withdrawn=len(withdrawn) + orphaned, moved=moved)
    sent = sum(bool(one.packet and one.packet.state in dissolved.SENT) for one in added)
    return Renewed(counts, asked_before, obligations.differences(added, withdrawn), sent)


def _note(period: Period, renewal: Renewed, *, by: Person | None) -> None:
    if renewal.counts == Renewal(0, 0):
        return
    notices.period_opened(period, besides=renewal.asked_before)
    notices.period_changed(period, {pk: renewal.changed[pk] for pk in renewal.asked_before & renewal.changed.keys()})
    journal.record(Event.OBLIGATIONS_RENEWED, period, by=by, **asdict(renewal.counts))
