"""The packet on its way: to the signature, back, and to the office. Every step is kept."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.reporting import notices, queries
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Packet, PacketTransition, PacketVersion
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.holding import hold_packet
from bezpiecznik.reporting.states import NEXT, PacketState
from bezpiecznik.reporting.versions import version_content


def advance(
    packet: Packet,
    to: PacketState,
    *,
    by: User,
    since: PacketState | None = None,
    note: str = "",
    on_behalf: str = "",
) -> Packet:
    """Change the state if the table allows it, and log the change. Inside a transaction; the caller saves the packet.

    `since` narrows it to one state to start from. Returns the packet as it stands now, held until the end of the
    transaction. Raises Refused.
    """
    current = hold_packet(packet)
    if not current.period.is_open:
        raise Refused(_("Okres %(period)s nie jest otwarty.") % {"period": current.period})
    if to not in NEXT[PacketState(current.state)] or since not in {None, current.state}:
        raise Refused(
            _("Nie można tego zrobić teraz: stan sprawozdania to „%(state)s”.") % {"state": current.get_state_display()}
        )
    PacketTransition.objects.create(
        packet=current, from_state=current.state, to_state=to, by=by, note=note, on_behalf=on_behalf
    )
    current.state = to
    return current


def _refuse_incomplete(packet: Packet) -> None:
    if lacking := queries.missing(packet):
        raise Refused(*(item.sentence for item in lacking))


@transaction.atomic
def hand_over_for_signature(packet: Packet, *, by: User) -> None:
    """The clerk has finished; the head of the institution signs in the system. Raises Refused with what is missing."""
    current = advance(packet, PacketState.TO_SIGN, by=by)
    _refuse_incomplete(current)
    current.save(update_fields=("state",))
    journal.record(Event.PACKET_HANDED_OVER, current, by=by)
    notices.packet_to_sign(current)


@transaction.atomic
def take_back(packet: Packet, *, by: User, note: str = "") -> None:
    """From the signature back to writing: the clerk's own wish, or the head's with a note."""
    current = advance(packet, PacketState.DRAFT, by=by, note=note)
    current.save(update_fields=("state",))
    journal.record(Event.PACKET_TAKEN_BACK, current, by=by, note=note)


@transaction.atomic
def submit_packet(
    packet: Packet,
    *,
    by: User,
    signatory: str,
    signatory_function: str,
    signed_on: date,
    since: PacketState | None = None,
    note: str = "",
) -> PacketVersion:
    """Send the packet to the office and keep a copy of every word. Submitter and signatory are two persons or one.

    `since` narrows it to one state to start from; `note` stands in the history of the packet.
    Raises Refused with the sentences of what is missing.
    """
    on_behalf = signatory if signatory != by.get_full_name() else ""
    current = advance(packet, PacketState.SUBMITTED, by=by, since=since, note=note, on_behalf=on_behalf)
    _refuse_incomplete(current)
    current.submitted_at, current.submitted_by = clock.now(), by
    current.signatory, current.signatory_function, current.signed_on = signatory, signatory_function, signed_on
    current.save()
    content = version_content(current, queries.entries_of(current))
    version = PacketVersion.objects.create(
        packet=current,
        no=current.versions.count() + 1,
        content=content,
        sha256=digest(as_text(content)),
        submitted_at=current.submitted_at,
        submitted_by=by,
    )
    details = {"version": version.no, "signatory": signatory, "sha256": version.sha256}
    journal.record(Event.PACKET_SUBMITTED, current, by=by, note=note, **details)
    notices.packet_submitted(current)
    return version


@transaction.atomic
def sign_packet(packet: Packet, *, by: User) -> PacketVersion:
    """The head signs what the clerk handed over, today and under their own name, and so sends it.

    Raises Refused when the packet no longer waits for the signature: nobody signs what is still being written.
    """
    return submit_packet(
        packet,
        by=by,
        signatory=by.get_full_name(),
        signatory_function=by.function,
        signed_on=clock.today(),
        since=PacketState.TO_SIGN,
    )
