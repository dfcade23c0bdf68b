"""Words beside an abbreviation that make one name with it: a part of the body, its rank, its full words, its town."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from bezpiecznik.resolution.abbreviations import key_of
from bezpiecznik.resolution.bodies import nation_wide
from bezpiecznik.resolution.declension import nominative
from bezpiecznik.resolution.explanations import begins_as_body
from bezpiecznik.resolution.inflection import is_oblique
from bezpiecznik.resolution.polish import fold, stem
from bezpiecznik.resolution.units import DOUBTFUL, LONE_ADJECTIVE, Unit

# A phrase that begins so names a part of the body whose abbreviation follows: "Wydział Spraw AB".
_PARTS = frozenset({
    "wydzial", "referat", "zespol", "sekcja", "oddzial", "komorka", "komorki", "jednostka", "jednostki",
    "funkcjonariusze", "dzielnicowi", "druhowie", "strazacy", "straznicy", "policjanci", "dyrektor",
    "kierownik", "naczelnik", "komendant", "pracownicy", "druzyna", "druzyny", "druh", "prezes", "prezesi",
    "naczelnicy", "komendanci", "specjalisci", "przedstawiciele", "przedstawiciel", "czlonkowie",
    "ratownicy", "instruktorzy", "wolontariusze", "delegatura", "filia", "ogniwo", "ogniwa", "rewir", "pluton",
})  # fmt: skip
# Words that say only which organ of a body is meant, or on what level.
_ORGAN = re.compile(
    r"(?:komend\w+|zarzady?|oddzialy?|delegatur\w+|placowk\w+|biur\w+|rejony?|hufiec|hufce|hufca|okregi?"
    r"|inspektoraty?|posterun\w+|obwody?|filia|kolo|kola|struktury|jednostk\w+|centrala|sekcj\w+)"
)
_LEVEL = re.compile(
    r"(?:powiatow|miejsk|gminn|rejonow|terenow|wojewodzk|okregow|regionaln|glown|lokaln|miejscow|stoleczn|drogow"
    r"|grodzk)(?:a|y|i|e|ie)"
)
_RANKS = {
    "kp": "Komenda Powiatowa", "km": "Komenda Miejska", "kw": "Komenda Wojewódzka", "kg": "Komenda Główna",
    "pk": "Powiatowa Komenda", "mk": "Miejska Komenda", "pi": "Powiatowy Inspektorat", "wi": "Wojewódzki Inspektorat",
    "mo": "Miejski Ośrodek", "pc": "Powiatowe Centrum", "ps": "Powiatowa Stacja", "pz": "Powiatowy Zarząd",
}  # fmt: skip
INFLECTED = re.compile(r"([^\W\d_a-ząćęłńóśźż]{2,}\w*)[-–’'](?:u|em|y|i|ów|ami|om|owi|a|ie|ach)")
_TOWN = re.compile(r"[A-ZĄĆĘŁŃÓŚŹŻ][a-ząćęłńóśźż]{2,}(?:-[A-ZĄĆĘŁŃÓŚŹŻ]?\w+)?")
_ADJECTIVE = re.compile(r"\w+[sc]k(?:a|i|ie|iej|im)")
_PEOPLE = re.compile(r"\w+(?:owie|rzy|nicy|dzy|ciele|iści|ńcy|[łw]ni|dni)")
_JOINER = re.compile(r"\s+(i|oraz|a także|lub)\s+")
_SEVERAL_TOWNS = 0.95
_MOST_WORDS_OF_TOWN = 3


@dataclass
class Attaching:
    """Joins the units of one piece, with what the document knows: towns, names that stand alone, known names."""

    is_known: Callable[[str], bool]
    alone: Counter[str]
    places: frozenset[str]
    towns: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def learn(self, shapes: Iterable[Sequence[Unit]]) -> None:
        """Remember the towns after each abbreviation; more than one says that they are towns."""
        for units in shapes:
            for unit, following in pairwise(units):
                if unit.is_abbreviation and not following.is_abbreviation and self._may_be_town(following.text):
                    self.towns[key_of(unit.text)].add(fold(following.text))

    def attached(self, units: Sequence[Unit]) -> list[Unit]:
        """ "Wydział Spraw" + "AB" is one name, unless the first part is known to stand alone."""
        result: list[Unit] = []
        for unit in units:
            last = result[-1] if result else None
            if last and (joined := self._joined(last, unit)):
                result[-1:] = joined
            elif unit.is_abbreviation and (match := INFLECTED.fullmatch(unit.text)):
                result.append(Unit(match[1], True, certainty=0.95, written=unit.text))
            else:
                result.append(unit)
        return result

    def is_head_of(self, phrase: Unit, following: Unit | None) -> bool:
        """Does the phrase only say which part or organ of the body after it is meant?"""
        if following is None or phrase.is_abbreviation or not following.is_abbreviation or phrase.closed:
            return False
        if self._is_part(phrase) or is_organ(phrase.text):
            return True
        if phrase.text[0].isupper() and LONE_ADJECTIVE.fullmatch(phrase.text):
            return True
        return not self.is_known(phrase.text) and self.is_known(f"{phrase.text} {following.text}")

    def _joined(self, last: Unit, unit: Unit) -> list[Unit]:
        """What the two make together; nothing where they are two names."""
        if last.is_abbreviation:
            return [] if unit.is_abbreviation else self._after(last, unit)
        return self._before(last, unit) if unit.is_abbreviation and not last.closed else []

    def _before(self, phrase: Unit, unit: Unit) -> list[Unit]:
        rest, organ = self._with_organ(phrase.text)
        if organ:
            return [Unit(rest, False), Unit(f"{organ} {unit.text}", False)]
        attached = self.alone[fold(phrase.text)] < 2 and self.is_head_of(phrase, unit)
        return [Unit(f"{phrase.text} {unit.text}", False)] if attached else []

    def _after(self, last: Unit, unit: Unit) -> list[Unit]:
        if self._spells_out(last.text, unit.text):
            return [Unit(f"{last.text} {unit.text}", False)]
        town, joiner, rest = _JOINER.split(unit.text, maxsplit=1) if _JOINER.search(unit.text) else (unit.text, "", "")
        certainty = self._certainty_of_town(last.text, town)
        if not certainty:
            return []
        certainty = min(last.certainty, certainty)
        whole = replace(last, text=f"{last.text} {town}", seat=town, certainty=certainty, written="")
        return [whole, Unit(rest, False, closed=unit.closed)] if joiner else [whole]

    def _with_organ(self, phrase: str) -> tuple[str, str]:
        """ "Straż Miejska oraz Komenda Powiatowa" before an abbreviation: a name, and the organ that goes with it."""
        words = phrase.split()
        for place in range(max(1, len(words) - 3), len(words)):
            organ = " ".join(words[place:])
            if not is_organ(organ) and not (place == len(words) - 1 and fold(organ) in _PARTS):
                continue
            joined = _JOINER.fullmatch(f" {words[place - 1]} ") is not None
            rest = " ".join(words[: place - 1] if joined else words[:place])
            if rest and (joined or (words[place][0].isupper() and (self.alone[fold(rest)] or self.is_known(rest)))):
                return rest, organ
        return "", ""

    def _is_part(self, unit: Unit) -> bool:
        return not unit.is_abbreviation and fold(unit.text).split()[0] in _PARTS

    def _spells_out(self, abbr: str, phrase: str) -> bool:
        """ "KP" + "Państwowej Straży Pożarnej": the genitive goes on with what the abbreviation began."""
        if not phrase[0].isupper() or not (is_oblique(phrase) or nominative(phrase)):
            return False
        rank = _RANKS.get(key_of(abbr))
        return self.is_known(f"{abbr} {phrase}") or (rank is not None and self.is_known(f"{rank} {phrase}"))

    def _certainty_of_town(self, abbr: str, phrase: str) -> float:
        """How sure it is that "Bukowiec" after "KPP" is its town; 0 where it is no town."""
        words = phrase.split()
        if not self._may_be_town(phrase):
            return 0.0
        if all(stem(word) in self.places for word in words) and not _ADJECTIVE.fullmatch(words[0]):
            return 1.0
        if self.alone[fold(phrase)] or not nation_wide().abbreviated(abbr):
            return 0.0
        return _SEVERAL_TOWNS if len(self.towns[key_of(abbr)]) > 1 else DOUBTFUL

    def stands_as_town(self, last: Unit | None, unit: Unit) -> bool:
        """A town after an abbreviation does not stand alone."""
        return last is not None and last.is_abbreviation and self._may_be_town(unit.text)

    def _may_be_town(self, phrase: str) -> bool:
        words = phrase.split()
        if len(words) > _MOST_WORDS_OF_TOWN or not all(_TOWN.fullmatch(word) for word in words):
            return False
        people = _PEOPLE.fullmatch(words[0]) is not None
        named = len(words) > 1 and _ADJECTIVE.fullmatch(words[0]) is not None and stem(words[1]) not in self.places
        return not people and not named and not begins_as_body(phrase)


def is_organ(phrase: str) -> bool:
    """ "Komenda Powiatowa", "Zarząd Gminny", "Miejska Komenda": of which body must follow."""
    words = fold(phrase).split()
    whole = 0 < len(words) <= 3 and all(_ORGAN.fullmatch(word) or _LEVEL.fullmatch(word) for word in words)
    return whole and any(_ORGAN.fullmatch(word) for word in words)
