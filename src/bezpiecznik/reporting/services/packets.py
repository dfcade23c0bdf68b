"""The packet on its way: to the signature, back, and to the office. Every step is kept."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.institutions.access import rights_of, stands_in_for
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting import notices, queries
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.ladder import stopping
from bezpiecznik.reporting.models import Act, Entry, Packet, PacketTransition, PacketVersion, Receipt
from bezpiecznik.reporting.queries.agreements import agreements_of
from bezpiecznik.reporting.queries.substance import doubts_by_entry
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services import receipts
from bezpiecznik.reporting.services.asking import ask_again, unanswered
from bezpiecznik.reporting.services.holding import hold_packet
from bezpiecznik.reporting.services.locks import OF_INSTITUTION, refuse_locked
from bezpiecznik.reporting.services.receipts import Attempt
from bezpiecznik.reporting.states import EDITABLE, NEXT, PacketState
from bezpiecznik.reporting.versions import version_content

LONGEST_FUNCTION = 200
"""Characters, as the packet keeps them."""


def advance(
    packet: Packet,
    to: PacketState,
    *,
    by: User,
    since: PacketState | None = None,
    note: str = "",
    on_behalf: str = "",
    right: Right = Right.WRITE_REPORT,
    table: Mapping[PacketState, frozenset[PacketState]] = NEXT,
) -> Packet:
    """Change the state if the table allows it, and log the change. Inside a transaction; the caller saves the packet.

    `since` narrows it to one state to start from; `right` is the one by which the person acts, so that a deputy is
    written down as such; `table` says which steps there are.

    Returns the packet as it stands now, held until the end of the transaction. Raises Refused.
    """
    current = hold_packet(packet)
    if not current.period.is_open:
        raise Refused(_("Okres %(period)s nie jest otwarty.") % {"period": current.period})
    if right in OF_INSTITUTION:
        refuse_locked(current)
    if to not in table.get(PacketState(current.state), ()) or since not in {None, current.state}:
        raise Refused(
            _("Nie można tego zrobić teraz: stan sprawozdania to „%(state)s”.") % {"state": current.get_state_display()}
        )
    PacketTransition.objects.create(
        packet=current,
        from_state=current.state,
        to_state=to,
        by=by,
        note=note,
        on_behalf=on_behalf,
        stands_in_for=stands_in_for(by, right, current.institution_id),
    )
    stopping.note_answer(current, to)
    current.state = to
    return current


def in_place_of(packet: Packet, *, by: User, right: Right) -> dict[str, str]:
    """For the journal: whose place the person takes; nothing where they act by their own post."""
    name = stands_in_for(by, right, packet.institution_id)
    return {"stands_in_for": name} if name else {}


def _checked(packet: Packet) -> list[Entry]:
    """Its entries, asked about once more. Raises Refused with what is missing, or waits for an answer that is due."""
    entries = queries.entries_of(packet)
    if lacking := queries.missing(packet, entries):
        raise Refused(*(item.sentence for item in lacking))
    ask_again(packet, entries)
    if waiting := unanswered(packet):
        raise Refused(*waiting)
    return entries


def _done_before(packet: Packet, attempt: Attempt | None, act: Act, *, by: User, said: object = None) -> Receipt | None:
    """The receipt of a sending that came twice; the packet is held. Raises Refused where it went back since then."""
    current = hold_packet(packet)
    receipt = receipts.known(attempt, act, packet.pk, by=by, said=said)
    if receipt and current.state in EDITABLE:
        raise Refused(_("Ta strona jest sprzed cofnięcia sprawozdania. Odśwież ją i wyślij jeszcze raz."))
    return receipt


@transaction.atomic
def hand_over_for_signature(packet: Packet, *, by: User, attempt: Attempt | None = None) -> None:
    """The clerk has finished; the head of the institution signs in the system. Raises Refused with what is missing.

    A `attempt` that came before changes nothing.
    """
    if _done_before(packet, attempt, Act.HAND_OVER, by=by):
        return
    current = advance(packet, PacketState.TO_SIGN, by=by, right=Right.WRITE_REPORT)
    _checked(current)
    current.save(update_fields=("state",))
    deputy = in_place_of(current, by=by, right=Right.WRITE_REPORT)
    receipts.keep(attempt, Act.HAND_OVER, packet.pk, by=by, said=None)
    journal.record(Event.PACKET_HANDED_OVER, current, by=by, **deputy)
    notices.packet_to_sign(current)


@transaction.atomic
def take_back(packet: Packet, *, by: User, note: str = "") -> None:
    """From the signature back to writing: the clerk's own wish, or the head's with a note."""
    writes = rights_of(by).has_for(Right.WRITE_REPORT, packet.institution_id)
    right = Right.WRITE_REPORT if writes else Right.SIGN_REPORT
    current = advance(packet, PacketState.DRAFT, by=by, note=note, right=right)
    current.save(update_fields=("state",))
    journal.record(Event.PACKET_TAKEN_BACK, current, by=by, note=note, **in_place_of(current, by=by, right=right))


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
    right: Right = Right.WRITE_REPORT,
    attempt: Attempt | None = None,
) -> PacketVersion:
    """Send the packet to the office and keep a copy of every word. Submitter and signatory are two persons or one.

    `since` narrows it to one state to start from; `note` stands in the history of the packet; `right` is the one by
    which the person acts. A `attempt` that came before gets the version it made then. Raises Refused with the sentences
    of what is missing.
    """
    act = Act.SIGN if right is Right.SIGN_REPORT else Act.SUBMIT
    said = [signatory, signatory_function, signed_on.isoformat()]
    if receipt := _done_before(packet, attempt, act, by=by, said=said):
        return packet.versions.get(no=receipt.version)
    on_behalf = signatory if signatory != by.get_full_name() else ""
    current = advance(packet, PacketState.SUBMITTED, by=by, since=since, note=note, on_behalf=on_behalf, right=right)
    entries = _checked(current)
    current.submitted_at, current.submitted_by = clock.now(), by
    current.signatory, current.signatory_function, current.signed_on = signatory, signatory_function, signed_on
    current.save()
    content = version_content(
        current,
        entries,
        doubts=doubts_by_entry(current),
        agreements=agreements_of(current, entries),
        activities=queries.quoted_in(entries),
    )
    version = PacketVersion.objects.create(
        packet=current,
        no=current.versions.count() + 1,
        content=content,
        sha256=digest(as_text(content)),
        submitted_at=current.submitted_at,
        submitted_by=by,
    )
    receipts.keep(attempt, act, packet.pk, by=by, said=said, version=version.no)
    details = {"version": version.no, "signatory": signatory, "sha256": version.sha256}
    deputy = in_place_of(current, by=by, right=right)
    journal.record(Event.PACKET_SUBMITTED, current, by=by, note=note, **details, **deputy)
    notices.packet_submitted(current)
    return version


@transaction.atomic
def sign_packet(packet: Packet, *, by: User, attempt: Attempt | None = None) -> PacketVersion:
    """The head signs what the clerk handed over, today and under their own name, and so sends it.

    Raises Refused when the packet no longer waits for the signature: nobody signs what is still being written.
    """
    return submit_packet(
        packet,
        by=by,
        signatory=by.get_full_name(),
        signatory_function=_function(by, packet),
        signed_on=clock.today(),
        since=PacketState.TO_SIGN,
        right=Right.SIGN_REPORT,
        attempt=attempt,
    )


def _function(user: User, packet: Packet) -> str:
    """What stands under the name: the person's function, and for whom they sign when they stand in."""
    name = stands_in_for(user, Right.SIGN_REPORT, packet.institution_id)
    said = [user.function, _("w zastępstwie: %s") % name if name else ""]
    return ", ".join(words for words in said if words)[:LONGEST_FUNCTION]
