"""Likely misprints: a rare word one letter from a word of this field, or from one the document itself uses often."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from bezpiecznik.resolution.lint.lexicon import (
    SHORTEST,
    common,
    index,
    inner_cuts,
    lexicon,
    near_common,
    near_field,
    trigrams,
    trigrams_of_common,
)
from bezpiecznik.resolution.lint.subject import Subject, Text, cased, finding, in_words
from bezpiecznik.resolution.lint.title import wrong_words
from bezpiecznik.resolution.model import Finding, Repair
from bezpiecznik.resolution.polish import fold

_HEAD, _TAIL = 2, 4
_OFTEN, _RARELY = 4, 2
_MOST_WORDS = 20_000
_LONG, _ROOT, _LONG_ENOUGH = 11, 9, 9
# Real words that differ inside by one letter: an edit that only makes one of these of the other proves nothing.
_REAL_PAIRS = (
    ("zdarz", "zderz"), ("podnosz", "ponosz"), ("wykrocz", "wkrocz"), ("wyst", "wst"),
    ("zagro", "zagrod"), ("mieszka", "miesza"), ("żąda", "zada"), ("sądz", "sadz"), ("dochodz", "dowodz"),
    ("wych", "wch"), ("wypa", "wpa"), ("wyje", "wje"), ("wyja", "wja"), ("wypr", "wpr"), ("wyno", "wno"),
    ("nabor", "nabior"), ("wybor", "wybior"), ("dowoz", "dowod"), ("świadcz", "śwadcz"),
)  # fmt: skip
_PREFIXES = (("prze", "przy"), ("po", "pod"), ("na", "nad"), ("o", "od"), ("s", "ws"), ("do", "od"))
_SPOKEN = {
    "conajmniej": "co najmniej", "napewno": "na pewno", "wogóle": "w ogóle", "narazie": "na razie",
    "poprostu": "po prostu", "wmiędzyczasie": "w międzyczasie", "orsz": "oraz", "wiedze": "wiedzę",
    "edukacje": "edukację", "zatruc": "zatruć", "wziąść": "wziąć", "ktory": "który", "rownież": "również",
    "równiez": "również", "mlodzież": "młodzież", "młodziez": "młodzież", "sie": "się", "dyrektory": "dyrektorzy",
}  # fmt: skip


def likely(subject: Subject) -> Iterator[Finding]:
    """Misprints of single words, each with its places and the word that was meant."""
    known = {wrong.word.casefold() for wrong in subject.once(wrong_words)}
    meant = {word: now for word, now in subject.once(_meant).items() if word not in known}
    if not meant:
        return
    places: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for text, words in subject.words_of_texts:
        for word in words:
            if word.casefold() in meant and not _is_part(text, word):
                places[word.casefold()].append((subject.place_in(text, word), word))
    for word, uses in places.items():
        now = meant[word]
        repairs = [Repair(place, was, cased(now, was)) for place, was in uses]
        where = in_words(place for place, _ in uses)
        message = f"„{uses[0][1]}” to prawdopodobnie „{cased(now, uses[0][1])}”: {where}."
        yield finding("MISPRINT", "warning", uses[0][1], [place for place, _ in uses], message, repairs=repairs)


def _is_part(text: Text, word: str) -> bool:
    """A word followed by a stop is shortened; one beside a hyphen, an at-sign or a slash is a piece of another."""
    return re.search(rf"[@/.\d-]{re.escape(word)}|{re.escape(word)}(?:\.[^\s]|[@/\d-])", text.text) is not None


def _meant(subject: Subject) -> dict[str, str]:
    words = subject.words
    if len(words) > _MOST_WORDS:
        return {}
    lower = _written_small(subject)
    trusted = [word for word, count in words.items() if count >= _OFTEN and len(word) >= SHORTEST and word in lower]
    own = index(trusted)
    parts = subject.once(_trigrams_in_words)
    found: dict[str, str] = {}
    for word, count in words.items():
        if word in _SPOKEN:
            found[word] = _SPOKEN[word]
        elif (now := _of_field(word)) or (count <= _RARELY and (now := _of_document(word, words, own, parts))):
            found[word] = now
    return found


def _written_small(subject: Subject) -> set[str]:
    return {word for _, words in subject.words_of_texts for word in words if word.islower()}


def _trigrams_in_words(subject: Subject) -> Counter[str]:
    """In how many different words of the document each three letters in a row occur."""
    return Counter(part for word in subject.words for part in trigrams(word))


def _of_field(word: str) -> str | None:
    """The one word of the field that this is a misprint of."""
    if len(word) < SHORTEST - 1 or word in lexicon():
        return None
    near = near_field(word)
    near = {k for k in near if _inside(word, k) or _lost_marks(word, k) or _has_a_stray_consonant(word, k)}
    near = {known for known in near if not _is_real_pair(word, known, _REAL_PAIRS)}
    return near.pop() if len(near) == 1 else None


def _of_document(word: str, words: Counter[str], own: dict[str, tuple[str, ...]], parts: Counter[str]) -> str | None:
    """The one word, common or frequent here, that this is a misprint of; strange letters in a row must prove it."""
    if len(word) < SHORTEST or word in lexicon() or word in common():
        return None
    usual = trigrams_of_common()
    if all(parts[part] > 1 or part in usual for part in trigrams(word)):
        return None
    near = near_common(word) | {known for cut in inner_cuts(word) for known in own.get(cut, ())}
    near = {known for known in near if _inside(word, known)}
    near = {known for known in near if known in common() or words[known] >= _OFTEN * words[word]}
    near = {known for known in near if not _is_real_pair(word, known, _REAL_PAIRS + _PREFIXES)}
    return near.pop() if len(near) == 1 else None


def _inside(word: str, known: str) -> bool:
    """One edit, not in the first letters and so far from the end that no inflection makes it."""
    if word == known or abs(len(word) - len(known)) > 1:
        return False
    head = _common(word, known)
    tail = _common(word[head:][::-1], known[head:][::-1])
    there, here = word[head : len(word) - tail], known[head : len(known) - tail]
    swapped = len(here) == 2 and there == here[::-1]
    if tail < _TAIL or (max(len(there), len(here)) > 1 and not swapped):
        return False
    if head < _HEAD:
        return _lost_first(word, known)
    return not ({there, here} == {"a", "e"} and known[head + 1 : head + 3] in ("ni", "nia"))


def _lost_first(word: str, known: str) -> bool:
    """The first letter lost, and it was none of those that make prefixes."""
    return known[1:] == word and known[0] not in "uwzsoia"


def _lost_marks(word: str, known: str) -> bool:
    """Only diacritics differ, and not merely the last letter, which may be an ending."""
    return word != known and fold(word) == fold(known) and word[-1] == known[-1] and word[:-1] != known[:-1]


def _has_a_stray_consonant(word: str, known: str) -> bool:
    """One consonant too many, of those that no ending brings in: "prekursorsy"."""
    if len(word) != len(known) + 1 or len(known) < _LONG_ENOUGH or word[-1] != known[-1]:
        return False
    head = _common(word, known)
    return head >= _HEAD and word[head] in "sptbdgfr" and word[head + 1 :] == known[head:]


def _common(one: str, other: str) -> int:
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def _is_real_pair(word: str, known: str, pairs: tuple[tuple[str, str], ...]) -> bool:
    for one, other in pairs:
        for a, b in ((one, other), (other, one)):
            if a in word and word.replace(a, b, 1) == known:
                return True
    return False


def strange_roots(subject: Subject) -> Iterator[Finding]:
    """A long word whose beginning differs in one letter from one the document uses often, whatever the endings."""
    roots: Counter[str] = Counter()
    for word, count in subject.words.items():
        if len(word) >= _LONG:
            roots[word[:_ROOT]] += count
    rare = [root for root, count in roots.items() if count <= _RARELY][:_MOST_WORDS]
    often: defaultdict[str, list[str]] = defaultdict(list)
    for root in [root for root, count in roots.items() if count > _OFTEN][:_MOST_WORDS]:
        for at in range(1, _ROOT - _TAIL):
            often[root[:at] + "*" + root[at + 1 :]].append(root)
    strange = {root: near for root in rare if len(near := _near_roots(root, often)) == 1}
    if not strange:
        return
    taken = set(subject.once(_meant)) | {wrong.word.casefold() for wrong in subject.once(wrong_words)}
    parts = subject.once(_trigrams_in_words)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for text, words in subject.words_of_texts:
        for word in words:
            key = word.casefold()
            if len(key) < _LONG or key[:_ROOT] not in strange or key in taken:
                continue
            if any(parts[part] == 1 for part in trigrams(key[:_ROOT])):
                found[word].append(subject.place_in(text, word))
    for word, places in found.items():
        (root,) = strange[word.casefold()[:_ROOT]]
        like = next(other for other in subject.words if other.startswith(root))
        message = f"W wyrazie „{word}” jest prawdopodobnie błąd (por. „{cased(like, word)}”): {in_words(places)}."
        yield finding("MISPRINT", "warning", word, places, message)


def _near_roots(root: str, often: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    for at in range(1, _ROOT - _TAIL):
        found.update(near for near in often.get(root[:at] + "*" + root[at + 1 :], ()) if near != root)
    return {near for near in found if not _is_real_pair(root, near, _REAL_PAIRS + _PREFIXES)}
