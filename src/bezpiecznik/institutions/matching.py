"""Which institution of the register a written name stands for. Exact is taken; likeness is only ever a question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from bezpiecznik.core.polish import fold
from bezpiecznik.institutions.models import Alias, Institution

LEAST_LIKENESS = 85
SHORTEST_FOR_LIKENESS = 6
"""Abbreviations of four letters differ by one and mean different bodies: likeness says nothing about them."""

_WORDS = re.compile(r"[^\W\d_][\w.-]*")
_NUMBERS = re.compile(r"[0-9]+")
_PLURAL_ENDINGS = ("y", "i", "e")
_PLURAL_ADJECTIVE = "e"


@dataclass(frozen=True)
class Match:
    """The institution a name stands for; `score` is 100 when the spelling is known, less when only alike."""

    institution: Institution
    score: int

    @property
    def is_exact(self) -> bool:
        return self.score == 100


class Register:
    """All institutions with all their spellings, read once (two queries)."""

    def __init__(self) -> None:
        rows = {row.pk: row for row in Institution.objects.in_polish_order()}
        self.institutions = {pk: row for pk, row in rows.items() if row.merged_into_id is None}
        self._known: dict[str, Institution] = {}
        for row in rows.values():
            if row.merged_into_id:  # a duplicate's name still leads to the body itself
                self._known[key_of(row.name)] = rows[row.merged_into_id]
        for alias in Alias.objects.all():
            self._known[key_of(alias.text)] = self.institutions[alias.institution_id]
        for institution in self.institutions.values():
            self._known[key_of(institution.name)] = institution
        for institution in self.institutions.values():
            if institution.abbr:
                self._known[key_of(institution.abbr)] = institution

    def learn(self, institution: Institution, *spellings: str) -> None:
        """Know these spellings of a body that have just been added."""
        self.institutions[institution.pk] = institution
        self._known |= {key_of(text): institution for text in spellings if text}

    def known(self, name: str) -> Institution | None:
        """The institution that is known by exactly this spelling; nothing is compared for likeness."""
        return self._known.get(key_of(name))

    def find(self, name: str) -> Match | None:
        """The institution with this abbreviation, name or alias, whatever the case and diacritics; else one alike."""
        if known := self._known.get(key_of(name)):
            return Match(known, 100)
        alike = most_alike(name, self._known)
        return Match(self._known[alike[0]], alike[1]) if alike else None


@lru_cache(maxsize=20_000)
def key_of(name: str) -> str:
    """Under what a name is compared: folded, with single spaces."""
    return " ".join(fold(name).split())


def most_alike(name: str, keys: Iterable[str]) -> tuple[str, int] | None:
    """The key likest to the name and its score (85 to 99), or None. Short names are like nothing."""
    wanted = key_of(name)
    if len(wanted) < SHORTEST_FOR_LIKENESS:
        return None
    long = [key for key in keys if len(key) >= SHORTEST_FOR_LIKENESS]
    found = process.extractOne(wanted, long, scorer=fuzz.token_sort_ratio, score_cutoff=LEAST_LIKENESS)
    return (found[0], min(99, round(found[1]))) if found else None


def same_numbers(one: str, other: str) -> bool:
    """Whether two names bear the same numbers: „Szkoła nr 1” and „Szkoła nr 2” are alike and not the same."""
    return _NUMBERS.findall(one) == _NUMBERS.findall(other)


def seems_collective(name: str) -> bool:
    """Whether a name speaks of many bodies or people („rady osiedli”, „Media lokalne”) and not of one.

    By shape only: a common noun in the plural, or anything in small letters. A proposal for a person to confirm.
    """
    words: list[str] = _WORDS.findall(name)
    if not words or _capitals(words[0]) > 1 or _is_proper(words):
        return False
    if words[0].islower():
        return True
    first, second = words[0].casefold(), (words[1:] or [""])[0]
    return first.endswith(_PLURAL_ENDINGS) or (first.endswith("a") and second.endswith(_PLURAL_ADJECTIVE))


def _capitals(word: str) -> int:
    return sum(sign.isupper() for sign in word)


def _is_proper(words: list[str]) -> bool:
    return sum(word[0].isupper() for word in words) > 1
