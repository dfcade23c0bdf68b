"""Which day the ladder counts from: the deadline of a packet, or a later one by which it should be mended."""

from datetime import date

from django.db.models import OuterRef, Subquery

from bezpiecznik.core import clock
from bezpiecznik.core.holidays import add_working_days
from bezpiecznik.reporting.models import Packet, PacketQuerySet, PacketTransition
from bezpiecznik.reporting.states import PacketState

MENDING = 5
"""Working days after a return before the ladder begins again: nobody mends a report on the day it came back."""


def with_days(packets: PacketQuerySet) -> PacketQuerySet:
    """Packets fetched with all that the functions below read."""
    returned = PacketTransition.objects.filter(packet=OuterRef("pk"), to_state=PacketState.RETURNED).order_by("-pk")
    return packets.with_exceptions().annotate(returned_at=Subquery(returned.values("at")[:1]))


def deadline_of(packet: Packet) -> date:
    """The day asked for: the period's, or a later one that the office granted."""
    return packet.deadline.due_on


def day_of(packet: Packet) -> date:
    """The day from which steps are counted: the deadline, but never sooner than some days after a return."""
    due, returned_at = deadline_of(packet), getattr(packet, "returned_at", None)
    if packet.submitted_at is None or returned_at is None:
        return due
    given = packet.deadline.open_until or due
    return max(due, given, add_working_days(clock.day_of(returned_at), MENDING))


def is_returned(packet: Packet) -> bool:
    """Whether the institution has answered once already, so that nobody may write that nothing came."""
    return packet.submitted_at is not None


def is_locked(packet: Packet, today: date) -> bool:
    """Whether the institution could write nothing today, so that asking it by mail to write is of no use."""
    return packet.deadline.is_locked(today)
