"""Polish letters, numerals, months and endings, as far as documents of councils need them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MONTHS = ("sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paz", "lis", "gru")
MONTH_WORD = r"(?:stycz|lut|mar[cz]|kwie|maj|czerw|lip[ie]?c|sierp|wrze|pa[źz]dzier|listop|grud)\w*"
NUMERALS = {
    "dwa": 2, "dwie": 2, "dwoch": 2, "trzy": 3, "trzech": 3, "cztery": 4, "czterech": 4, "piec": 5, "pieciu": 5,
    "szesc": 6, "szesciu": 6, "siedem": 7, "siedmiu": 7, "osiem": 8, "osmiu": 8, "dziewiec": 9, "dziewieciu": 9,
    "dziesiec": 10, "dziesieciu": 10, "jedenascie": 11, "jedenastu": 11, "dwanascie": 12, "dwunastu": 12,
    "trzynascie": 13, "trzynastu": 13, "czternascie": 14, "czternastu": 14, "pietnascie": 15, "pietnastu": 15,
    "szesnascie": 16, "szesnastu": 16, "siedemnascie": 17, "siedemnastu": 17, "osiemnascie": 18,
    "osiemnastu": 18, "dziewietnascie": 19, "dziewietnastu": 19, "dwadziescia": 20, "dwudziestu": 20,
}  # fmt: skip
_POLISH = str.maketrans("ąćęłńóśźż", "acelnoszz")
ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Small letters without diacritics and with single spaces: "Zażółć  Łąkę" is "zazolc lake"."""
    plain = text.casefold().translate(_POLISH)
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(plain.split())


def stem(word: str) -> str:
    """The first four letters, folded: enough to know a word of an institution's name in any case."""
    return fold(word)[:4]


def number(text: str) -> int | None:
    """Value of "12", "XII" or "dwanaście"."""
    if text.isascii() and text.isdigit():
        return int(text[:9])
    if text and ROMAN.fullmatch(text):
        return _roman(text)
    return NUMERALS.get(fold(text))


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[sign] for sign in text]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def month(word: str) -> int | None:
    """Number of the month for its name in any case."""
    key = fold(word)[:3]
    return MONTHS.index(key) + 1 if key in MONTHS else None


def is_capitals(text: str) -> bool:
    """True for a line set in capitals, as headings are; small connecting words may stay small."""
    words = re.findall(r"[^\W\d_]+", text)
    long = [word for word in words if len(word) > 2]
    return bool(long) and all(word.isupper() for word in long)


def looks_abbreviated(word: str) -> bool:
    """Has the word the shape of an abbreviation: mostly capitals, short, no Roman number?"""
    if not 2 <= len(word) <= 9 or not word[0].isupper() or not word.replace("-", "").isalpha():
        return False
    small = sum(sign.islower() for sign in word)
    longest = 9 if small else 6
    return small <= 2 and len(word) - small >= 2 and len(word) <= longest and not ROMAN.fullmatch(word)
