"""Places on the cards of „Moje sprawozdanie” where other modules and rooms show their own things.

A maker is called once for the whole packet, so that the page asks a constant number of queries:

    card_parts.register(Place.BESIDE, quotes)  # when the app is ready

    def quotes(packet: Packet, entries: Sequence[Entry]) -> dict[int, Panel]:  # by the entry's key
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bezpiecznik.core.panels import Panel
from bezpiecznik.reporting.models import Entry, Packet


class Place(StrEnum):
    """Where on the card: above the form, in it under the fields, beside it with the words of before, under it."""

    HEAD = "head"
    FIELDS = "fields"
    BESIDE = "beside"
    BELOW = "below"


PartMaker = Callable[[Packet, Sequence[Entry]], dict[int, Panel]]
Parts = dict[str, list[Panel]]
"""Panels of one card by the value of their place."""


@dataclass(frozen=True)
class Question:
    """A doubt about what was said. It is shown to the reporter first, and does not keep anything from being sent."""

    sentence: str
    field: str = ""
    """Name of the field it speaks of (`outcome`, `text`, `reason`, `numbers`); blank: the whole card."""


QuestionMaker = Callable[[Packet, Sequence[Entry]], dict[int, list[Question]]]

_parts: list[tuple[Place, PartMaker]] = []
_questions: list[QuestionMaker] = []


def register(place: Place, maker: PartMaker) -> None:
    """Add a part to the cards; called when the app is ready."""
    _parts.append((place, maker))


def ask(maker: QuestionMaker) -> None:
    """Add questions to the list under what is missing; called when the app is ready."""
    _questions.append(maker)


def parts_of(packet: Packet, entries: Sequence[Entry]) -> dict[int, Parts]:
    """All parts of all cards by the entry's key, in each place the lightest first."""
    made: dict[int, Parts] = defaultdict(lambda: defaultdict(list))
    for place, maker in _parts:
        for entry, panel in maker(packet, entries).items():
            made[entry][place.value].append(panel)
    for parts in made.values():
        for panels in parts.values():
            panels.sort(key=lambda panel: panel.weight)
    return {entry: dict(parts) for entry, parts in made.items()}


def questions_of(packet: Packet, entries: Sequence[Entry]) -> dict[int, list[Question]]:
    """All questions by the entry's key, in the order of registration."""
    asked: dict[int, list[Question]] = defaultdict(list)
    for maker in _questions:
        for entry, questions in maker(packet, entries).items():
            asked[entry].extend(questions)
    return dict(asked)
