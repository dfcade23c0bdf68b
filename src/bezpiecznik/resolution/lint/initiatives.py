"""Programmes run by institutions: equal names, copied texts, no aim, no money."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz

from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Finding, Initiative
from bezpiecznik.resolution.polish import fold

_MONEY = re.compile(r"(?:źródł[oa] finansowania|współfinansowan\w+|finansowan\w+)[^.;]*[.;]?", re.I)
_LEAST, _SAME, _CLAUSE = 50, 95, 70
_MOST = 400


def same_name(subject: Subject) -> Iterator[Finding]:
    """Two initiatives under one name."""
    places: defaultdict[str, list[Initiative]] = defaultdict(list)
    for row in subject.reading.initiatives:
        places[fold(row.name).strip(' .!„”"')].append(row)
    for name, rows in places.items():
        if name and len(rows) > 1:
            where = [f"P{row.no}" for row in rows]
            bodies = list(dict.fromkeys(body for row in rows for body in row.executors))
            by = f" (realizatorzy: {', '.join(bodies)})" if len(bodies) > 1 else ""
            message = f"Tę samą nazwę „{rows[0].name}” mają: {in_words(where)}{by}."
            yield finding("INITIATIVE_NAME_REPEATED", "warning", rows[0].name, where, message)


def copied_text(subject: Subject) -> Iterator[Finding]:
    """The same description or the same aim in several initiatives."""
    fields: tuple[tuple[str, Callable[[Initiative], str]], ...] = (
        ("sposób realizacji", lambda row: _MONEY.sub("", row.method)),
        ("cel", lambda row: row.goal),
    )
    for what, text_of in fields:
        texts = [(f"P{row.no}", _plain(text_of(row))) for row in subject.reading.initiatives[:_MOST]]
        for group in _alike([(place, text) for place, text in texts if len(text) >= _LEAST]):
            message = (
                f"Ten sam (albo niemal ten sam) {what} jest wpisany w kilku miejscach: {in_words(group)}. "
                "Sprawdź, czy nie skopiowano go przez pomyłkę."
            )
            yield finding("INITIATIVE_TEXT_COPIED", "info", what, group, message)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text[:1500])))


def _alike(texts: list[tuple[str, str]]) -> list[list[str]]:
    """Groups of places whose texts are nearly equal, begin alike, or have one a part of the other."""
    groups: list[tuple[str, list[str]]] = []
    for place, text in texts:
        for known, places in groups:
            short, long = sorted((known, text), key=len)
            if short in long or _begin_alike(short, long) or fuzz.ratio(known, text, score_cutoff=_SAME):
                places.append(place)
                break
        else:
            groups.append((text, [place]))
    return [places for _, places in groups if len(places) > 1]


def _begin_alike(short: str, long: str) -> bool:
    """The greater part of the shorter text, and no less than a clause, is the beginning of both."""
    same = next((at for at, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return same >= _CLAUSE and same >= 0.65 * len(short)


def without_aim(subject: Subject) -> Iterator[Finding]:
    """Initiatives whose aim is not told, in a document that tells it of others."""
    rows = subject.reading.initiatives
    bare = [f"P{row.no}" for row in rows if not row.goal]
    if bare and len(bare) < len(rows):
        message = f"Nie podano celu: {in_words(bare)}."
        yield finding("GOAL_MISSING", "warning", "cel programu jednostki", bare, message)


def without_money(subject: Subject) -> Iterator[Finding]:
    """Initiatives of which nothing says who pays."""
    rows = subject.reading.initiatives
    bare = [f"P{row.no}" for row in rows if not row.funding]
    if bare:
        message = f"Nie podano źródła finansowania w {len(bare)} z {len(rows)} programów jednostek: {in_words(bare)}."
        yield finding("FUNDING_MISSING", "info", "źródło finansowania", bare, message)
