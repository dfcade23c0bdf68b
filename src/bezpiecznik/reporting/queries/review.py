"""What the reviewer reads side by side: this report, the one before, and what others say of the same action."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bezpiecznik.core.panels import Panel
from bezpiecznik.plans.models import ResponsibilityRole
from bezpiecznik.reporting.models import Entry, Obligation, Packet, PacketVersion, Period, Remark
from bezpiecznik.reporting.queries.comparing import Change, changes
from bezpiecznik.reporting.queries.packets import Words, duty_of, entries_of, latest_contents, previous_words, words
from bezpiecznik.reporting.review_parts import parts_of
from bezpiecznik.reporting.versions import EntryContent


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
    changes: list[Change] = field(default_factory=list)
    """Fields that are not what they were in the version that was returned."""
    returned: bool = False
    """Whether it stood in the version before, which was returned."""
    parts: list[Panel] = field(default_factory=list)

    @property
    def remarks(self) -> list[Remark]:
        """What was asked before and is not settled."""
        return list(self.entry.remarks.all())

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
    sent, returned = _last_two(packet)
    parts = parts_of(packet, entries)
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
            changes=_changed(entry, returned, sent),
            returned=entry.obligation_id in returned,
            parts=parts.get(entry.pk, []),
        )
        for entry in entries
    ]


def _last_two(packet: Packet) -> tuple[dict[int, EntryContent], dict[int, EntryContent]]:
    """Entries of the last submitted version and of the one before it, by obligation."""
    versions = PacketVersion.objects.filter(packet=packet).order_by("-no")[:2]
    found = [{entry["obligation"]: entry for entry in version.content["entries"]} for version in versions]
    last, before = [*found, {}, {}][:2]
    return last, before


def _changed(entry: Entry, returned: dict[int, EntryContent], sent: dict[int, EntryContent]) -> list[Change]:
    key = entry.obligation_id
    return changes(returned[key], sent[key]) if key in returned and key in sent else []


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
