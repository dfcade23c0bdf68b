"""From the text of a cell to separate names of institutions, however they were strung together.

Lists in narrow cells often have no commas ("AB CD rady dzielnic EF"). Three things divide them: the shape of
abbreviations, the document's own list of them, and names that stand alone somewhere else in the document.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bezpiecznik.resolution.abbreviations import Abbreviations, key_of
from bezpiecznik.resolution.mend import mend_narrow
from bezpiecznik.resolution.polish import fold, looks_abbreviated, stem

_JOINING = frozenset({"i", "oraz", "a", "takze", "lub"})
_PREPOSITIONS = frozenset({"w", "we"})
# A phrase that begins so names a part of the body whose abbreviation follows: "Wydział Spraw AB".
_PARTS = frozenset(
    [
        "wydzial",
        "referat",
        "zespol",
        "sekcja",
        "oddzial",
        "komorka",
        "komorki",
        "jednostka",
        "jednostki",
        "funkcjonariusze",
        "dzielnicowi",
        "druhowie",
        "strazacy",
        "straznicy",
        "policjanci",
        "dyrektor",
        "kierownik",
        "naczelnik",
        "komendant",
        "pracownicy",
    ]
)
_SHORTENED = {
    "org.": "organizacyjne", "plac.": "placówki", "jedn.": "jednostki", "stow.": "stowarzyszenia",
    "społ.": "społeczne", "pozarz.": "pozarządowe", "ośw.": "oświatowe", "kult.": "kultury",
}  # fmt: skip
_BULLET = re.compile(r"(?:^|\s)[-–•]\s+")
_LONGEST_CELL = 3000
_LONGEST_KNOWN = 6


@dataclass(frozen=True)
class Unit:
    """One name as written; an abbreviation or a phrase."""

    text: str
    is_abbreviation: bool


@dataclass
class Divider:
    """Divides cells with what the whole document teaches."""

    abbreviations: Abbreviations
    words: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    alone: Counter[str] = field(default_factory=Counter)
    pairs: frozenset[str] = frozenset()

    def learn(self, cells: Iterable[str]) -> None:
        """Remember the names that stand alone, before any cell is finally divided."""
        shapes: list[list[Unit]] = []
        for cell in cells:
            shapes += [self._units(chunk) for chunk in chunks_of(cell)]
        self.pairs = _inseparable(shapes, self.abbreviations)
        for units in shapes:
            self.alone.update(fold(unit.text) for unit in units if not unit.is_abbreviation)

    def divide(self, cell: str) -> list[Unit]:
        """Names of a cell in their order."""
        units: list[Unit] = []
        for chunk in chunks_of(self.abbreviations.guard(cell)):
            for unit in self._attached(self._units(self.abbreviations.unguard(chunk))):
                units += [unit] if unit.is_abbreviation else [Unit(part, False) for part in self._parts(unit.text)]
        return units

    def _units(self, chunk: str) -> list[Unit]:
        tokens = chunk.split()
        units: list[Unit] = []
        phrase: list[str] = []
        position = 0
        while position < len(tokens):
            length = self._abbreviation_at(tokens, position)
            if length:
                _flush(units, phrase)
                units.append(Unit(" ".join(tokens[position : position + length]).strip(".:"), True))
                position += length
            else:
                position += self._word(units, phrase, tokens, position)
        _flush(units, phrase)
        return units

    def _word(self, units: list[Unit], phrase: list[str], tokens: list[str], position: int) -> int:
        """One word, or "w Nowym Mieście" as the seat of the body before it; returns how many tokens it took."""
        token = tokens[position]
        seat = self._seat_at(tokens, position)
        if seat and not phrase and units:
            return seat
        phrase += tokens[position : position + max(seat, 1)]
        if seat:
            _flush(units, phrase)
        elif token.endswith(":"):
            phrase.clear()
        return max(seat, 1)

    def _seat_at(self, tokens: list[str], position: int) -> int:
        """Number of tokens that only tell the town: "GDYNIA" after an abbreviation, "w Gdyni" after a name."""
        token = tokens[position]
        if token.isupper() and self._is_place(token):
            return 1
        if fold(token) not in _PREPOSITIONS or position + 1 == len(tokens):
            return 0
        length = 1
        while position + length < len(tokens) and length < 4 and self._is_place(tokens[position + length]):
            length += 1
        return length if length > 1 else 0

    def _is_place(self, token: str) -> bool:
        return token[:1].isupper() and stem(token) in self.places

    def _abbreviation_at(self, tokens: list[str], position: int) -> int:
        long = 3 if self.pairs or self.abbreviations.is_head(tokens[position]) else 1
        for length in range(min(long, len(tokens) - position), 1, -1):
            joined = " ".join(tokens[position : position + length])
            if self.abbreviations.is_listed(joined) or key_of(joined) in self.pairs:
                return length
        if not self._looks_abbreviated(tokens[position]):
            return 0
        follower = tokens[position + 1] if position + 1 < len(tokens) else ""
        return 2 if self.abbreviations.is_tail(follower) and self._looks_abbreviated(follower) else 1

    def _looks_abbreviated(self, token: str) -> bool:
        bare = token.strip(".:()")
        if self.abbreviations.is_listed(bare):
            return True
        is_word = bare.isupper() and len(bare) > 3 and (bare.casefold() in self.words or self._is_place(bare))
        return looks_abbreviated(bare) and not is_word

    def _attached(self, units: list[Unit]) -> list[Unit]:
        """ "Wydział Spraw" + "AB" is one name, unless the first part is known to stand alone."""
        result: list[Unit] = []
        for unit in units:
            last = result[-1] if result else None
            if unit.is_abbreviation and last and self._is_part_of_a_body(last):
                result[-1] = Unit(f"{last.text} {unit.text}", False)
            else:
                result.append(unit)
        return result

    def _is_part_of_a_body(self, unit: Unit) -> bool:
        return not unit.is_abbreviation and fold(unit.text).split()[0] in _PARTS and self.alone[fold(unit.text)] < 2

    def _parts(self, phrase: str) -> list[str]:
        """The phrase divided into names known to stand alone, or whole where it does not come apart so."""
        tokens = phrase.split()
        parts: list[str] = []
        position = 0
        while position < len(tokens):
            if parts and fold(tokens[position]) in _JOINING:
                position += 1
                continue
            length = self._known_at(tokens, position)
            if not length:
                return [phrase]
            parts.append(" ".join(tokens[position : position + length]))
            position += length
        return parts or [phrase]

    def _known_at(self, tokens: list[str], position: int) -> int:
        whole = len(tokens)
        for length in range(min(_LONGEST_KNOWN, whole - position), 0, -1):
            if length < whole and self.alone[fold(" ".join(tokens[position : position + length]))]:
                return length
        return 0


def chunks_of(cell: str) -> list[str]:
    """Pieces between commas, semicolons and bullets; what stands in brackets is not divided."""
    text = _BULLET.sub(" ; ", mend_narrow(cell[:_LONGEST_CELL]))
    pieces = re.split(r"[,;]", text) if "(" not in text else _split_outside_brackets(text)
    spelled = (_spell_out(piece).strip(" .") for piece in pieces)
    return [piece for piece in spelled if piece]


def _split_outside_brackets(text: str) -> list[str]:
    pieces, depth = [""], 0
    for sign in text:
        depth = max(0, depth + (sign == "(") - (sign == ")"))
        if sign in ",;" and not depth:
            pieces.append("")
        else:
            pieces[-1] += sign
    return pieces


def _spell_out(piece: str) -> str:
    return " ".join(_SHORTENED.get(token.casefold(), token) for token in piece.split())


def _flush(units: list[Unit], phrase: list[str]) -> None:
    while phrase and fold(phrase[0]) in _JOINING:
        phrase.pop(0)
    while phrase and fold(phrase[-1]) in _JOINING | _PREPOSITIONS:
        phrase.pop()
    if phrase:
        units.append(Unit(" ".join(phrase).strip(" .:"), False))
    phrase.clear()


def _inseparable(shapes: list[list[Unit]], abbreviations: Abbreviations) -> frozenset[str]:
    """Two unlisted abbreviations side by side, neither of which ever stands by itself, are one name."""
    alone = {key_of(units[0].text) for units in shapes if len(units) == 1}
    pairs = set()
    for units in shapes:
        if len(units) == 2 and all(unit.is_abbreviation for unit in units):
            keys = [key_of(unit.text) for unit in units]
            listed = any(abbreviations.find(unit.text, is_abbreviation=True) for unit in units)
            if not listed and alone.isdisjoint(keys):
                pairs.add("".join(keys))
    return frozenset(pairs)
