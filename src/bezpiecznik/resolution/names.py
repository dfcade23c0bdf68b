"""From the text of a cell to separate names of institutions, however they were strung together.

Lists in narrow cells often have no commas ("AB CD rady dzielnic EF"). Four things divide them: the shape of
abbreviations, the document's own list of them, names that stand alone somewhere else in the document, and names that
the whole country has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from bezpiecznik.resolution.abbreviations import Abbreviations, key_of
from bezpiecznik.resolution.attaching import INFLECTED, Attaching
from bezpiecznik.resolution.bodies import nation_wide
from bezpiecznik.resolution.brackets import opened
from bezpiecznik.resolution.cells import INSIDE, Piece, is_ditto, is_empty, lines_of, pieces_of
from bezpiecznik.resolution.parts import SURE
from bezpiecznik.resolution.phrases import JOINING, PREPOSITIONS, Phrases
from bezpiecznik.resolution.polish import fold, looks_abbreviated, stem
from bezpiecznik.resolution.units import DOUBTFUL, LONE_ADJECTIVE, Unit

_DOTTED = re.compile(r"(?:[A-ZŁŚŻ]\.){1,5}[A-ZŁŚŻ]")
_NUMBER = re.compile(r"\d{1,3}")


@dataclass
class Divider:
    """Divides cells with what the whole document teaches."""

    abbreviations: Abbreviations
    words: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    alone: Counter[str] = field(default_factory=Counter)
    pairs: frozenset[str] = frozenset()
    _learnt: dict[str, list[Unit]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """What stands beside abbreviations is joined with the same knowledge."""
        self._attaching = Attaching(self._is_known, self.alone, self.places)

    def learn(self, cells: Iterable[str]) -> None:
        """Remember the names that stand alone, before any cell is finally divided."""
        shapes: list[list[Unit]] = []
        units: dict[str, list[Unit]] = {}
        for cell in cells:
            for line in [] if is_empty(cell) or is_ditto(cell) else lines_of(cell):
                for text in (piece.text for piece in pieces_of(line) if INSIDE not in piece.text):
                    units[text] = units.get(text) or self._units(text)
                    shapes.append(units[text])
        self.pairs = _inseparable(shapes, self.abbreviations)
        for shape in shapes:
            for last, unit, following in zip_longest([None, *shape[:-1]], shape, shape[1:]):
                if unit is None or unit.is_abbreviation or self._attaching.is_head_of(unit, following):
                    continue
                if not self._attaching.stands_as_town(last, unit):
                    self.alone[fold(unit.text)] += 1
        self._attaching.learn(shapes)
        self._learnt = {} if self.pairs else units

    def divide(self, cell: str) -> list[Unit]:
        """Names of a cell in their order."""
        if is_empty(cell) or is_ditto(cell):
            return []
        units: list[Unit] = []
        for line in self._whole_lines(cell):
            for piece in self._whole_pieces(pieces_of(self.abbreviations.guard(line))):
                units += self._piece(Piece(self.abbreviations.unguard(piece.text), piece.oblique))
        return units

    def _whole_pieces(self, pieces: list[Piece]) -> list[Piece]:
        """Pieces of a line; an adjective cut off from the noun of a known name joins it: "organizacje; pozarządowe"."""
        whole: list[Piece] = []
        for piece in pieces:
            before = whole[-1].text.split() if whole else []
            is_cut = any(LONE_ADJECTIVE.fullmatch(part) for part in (piece.text, *before[-1:]))
            ends = [" ".join([*before[-count:], piece.text]) for count in (1, 2) if count <= len(before)]
            if is_cut and any(self._is_known(together) for together in ends):
                whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {piece.text}")
            else:
                whole.append(piece)
        return whole

    def _whole_lines(self, cell: str) -> list[str]:
        """Lines of a cell; two that make a known name only together are one."""
        lines: list[str] = []
        for line in lines_of(cell):
            together = f"{lines[-1]} {line}" if lines else ""
            if together and self._is_known(together) and not (self._is_known(lines[-1]) and self._is_known(line)):
                lines[-1] = together
            else:
                lines.append(line)
        return lines

    def _is_known(self, text: str) -> bool:
        found = self.abbreviations.find(text, is_abbreviation=False)
        return (found is not None and found.score >= SURE) or nation_wide().named(text) is not None

    def _piece(self, piece: Piece) -> list[Unit]:
        if INSIDE in piece.text:
            units = self._with_part(*(half.strip() for half in piece.text.split(INSIDE, 1)))
        elif "(" in piece.text:
            units = opened(piece.text, self._plain, self.abbreviations)
        else:
            units = self._plain(piece.text)
        return [replace(unit, oblique=True) for unit in units] if piece.oblique else units

    def _with_part(self, body: str, part: str) -> list[Unit]:
        """ "AB – Wydział Spraw": the body answers for its part, unless the part is a name by itself."""
        part = part.replace(INSIDE, "–")
        if self._is_known(part):
            return self._plain(body) + self._plain(part)
        *others, last = self._plain(body) or [Unit(body, False)]
        written = f"{last.text} – {part}"
        if last.is_abbreviation:
            return [*others, replace(last, certainty=DOUBTFUL, written=written)]
        return [*others, Unit(written, False)]

    def _plain(self, text: str) -> list[Unit]:
        units: list[Unit] = []
        phrases = Phrases(self.abbreviations, self.alone, self._seat_at)
        for unit in self._attaching.attached(self._learnt.get(text) or self._units(text)):
            units += [unit] if unit.is_abbreviation else _named(phrases, unit.text)
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
                units.append(Unit(" ".join(tokens[position : position + length]).strip(".:()"), True))
                position += length
            else:
                position += self._word(units, phrase, tokens, position)
        _flush(units, phrase)
        return units

    def _word(self, units: list[Unit], phrase: list[str], tokens: list[str], position: int) -> int:
        """One word, or "w Nowym Mieście" as the seat of the body before it; returns how many tokens it took."""
        token = tokens[position]
        seat = self._seat_at(tokens, position)
        if seat and not phrase and units and (token.isupper() or not units[-1].is_abbreviation):
            return seat
        if not phrase and units and units[-1].is_abbreviation:
            town = seat or self._elsewhere_at(tokens, position)
            if town:
                units[-1] = Unit(" ".join([units[-1].text, *tokens[position : position + town]]), True)
                return town
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
        if fold(token) not in PREPOSITIONS or position + 1 == len(tokens):
            return 0
        length = 1
        while position + length < len(tokens) and length < 4 and self._is_place(tokens[position + length]):
            length += 1
        return length if length > 1 else 0

    def _elsewhere_at(self, tokens: list[str], position: int) -> int:
        """ "w Kosowie" after an abbreviation, where the document has not made known that town."""
        if fold(tokens[position]) not in PREPOSITIONS:
            return 0
        length = 1
        while position + length < len(tokens) and length < 4 and tokens[position + length].istitle():
            length += 1
        return length if length > 1 else 0

    def _is_place(self, token: str) -> bool:
        return token[:1].isupper() and stem(token) in self.places

    def _abbreviation_at(self, tokens: list[str], position: int) -> int:
        for length in range(min(3, len(tokens) - position), 1, -1):
            if self._is_long_abbreviation(tokens[position : position + length]):
                return length
        if not self._looks_abbreviated(tokens[position]):
            return 0
        follower = tokens[position + 1] if position + 1 < len(tokens) else ""
        if self.abbreviations.is_tail(follower) and self._looks_abbreviated(follower):
            return 2
        return 1 + _number_at(tokens, position + 1)

    def _is_long_abbreviation(self, tokens: list[str]) -> bool:
        if not self.pairs and not self.abbreviations.is_head(tokens[0]) and not looks_abbreviated(tokens[0]):
            return False
        joined = " ".join(tokens).strip(".:()")
        if self.abbreviations.is_listed(joined) or key_of(joined) in self.pairs:
            return True
        if not all(looks_abbreviated(token.strip(".:()")) for token in tokens) or not nation_wide().abbreviated(joined):
            return False
        return not all(self.abbreviations.is_listed(token) for token in tokens)

    def _looks_abbreviated(self, token: str) -> bool:
        bare = token.strip(".:()")
        if self.abbreviations.is_listed(bare) or INFLECTED.fullmatch(bare) or _DOTTED.fullmatch(bare):
            return True
        is_word = bare.isupper() and len(bare) > 3 and (bare.casefold() in self.words or self._is_place(bare))
        return looks_abbreviated(bare) and not is_word


def _named(phrases: Phrases, phrase: str) -> list[Unit]:
    return [
        Unit(part, False, certainty=DOUBTFUL if phrases.is_doubtful(part) else 1.0) for part in phrases.divide(phrase)
    ]


def _number_at(tokens: list[str], position: int) -> int:
    """ "nr 3" or "3" after an abbreviation tells which school it is."""
    rest = [token.strip(".,") for token in tokens[position : position + 2]]
    if rest and _NUMBER.fullmatch(rest[0]):
        return 1
    return 2 if len(rest) == 2 and fold(rest[0]) == "nr" and _NUMBER.fullmatch(rest[1]) else 0


def _flush(units: list[Unit], phrase: list[str]) -> None:
    closed = len(phrase) > 1 and fold(phrase[-1]) in JOINING
    while phrase and fold(phrase[0]) in JOINING:
        phrase.pop(0)
    while phrase and fold(phrase[-1]) in JOINING | PREPOSITIONS:
        phrase.pop()
    if phrase:
        units.append(Unit(" ".join(phrase).strip(" .:"), False, closed=closed))
    phrase.clear()


def _inseparable(shapes: list[list[Unit]], abbreviations: Abbreviations) -> frozenset[str]:
    """Two unlisted abbreviations side by side, neither of which ever stands by itself, are one name."""
    alone = {key_of(units[0].text) for units in shapes if len(units) == 1}
    pairs = set()
    for units in shapes:
        if len(units) == 2 and all(unit.is_abbreviation for unit in units):
            keys = [key_of(unit.text) for unit in units]
            listed = any(abbreviations.find(unit.text, is_abbreviation=True) for unit in units)
            known = all(nation_wide().abbreviated(unit.text) for unit in units)
            if not listed and not known and alone.isdisjoint(keys):
                pairs.add("".join(keys))
    return frozenset(pairs)
