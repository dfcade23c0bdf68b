"""Terms of initiatives: from "Rok szkolny 20/21" or "od 6.08.2020 do 2023" to two dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bezpiecznik.resolution.polish import MONTH_WORD, month

_SPACED_YEAR = re.compile(r"\b(?:2 0\d\d|20 \d\d|20\d \d)\b")
_DAY = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)\b")
_MONTH = re.compile(rf"\b({MONTH_WORD})\s+((?:19|20)\d\d)\b", re.I)
_SCHOOL = re.compile(r"\b((?:20)?\d\d)\s*[/–-]\s*((?:20)?\d\d)\b")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_SHORT_END = re.compile(r"\b((?:19|20)\d\d)\s*[/–—-]\s*(\d\d)\b(?![./\d])")
_OPEN = re.compile(r"bezterminow|nieokreślon|bez ograniczeń|na stałe|do odwołania", re.I)
_ONLY_START = re.compile(r"\bod\b(?!.*(?:\bdo\b|[–—-]))", re.I | re.S)
_SCHOOL_WORD = re.compile(r"szkoln", re.I)


@dataclass(frozen=True)
class Term:
    """Start and end as ISO dates cut to what is known; `open_ended` when no end is meant."""

    start: str | None = None
    end: str | None = None
    open_ended: bool = False


def read_term(text: str) -> Term:
    """The earliest and the latest date named in the text."""
    text = _SPACED_YEAR.sub(lambda year: year.group().replace(" ", ""), text[:500])
    dates = sorted(set(_dates(text)))
    open_ended = bool(_OPEN.search(text)) or (len(dates) == 1 and bool(_ONLY_START.search(text)))
    if not dates:
        return Term(open_ended=open_ended)
    return Term(dates[0], None if open_ended else dates[-1], open_ended)


def _dates(text: str) -> list[str]:
    found = []
    for match in _DAY.finditer(text):
        found.append(f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}")
    text = _DAY.sub(" ", text)
    for match in _MONTH.finditer(text):
        found.append(f"{match[2]}-{month(match[1]):02}")
    text = _MONTH.sub(" ", text)
    for match in _SHORT_END.finditer(text):
        found += [match[1], match[1][:2] + match[2]]
    text = _SHORT_END.sub(" ", text)
    if _SCHOOL_WORD.search(text):
        found += ["20" + year[-2:] for match in _SCHOOL.finditer(text) for year in match.groups()]
    return found + _YEAR.findall(text)


def years_of(text: str) -> list[int]:
    """Every year named in a text, in order."""
    return [int(year) for year in _YEAR.findall(text[:500])]
