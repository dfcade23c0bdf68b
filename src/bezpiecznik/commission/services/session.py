"""During a meeting: it is opened, people come and go, it is closed; what was said under each point."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.events import Event
from bezpiecznik.commission.meeting_states import WRITTEN, MeetingState, Presence
from bezpiecznik.commission.models import AgendaItem, Attendance, Meeting
from bezpiecznik.commission.queries.meetings import quorum_now
from bezpiecznik.commission.queries.rules import rules_in_force
from bezpiecznik.commission.quorum import needed
from bezpiecznik.commission.refusals import ItemChanged, Refused
from bezpiecznik.commission.services.holding import advance, hold, hold_item
from bezpiecznik.commission.services.inviting import list_members
from bezpiecznik.core import clock, journal


@transaction.atomic
def open_session(meeting: Meeting, *, by: User) -> Meeting:
    """Begin; from now on the quorum is counted by the rule in force today. Raises Refused before its day."""
    held = hold(meeting)
    advance(held, MeetingState.IN_SESSION)
    if clock.day_of(held.starts_at) > clock.today():
        raise Refused(_("Dzień posiedzenia jeszcze nie nadszedł. Jeśli odbywa się wcześniej, najpierw zmień termin."))
    list_members(held)
    held.voting_seats = held.attendance.voting().count()
    _keep_rules(held)
    held.opened_at = clock.now()
    held.save()
    journal.record(Event.OPENED, held, by=by, seats=held.voting_seats, quorum=held.quorum_needed)
    return held


def _keep_rules(meeting: Meeting) -> None:
    rules = rules_in_force()
    meeting.quorum_rule, meeting.quorum_source = rules.quorum, rules.source
    meeting.substitutes_count = rules.substitutes
    meeting.quorum_needed = needed(meeting.voting_seats or 0, rules.quorum)


@dataclass(frozen=True)
class Seen:
    """Where one person is: what they are noted as, who stands in for them, and whether they have left."""

    presence: str
    substitute: str = ""
    has_left: bool = False


@transaction.atomic
def keep_attendance(meeting: Meeting, rows: Mapping[int, Seen], *, by: User) -> Meeting:
    """Note where these people are, by the key of their row; one line in the journal for all that changed.

    Tells in the journal when the quorum is lost or comes back. Raises Refused outside of the meeting's days.
    """
    held = hold(meeting, among=WRITTEN)
    before = quorum_now(held)
    changed = [row for row in held.attendance.filter(pk__in=rows) if _note(row, rows[row.pk])]
    if not changed:
        return held
    told = "; ".join(f"{row.name}: {row.get_presence_display()}" for row in changed)
    journal.record(Event.ATTENDANCE_KEPT, held, by=by, persons=told)
    after = quorum_now(held)
    if before.holds != after.holds:
        event = Event.QUORUM_REACHED if after.holds else Event.QUORUM_LOST
        journal.record(event, held, by=by, here=after.here, quorum=after.needed)
    return held


def _note(row: Attendance, seen: Seen) -> bool:
    substitute = seen.substitute.strip() if seen.presence == Presence.SUBSTITUTE else ""
    came = seen.presence in {Presence.PRESENT, Presence.SUBSTITUTE}
    has_left = seen.has_left and came
    if (row.presence, row.substitute, row.left_at is not None) == (seen.presence, substitute, has_left):
        return False
    if seen.presence == Presence.SUBSTITUTE and not substitute:
        raise Refused(_("Napisz, kto zastępuje: %(name)s.") % {"name": row.name})
    row.presence, row.substitute = seen.presence, substitute
    row.left_at = (row.left_at or clock.now()) if has_left else None
    row.save(update_fields=("presence", "substitute", "left_at"))
    return True


@transaction.atomic
def write_item(item: AgendaItem, *, discussion: str, decision: str, version: int, by: User) -> AgendaItem:
    """What was said under the point. `version` is the one the person saw: raises ItemChanged when it is another now.

    Saving what stands there already changes nothing, so that a sending repeated after a broken line does no harm.
    """
    held = hold_item(item, among=WRITTEN)
    if (held.discussion, held.decision) == (discussion, decision):
        return held
    if held.version != version:
        raise ItemChanged(held)
    held.discussion, held.decision = discussion, decision
    held.version += 1
    first = held.written_at is None
    held.written_at, held.written_by = clock.now(), by
    held.save(update_fields=("discussion", "decision", "version", "written_at", "written_by"))
    if first:
        journal.record(Event.ITEM_WRITTEN, held.meeting, by=by, item=held.title)
    return held


@transaction.atomic
def close_session(meeting: Meeting, *, by: User) -> Meeting:
    """End. Raises Refused while nobody said who was there."""
    held = hold(meeting)
    advance(held, MeetingState.HELD)
    unknown = held.attendance.exclude(membership=None).filter(presence=Presence.UNKNOWN)
    if names := list(unknown.values_list("name", flat=True)):
        raise Refused(_("Zaznacz najpierw obecność: %(names)s.") % {"names": ", ".join(names)})
    held.closed_at = clock.now()
    held.save()
    journal.record(Event.CLOSED, held, by=by, quorum=quorum_now(held).holds)
    return held
