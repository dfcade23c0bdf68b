"""How like two full names are, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from bezpiecznik.resolution.inflection import base
from bezpiecznik.resolution.polish import fold, looks_abbreviated, stem

_EMPTY = frozenset({
    "w", "we", "i", "oraz", "do", "dla", "na", "z", "ze", "spraw", "sp", "o.o.", "urzedu", "urzad", "miasta",
    "miasto", "gminy", "powiatu", "im", "ds",
})  # fmt: skip
# Whose body it is: two names that differ here are two bodies.
_LEVELS = frozenset(["powi", "gmin", "miej", "woje", "rejo", "okre", "kraj", "glow", "stol"])
# Words that an office leaves out of a name without meaning another body.
_NEUTRAL = frozenset(["pans", "samo", "publ"])
_LEAST_COMMON = 0.75
_NEUTRAL_COST = 0.97
_WORD_ALIKE = 70
INITIALS_AGREE = 0.95


@dataclass(frozen=True)
class Words:
    """Content words of a name: what they look like and their stems."""

    words: tuple[str, ...]
    stems: frozenset[str]

    @property
    def levels(self) -> frozenset[str]:
        """Whose body the name says it is: of a county, a town, a voivodeship."""
        return self.stems & _LEVELS


def words_of(name: str, places: frozenset[str]) -> Words:
    """Words of a name without small ones and without towns."""
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+\.)?", name)
    kept = [word for word in words if fold(word) not in _EMPTY and stem(word) not in places]
    return Words(tuple(kept), frozenset(stem(word) for word in kept))


def likeness(text: Words, listed: Words, abbr_key: str) -> float:
    """Share of common words, 0 where the names say themselves that they are two bodies."""
    if text.levels and listed.levels and text.levels != listed.levels:
        return 0.0
    one, other = _expanded(text.words, listed.words), _expanded(listed.words, text.words)
    common = sum(1 for word in one if any(_same(word, rival) for rival in other))
    surplus = [word for word in one if not any(_same(word, rival) for rival in other)]
    missing = [word for word in other if not any(_same(word, rival) for rival in one)]
    neutral = sum(1 for word in surplus + missing if stem(word) in _NEUTRAL)
    score = common / max(1, common + len(surplus) + len(missing) - neutral)
    score *= _NEUTRAL_COST if neutral else 1.0
    if common and not surplus and abbr_key in _initials(text.words):
        return max(score, INITIALS_AGREE)
    return score


def are_misread(text: str, listed: str) -> bool:
    """Are these the same words but for letters that a machine, or a tired eye, took for others?"""
    one, other = fold(text).split(), fold(listed).split()
    return len(one) == len(other) and all(fuzz.ratio(*pair) >= _WORD_ALIKE for pair in zip(one, other, strict=True))


def _initials(words: tuple[str, ...]) -> tuple[str, str]:
    """First letters; and the same with abbreviations inside the name whole."""
    plain = "".join(fold(word)[:1] for word in words)
    return plain, "".join(fold(word) if _is_abbreviation(word) else fold(word)[:1] for word in words)


def _is_abbreviation(word: str) -> bool:
    return word.isupper() and looks_abbreviated(word)


def _expanded(words: tuple[str, ...], other: tuple[str, ...]) -> list[str]:
    """An abbreviation inside a name replaced by the words of the other name that spell it out."""
    initials = "".join(fold(word)[:1] for word in other)
    result: list[str] = []
    for word in words:
        at = initials.find(fold(word)) if _is_abbreviation(word) else -1
        result += other[at : at + len(word)] if at >= 0 else [word]
    return result


@lru_cache(maxsize=200_000)
def _same(word: str, other: str) -> bool:
    """One word in two forms or of one family: "Inspektor", "Inspektorat"; not "Komunikacji", "Komunalny"."""
    if stem(word) != stem(other):
        return False
    one, two = base(word), base(other)
    shorter = min(len(one), len(two))
    common = next((n for n in range(shorter) if one[n] != two[n]), shorter)
    return common >= _LEAST_COMMON * shorter
