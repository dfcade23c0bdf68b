"""What the reviewer reads side by side: this report, the one before, and what others say of the same action."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bezpiecznik.plans.models import ResponsibilityRole
from bezpiecznik.reporting.models import Entry, Obligation, Packet, Period
from bezpiecznik.reporting.queries.packets import Words, duty_of, entries_of, latest_contents, previous_words, words


@dataclass(frozen=True)
class OtherWords:
    """What another institution submitted about the same action in the same period."""

    institution: str
    role: str
    words: Words | None


@dataclass(frozen=True)
class Reviewed:
    """One entry as submitted; `said` is None when the obligation was added after the packet had been sent."""

    entry: Entry
    said: Words | None
    before: Words | None
    others: list[OtherWords]

    @property
    def heard(self) -> list[OtherWords]:
        return [other for other in self.others if other.words]

    @property
    def silent(self) -> list[OtherWords]:
        """Named by the programme for the same action, and nothing from them yet."""
        return [other for other in self.others if not other.words]


def reviewed(packet: Packet) -> list[Reviewed]:
    """Entries of a submitted packet, in the document's order. A constant number of queries."""
    entries = entries_of(packet)
    sent = latest_contents([packet.pk])
    before = previous_words(packet, entries)
    others = others_words(packet.period, {entry.obligation.responsibility.undertaking_id for entry in entries})
    return [
        Reviewed(
            entry=entry,
            said=words(str(packet.period), sent[entry.obligation_id]) if entry.obligation_id in sent else None,
            before=before.get(duty_of(entry.obligation)),
            others=[
                other
                for obligation, other in others[entry.obligation.responsibility.undertaking_id]
                if obligation != entry.obligation_id
            ],
        )
        for entry in entries
    ]


def others_words(period: Period, undertakings: Iterable[int]) -> dict[int, list[tuple[int, OtherWords]]]:
    """By action: each obligation with what was last submitted about it, leads first."""
    found = list(
        Obligation.objects.in_force()
        .filter(period=period, responsibility__undertaking__in=set(undertakings))
        .select_related("responsibility__institution")
        .order_by("responsibility__role", "responsibility__place", "pk")
    )
    contents = latest_contents({obligation.packet_id for obligation in found if obligation.packet_id})
    spoken: dict[int, list[tuple[int, OtherWords]]] = defaultdict(list)
    for obligation in found:
        duty = obligation.responsibility
        said = words(str(period), contents[obligation.pk]) if obligation.pk in contents else None
        other = OtherWords(duty.institution.short, str(ResponsibilityRole(duty.role).label), said)
        spoken[duty.undertaking_id].append((obligation.pk, other))
    return spoken
