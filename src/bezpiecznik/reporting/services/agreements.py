"""The lead's stance on a partner's contribution, and the partner's answer. Neither changes what the other reported."""

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, journal
from bezpiecznik.institutions.rights import Right
from bezpiecznik.reporting.events import Event
from bezpiecznik.reporting.models import Agreement, Entry, Packet, Stance
from bezpiecznik.reporting.queries.agreements import Contribution, contributions
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.services.holding import hold_packet, hold_packet_of
from bezpiecznik.reporting.services.packets import in_place_of


def contribution_of(packet: Packet, entry: Entry, partner: int) -> Contribution:
    """The partner's contribution to this entry, as it stands now. Raises Refused when there is none to speak of."""
    found = contributions(packet, [entry]).get(entry.pk, [])
    chosen = next((one for one in found if one.obligation.pk == partner), None)
    if chosen is None or chosen.sent is None:
        raise Refused(_("Ten podmiot nie złożył jeszcze sprawozdania o tym działaniu."))
    return chosen


@transaction.atomic
def take_stance(entry: Entry, partner: int, *, by: User, stance: Stance, note: str = "", version: int) -> Agreement:
    """Say whether the lead agrees with what the partner submitted; `partner` is its obligation, `version` the one read.

    Possible while the period is open, also after the lead's own report was sent: partners may write later. A stance
    taken anew forgets the partner's answer to the former one. Raises Refused.
    """
    packet = _hold_open(entry)
    chosen = contribution_of(packet, entry, partner)
    if chosen.sent is None or chosen.sent.version != version:
        raise Refused(_("Od otwarcia tej strony partner złożył nową wersję. Przeczytaj ją, zanim zajmiesz stanowisko."))
    if stance == Stance.DISPUTED and not note.strip():
        raise Refused(_("Napisz, czego dotyczy rozbieżność. Zobaczy to partner i biuro."))
    agreement = _keep(
        entry, chosen, by=by, stance=stance, note=note.strip(), answer="", answered_at=None, answered_by=None
    )
    deputy = in_place_of(packet, by=by, right=Right.WRITE_REPORT)
    journal.record(
        Event.STANCE_TAKEN, packet, by=by, partner=chosen.institution.short, stance=stance.value, note=note, **deputy
    )
    return agreement


@transaction.atomic
def note_quotation(entry: Entry, partner: int, *, by: User) -> Agreement:
    """Remember that the lead's text quotes the partner; the stance, if there is one, stays."""
    packet = _hold_open(entry)
    return _keep(entry, contribution_of(packet, entry, partner), by=by, quoted=True)


def _hold_open(entry: Entry) -> Packet:
    packet = hold_packet_of(entry)
    if not packet.period.is_open:
        raise Refused(_("Okres %(period)s nie jest otwarty.") % {"period": packet.period})
    return packet


def _keep(entry: Entry, chosen: Contribution, *, by: User, **changes: object) -> Agreement:
    """A quotation does not make an old stance fresh; a stance does."""
    seen = {"version_no": chosen.sent.version, "words_sha256": chosen.sent.sha256} if chosen.sent else {}
    read = seen if "stance" in changes else {}
    agreement, _made = Agreement.objects.update_or_create(
        lead=entry,
        partner=chosen.obligation,
        defaults={**read, **changes, "at": clock.now(), "by": by},
        create_defaults={**seen, **changes, "at": clock.now(), "by": by},
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
