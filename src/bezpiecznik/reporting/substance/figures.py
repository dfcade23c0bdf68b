"""Figures in running text: „odbyto 120 patroli pieszych” is 120 of [patrol, pieszy]. Pure.

Days, hours, numbers of acts, streets and telephones are not figures of anything.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bezpiecznik.core.polish import fold
from bezpiecznik.reporting.substance.phrases import words
from bezpiecznik.reporting.substance.word_lists import words_of

STEM = 5
"""Letters by which inflected forms of a word are told to be the same: patrol, patroli, patrole."""
REACH = 4
"""How many words after a figure may name what it counts."""

_NOT_COUNTS = re.compile(
    r"""
    \b\d{1,2}[./-]\d{1,2}[./-](\d{4}|\d{2})\b(\s*r\.?)?   # 12.03.2023
    | \b\d{4}[-/]\d{1,2}[-/]\d{1,2}\b                     # 2023-03-12
    | \b(19|20)\d{2}([-/–](19|20)?\d{2})?\s*(r\b\.?|rok\w*|lat\w*)  # 2023 r., 2022/2023 roku
    | \b(w|za|od|do|roku|lat|latach|r\.)\s+(19|20)\d{2}([-/–](19|20)?\d{2})?\b
    | \b\d{1,2}\s+(stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika|listopada|grudnia)
    | \b\d{1,2}[:.]\d{2}\b(?!\s*(tys|mln))
    | \b(art|ust|pkt|par|nr|poz|ul|al|godz|tel|sp|lo|zal|rozdz|pok|klas\w*|numer\w*)\b\.?\s*\d[\d/.:\s-]*
    | \b(ul|al|pl|os)\.\s+([^\W\d]+\.?\s+){1,3}\d+\w?
    | §\s*\d+
    | \d[\d\s-]*\s*%
    """,
    re.VERBOSE,
)
_FIGURE = re.compile(r"(?<![\w,.])(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(\d{1,2}))?(?![\w%])")
_STOP = re.compile(r"[.;:!?()\n]|,\s|\bw tym\b|\bi\b|\boraz\b|\ba\b")
EMPTY_OF_MEASURES = frozenset(words_of("measure"))
"""Words of a measure that do not tell what is counted, folded."""


QUOTED = re.compile(r"„[^”]*” \([^()]*, sprawozdanie [^()]*\)")
"""A quotation as `queries.agreements` makes it: these words have their source beside them, they are not copied."""


@dataclass(frozen=True)
class Figure:
    """A count in the text, and the stems of the words that follow it."""

    value: Decimal
    stems: tuple[str, ...]


def stem(word: str) -> str:
    """Short words lose their last letter: osoby and osób are one."""
    return word[:STEM] if len(word) > STEM else word[: STEM - 1]


def alike(one: str, other: str) -> bool:
    """Whether two stems are of one word: one begins with the other; two or three letters must be the same."""
    if min(len(one), len(other)) < STEM - 1:
        return one == other
    return one.startswith(other) or other.startswith(one)


def is_among(one: str, stems: Iterable[str]) -> bool:
    return any(alike(one, other) for other in stems)


def figures(text: str) -> Iterator[Figure]:
    """Counts in the order of the text."""
    plain = _NOT_COUNTS.sub(" . ", fold(text))
    found = list(_FIGURE.finditer(plain))
    for place, match in enumerate(found):
        whole, part = match.groups()
        value = Decimal(re.sub(r"\s", "", whole) + (f".{part}" if part else ""))
        end = found[place + 1].start() if place + 1 < len(found) else len(plain)
        following = _STOP.split(plain[match.end() : end], maxsplit=1)[0]
        yield Figure(value, tuple(stem(word) for word in words(following)[:REACH]))


def stems_of(measure: str) -> tuple[str, ...]:
    """What a measure counts: „liczba patroli pieszych” is (patro, piesz)."""
    return tuple(stem(word) for word in words(measure) if word not in EMPTY_OF_MEASURES and not word.isdigit())


def without_counts(text: str) -> str:
    """The folded text with days, years and numbers of acts taken out; counts stay."""
    return " ".join(words(_NOT_COUNTS.sub(" ", fold(text))))


def without_figures(text: str) -> str:
    """The folded text with every figure taken out."""
    return " ".join(word for word in without_counts(text).split() if not word.isdigit())
