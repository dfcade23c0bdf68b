"""Periods and the obligations made from the programme: added, withdrawn with a reason, never deleted."""

from dataclasses import asdict, dataclass
from datetime import date
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme
from bezpiecznik.reporting import notices
from bezpiecznik.reporting.deadlines import problems
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Entry, Obligation, Packet, Part, Period
from bezpiecznik.reporting.queries import duties_in
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services import dissolved
from bezpiecznik.reporting.states import PERIOD_NEXT, PacketState, PeriodState

BATCH = 1_000


@dataclass(frozen=True)
class Renewal:
    """How many obligations a renewal added, withdrew, and gave to the successor of a dissolved body."""

    added: int
    withdrawn: int
    moved: int = 0


@transaction.atomic
def plan_period(
    programme: Programme,
    *,
    year: int,
    part: int,
    opens_on: date,
    due_on: date,
    grace_until: date | None = None,
    locks_on: date | None = None,
    by: User,
) -> Period:
    """A period that will be opened later. Raises Refused outside the programme's years or over another period.

    `grace_until`: the last day that still counts as in time; `locks_on`: the first on which institutions write nothing.
    """
    if year not in programme.years:
        raise Refused(
            _("Program obejmuje lata %(first)s–%(last)s.") % {"first": programme.year_from, "last": programme.year_to}
        )
    Programme.objects.select_for_update().get(pk=programme.pk)  # a year and its half planned at once would overlap
    same_year = set(Period.objects.filter(programme=programme, year=year).values_list("part", flat=True))
    if part in same_year or (same_year and Part.YEAR in {part, *same_year}):
        raise Refused(_("W roku %(year)s jest już okres, który obejmuje te same miesiące.") % {"year": year})
    if wrong := problems(opens_on, due_on, grace_until, locks_on):
        raise Refused(*wrong)
    days = {"opens_on": opens_on, "due_on": due_on, "grace_until": grace_until, "locks_on": locks_on}
    period = Period.objects.create(programme=programme, year=year, part=part, **days)
    told = {name: day.isoformat() for name, day in days.items() if day}
    journal.record(Event.PERIOD_PLANNED, period, by=by, **told)
    return period


def locked_period(period: Period) -> Period:
    """The period as it stands now, held until the end of the transaction."""
    return Period.objects.select_for_update(of=("self",)).select_related("programme").get(pk=period.pk)


def require_period_step(period: Period, to: PeriodState) -> None:
    """Raise Refused unless the table of states allows the change."""
    if to not in PERIOD_NEXT[PeriodState(period.state)]:
        raise Refused(_("Okres %(period)s jest %(state)s.") % {"period": period, "state": period.get_state_display()})


@transaction.atomic
def open_period(period: Period, *, by: User) -> int:
    """Open the period and ask everyone whom the programme names; returns how many obligations were made."""
    current = locked_period(period)
    require_period_step(current, PeriodState.OPEN)
    current.state, current.opened_at, current.opened_by = PeriodState.OPEN, clock.now(), by
    current.save(update_fields=("state", "opened_at", "opened_by"))
    made = _add_obligations(current)
    journal.record(Event.PERIOD_OPENED, current, by=by, obligations=made)
    notices.period_opened(current)
    period.refresh_from_db()
    return made


@transaction.atomic
def renew_obligations(period: Period, *, by: User) -> Renewal:
    """Follow changes of the programme: add what is new, withdraw what ended. Run twice, the second changes nothing.

    Whoever was not asked before gets the message that others got when the period was opened.
    """
    current = locked_period(period)
    if not current.is_open:
        raise Refused(_("Obowiązki można uzupełniać tylko w otwartym okresie."))
    asked_before = set(current.packets.asked().values_list("pk", flat=True))
    restored = dissolved.restore(current)
    moved, orphaned = dissolved.hand_over(current, packets=partial(_packets, current))
    renewal = Renewal(
        added=_add_obligations(current) + restored, withdrawn=_withdraw_ended(current) + orphaned, moved=moved
    )
    if renewal != Renewal(0, 0):
        journal.record(Event.OBLIGATIONS_RENEWED, current, by=by, **asdict(renewal))
        notices.period_opened(current, besides=asked_before)
    return renewal


def _add_obligations(period: Period) -> int:
    asked = duties_in(period).exclude(obligations__period=period)
    duties = list(asked.select_related("institution__reports_through", "institution__successor"))
    packets = _packets(period, {duty.institution.reporter for duty in duties} - {None})
    obligations = Obligation.objects.bulk_create(
        (
            Obligation(period=period, responsibility=duty, packet=packets.get(duty.institution.reporter))
            for duty in duties
        ),
        batch_size=BATCH,
    )
    answered = [Entry(obligation=obligation) for obligation in obligations if obligation.packet_id]
    Entry.objects.bulk_create(answered, batch_size=BATCH)
    return len(obligations)


def _packets(period: Period, reporters: set[Institution | None]) -> dict[Institution | None, Packet]:
    """A packet for each reporting institution; those that exist are kept."""
    asked = sorted((reporter for reporter in reporters if reporter), key=lambda reporter: reporter.pk)
    missing = (Packet(period=period, institution=reporter) for reporter in asked)
    Packet.objects.bulk_create(missing, ignore_conflicts=True, batch_size=BATCH)
    kept = Packet.objects.filter(period=period).select_related("institution")
    return {packet.institution: packet for packet in kept}


def _withdraw_ended(period: Period) -> int:
    """What was already sent stays: the institution did answer for the time in which it was responsible."""
    ended = (
        Obligation.objects.in_force()
        .filter(period=period, responsibility__until__lte=period.ends_on)
        .exclude(packet__state__in=(PacketState.SUBMITTED, PacketState.ACCEPTED))
    )
    return ended.update(
        withdrawn_at=clock.now(), withdrawn_because=_("Podmiot przestał odpowiadać za to działanie w programie.")
    )
