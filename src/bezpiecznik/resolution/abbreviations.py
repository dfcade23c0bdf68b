"""The document's own list of abbreviations: reading it, and finding in it what the text calls a body."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from bezpiecznik.resolution.document import Document, Paragraph
from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.model import Institution
from bezpiecznik.resolution.polish import fold, stem
from bezpiecznik.resolution.sections import area_heading
from bezpiecznik.resolution.table_rows import Table

_HEADING = re.compile(r"(?:[ivx]+\.? |\d+\.? )?(?:wykaz|lista|objasnienia?|slownik|uzyte)\b.{0,40}skrot")
_LINE = re.compile(r"(?:[-–•*]\s+|\d{1,3}[.)]\s+)?(\S[^–—:=]{0,20}?)\s*(?:\s[-–—]\s|:|=)\s*(\S.{2,200})", re.S)
_EMPTY_WORDS = frozenset(
    [
        "w",
        "we",
        "i",
        "oraz",
        "do",
        "dla",
        "na",
        "z",
        "ze",
        "spraw",
        "sp",
        "o.o.",
        "urzedu",
        "urzad",
        "miasta",
        "miasto",
        "gminy",
        "powiatu",
    ]
)
_COMMA = "\u2063"
_LEAST_LIKENESS = 0.6
_FUZZY_FROM = 5
_WITHOUT_DIACRITICS, _WITHOUT_SMALL, _MANY_ALIKE = 0.95, 0.9, 0.7


@dataclass(frozen=True)
class Match:
    """The body a name stands for, and how sure that is (0 to 1)."""

    abbr: str
    score: float


def read_institutions(document: Document, tables: Sequence[Table]) -> tuple[Institution, ...]:
    """Rows of the list: from tables with a column of abbreviations, else from lines under its heading."""
    rows = [
        Institution(abbr, row.cell(Role.FULL_NAME) or "", source=row.source)
        for table in tables
        if Role.ABBR in table.columns
        for row in table.rows
        if (abbr := row.cell(Role.ABBR))
    ]
    return tuple(rows or _listed_lines(document))


def _listed_lines(document: Document) -> list[Institution]:
    rows: list[Institution] = []
    inside = False
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            inside = False
        elif _HEADING.match(fold(block.text[:120])):
            inside = True
        elif inside and not area_heading(block.text) and (match := _LINE.fullmatch(block.text)):
            rows.append(Institution(match[1].strip(), match[2].strip(" ;,."), source=block.source))
        elif rows:
            inside = False
    return rows


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
        self._names: dict[str, list[frozenset[str]]] = defaultdict(list)
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
        stems = self._stems(row.name)
        if row.abbr not in self._names:
            for part in stems:
                self._by_stem[part].append(row.abbr)
        self._names[row.abbr].append(stems)

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
        return self._find_abbreviation(text) if is_abbreviation else self._find_name(text)

    def count_uses(self, texts: Iterable[str]) -> None:
        """Remember how often each listed abbreviation is used exactly: the usual one wins a tie."""
        self.used.update(abbr for text in texts if (abbr := self._by_key.get(key_of(text))))

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
        if not near:
            return None
        best = max(sorted(near), key=lambda abbr: (self.used[abbr], fuzz.ratio(key, key_of(abbr))))
        score = fuzz.ratio(fold(text), fold(best)) / 100
        return Match(best, round(score * (_MANY_ALIKE if len(near) > 1 else 1), 2))

    def _find_name(self, text: str) -> Match | None:
        """A full name in any case and order of words, measured by shared stems."""
        stems = self._stems(text)
        if len(stems) < 2:
            return None
        shared = Counter(abbr for part in stems for abbr in self._by_stem.get(part, ())[:50])
        likeness = [(self._likeness(stems, abbr), abbr) for abbr, common in shared.items() if common >= 2]
        best = max(likeness, default=(0.0, ""))
        rivals = [abbr for score, abbr in likeness if score == best[0]]
        return Match(best[1], round(best[0], 2)) if best[0] >= _LEAST_LIKENESS and len(rivals) == 1 else None

    def _likeness(self, stems: frozenset[str], abbr: str) -> float:
        return max(len(stems & name) / len(stems | name) for name in self._names[abbr])

    def _stems(self, name: str) -> frozenset[str]:
        words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+\.)?", name)
        return frozenset(
            stem(word) for word in words if fold(word) not in _EMPTY_WORDS and stem(word) not in self._places
        )


def _skeleton(abbr: str) -> str:
    """Capitals only: "AiB" and "AB" are the same but for a small "i"."""
    return fold("".join(sign for sign in abbr if sign.isupper()))


def _cuts(key: str) -> set[str]:
    """The key and the key with each one letter left out, so that one edit apart means a common cut."""
    return {key, *(key[:at] + key[at + 1 :] for at in range(min(len(key), 12)))}
