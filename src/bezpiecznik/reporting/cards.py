"""What the page of filling in shows: one card for each obligation of the packet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from bezpiecznik.plans.models import Responsibility, ResponsibilityRole
from bezpiecznik.reporting import card_parts, queries
from bezpiecznik.reporting.card import Card
from bezpiecznik.reporting.doubt_options import ANSWERS_REQUIRED
from bezpiecznik.reporting.entry_form import Typed, stored
from bezpiecznik.reporting.models import Doubt, Entry, Packet
from bezpiecznik.reporting.queries.substance import doubts_by_entry


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
    answers_required: bool = False
    """Whether settings ask that each doubt be answered or corrected before the packet is sent."""
    own_posts: frozenset[int] = frozenset()
    """Posts by which the reader acts: duties led by these are theirs."""
    only_own: bool = False
    """Whether cards of duties that other posts lead are left out; what is missing is told of all."""
    only_waiting: bool = False
    """Whether cards that need nothing more are left out."""
    is_divided: bool = False
    """Whether any duty is led by one post: then it is worth asking whose."""

    @property
    def ready(self) -> int:
        return self.total - len({item.entry for item in self.missing if item.entry})

    @property
    def cards(self) -> list[Card]:
        return [card for group in self.groups for card in group.cards]

    @property
    def wrong(self) -> list[queries.Missing]:
        """What was typed wrong and is not stored; with what is missing it makes the list of problems."""
        return [
            queries.Missing(f"{queries.code_of(self.packet, card.entry)}: {sentence}", place, card.entry.pk)
            for card in self.cards
            for sentence, place in card.errors
        ]

    @property
    def reusable(self) -> int:
        """How many blank cards have words of the period before."""
        return sum(card.entry.is_blank and card.before is not None for card in self.cards)

    @property
    def saved_at(self) -> datetime | None:
        """When anything of the packet was last stored."""
        return max((card.entry.updated_at for card in self.cards if card.entry.updated_at), default=None)

    def still_taken(self, versions: Mapping[int, int]) -> list[tuple[int, int]]:
        """Of entries with the version that took over the words of before, those that nobody changed since."""
        return [(c.entry.pk, c.entry.version) for c in self.cards if versions.get(c.entry.pk) == c.entry.version]

    def card(self, entry: Entry) -> Card | None:
        """The card of this entry; none when its obligation was withdrawn."""
        return next((card for card in self.cards if card.entry.pk == entry.pk), None)


def page_of(
    packet: Packet,
    *,
    typed: dict[int, Typed] | None = None,
    conflict: Entry | None = None,
    own_posts: frozenset[int] = frozenset(),
    only_own: bool = False,
    only_waiting: bool = False,
    to_edit: int = 0,
    only: Entry | None = None,
) -> Page:
    """All cards of the packet; `typed` (by entry) stands over what is stored. A constant number of queries.

    `to_edit` is the entry just filled in for the person. `only_own` leaves out cards of duties that posts other than
    `own_posts` lead, `only_waiting` those of entries that need nothing more. `only` makes the card of one entry, for an
    answer that shows no other; the rest is told of all.
    """
    entries = queries.entries_of(packet)
    beside = _Beside(packet, [entry for entry in entries if only is None or entry.pk == only.pk])
    shown = [
        entry
        for entry in entries
        if (not only_own or _is_for(entry, own_posts)) and (not only_waiting or _waits(entry, beside.doubts))
    ]
    anchors = [*map(queries.anchor, shown), "wysylka"]
    groups: dict[str, list[Card]] = defaultdict(list)
    for entry, (_own, following) in zip(shown, pairwise(anchors), strict=True):
        if only and entry.pk != only.pk:
            continue
        words = beside.of(entry)
        card = Card(
            entry=entry,
            typed=(typed or {}).get(entry.pk) or stored(entry, words["before"]),
            next_anchor=following,
            to_edit=entry.pk == to_edit,
            conflict=conflict if conflict and conflict.pk == entry.pk else None,
            **words,
        )
        groups[card.on_behalf_of].append(card)
    return Page(
        packet=packet,
        groups=[Group(name, cards) for name, cards in groups.items()],
        missing=queries.missing(packet, entries),
        total=len(entries),
        questions=_questions(packet, entries, beside.doubts),
        answers_required=bool(beside.doubts) and ANSWERS_REQUIRED.value(),
        own_posts=own_posts,
        only_own=only_own,
        only_waiting=only_waiting,
        is_divided=any(entry.obligation.responsibility.post_id for entry in entries),
    )


def _is_for(entry: Entry, own_posts: frozenset[int]) -> bool:
    """Led by one of these posts, or by nobody in particular."""
    post = entry.obligation.responsibility.post_id
    return post is None or post in own_posts


def _waits(entry: Entry, doubts: Mapping[int, list[Doubt]]) -> bool:
    """Something is missing in it, was sent back, or is asked about it and not answered."""
    asked = any(doubt.waits_for_answer for doubt in doubts.get(entry.pk, ()))
    return asked or not entry.is_complete or bool(entry.remarks.all())


class _Beside:
    """What stands on the cards beside the fields, read for the whole packet at once."""

    def __init__(self, packet: Packet, entries: list[Entry]) -> None:
        self.packet = packet
        self.before = queries.previous_words(packet, entries)
        self.former = queries.former_words(packet, entries)
        self.measures = queries.measures_of(entries)
        self.bodies = _bodies(entries)
        self.parts = card_parts.parts_of(packet, entries)
        self.doubts = doubts_by_entry(packet)

    def of(self, entry: Entry) -> dict[str, Any]:
        """By name of the field of `Card`."""
        duty, key = entry.obligation.responsibility, queries.duty_of(entry.obligation)
        return {
            "before": self.before.get(key),
            "former": self.former.get(key),
            "measures": self.measures.get(key, []),
            "leads": self.bodies[duty.undertaking_id, ResponsibilityRole.LEAD.value],
            "partners": self.bodies[duty.undertaking_id, ResponsibilityRole.PARTNER.value],
            "on_behalf_of": "" if duty.institution_id == self.packet.institution_id else duty.institution.name,
            "parts": self.parts.get(entry.pk, {}),
            "doubts": self.doubts.get(entry.pk, []),
        }


def _questions(packet: Packet, entries: Sequence[Entry], doubts: Mapping[int, list[Doubt]]) -> list[queries.Missing]:
    """Doubts that nobody answered or corrected, and what other modules ask, in the order of the cards."""
    asked = card_parts.questions_of(packet, entries)
    return [
        queries.Missing(question.sentence, queries.anchor(entry, question.field))
        for entry in entries
        for question in (
            *(doubt for doubt in doubts.get(entry.pk, ()) if doubt.waits_for_answer),
            *asked.get(entry.pk, ()),
        )
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
