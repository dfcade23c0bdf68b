"""What the office does with a submitted packet."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting import notices
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Entry, Packet, Remark
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.holding import hold_periods
from bezpiecznik.reporting.services.packets import advance, in_place_of
from bezpiecznik.reporting.states import PacketState

REVIEWING = Right.REVIEW_REPORTS
"""The right by which the office acts."""


@transaction.atomic
def return_packet(packet: Packet, *, by: User, note: str, remarks: Mapping[Entry, str] | None = None) -> None:
    """Ask for a correction: a note on the whole, remarks on single entries. Raises Refused without a note."""
    if not note.strip():
        raise Refused(_("Napisz, co trzeba poprawić."))
    current = advance(packet, PacketState.RETURNED, by=by, since=PacketState.SUBMITTED, note=note, right=REVIEWING)
    current.save(update_fields=("state",))
    said = {entry: text.strip() for entry, text in (remarks or {}).items() if text.strip()}
    Remark.objects.bulk_create(Remark(entry=entry, text=text, by=by) for entry, text in said.items())
    deputy = in_place_of(current, by=by, right=REVIEWING)
    journal.record(Event.PACKET_RETURNED, current, by=by, note=note, remarks=len(said), **deputy)
    notices.packet_returned(current, note=note)


@transaction.atomic
def accept_packet(packet: Packet, *, by: User, version: int | None = None) -> None:
    """Accept what was submitted; remarks made before are settled.

    `version` is the one that the person read. Raises Refused when another one was submitted since.
    """
    current = advance(packet, PacketState.ACCEPTED, by=by, right=REVIEWING)
    if version not in {None, current.versions.count()}:
        raise Refused(_("Od otwarcia tej strony złożono nową wersję. Przeczytaj ją, zanim przyjmiesz sprawozdanie."))
    current.save(update_fields=("state",))
    Remark.objects.filter(entry__obligation__packet=current, settled_at=None).update(settled_at=clock.now())
    journal.record(Event.PACKET_ACCEPTED, current, by=by, **in_place_of(current, by=by, right=REVIEWING))
    notices.packet_accepted(current)


@transaction.atomic
def accept_packets(packets: Iterable[Packet], *, by: User) -> int:
    """Accept all of them or none; returns how many."""
    chosen = list(packets)
    hold_periods(chosen)
    for packet in chosen:
        accept_packet(packet, by=by)
    return len(chosen)


@transaction.atomic
def reopen_packet(packet: Packet, *, by: User, note: str) -> None:
    """Give an accepted packet back for correction, while the period is open. Raises Refused without a reason."""
    if not note.strip():
        raise Refused(_("Napisz, dlaczego sprawozdanie ma być otwarte ponownie."))
    current = advance(packet, PacketState.RETURNED, by=by, since=PacketState.ACCEPTED, note=note, right=REVIEWING)
    current.save(update_fields=("state",))
    journal.record(Event.PACKET_REOPENED, current, by=by, note=note, **in_place_of(current, by=by, right=REVIEWING))
    notices.packet_returned(current, note=note)
