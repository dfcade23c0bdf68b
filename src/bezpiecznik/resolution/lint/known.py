"""Bodies that exist in every county under the same name: their usual abbreviations and full names (`bodies.tsv`)."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from bezpiecznik.resolution.polish import stem

_SMALL = frozenset(["i", "w", "we", "oraz", "dla", "do", "na", "z", "ze"])


@cache
def _rows() -> dict[str, str]:
    text = files("bezpiecznik.resolution.lint").joinpath("bodies.tsv").read_text(encoding="utf-8")
    return {row["abbr"]: row["name"] or "" for row in csv.DictReader(text.splitlines(), delimiter="\t")}


@cache
def also() -> dict[str, tuple[str, ...]]:
    """All right names by abbreviation: of some bodies the office and its organ."""
    return {abbr: tuple(part.strip() for part in name.split("|")) for abbr, name in _rows().items() if name}


@cache
def usual() -> dict[str, str]:
    """Full name by abbreviation; a document may give any of them another meaning, but not another's name."""
    return {abbr: names[0] for abbr, names in also().items()}


@cache
def foreign() -> frozenset[str]:
    """Abbreviations that are not made of the first letters of a Polish name."""
    return frozenset(abbr for abbr, name in _rows().items() if not name)


@cache
def abbreviation_of(stems: frozenset[str]) -> str | None:
    """The usual abbreviation of the body whose name has these stems."""
    return next((abbr for abbr, name in usual().items() if stems_of(name) == stems), None)


def stems_of(name: str) -> frozenset[str]:
    """Stems of the words of a name that tell it from others."""
    words = name.replace("-", " ").replace("–", " ").split()
    return frozenset(stem(word.strip(".,()")) for word in words if word.casefold() not in _SMALL)
