"""What the page of filling in shows: one card for each obligation of the packet."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bezpiecznik.plans.models import Responsibility, ResponsibilityRole
from bezpiecznik.reporting import card_parts, queries
from bezpiecznik.reporting.card_parts import Parts
from bezpiecznik.reporting.forms import NumberRow, Typed, stored
from bezpiecznik.reporting.models import Entry, Packet
from bezpiecznik.reporting.states import Outcome


@dataclass(frozen=True)
class Card:
    """One action to report on. `conflict` is what somebody else stored in the meantime."""

    entry: Entry
    typed: Typed
    before: queries.Words | None
    leads: list[str]
    partners: list[str]
    on_behalf_of: str
    conflict: Entry | None = None
    parts: Parts = field(default_factory=dict)

    @property
    def outcomes(self) -> list[tuple[str, str, bool]]:
        """Value, label and whether chosen."""
        return [(value, str(label), value == self.typed.outcome) for value, label in Outcome.choices]

    @property
    def can_reuse(self) -> bool:
        """Whether there is a text to take over and an empty place for it."""
        return bool(self.before and self.before.text and not self.typed.text.strip())

    @property
    def has_numbers(self) -> bool:
        return any(not row.is_blank for row in self.typed.rows)

    @property
    def key(self) -> str:
        """The entry's key as text: what names the fields of the card."""
        return str(self.entry.pk)

    @property
    def rows(self) -> list[tuple[str, str, NumberRow]]:
        """Each row of numbers with the ending of its identifiers and its number."""
        return [(f"{self.key}-{no}", str(no), row) for no, row in enumerate(self.typed.rows)]

    @property
    def anchor(self) -> str:
        return queries.anchor(self.entry)


@dataclass(frozen=True)
class Group:
    """Cards of one body: the institution itself (blank name), or one that reports through it."""

    name: str
    cards: list[Card]


@dataclass(frozen=True)
class Page:
    """The packet with its cards and with what is missing in it, as stored."""

    packet: Packet
    groups: list[Group]
    missing: list[queries.Missing]
    total: int
    questions: list[queries.Missing] = field(default_factory=list)
    """Doubts about what was said, each with the place to look at; they do not keep the packet from being sent."""
    own_posts: frozenset[int] = frozenset()
    """Posts by which the reader acts: duties led by these are theirs."""
    only_own: bool = False
    """Whether cards of duties that other posts lead are left out; what is missing is told of all."""
    is_divided: bool = False
    """Whether any duty is led by one post: then it is worth asking whose."""

    @property
    def ready(self) -> int:
        return self.total - len([item for item in self.missing if item.anchor])

    def card(self, entry: Entry) -> Card | None:
        """The card of this entry; none when its obligation was withdrawn."""
        return next((card for group in self.groups for card in group.cards if card.entry.pk == entry.pk), None)


def page_of(
    packet: Packet,
    *,
    typed: dict[int, Typed] | None = None,
    conflict: Entry | None = None,
    own_posts: frozenset[int] = frozenset(),
    only_own: bool = False,
) -> Page:
    """All cards of the packet; `typed` (by entry) stands over what is stored. A constant number of queries.

    `only_own` leaves out cards of duties that posts other than `own_posts` lead.
    """
    entries = queries.entries_of(packet)
    before = queries.previous_words(packet, entries)
    bodies = _bodies(entries)
    parts = card_parts.parts_of(packet, entries)
    groups: dict[str, list[Card]] = defaultdict(list)
    for entry in entries:
        duty = entry.obligation.responsibility
        if only_own and duty.post_id and duty.post_id not in own_posts:
            continue
        other = "" if duty.institution_id == packet.institution_id else duty.institution.name
        card = Card(
            entry=entry,
            typed=(typed or {}).get(entry.pk) or stored(entry),
            before=before.get(queries.duty_of(entry.obligation)),
            leads=bodies[duty.undertaking_id, ResponsibilityRole.LEAD.value],
            partners=bodies[duty.undertaking_id, ResponsibilityRole.PARTNER.value],
            on_behalf_of=other,
            conflict=conflict if conflict and conflict.pk == entry.pk else None,
            parts=parts.get(entry.pk, {}),
        )
        groups[other].append(card)
    made = [Group(name, cards) for name, cards in groups.items()]
    divided = any(entry.obligation.responsibility.post_id for entry in entries)
    return Page(
        packet=packet,
        groups=made,
        missing=queries.missing(packet, entries),
        total=len(entries),
        questions=_questions(packet, entries),
        own_posts=own_posts,
        only_own=only_own,
        is_divided=divided,
    )


def _questions(packet: Packet, entries: Sequence[Entry]) -> list[queries.Missing]:
    """In the order of the cards."""
    asked = card_parts.questions_of(packet, entries)
    return [
        queries.Missing(question.sentence, queries.anchor(entry, question.field))
        for entry in entries
        for question in asked.get(entry.pk, ())
    ]


def _bodies(entries: list[Entry]) -> dict[tuple[int, str], list[str]]:
    found = (
        Responsibility.objects.in_force()
        .filter(undertaking__in={entry.obligation.responsibility.undertaking_id for entry in entries})
        .select_related("institution")
    )
    bodies: dict[tuple[int, str], list[str]] = defaultdict(list)
    for duty in found:
        bodies[duty.undertaking_id, duty.role].append(duty.institution.short)
    return bodies
