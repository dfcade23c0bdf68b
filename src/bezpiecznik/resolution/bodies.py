"""Bodies that the whole country has, for what a document says without explaining it.

The list is data (`bodies.tsv`). It tells where one name ends and another begins, and that an abbreviation and a full
name may be one body; it gives nobody a name that the document does not use.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bezpiecznik.resolution.inflection import base, key, without_seat
from bezpiecznik.resolution.polish import fold

LONGEST = 9


@dataclass(frozen=True)
class Body:
    """One row: what it is called.

    `kin` joins those of which a county has one and a city the other; `genitive` is the first word of many of them,
    where it has no ending to know it by.
    """

    no: int
    kin: str
    abbreviations: tuple[str, ...]
    names: tuple[str, ...]
    genitive: str = ""


def _abbreviation_key(text: str) -> str:
    return fold(text).replace(" ", "").replace(".", "").replace("-", "")


@dataclass(frozen=True)
class Bodies:
    """Rows of the list, looked up by abbreviation and by a name in any case."""

    by_abbreviation: dict[str, tuple[Body, ...]]
    by_name: dict[tuple[str, ...], Body]
    by_kin: dict[str, tuple[Body, ...]]
    first_words: frozenset[str]

    def abbreviated(self, text: str) -> tuple[Body, ...]:
        """Every body that this abbreviation may mean."""
        return self.by_abbreviation.get(_abbreviation_key(text), ())

    def named(self, phrase: str) -> Body | None:
        """The body that this full name means, whatever its case and its seat."""
        return self.by_name.get(key(without_seat(phrase)[0]))

    def nominative(self, phrase: str) -> str | None:
        """The same words in the nominative, with the seat and the capital that the phrase has."""
        bare = without_seat(phrase)[0]
        body = self.by_name.get(key(bare))
        name = next((name for name in body.names if key(name) == key(bare)), None) if body else None
        if name is None:
            return None
        return (name[0].upper() if bare[0].isupper() else name[0]) + name[1:] + phrase[len(bare) :]

    def is_genitive(self, phrase: str) -> bool:
        """Is this the genitive of many, which has no ending to know it by: "szkół", "gmin"?"""
        body = self.named(phrase)
        return body is not None and body.genitive != "" and phrase.split(maxsplit=1)[0].casefold() == body.genitive

    def name_at(self, tokens: list[str], position: int) -> int:
        """How many tokens from here make the longest name of the list."""
        if base(tokens[position]) not in self.first_words:
            return 0
        for length in range(min(LONGEST, len(tokens) - position), 0, -1):
            if key(" ".join(tokens[position : position + length])) in self.by_name:
                return length
        return 0

    def are_two(self, one: str, other: str) -> bool:
        """Are these abbreviations two bodies that no county mistakes for each other?"""
        first, second = self.abbreviated(one), self.abbreviated(other)
        if not first or not second:
            return False
        kin = {body.kin for body in first if body.kin} & {body.kin for body in second if body.kin}
        return not kin and {body.no for body in first}.isdisjoint(body.no for body in second)


@cache
def nation_wide() -> Bodies:
    """The list that comes with the program."""
    text = files("bezpiecznik.resolution").joinpath("bodies.tsv").read_text(encoding="utf-8")
    return _index(_rows(text))


def _rows(text: str) -> Iterator[Body]:
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    for no, line in enumerate(lines):
        kin, abbreviations, names, *genitive = line.split("\t")
        short = tuple(filter(None, abbreviations.split("|")))
        yield Body(no, kin, short, tuple(names.split("|")), genitive[0] if genitive else "")


def _index(rows: Iterator[Body]) -> Bodies:
    by_abbreviation: defaultdict[str, tuple[Body, ...]] = defaultdict(tuple)
    by_name: dict[tuple[str, ...], Body] = {}
    by_kin: defaultdict[str, tuple[Body, ...]] = defaultdict(tuple)
    for body in rows:
        for abbreviation in body.abbreviations:
            by_abbreviation[_abbreviation_key(abbreviation)] += (body,)
        if body.kin:
            by_kin[body.kin] += (body,)
        for name in body.names:
            by_name.setdefault(key(name), body)
    return Bodies(dict(by_abbreviation), by_name, dict(by_kin), frozenset(words[0] for words in by_name))
