"""Names of institutions brought to one spelling: the form of the list of abbreviations, or the usual one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bezpiecznik.resolution.abbreviations import Abbreviations, Match, key_of
from bezpiecznik.resolution.cells import is_ditto
from bezpiecznik.resolution.model import Institution, Name
from bezpiecznik.resolution.names import Divider
from bezpiecznik.resolution.polish import fold, stem
from bezpiecznik.resolution.spelling import Spelling
from bezpiecznik.resolution.units import DOUBTFUL, Unit

_SEAT = re.compile(r"\bwe? ([A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+)(?: ([A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+))?\s*$")
_ONLY_SEAT, _UNKNOWN_DITTO = 0.9, 0.5


@dataclass(frozen=True)
class Names:
    """Resolved names in their order, without repeats, and the least certain score among them."""

    texts: tuple[str, ...] = ()
    confidence: float = 1.0


class Resolver:
    """Knows one document: its list, its usual spellings, its town."""

    def __init__(
        self,
        institutions: Sequence[Institution],
        cells: Iterable[str],
        *,
        words: frozenset[str],
        unit: str | None,
        elsewhere: Iterable[str] = (),
    ) -> None:
        """`elsewhere` are short texts outside the cells, such as the list of participants."""
        uses = Counter(cells)
        cells = list(uses)
        self._places = places = _places(institutions, unit)
        self._list = Abbreviations(institutions, places)
        divider = Divider(self._list, words, places)
        divider.learn(cells)
        units = {cell: divider.divide(cell) for cell in cells}
        every: Counter[Unit] = Counter()
        for cell, found in units.items():
            for name in found:
                every[name] += uses[cell]
        self._list.count_uses(name.text for name in every.elements() if name.is_abbreviation)
        self._seats = _seats_of_abbreviations(every)
        unlisted = Counter({name: count for name, count in every.items() if not self._match(name)})
        self._spelling = Spelling(unlisted, elsewhere)
        self._aliases: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._written: dict[str, Name] = {}
        self._known = {cell: self._names(found) for cell, found in units.items()}
        for cell in cells:
            if is_ditto(cell):
                self._known[cell] = Names((), _UNKNOWN_DITTO)

    def resolve(self, cell: str | None, above: Names | None = None) -> Names:
        """Names in a cell that was given at the start; "j.w." stands for those of the row above, where it is known."""
        if cell and above and above.texts and is_ditto(cell):
            return above
        names = self._known.get(cell or "", Names())
        if cell and is_ditto(cell):
            self._written.setdefault(cell, Name(cell, "", 0.0))
        return names

    @property
    def names(self) -> tuple[Name, ...]:
        """Every distinct name as written, with what it was understood as."""
        return tuple(self._written.values())

    def aliases(self, row: Institution) -> tuple[str, ...]:
        """Spellings under which a listed body was met, other than the list gives itself."""
        return tuple(text for text in self._aliases.get(row.abbr, ()) if fold(text) != fold(row.name))

    def _names(self, units: Sequence[Unit]) -> Names:
        texts: dict[str, None] = {}
        scores = [1.0]
        for unit in units:
            text, score = self._understood(unit)
            texts[text] = None
            scores.append(score)
            written = unit.written or (unit.without_seat[0] if self._is_at_home(unit) else unit.text)
            self._remember(Name(written, text, score))
        return Names(tuple(texts), min(scores))

    def _understood(self, unit: Unit) -> tuple[str, float]:
        if match := self._match(unit):
            if match.abbr != unit.as_written:
                self._aliases[match.abbr][unit.as_written] = None
            return match.abbr, min(match.score, unit.certainty)
        text, score = self._spelling.usual(unit)
        return text, min(score, unit.certainty, DOUBTFUL if unit.is_odd else 1.0)

    def _is_at_home(self, unit: Unit) -> bool:
        """A listed abbreviation with the document's own town says no more than without it."""
        if not unit.is_abbreviation:
            return False
        bare, seat = unit.without_seat
        own = bool(seat) and all(stem(word) in self._places for word in seat.split())
        return own and self._list.find(bare, is_abbreviation=True) is not None

    def _match(self, unit: Unit) -> Match | None:
        bare, seat = unit.without_seat if unit.is_abbreviation else (unit.text, "")
        match = self._list.find(bare, is_abbreviation=unit.is_abbreviation)
        if match is None or not seat or self._is_at_home(unit):
            return match
        one = len(self._seats[key_of(bare)]) == 1
        return replace(match, score=min(match.score, _ONLY_SEAT)) if one else None

    def _remember(self, name: Name) -> None:
        known = self._written.get(name.text)
        if known is None or name.score < known.score:
            self._written[name.text] = name


def _seats_of_abbreviations(units: Iterable[Unit]) -> defaultdict[str, set[str]]:
    """For each abbreviation the towns that the cells add to it."""
    seats: defaultdict[str, set[str]] = defaultdict(set)
    for unit in units:
        if unit.is_abbreviation and (parts := unit.without_seat)[1]:
            seats[key_of(parts[0])].add(parts[1])
    return seats


def _places(institutions: Sequence[Institution], unit: str | None) -> frozenset[str]:
    """Stems of the towns that names end with, and of the unit's own name."""
    words = (unit or "").split()[1:]
    for row in institutions:
        match = _SEAT.search(row.name[-80:])
        words += [word for word in match.groups() if word] if match else []
    return frozenset(stem(word) for word in words if len(word) > 2)
