"""Remarks of the reviewer on entries and their fields: made on a return, answered by the institution, settled."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Entry, Packet, Remark
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.holding import hold_packet_of
from bezpiecznik.reporting.services.locks import refuse_locked
from bezpiecznik.reporting.services.packets import in_place_of
from bezpiecznik.reporting.states import PacketState

Place = Entry | tuple[Entry, str]
"""What a remark speaks of: an entry as a whole, or one field of it (a `RemarkField`)."""


def make_remarks(packet: Packet, said: Mapping[Place, str], *, by: User) -> list[Remark]:
    """Remarks for the places with words. For services that hold the packet."""
    places = [(place if isinstance(place, tuple) else (place, ""), text.strip()) for place, text in said.items()]
    made = [
        Remark(entry=entry, field=field, text=text, by=by, at=clock.now()) for (entry, field), text in places if text
    ]
    if any(remark.entry.obligation.packet_id != packet.pk for remark in made):
        raise ValueError("A remark on an entry of another packet.")
    return Remark.objects.bulk_create(made)


@transaction.atomic
def answer_remark(remark: Remark, *, text: str, by: User) -> None:
    """What the institution says to a remark; said again, the last words stand. Raises Refused without words."""
    packet = hold_packet_of(remark.entry)
    refuse_locked(packet)
    if not packet.is_editable or Remark.objects.filter(pk=remark.pk, settled_at=None).count() == 0:
        raise Refused(_("Na tę uwagę nie można już odpowiedzieć."))
    if not text.strip():
        raise Refused(_("Napisz, jak uwzględniono uwagę albo dlaczego nie."))
    Remark.objects.filter(pk=remark.pk).update(answer=text.strip(), answered_at=clock.now(), answered_by=by)
    deputy = in_place_of(packet, by=by, right=Right.WRITE_REPORT)
    journal.record(Event.REMARK_ANSWERED, packet, by=by, entry=remark.entry_id, **deputy)


@transaction.atomic
def settle_remark(remark: Remark, *, by: User) -> None:
    """The reviewer has what was asked; a remark that is not settled is carried to the next version."""
    packet = hold_packet_of(remark.entry)
    if packet.state != PacketState.SUBMITTED or not packet.period.is_open:
        raise Refused(_("Uwagę można uznać za załatwioną, gdy sprawozdanie czeka na przyjęcie."))
    settled = Remark.objects.filter(pk=remark.pk, settled_at=None).update(settled_at=clock.now(), settled_by=by)
    if settled:
        journal.record(Event.REMARK_SETTLED, packet, by=by, entry=remark.entry_id)
