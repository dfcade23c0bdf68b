"""Locks, taken in one order: periods, packets, then the journal. So nobody waits for one who waits for them."""

from collections.abc import Iterable

from bezpiecznik.reporting.models import Entry, Packet, PacketQuerySet, Period


def hold_periods(packets: Iterable[Packet]) -> None:
    """No period of these packets is closed, and nothing in it is written by others, until the transaction ends."""
    keys = {packet.period_id for packet in packets}
    list(Period.objects.select_for_update().filter(pk__in=keys).order_by("pk"))


def hold_packet(packet: Packet) -> Packet:
    """The packet as it stands now, held with its period until the end of the transaction."""
    hold_periods([packet])
    return _for_writing().get(pk=packet.pk)


def hold_packet_of(entry: Entry) -> Packet:
    """The packet in which the entry stands, held with its period until the end of the transaction."""
    Period.objects.select_for_update(of=("self",)).get(obligations__entry=entry)
    return _for_writing().get(obligations__entry=entry)


def _for_writing() -> PacketQuerySet:
    return Packet.objects.select_for_update(of=("self",)).select_related("period__programme", "institution")
