"""The lead's stance on a partner's contribution, and the partner's answer. Neither changes what the other reported."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting import notices_of_agreements
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Agreement, Entry, Packet, Stance
from bezpiecznik.reporting.queries.agreements import Contribution, Sent, contributions
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.holding import hold_packet, hold_packet_of
from bezpiecznik.reporting.services.packets import in_place_of


def contribution_of(packet: Packet, entry: Entry, partner: int) -> tuple[Contribution, Sent]:
    """The partner's contribution to this entry, as it stands now. Raises Refused when there is none to speak of."""
    found = contributions(packet, [entry]).get(entry.pk, [])
    chosen = next((one for one in found if one.obligation.pk == partner), None)
    if chosen is None or chosen.sent is None:
        raise Refused(_("Ten podmiot nie złożył jeszcze sprawozdania o tym działaniu."))
    return chosen, chosen.sent


@transaction.atomic
def take_stance(entry: Entry, partner: int, *, by: User, stance: Stance, note: str = "", version: int) -> Agreement:
    """Say whether the lead agrees with what the partner submitted; `partner` is its obligation, `version` the one read.

    Possible while the period is open, also after the lead's own report was sent: partners may write later. A stance
    taken anew forgets the partner's answer to the former one. Raises Refused.
    """
    packet = _hold_open(entry)
    chosen, sent = contribution_of(packet, entry, partner)
    if sent.version != version:
        raise Refused(_("Od otwarcia tej strony partner złożył nową wersję. Przeczytaj ją, zanim zajmiesz stanowisko."))
    if stance == Stance.DISPUTED and not note.strip():
        raise Refused(_("Napisz, czego dotyczy rozbieżność. Zobaczy to partner i biuro."))
    agreement = _keep(entry, chosen, sent, by=by, stance=stance, note=note.strip())
    deputy = in_place_of(packet, by=by, right=Right.WRITE_REPORT)
    journal.record(
        Event.STANCE_TAKEN, packet, by=by, partner=chosen.institution.short, stance=stance.value, note=note, **deputy
    )
    if stance == Stance.DISPUTED:
        notices_of_agreements.stance_disputed(agreement)
    return agreement


def _hold_open(entry: Entry) -> Packet:
    packet = hold_packet_of(entry)
    if not packet.period.is_open:
        raise Refused(_("Okres %(period)s nie jest otwarty.") % {"period": packet.period})
    return packet


def _keep(entry: Entry, chosen: Contribution, sent: Sent, *, by: User, stance: Stance, note: str) -> Agreement:
    agreement, _made = Agreement.objects.update_or_create(
        lead=entry,
        partner=chosen.obligation,
        defaults={
            "version_no": sent.version,
            "words_sha256": sent.sha256,
            "stance": stance,
            "note": note,
            "at": clock.now(),
            "by": by,
            "answer": "",
            "answered_at": None,
            "answered_by": None,
        },
    )
    return agreement


@transaction.atomic
def answer_stance(agreement: Agreement, *, by: User, answer: str) -> None:
    """The partner's word on the lead's stance; it stands beside it. Raises Refused without words, or when too late."""
    packet = agreement.partner.packet
    if packet is None or not answer.strip():
        raise Refused(_("Napisz odpowiedź w kilku słowach."))
    held = hold_packet(packet)
    if not held.period.is_open:
        raise Refused(_("Okres %(period)s nie jest otwarty.") % {"period": held.period})
    Agreement.objects.filter(pk=agreement.pk).update(answer=answer.strip(), answered_at=clock.now(), answered_by=by)
    deputy = in_place_of(held, by=by, right=Right.WRITE_REPORT)
    journal.record(Event.STANCE_ANSWERED, held, by=by, answer=answer, **deputy)
