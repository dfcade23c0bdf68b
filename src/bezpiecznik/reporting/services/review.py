"""What the office does with a submitted packet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.core.templatetags.ui import pl_datetime
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting import notices
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Packet, PacketTransition, Remark
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.exceptions import open_for_correction
from bezpiecznik.reporting.services.holding import hold_packet, hold_periods
from bezpiecznik.reporting.services.packets import advance, in_place_of
from bezpiecznik.reporting.services.remarks import Place, make_remarks
from bezpiecznik.reporting.states import UNDONE, PacketState

REVIEWING = Right.REVIEW_REPORTS
"""The right by which the office acts."""
UNDO_WITHIN = timedelta(minutes=30)
"""How long an acceptance may be taken back."""


@transaction.atomic
def return_packet(
    packet: Packet,
    *,
    by: User,
    note: str,
    remarks: Mapping[Place, str] | None = None,
    correct_by: date | None = None,
    version: int | None = None,
) -> None:
    """Ask for a correction: a note on the whole, remarks on single entries or on fields of theirs.

    Until `correct_by`, or for the working days of the settings, the institution may write even where the period is
    locked. `version` is the one that was read. Raises Refused without a note, or when another one came since.
    """
    if not note.strip():
        raise Refused(_("Napisz, co trzeba poprawić."))
    _refuse_decided(packet)
    current = advance(packet, PacketState.RETURNED, by=by, since=PacketState.SUBMITTED, note=note, right=REVIEWING)
    _refuse_unread(current, version)
    current.save(update_fields=("state",))
    made = make_remarks(current, remarks or {}, by=by)
    deputy = in_place_of(current, by=by, right=REVIEWING)
    journal.record(Event.PACKET_RETURNED, current, by=by, note=note, remarks=len(made), **deputy)
    open_for_correction(current, correct_by=correct_by, by=by)
    notices.packet_returned(current, note=note, correct_by=correct_by)


@transaction.atomic
def accept_packet(packet: Packet, *, by: User, version: int | None = None) -> None:
    """Accept what was submitted; remarks made before are settled.

    `version` is the one that the person read. Raises Refused when another one was submitted since.
    """
    _refuse_decided(packet)
    current = advance(packet, PacketState.ACCEPTED, by=by, right=REVIEWING)
    _refuse_unread(current, version)
    current.save(update_fields=("state",))
    Remark.objects.filter(entry__obligation__packet=current, settled_at=None).update(
        settled_at=clock.now(), settled_by=by
    )
    journal.record(Event.PACKET_ACCEPTED, current, by=by, **in_place_of(current, by=by, right=REVIEWING))
    notices.packet_accepted(current)


def _refuse_unread(packet: Packet, version: int | None) -> None:
    if version not in {None, packet.versions.count()}:
        raise Refused(_("Od otwarcia tej strony złożono nową wersję. Przeczytaj ją, zanim zdecydujesz."))


def _refuse_decided(packet: Packet) -> None:
    """Of two who review at once the second is told who decided, and how."""
    current = hold_packet(packet)
    decided = (PacketState.ACCEPTED, PacketState.RETURNED)
    if current.state not in decided or not current.period.is_open:
        return
    last = current.transitions.filter(to_state=current.state).select_related("by").last()
    if last:
        raise Refused(
            _("To sprawozdanie jest już rozpatrzone: %(state)s, %(who)s, %(when)s.")
            % {"state": current.get_state_display(), "who": last.by.get_full_name(), "when": pl_datetime(last.at)}
        )


@transaction.atomic
def accept_packets(packets: Iterable[Packet], *, by: User) -> int:
    """Accept all of them or none; returns how many."""
    chosen = sorted(packets, key=lambda packet: packet.pk)
    hold_periods(chosen)
    for packet in chosen:
        accept_packet(packet, by=by)
    return len(chosen)


@dataclass(frozen=True)
class Accepted:
    """What came of accepting many: how many were, and which were left because they changed since they were shown."""

    accepted: int
    left: list[Packet]


@transaction.atomic
def accept_seen(packets: Iterable[Packet], *, seen: Mapping[int, int], by: User) -> Accepted:
    """Accept those that still stand as they were shown: `seen` gives the number of the version by packet's key."""
    chosen = sorted(packets, key=lambda packet: packet.pk)
    hold_periods(chosen)
    left = [packet for packet in chosen if not _stands_as_seen(packet, seen.get(packet.pk))]
    for packet in chosen:
        if packet not in left:
            accept_packet(packet, by=by)
    return Accepted(len(chosen) - len(left), left)


def _stands_as_seen(packet: Packet, version: int | None) -> bool:
    current = hold_packet(packet)
    return current.state == PacketState.SUBMITTED and current.versions.count() == version


@transaction.atomic
def undo_acceptance(packet: Packet, *, by: User) -> None:
    """Take an acceptance back, as if it had not been: the packet waits again, its remarks are open again.

    Raises Refused later than `UNDO_WITHIN` after it: from then on an accepted packet is reopened, with a reason.
    """
    accepted = _last_acceptance(packet)
    current = advance(packet, PacketState.SUBMITTED, by=by, right=REVIEWING, table=UNDONE)
    if accepted is None or clock.now() - accepted.at > UNDO_WITHIN:
        raise Refused(
            _("Minął czas, w którym można cofnąć przyjęcie. Sprawozdanie można otworzyć ponownie, z powodem.")
        )
    current.save(update_fields=("state",))
    settled = Remark.objects.filter(entry__obligation__packet=current, settled_at__gte=accepted.at)
    settled.update(settled_at=None, settled_by=None)
    journal.record(Event.ACCEPTANCE_UNDONE, current, by=by, **in_place_of(current, by=by, right=REVIEWING))
    notices.acceptance_undone(current)


def _last_acceptance(packet: Packet) -> PacketTransition | None:
    return packet.transitions.filter(to_state=PacketState.ACCEPTED).last()


def can_undo(packet: Packet) -> bool:
    """Whether the acceptance may still be taken back."""
    if packet.state != PacketState.ACCEPTED or not packet.period.is_open:
        return False
    accepted = _last_acceptance(packet)
    return accepted is not None and clock.now() - accepted.at <= UNDO_WITHIN


@transaction.atomic
def reopen_packet(packet: Packet, *, by: User, note: str, correct_by: date | None = None) -> None:
    """Give an accepted packet back for correction, while the period is open. Raises Refused without a reason."""
    if not note.strip():
        raise Refused(_("Napisz, dlaczego sprawozdanie ma być otwarte ponownie."))
    current = advance(packet, PacketState.RETURNED, by=by, since=PacketState.ACCEPTED, note=note, right=REVIEWING)
    current.save(update_fields=("state",))
    journal.record(Event.PACKET_REOPENED, current, by=by, note=note, **in_place_of(current, by=by, right=REVIEWING))
    open_for_correction(current, correct_by=correct_by, by=by)
    notices.packet_returned(current, note=note, correct_by=correct_by)


@transaction.atomic
def reopen_packets(packets: Iterable[Packet], *, by: User, note: str, correct_by: date | None = None) -> int:
    """The same for many, all of them or none; returns how many."""
    chosen = sorted(packets, key=lambda packet: packet.pk)
    hold_periods(chosen)
    for packet in chosen:
        reopen_packet(packet, by=by, note=note, correct_by=correct_by)
    return len(chosen)
