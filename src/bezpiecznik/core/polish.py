"""Polish words: folding for search, stems, counted nouns, dates in words. Pure."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

import snowballstemmer
from babel.dates import format_date
from slugify import slugify

WORD = re.compile(r"[^\W_]+")
LETTERS_WITHOUT_DECOMPOSITION = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss"})

UNSTEMMED = {"ow": "", "rzy": "r"}
"""Endings the stemmer leaves: -ów typed without its accent, and -rzy of persons (seniorów, seniorzy: senior)."""
SHORTEST_MENDED = 5

_stemmer = snowballstemmer.stemmer("polish")


def fold(text: str) -> str:
    """Lower case without diacritics: `fold("Łódź") == "lodz"`. NFKD alone leaves ł as it is."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(LETTERS_WITHOUT_DECOMPOSITION)


@lru_cache(maxsize=20_000)
def word_keys(word: str) -> frozenset[str]:
    """The keys under which one word is stored and sought: folded, and its stem with and without diacritics."""
    lowered = word.casefold()
    plain = fold(word)
    keys = {plain, fold(_stemmer.stemWord(lowered)), fold(_stemmer.stemWord(plain))}
    if len(plain) > SHORTEST_MENDED:
        keys |= {plain.removesuffix(end) + stem for end, stem in UNSTEMMED.items() if plain.endswith(end)}
    return frozenset(keys)


def search_text(*texts: str) -> str:
    """What a searchable row stores: all keys of all words, each between spaces, so that ` key` finds a beginning."""
    keys = sorted({key for text in texts for word in WORD.findall(text) for key in word_keys(word)})
    return f" {' '.join(keys)} " if keys else ""


def slug(text: str) -> str:
    """An ASCII name for addresses and files: `slug("Łódź, Źródło") == "lodz-zrodlo"`."""
    return str(slugify(text))


def forms(count: int, words: str) -> str:
    """The form of a counted noun: `forms(2, "działanie,działania,działań") == "działania"`.

    Raises ValueError unless three forms, divided by commas, are given (for 1; for 2-4; for 5 and more).
    """
    one, few, many = words.split(",")
    if count == 1:
        return one
    return few if count % 10 in {2, 3, 4} and count % 100 not in {12, 13, 14} else many


def counted(count: int, words: str) -> str:
    """`5 dni`, with a no-break space; words as in `forms`."""
    return f"{count}\u00a0{forms(count, words)}"


def remaining(count: int, words: str) -> str:
    """`został 1 dzień`, `zostały 2 dni`, `zostało 5 dni`; words as in `forms`, of a masculine noun."""
    return f"{forms(count, 'został,zostały,zostało')} {counted(count, words)}"


def long_date(day: date) -> str:
    """`23 listopada 2026` with no-break spaces."""
    return format_date(day, "d MMMM y", locale="pl").replace(" ", "\u00a0")
