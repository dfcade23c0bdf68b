"""Whether an abbreviation is spelled out by a name, letter by word."""

from __future__ import annotations

import re
from collections import Counter

from bezpiecznik.resolution.bodies import nation_wide
from bezpiecznik.resolution.inflection import without_seat
from bezpiecznik.resolution.polish import fold, looks_abbreviated

_SKIPPED = frozenset({
    "w", "we", "i", "oraz", "do", "ds", "dla", "na", "z", "ze", "o", "im", "spraw", "powiatu", "miasta",
    "gminy", "sp", "zoo",
})  # fmt: skip
_LONGEST_PREFIX = 4
_LEAST_COVERED = 0.5


def is_abbreviation(text: str) -> bool:
    """One or two words in the shape of an abbreviation."""
    words = text.replace(".", "").split()
    return 1 <= len(words) <= 2 and all(looks_abbreviated(word) for word in words)


def words_spelling(abbr: str, text: str) -> int | None:
    """How many words at the end of the text spell the abbreviation out, None when they do not.

    A seat after them ("w Lipnie") is not counted; small words need no letter of their own.
    """
    words = without_seat(text)[0].split()
    letters = re.sub(r"[^a-z0-9]", "", fold(abbr))
    place = len(words)
    while letters and place:
        place -= 1
        taken = _letters_of(words[place], letters)
        if not taken and fold(words[place]).strip(".,") not in _SKIPPED:
            return None
        letters = letters[: len(letters) - taken]
    return None if letters or not words else len(words) - place


def _letters_of(word: str, letters: str) -> int:
    """How many of the last letters this word gives."""
    parts = [fold(part) for part in re.split(r"[-–]", word.strip('.,()"„”')) if part]
    if not parts:
        return 0
    initials = "".join(part[0] for part in parts)
    if len(parts) > 1 and letters.endswith(initials):
        return len(initials)
    if word.isupper() and letters.endswith(parts[0]):
        return len(parts[0])
    return next((n for n in range(1, _LONGEST_PREFIX + 1) if parts[0].startswith(letters[-n:])), 0) if letters else 0


def agree(abbr: str, name: str) -> bool:
    """May this name be what the abbreviation stands for: by its letters in any order, or by what the country knows?"""
    known = nation_wide().named(name)
    if known and known in nation_wide().abbreviated(abbr):
        return True
    bare = without_seat(name)[0]
    initials = Counter("".join(_initials(word) for word in re.split(r"[\s-]+", bare)))
    letters = Counter(re.sub(r"[^a-z]", "", fold(abbr)))
    content = [word for word in bare.split() if fold(word) not in _SKIPPED]
    small = Counter("iwz")
    return not (letters - initials - small) and letters.total() >= _LEAST_COVERED * len(content) and bool(content)


def _initials(word: str) -> str:
    if word.isupper():
        return fold(word)
    return fold(word)[:1]
