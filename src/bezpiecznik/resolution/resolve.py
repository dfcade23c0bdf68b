"""Names of institutions brought to one spelling: the form of the list of abbreviations, or the usual one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bezpiecznik.resolution.abbreviations import Abbreviations
from bezpiecznik.resolution.model import Institution
from bezpiecznik.resolution.names import Divider, Unit
from bezpiecznik.resolution.polish import fold, stem

_SEAT = re.compile(r"\bwe? ([A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+)(?: ([A-ZĄĆĘŁŃÓŚŹŻ][^\W\d_]+))?\s*$")


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
    ) -> None:
        cells = list(dict.fromkeys(cells))
        places = _places(institutions, unit)
        self._list = Abbreviations(institutions, places)
        self._divider = Divider(self._list, words, places)
        self._divider.learn(cells)
        units = {cell: self._divider.divide(cell) for cell in cells}
        every = [unit for found in units.values() for unit in found]
        self._list.count_uses(unit.text for unit in every if unit.is_abbreviation)
        self._spelling = _usual_spelling(unit.text for unit in every)
        self._aliases: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._known = {cell: self._names(found) for cell, found in units.items()}

    def resolve(self, cell: str | None) -> Names:
        """Names in a cell that was given at the start."""
        return self._known.get(cell or "", Names())

    def aliases(self, row: Institution) -> tuple[str, ...]:
        """Spellings under which a listed body was met, other than the list gives itself."""
        return tuple(text for text in self._aliases.get(row.abbr, ()) if fold(text) != fold(row.name))

    def _names(self, units: Sequence[Unit]) -> Names:
        texts: dict[str, None] = {}
        scores = [1.0]
        for unit in units:
            match = self._list.find(unit.text, is_abbreviation=unit.is_abbreviation)
            if match and match.abbr != unit.text:
                self._aliases[match.abbr][unit.text] = None
            texts[match.abbr if match else self._spelling[fold(unit.text)]] = None
            scores.append(match.score if match else 1.0)
        return Names(tuple(texts), min(scores))


def _usual_spelling(texts: Iterable[str]) -> dict[str, str]:
    """For each folded name the spelling used most, with a capital where equally usual."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        counts[fold(text)][text] += 1
    return {
        key: max(spellings, key=lambda text: (spellings[text], text[:1].isupper(), text))
        for key, spellings in counts.items()
    }


def _places(institutions: Sequence[Institution], unit: str | None) -> frozenset[str]:
    """Stems of the towns that names end with, and of the unit's own name."""
    words = (unit or "").split()[1:]
    for row in institutions:
        match = _SEAT.search(row.name[-80:])
        words += [word for word in match.groups() if word] if match else []
    return frozenset(stem(word) for word in words if len(word) > 2)
