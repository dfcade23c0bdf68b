"""The only door to periods, packets and entries. A stranger gets 404; a reader who may not act gets 403."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.access import require, rights_of
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting.models import Entry, Packet, PacketQuerySet, PacketVersion, Period, Snapshot

OWN = (Right.WRITE_REPORT, Right.SIGN_REPORT)


def is_own(user: User, packet: Packet) -> bool:
    """Whether the packet is of the person's institution: only then are words shown that were not sent yet."""
    return packet.institution_id in rights_of(user).institutions(*OWN)


def packets_of(user: User) -> PacketQuerySet:
    """Packets of the institutions for which the person writes or signs, newest first. Raises Http404 to others."""
    institutions = rights_of(user).institutions(*OWN)
    if not institutions:
        raise Http404
    found = Packet.objects.filter(institution__in=institutions).select_related("period__programme", "institution")
    return found.order_by("-period__year", "-period__part", "institution__name")


def get_packet(user: User, pk: int) -> Packet:
    """To read: own people and the office always, other readers once it was submitted."""
    found = Packet.objects.select_related("period__programme", "institution", "submitted_by")
    packet = get_object_or_404(found, pk=pk)
    rights = rights_of(user)
    sent = packet.submitted_at is not None
    if is_own(user, packet) or rights.has(Right.REVIEW_REPORTS) or (sent and rights.has(Right.READ_REPORTS)):
        return packet
    raise Http404


def _get_packet_for(user: User, pk: int, right: Right) -> Packet:
    packet = get_packet(user, pk)
    if not rights_of(user).has_for(right, packet.institution_id):
        raise PermissionDenied
    return packet


def get_packet_to_write(user: User, pk: int) -> Packet:
    return _get_packet_for(user, pk, Right.WRITE_REPORT)


def get_packet_to_sign(user: User, pk: int) -> Packet:
    return _get_packet_for(user, pk, Right.SIGN_REPORT)


def get_packet_of_own(user: User, pk: int) -> Packet:
    """For what both the clerk and the head may do."""
    packet = get_packet(user, pk)
    if not is_own(user, packet):
        raise PermissionDenied
    return packet


def get_packet_to_review(user: User, pk: int) -> Packet:
    return _get_packet_for(user, pk, Right.REVIEW_REPORTS)


def packets_to_review(user: User) -> PacketQuerySet:
    """The queue of the office. Raises Http404 to a stranger."""
    require(user, Right.REVIEW_REPORTS)
    return Packet.objects.to_accept().select_related("period__programme", "institution", "submitted_by")


def get_entry_to_edit(user: User, pk: int) -> tuple[Packet, Entry]:
    """An entry of a packet that the person may write in, with the packet."""
    found = Entry.objects.select_related(
        "obligation__responsibility__institution", "obligation__responsibility__undertaking__area", "updated_by"
    )
    entry = get_object_or_404(found, pk=pk)
    return get_packet_to_write(user, entry.obligation.packet_id or 0), entry


def get_own_entry(user: User, pk: int) -> tuple[Packet, Entry]:
    """An entry with its packet, for those who write or sign there: words not sent yet are nobody else's."""
    found = Entry.objects.select_related("obligation__responsibility__undertaking__area")
    entry = get_object_or_404(found, pk=pk)
    return get_packet_of_own(user, entry.obligation.packet_id or 0), entry


def get_version(user: User, pk: int, no: int) -> PacketVersion:
    packet = get_packet(user, pk)
    return get_object_or_404(PacketVersion.objects.select_related("submitted_by"), packet=packet, no=no)


def get_period(user: User, pk: int) -> Period:
    """Progress of reporting is for those who read reports."""
    require(user, Right.READ_REPORTS)
    return get_object_or_404(Period.objects.select_related("programme"), pk=pk)


def get_period_to_manage(user: User, pk: int) -> Period:
    period = get_period(user, pk)
    if not rights_of(user).has(Right.MANAGE_PERIODS):
        raise PermissionDenied
    return period


def get_snapshot(user: User, pk: int) -> Snapshot:
    """The frozen copy of a closed period, by the period's key."""
    period = get_period(user, pk)
    return get_object_or_404(Snapshot.objects.select_related("period"), period=period)
