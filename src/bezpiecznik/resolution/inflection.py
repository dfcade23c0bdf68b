"""Names in any case: what stays of a word when its ending goes, and what an ending says.

No dictionary of the language: only the endings that names of institutions take. Two forms of one name have the same
key; two names may, rarely, share one, so a join by keys is always between names that one document has.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bezpiecznik.resolution.polish import fold

_ENDED = re.compile(r"(.{3,}?)(?:i?(?:ego|emu|ej|ami|ach|om|em)|[iy](?:mi|ch|m)|ow|i[eaou]?|[aeyou])")
_LEAST_BASE = 3
# The last consonant changes with the ending: kuratorzy, kuratorów; strażacy, strażaków; ośrodek, ośrodka.
_CHANGES = (("nc", "nt"), ("rz", "r"), ("dz", "g"), ("ek", "k"), ("ec", "k"), ("c", "k"))
_WORD = re.compile(r"[^\W_]+")
_PLURAL = re.compile(r"(?:[yi]ch|[yi]mi|ami|[óo]w|om|ach)$")
_OBLIQUE = re.compile(r"(?:ego|emu|[yi]mi|ami|[yi]ch|ów|om|ach|em|[yi]m|ą|ę|ji|ży|u)$")
_AGREEING = re.compile(r"\w+[yi] \w+ej\b")
SEAT = re.compile(
    r"\s+(?:(?:z siedzibą )?we?) ((?:[A-ZĄĆĘŁŃÓŚŹŻ][\w-]+|nad|pod|k)(?:[ /-](?:[A-ZĄĆĘŁŃÓŚŹŻ][\w-]+|nad|pod)){0,3})$"
)


@lru_cache(maxsize=100_000)
def base(word: str) -> str:
    """A word without its ending, folded: "szkołami" and "szkół" are "szkol"."""
    plain = fold(word)
    if len(plain) <= _LEAST_BASE:
        return plain
    if plain.endswith("dzie"):
        return plain[:-3]
    ended = _ENDED.fullmatch(plain)
    bare = ended[1] if ended else plain
    for was, now in _CHANGES:
        if bare.endswith(was) and len(bare) > _LEAST_BASE:
            return bare[: -len(was)] + now
    return bare.replace("rzed", "rzad")


@lru_cache(maxsize=100_000)
def key(phrase: str) -> tuple[str, ...]:
    """The bases of all words: the same for a name in every case."""
    return tuple(base(word) for word in _WORD.findall(phrase))


def without_seat(phrase: str) -> tuple[str, str]:
    """A name without "w Nowym Mieście" at its end, and that town."""
    match = SEAT.search(phrase[-90:])
    if match is None:
        return phrase, ""
    return phrase[: len(phrase) - len(match.group())], match[1]


def is_oblique(phrase: str) -> bool:
    """Do the first words say that the name is not in the nominative: "Komendą …", "Powiatowego …"?"""
    first = phrase.split(maxsplit=1)[0].casefold() if phrase else ""
    match = _OBLIQUE.search(first)
    if match and len(first) - len(match.group()) >= _LEAST_BASE and not phrase[:2].isupper():
        return True
    return _AGREEING.match(phrase.casefold()) is not None


def is_plural(phrase: str) -> bool:
    """Does the first word of an oblique name say that there are many: "szkołami", "miejskich"?"""
    return bool(phrase) and _PLURAL.search(phrase.split(maxsplit=1)[0].casefold()) is not None
