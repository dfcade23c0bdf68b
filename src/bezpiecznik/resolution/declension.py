"""The nominative of a name that stands in another case, by the grammar of its first words.

Only names that begin with a known noun of a body ("komenda", "szpital"), or with adjectives and such a noun, are
turned; the rest of the name stays in the genitive in every case. What may also be a nominative is left as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bezpiecznik.resolution.inflection import base

_FEMININE = (
    "komenda straż stacja komisja poradnia szkoła biblioteka prokuratura inspekcja delegatura dyrekcja agencja rada"
    " liga spółdzielnia fundacja placówka jednostka służba świetlica akademia uczelnia izba parafia filia policja"
    " administracja organizacja przychodnia kancelaria mediateka żandarmeria komunikacja mennica hala kuria"
)
_MASCULINE = (
    "urząd ośrodek zakład zarząd szpital sąd inspektorat wydział referat dom klub zespół oddział hufiec instytut"
    " uniwersytet związek komisariat posterunek inspektor lekarz komendant wójt burmistrz prezydent dyrektor kierownik"
    " pełnomocnik koordynator konserwator departament żłobek areszt bank dzielnicowy fundusz kurator rejon obwód okręg"
)
_NEUTER = (
    "centrum biuro starostwo stowarzyszenie towarzystwo przedsiębiorstwo nadleśnictwo koło przedszkole muzeum"
    " kuratorium pogotowie liceum technikum ministerstwo schronisko laboratorium"
)
_NOUNS = {
    base(noun): (noun, gender)
    for gender, nouns in (("f", _FEMININE), ("m", _MASCULINE), ("n", _NEUTER))
    for noun in nouns.split()
}
_ADJECTIVE = {
    "f": re.compile(r"(\w{2,}(?:-\w+)?)(?:ej|ą)"),
    "m": re.compile(r"(\w{2,}(?:-\w+)?)(?:ego|emu|ym|im)"),
    "n": re.compile(r"(\w{2,}(?:-\w+)?)(?:ego|emu|ym|im)"),
}
# Endings of nouns that no nominative has; those that only an adjective beside tells apart.
_ENDINGS = {
    "f": re.compile(r"(?:ę|ą|ji|ży|dzie)$"),
    "m": re.compile(r"(?:a|u|owi|em|ie|rze)$"),
    "n": re.compile(r"(?:u|em)$"),
}
_WITH_ADJECTIVE = {"f": re.compile(r"[yie]$"), "m": re.compile(r"."), "n": re.compile(r"(?:a|um|u|em|ie)$")}
_MOST_ADJECTIVES = 3


@lru_cache(maxsize=20_000)
def nominative(phrase: str) -> str | None:
    """The name in the nominative, None where it stands in it or is no such name."""
    words = phrase.split()
    at = next((place for place, word in enumerate(words[: _MOST_ADJECTIVES + 1]) if base(word) in _NOUNS), None)
    if at is None:
        return None
    noun, gender = _NOUNS[base(words[at])]
    before = [_straightened(word, gender) for word in words[:at]]
    after = _straightened(words[at + 1], gender) if at + 1 < len(words) else None
    if None in before or not _is_declined(words[at], noun, gender, with_adjective=bool(before) or after is not None):
        return None
    turned = [word for word in before if word] + [_like(words[at], noun)]
    rest = words[at + 1 :]
    while rest and (straight := _straightened(rest[0], gender)):
        # In "Komendy Powiatowej Państwowej Straży" the second adjective is that of the next noun.
        if (len(turned) > 1 or before) and len(rest) > 1 and base(rest[1]) in _NOUNS:
            break
        turned.append(straight)
        rest = rest[1:]
    return " ".join(turned + rest)


def _is_declined(word: str, noun: str, gender: str, *, with_adjective: bool) -> bool:
    small = word.casefold()
    if with_adjective and (small == noun == "centrum" or _WITH_ADJECTIVE[gender].search(small) or small == noun):
        return True
    return small != noun and _ENDINGS[gender].search(small) is not None


def _straightened(word: str, gender: str) -> str | None:
    """The nominative of an adjective in another case; None for any other word."""
    match = _ADJECTIVE[gender].fullmatch(word)
    if match is None or base(word) in _NOUNS:
        return None
    stem = match[1]
    if gender == "f":
        return (stem[:-1] if stem.endswith(("ki", "gi")) else stem) + "a"
    soft = stem.endswith(("k", "g"))
    if gender == "n":
        return stem + ("ie" if soft else "e")
    return stem if stem.endswith("i") else stem + ("i" if soft else "y")


def _like(written: str, noun: str) -> str:
    return noun.capitalize() if written[:1].isupper() else noun
