"""Words that misprints are held against: those of this field (`words.txt`), long ones of any office (`common.txt`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from bezpiecznik.resolution.lint.title import STATUTORY

SHORTEST = 8
_PARADIGMS = (
    ("kich", "kiego", "kiej", "kimi", "kiemu"),
    ("ych", "ego", "ej", "ymi", "emu"),
    ("aniem", "anie", "ania", "aniu"),
    ("eniem", "enie", "enia", "eniu"),
    ("acjami", "acja", "acji", "acją", "acje", "acjom"),
    ("ością", "ość", "ości"),
)
_MORE = {
    "kich": ("ki", "ka", "kie", "kim", "ką"),
    "ych": ("y", "a", "e", "ym", "ą"),
    "acjami": ("ację",),
}


@cache
def lexicon() -> frozenset[str]:
    """Forms of the words of this field."""
    return _words_in("words.txt") | frozenset(STATUTORY)


@cache
def common() -> frozenset[str]:
    """Long words of any office in their forms; some have real neighbours, so more proof is asked."""
    return frozenset(form for word in _words_in("common.txt") for form in _forms(word))


def _forms(word: str) -> Iterator[str]:
    """The word and, where its ending tells the paradigm without doubt, its other forms."""
    yield word
    for endings in _PARADIGMS:
        for ending in endings:
            if word.endswith(ending):
                stem = word.removesuffix(ending)
                yield from (stem + other for other in (*endings, *_MORE.get(endings[0], ())))
                return


def _words_in(name: str) -> frozenset[str]:
    text = files("bezpiecznik.resolution.lint").joinpath(name).read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def cuts(word: str) -> set[str]:
    """The word, and it without each one letter: words one letter apart have one of these in common."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def inner_cuts(word: str) -> set[str]:
    """The same without the first two letters and the ending, where no edit proves a misprint, but for a lost first."""
    return {word, word[1:], *(word[:at] + word[at + 1 :] for at in range(2, len(word) - 3))}


def index(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words by their inner cuts."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for cut in inner_cuts(word):
            found[cut].append(word)
    return {cut: tuple(owners) for cut, owners in found.items()}


@cache
def _field_by_cut() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in lexicon():
        for cut in cuts(word) if len(word) >= SHORTEST - 1 else ():
            found[cut].append(word)
    return {cut: tuple(owners) for cut, owners in found.items()}


@cache
def _common_by_cut() -> dict[str, tuple[str, ...]]:
    return index(common())


def near_field(word: str) -> set[str]:
    """Words of the field about one letter from this one."""
    by_cut = _field_by_cut()
    return {known for cut in cuts(word) for known in by_cut.get(cut, ())}


def near_common(word: str) -> set[str]:
    """Long words of any office about one letter from this one."""
    by_cut = _common_by_cut()
    return {known for cut in inner_cuts(word) for known in by_cut.get(cut, ())}


def trigrams(word: str) -> set[str]:
    """Every three letters in a row."""
    return {word[at : at + 3] for at in range(len(word) - 2)}


@cache
def trigrams_of_common() -> frozenset[str]:
    """Three letters in a row that the words of both lists have."""
    return frozenset(part for word in common() | lexicon() for part in trigrams(word))
