"""A place at each entry of the review page where other modules and rooms show their own things to the reviewer.

A maker is called once for the whole packet, so that the page asks a constant number of queries:

    review_parts.register(doubts)  # when the app is ready

    def doubts(packet: Packet, entries: Sequence[Entry]) -> dict[int, Panel]:  # by the entry's key
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from bezpiecznik.core.panels import Panel
from bezpiecznik.reporting.models import Entry, Packet

PartMaker = Callable[[Packet, Sequence[Entry]], Mapping[int, Panel]]

_makers: list[PartMaker] = []


def register(maker: PartMaker) -> None:
    """Add a part to the entries under review; called when the app is ready."""
    _makers.append(maker)


def parts_of(packet: Packet, entries: Sequence[Entry]) -> dict[int, list[Panel]]:
    """All parts by the entry's key, the lightest first."""
    made: dict[int, list[Panel]] = defaultdict(list)
    for maker in _makers:
        for entry, panel in maker(packet, entries).items():
            made[entry].append(panel)
    return {entry: sorted(panels, key=lambda panel: panel.weight) for entry, panels in made.items()}
