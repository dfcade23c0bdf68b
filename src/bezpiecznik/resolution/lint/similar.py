"""Actions nearly the same, and actions that are a part of another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Finding
from bezpiecznik.resolution.polish import ROMAN, fold

NEARLY = 88
_MOST_SHARING = 20
_SHORTEST_WORDS = 5
_MOST_ACTIONS = 3_000


@dataclass(frozen=True)
class _Known:
    place: str
    text: str
    folded: str
    words: tuple[str, ...]


def similar(subject: Subject) -> Iterator[Finding]:
    """Two wordings that differ in a letter or a word: one action entered twice."""
    for one, other in subject.once(_neighbours):
        if _numbers(one.folded) != _numbers(other.folded):
            continue
        if fuzz.ratio(one.folded, other.folded, score_cutoff=NEARLY) and not _opposed(one, other):
            pair = in_words((one.place, other.place))
            message = f"Działania {pair} są niemal takie same; różnią się tylko: {_diff(one, other)}."
            yield finding("ACTION_SIMILAR", "warning", one.place, (one.place, other.place), message)


def contained(subject: Subject) -> Iterator[Finding]:
    """The whole wording of one action is a sentence or a part of another."""
    for one, other in subject.once(_neighbours):
        short, long = sorted((one, other), key=lambda action: len(action.folded))
        if len(short.words) < _SHORTEST_WORDS or len(long.folded) < len(short.folded) + 15:
            continue
        if f" {short.folded} " in f" {long.folded} ":
            message = f"Działanie {short.place} w całości mieści się w działaniu {long.place}: „{short.text[:120]}”."
            yield finding("ACTION_CONTAINED", "warning", short.place, (short.place, long.place), message)


def _known(subject: Subject) -> list[_Known]:
    """Actions by their first wording: the same wording again is another rule's."""
    found: dict[str, _Known] = {}
    for place, action in subject.actions[:_MOST_ACTIONS]:
        words = tuple(re.findall(r"\w+", fold(action.text[:3000])))
        if len(words) > 2:
            found.setdefault(" ".join(words), _Known(place, action.text, " ".join(words), words))
    return list(found.values())


def _neighbours(subject: Subject) -> list[tuple[_Known, _Known]]:
    """Pairs that share two pairs of words side by side; what very many share brings nobody together."""
    actions = _known(subject)
    sharing: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, action in enumerate(actions):
        for pair in set(pairwise(action.words)):
            sharing[pair].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for owners in sharing.values():
        if 1 < len(owners) <= _MOST_SHARING:
            shared.update(combinations(owners, 2))
    return [(actions[a], actions[b]) for (a, b), common in sorted(shared.items()) if common > 1]


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _opposed(one: _Known, other: _Known) -> bool:
    """A whole word exchanged ("szkołach", "przedszkolach") or added makes two actions; a slip in a word does not."""
    return any(not _slip(left, right) for left, right in _changes(one, other))


def _slip(left: str, right: str) -> bool:
    if not left or not right:
        return len(left or right) <= 4
    if ROMAN.fullmatch(left.upper()) or ROMAN.fullmatch(right.upper()):
        return False
    return left[0] == right[0] and Levenshtein.distance(left, right, score_cutoff=2) <= 2


def _changes(one: _Known, other: _Known) -> list[tuple[str, str]]:
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    return [
        (" ".join(one.words[a:b]), " ".join(other.words[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]


def _diff(one: _Known, other: _Known) -> str:
    """The differing words as they are written."""
    left, right = re.findall(r"\w+", one.text[:3000]), re.findall(r"\w+", other.text[:3000])
    matcher = SequenceMatcher(None, [fold(w) for w in left], [fold(w) for w in right], autojunk=False)
    parts = [
        f"„{' '.join(left[a:b])}” – „{' '.join(right[c:d])}”"
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
    return ", ".join(parts[:4])
