"""Reminders that need no answer any more: noted when the packet moves on, and swept once a day for the rest."""

from datetime import datetime

from bezpiecznik.core import clock
from bezpiecznik.reporting.ladder.days import day_of, with_days
from bezpiecznik.reporting.models import Obligation, Packet, Reminder
from bezpiecznik.reporting.models.reminders import Ending
from bezpiecznik.reporting.states import WAITING, PacketState

ANSWERS = {PacketState.SUBMITTED: Ending.SUBMITTED, PacketState.TO_SIGN: Ending.TO_SIGN}


def note_answer(packet: Packet, to: PacketState) -> None:
    """The packet goes to this state: what was asked of it is answered. Inside the service that moves it."""
    if ending := ANSWERS.get(to):
        _end([packet.pk], ending, clock.now())


def sweep() -> int:
    """End reminders whose packet moved on in another way; returns how many. Inside a transaction."""
    standing = Reminder.objects.filter(ended_at=None)
    packets = with_days(Packet.objects.filter(pk__in=standing.values("packet"))).select_related("period")
    owing = set(Obligation.objects.in_force().filter(packet__in=packets.values("pk")).values_list("packet", flat=True))
    return sum(_swept(packet, packet.pk in owing) for packet in packets)


def _swept(packet: Packet, owes: bool) -> int:
    now = clock.now()
    if not packet.period.is_open:
        return _end([packet.pk], Ending.CLOSED, packet.period.closed_at or now)
    if not owes:
        return _end([packet.pk], Ending.WITHDRAWN, now)
    if packet.state not in WAITING:
        return _end([packet.pk], Ending.SUBMITTED, packet.submitted_at or now)
    moved = Reminder.objects.filter(packet=packet, ended_at=None).exclude(due_on=day_of(packet))
    return moved.update(ended_at=now, ended_because=Ending.MOVED)


def _end(packets: list[int], ending: Ending, at: datetime) -> int:
    standing = Reminder.objects.filter(packet__in=packets, ended_at=None)
    return standing.update(ended_at=at, ended_because=ending)
