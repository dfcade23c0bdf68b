"""Phrases of names that stand side by side, taken apart by what is known to be a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from bezpiecznik.resolution.abbreviations import Abbreviations
from bezpiecznik.resolution.bodies import nation_wide
from bezpiecznik.resolution.declension import nominative, number_of_nominative
from bezpiecznik.resolution.inflection import is_oblique
from bezpiecznik.resolution.parts import SURE
from bezpiecznik.resolution.polish import fold

JOINING = frozenset({"i", "oraz", "a", "takze", "lub"})
PREPOSITIONS = frozenset({"w", "we"})
_STRONG = frozenset({"oraz", "takze"})
_LONGEST_KNOWN = 6
_LONGEST_PHRASE = 60
_INSTRUMENTAL = re.compile(r"(?:ą|em|ami|[yi]m|[yi]mi)$")


def _begins(phrase: str) -> bool:
    """Does it begin with a noun of a body, in whatever case?"""
    return number_of_nominative(phrase) > 0 or nominative(phrase) is not None or nation_wide().named(phrase) is not None


def _is_dependent(phrase: str) -> bool:
    """In another case than the nominative, as "Sportu" after "Edukacji i"."""
    return is_oblique(phrase) or nation_wide().is_genitive(phrase) or nominative(phrase) is not None


@dataclass(frozen=True)
class Phrases:
    """Takes phrases apart: `alone` counts what stands alone in the document, `seat_at` finds "w Nowym Mieście"."""

    abbreviations: Abbreviations
    alone: Counter[str]
    seat_at: Callable[[list[str], int], int]

    def divide(self, phrase: str) -> list[str]:
        """The names in a phrase, or the whole phrase where it does not come apart."""
        tokens = phrase.split()
        if len(tokens) < 2 or len(tokens) > _LONGEST_PHRASE or self._is_listed(phrase) or nation_wide().named(phrase):
            return [phrase]
        return self._tiles(tokens) or self._halves(tokens) or [phrase]

    def is_doubtful(self, phrase: str) -> bool:
        """Do two names that the country or the document knows make this phrase, which did not come apart?"""
        tokens = phrase.split()
        if not 1 < len(tokens) <= _LONGEST_KNOWN * 2 or self._is_listed(phrase) or nation_wide().named(phrase):
            return False
        for place in range(1, len(tokens)):
            joined = fold(tokens[place]) in JOINING
            left, right = " ".join(tokens[:place]), " ".join(tokens[place + joined :])
            side_by_side = bool(right) and (joined or place > 1) and not _is_dependent(right)
            if side_by_side and self._is_name(left) and self._is_name(right):
                return True
        return False

    def _tiles(self, tokens: list[str]) -> list[str]:
        """All of the phrase as known names, one after another."""
        parts: list[str] = []
        position, joined = 0, False
        while position < len(tokens):
            if parts and fold(tokens[position]) in JOINING:
                position, joined = position + 1, True
                continue
            length = self._known_at(tokens, position, is_first=not parts, is_joined=joined)
            if not length:
                return []
            parts.append(" ".join(tokens[position : position + length]))
            position, joined = position + length, False
        return parts

    def _known_at(self, tokens: list[str], position: int, *, is_first: bool, is_joined: bool) -> int:
        whole = len(tokens)
        for length in range(min(_LONGEST_KNOWN, whole - position), 0, -1):
            if length < whole and self.alone[fold(" ".join(tokens[position : position + length]))]:
                return length
        # What only the country knows divides between capitals: "sołtysi gminy" and "szkoły i placówki" are one name.
        if not is_first and (tokens[position][0].islower() or (not is_joined and is_oblique(tokens[position]))):
            return 0
        length = nation_wide().name_at(tokens, position)
        end = position + length
        if length and end < whole:
            length += self.seat_at(tokens, end)
        return length if length < whole else 0

    def _halves(self, tokens: list[str]) -> list[str]:
        """ "oraz" divides two names of which at least one is known."""
        for place, token in enumerate(tokens[1:-1], start=1):
            if fold(token) in _STRONG:
                left, right = " ".join(tokens[:place]), " ".join(tokens[place + 1 :])
                left = left.removesuffix(" a").strip()
                if self._is_name(left) or self._is_name(right) or (_begins(left) and _begins(right)):
                    return self.divide(left) + self.divide(right)
            elif fold(token) == "i" and self._are_two(tokens[:place], tokens[place + 1 :]):
                return self.divide(" ".join(tokens[:place])) + self.divide(" ".join(tokens[place + 1 :]))
        return []

    def _are_two(self, before: list[str], after: list[str]) -> bool:
        """ "Komenda Policji i straże gminne": after "i" another nominative, and before it a whole name.

        "szkoły i placówki oświatowe" may be one name, for what goes with the second may go with the first.
        """
        left, right = " ".join(before), " ".join(after)
        if _INSTRUMENTAL.search(after[0]) and _INSTRUMENTAL.search(before[0]) and _begins(left) and _begins(right):
            return True
        if _is_dependent(right) or not (self._is_name(left) or number_of_nominative(left)):
            return False
        number = number_of_nominative(right) or (2 if self._is_name(right) else 0)
        if number == 1:
            return True
        whole = len(before) > 1 and (before[0][0].isupper() or self._is_name(left))
        return number == 2 and whole

    def _is_name(self, phrase: str) -> bool:
        return self.alone[fold(phrase)] > 0 or nation_wide().named(phrase) is not None or self._is_listed(phrase)

    def _is_listed(self, phrase: str) -> bool:
        found = self.abbreviations.find(phrase, is_abbreviation=False)
        return found is not None and found.score >= SURE
