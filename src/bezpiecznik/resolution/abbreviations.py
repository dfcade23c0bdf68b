"""The document's own list of abbreviations: finding in it what the text calls a body."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from bezpiecznik.resolution.bodies import Body, nation_wide
from bezpiecznik.resolution.inflection import without_seat
from bezpiecznik.resolution.likeness import Words, are_misread, likeness, words_of
from bezpiecznik.resolution.model import Institution
from bezpiecznik.resolution.polish import fold

_COMMA = "\u2063"
_LEAST_LIKENESS = 0.6
_FUZZY_FROM = 5
_WITHOUT_DIACRITICS, _WITHOUT_SMALL, _MANY_ALIKE = 0.95, 0.9, 0.7
# One letter changed is always a doubt, and so is what only the whole country's list says.
_MOST_IF_CHANGED, _NATION_WIDE = 0.85, 0.85
_LEAST_MISREAD, _SURELY_MISREAD = 88, 93
_MOST_ROWS, _MOST_SEARCHES, _MOST_COMPARED = 300, 3000, 10


@dataclass(frozen=True)
class Match:
    """The body a name stands for, and how sure that is (0 to 1)."""

    abbr: str
    score: float


@lru_cache(maxsize=200_000)
def key_of(text: str) -> str:
    """An abbreviation without spaces, stops, hyphens, diacritics and capitals."""
    return re.sub(r"[\s.-]", "", fold(text))


class Abbreviations:
    """Look-up in the list, exact and tolerant; every look-up costs the same however long the list is."""

    def __init__(self, institutions: Sequence[Institution], places: frozenset[str] = frozenset()) -> None:
        self._places = places
        self._by_key: dict[str, str] = {}
        self._by_skeleton: defaultdict[str, set[str]] = defaultdict(set)
        self._by_cut: defaultdict[str, set[str]] = defaultdict(set)
        self._names: dict[str, list[Words]] = defaultdict(list)
        self._full: dict[str, str] = {fold(without_seat(row.name)[0]): row.abbr for row in institutions if row.name}
        self._searches = _MOST_SEARCHES if len(self._full) <= _MOST_ROWS else 0
        self._found: dict[tuple[str, bool], Match | None] = {}
        self._by_stem: defaultdict[str, list[str]] = defaultdict(list)
        self._with_comma = {row.name: row.name.replace(",", _COMMA) for row in institutions if "," in row.name}
        self._tails = {key_of(row.abbr.split()[-1]) for row in institutions if len(row.abbr.split()) > 1}
        self._heads = {key_of(row.abbr.split()[0]) for row in institutions if len(row.abbr.split()) > 1}
        self.used: Counter[str] = Counter()
        for row in institutions:
            self._enter(row)

    def _enter(self, row: Institution) -> None:
        self._by_key.setdefault(key_of(row.abbr), row.abbr)
        self._by_skeleton[_skeleton(row.abbr)].add(row.abbr)
        for cut in _cuts(key_of(row.abbr)):
            self._by_cut[cut].add(row.abbr)
        words = words_of(row.name, self._places)
        if row.abbr not in self._names:
            for part in words.stems:
                self._by_stem[part].append(row.abbr)
        self._names[row.abbr].append(words)

    def is_listed(self, text: str) -> bool:
        """Is this, diacritics and capitals aside, an abbreviation of the list?"""
        return (text[:1].isupper() and key_of(text) in self._by_key) or text in self._by_key

    def is_head(self, token: str) -> bool:
        """Does a listed abbreviation of several words begin with it?"""
        return key_of(token) in self._heads

    def is_tail(self, token: str) -> bool:
        """Does it occur only as the second word of listed abbreviations, as CD in "AB CD"?"""
        key = key_of(token)
        return key in self._tails and key not in self._by_key

    def guard(self, cell: str) -> str:
        """Hide the commas inside full names ("Wydział A, B i C") from division."""
        if "," not in cell or len(self._with_comma) > 500:
            return cell
        for name, guarded in self._with_comma.items():
            cell = cell.replace(name, guarded)
        return cell

    def unguard(self, text: str) -> str:
        """Put back what `guard` hid."""
        return text.replace(_COMMA, ",")

    def find(self, text: str, *, is_abbreviation: bool) -> Match | None:
        """The listed body this name stands for."""
        if not self._by_key:
            return None
        asked = (text, is_abbreviation)
        if asked not in self._found:
            found = self._find_abbreviation(text) if is_abbreviation else self._find_name(text)
            self._found[asked] = found or self._known_to_all(text, is_abbreviation=is_abbreviation)
        return self._found[asked]

    def count_uses(self, texts: Iterable[str]) -> None:
        """Remember how often each listed abbreviation is used exactly: the usual one wins a tie."""
        self.used.update(abbr for text in texts if (abbr := self._by_key.get(key_of(text))))
        self._found.clear()

    def _find_abbreviation(self, text: str) -> Match | None:
        key = key_of(text)
        if abbr := self._by_key.get(key):
            same = text.casefold().replace(" ", "") == abbr.casefold().replace(" ", "")
            return Match(abbr, 1.0 if same else _WITHOUT_DIACRITICS)
        skeleton = self._by_skeleton.get(_skeleton(text), set())
        if len(skeleton) == 1 and len(_skeleton(text)) > 2:
            return Match(next(iter(skeleton)), _WITHOUT_SMALL)
        return self._find_alike(text, key) if len(key) >= _FUZZY_FROM else None

    def _find_alike(self, text: str, key: str) -> Match | None:
        """One letter changed, added or lost, never the first: it says whose body it is."""
        near = {abbr for cut in _cuts(key) for abbr in self._by_cut.get(cut, ())}
        near = {abbr for abbr in near if key_of(abbr)[:1] == key[:1] and len(key_of(abbr)) >= _FUZZY_FROM - 1}
        near = {abbr for abbr in near if not nation_wide().are_two(text, abbr)}
        if not near:
            return None
        best = max(sorted(near), key=lambda abbr: (self.used[abbr], fuzz.ratio(key, key_of(abbr))))
        score = fuzz.ratio(fold(text), fold(best)) / 100 * (_MANY_ALIKE if len(near) > 1 else 1)
        return Match(best, round(min(score, _MOST_IF_CHANGED), 2))

    def _find_name(self, text: str) -> Match | None:
        """A full name in any case and order of words, measured by the words they share."""
        words = words_of(text, self._places)
        shared = Counter(abbr for part in words.stems for abbr in self._by_stem.get(part, ())[:50])
        least = min(2, len(words.stems))
        nearest = (abbr for abbr, common in shared.most_common(_MOST_COMPARED) if common >= least)
        scores = [(self._likeness(words, abbr), abbr) for abbr in nearest]
        best = max(scores, default=(0.0, ""))
        rivals = [abbr for score, abbr in scores if score == best[0]]
        enough = _LEAST_LIKENESS if len(words.stems) > 1 else 1.0
        found = Match(best[1], round(best[0], 2)) if best[0] >= enough and len(rivals) == 1 else None
        if (found and found.score >= _WITHOUT_SMALL) or len(words.stems) < 2:
            return found
        misread = self._find_misread(text, words)
        return misread if misread and (not found or misread.score > found.score) else found

    def _likeness(self, words: Words, abbr: str) -> float:
        return max(likeness(words, listed, key_of(abbr)) for listed in self._names[abbr])

    def _find_misread(self, text: str, words: Words) -> Match | None:
        """The listed name of the same words with a few other letters; of a long list none is sought."""
        if not self._searches or not self._full or len(text) > 150:
            return None
        self._searches -= 1
        bare = fold(without_seat(text)[0])
        found = process.extractOne(bare, self._full.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_MISREAD)
        if found is None or not are_misread(bare, found[0]) or nation_wide().named(text):
            return None
        listed = self._names[self._full[found[0]]][0]
        if words.levels != listed.levels and words.levels and listed.levels:
            return None
        sure = found[1] >= _SURELY_MISREAD
        return Match(self._full[found[0]], round(found[1] / 100 if sure else _MOST_IF_CHANGED, 2))

    def _known_to_all(self, text: str, *, is_abbreviation: bool) -> Match | None:
        """What the country calls so, where the list has it under its other name."""
        bodies = nation_wide().abbreviated(text) if is_abbreviation else _one(nation_wide().named(text))
        found = {abbr for body in bodies for abbr in self._rows_of(body)}
        if not found:
            kin = {body.kin for body in bodies if body.kin}
            found = {abbr for one in kin for body in nation_wide().by_kin[one] for abbr in self._rows_of(body)}
        return Match(found.pop(), _NATION_WIDE) if len(found) == 1 else None

    def _rows_of(self, body: Body) -> set[str]:
        """Listed abbreviations whose full name is this body's, or whose name at least has a word of it."""
        rows = {match.abbr for name in body.names if (match := self._find_name(name)) and match.score >= _WITHOUT_SMALL}
        stems = frozenset[str]().union(*(words_of(name, self._places).stems for name in body.names))
        for abbr in filter(None, (self._by_key.get(key_of(short)) for short in body.abbreviations)):
            if any(stems & listed.stems for listed in self._names[abbr]):
                rows.add(abbr)
        return rows


def _one(body: Body | None) -> tuple[Body, ...]:
    return (body,) if body else ()


def _skeleton(abbr: str) -> str:
    """Capitals only: "AiB" and "AB" are the same but for a small "i"."""
    return fold("".join(sign for sign in abbr if sign.isupper()))


def _cuts(key: str) -> set[str]:
    """The key and the key with each one letter left out, so that one edit apart means a common cut."""
    return {key, *(key[:at] + key[at + 1 :] for at in range(min(len(key), 12)))}
