"""Doubts and a difference between lead and partner, for the demonstration: one asked, one explained, one dispute."""

from decimal import Decimal

from bezpiecznik.institutions.models import Holding
from bezpiecznik.institutions.rights import Role
from bezpiecznik.reporting import queries, services
from bezpiecznik.reporting.models import Doubt, Entry, Packet, Period, Stance
from bezpiecznik.reporting.queries.agreements import Contribution, contributions
from bezpiecznik.reporting.services import Number
from bezpiecznik.reporting.states import Coverage, Outcome, Share

INSTITUTION = "KMP"
VAGUE = "Realizowano na bieżąco, zgodnie z planem."
BECAUSE = "Patrole odbywają się codziennie, grafik prowadzi dyżurny; liczby podamy po zamknięciu kwartału."
NOTE = "Podajemy o trzy spotkania więcej: część odbyła się na wniosek rad osiedli. (Uwaga zmyślona)."


def ask(period: Period) -> None:
    """In the draft of the police; nothing where they have sent their report already."""
    packet = Packet.objects.filter(period=period, institution__abbr=INSTITUTION).select_related("period").first()
    clerk = Holding.objects.current().filter(post__institution__abbr=INSTITUTION, post__role=Role.REPORTER).first()
    if packet is None or clerk is None or not packet.is_editable:
        return
    entries = queries.entries_of(packet)
    blank = [entry for entry in entries if not entry.version]
    for entry in blank[:2]:
        _say(entry, VAGUE, by=clerk)
    for doubt in Doubt.objects.filter(entry__in=blank[:1]):
        services.answer_doubt(doubt, by=clerk.user, answer=BECAUSE)
    _disagree(packet, entries, by=clerk)


def _say(entry: Entry, text: str, *, by: Holding, numbers: tuple[Number, ...] = ()) -> None:
    current = Entry.objects.get(pk=entry.pk)
    services.save_entry(
        entry, by=by.user, version=current.version, outcome=Outcome.ONGOING, text=text, reason="", numbers=numbers
    )


def _disagree(packet: Packet, entries: list[Entry], *, by: Holding) -> None:
    """With the first partner that counts something together with the police: three more than the partner gives."""
    for pk, group in contributions(packet, entries).items():
        entry = next(one for one in entries if one.pk == pk)
        if shared := _shared(group):
            number = shared.joint[0]
            ours = Number(number.measure, (number.other or Decimal(0)) + 3, Share.JOINT.value, Coverage.UNIT.value)
            _say(entry, "Wspólnie z partnerami prowadzono spotkania i patrole na osiedlach.", by=by, numbers=(ours,))
            version = shared.sent.version if shared.sent else 0
            services.take_stance(
                entry, shared.obligation.pk, by=by.user, stance=Stance.DISPUTED, note=NOTE, version=version
            )
            return


def _shared(group: list[Contribution]) -> Contribution | None:
    return next((one for one in group if one.sent and one.joint), None)
