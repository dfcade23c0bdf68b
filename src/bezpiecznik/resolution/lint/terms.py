"""Terms that do not fit the programme: outside its years, ended before it, without an end, the wrong way round."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Finding, Meta
from bezpiecznik.resolution.polish import MONTH_WORD, month
from bezpiecznik.resolution.terms import years_of

_YEARS = re.compile(r"(?<![\d/.-])(20\d\d)(?: ?r\.)?\s*[-–—]\s*(20\d\d)(?![\d/-])")
_SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s?/\s?(20\d\d)\b")
_NAMED_DAY = re.compile(rf"(?<!\d)(?<![\d-]\s)(\d{{1,2}})\s+({MONTH_WORD})(?:\s+((?:19|20)\d\d))?", re.I)
_NUMBERED_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d|\.\d)")
_GENITIVE = ("nia", "tego", "rca", "wca", "maja", "pnia", "da", "ika", "wca")


def outside_years(subject: Subject) -> Iterator[Finding]:
    """A term, or the deadline of an action, that begins before the programme or ends after it."""
    first, last = subject.reading.meta.years_from, subject.reading.meta.years_to
    if first is None or last is None or first > last:
        return
    for place, what, years in _terms(subject):
        if years and (min(years) < first or max(years) > last):
            own = str(min(years)) if len(set(years)) == 1 else f"{min(years)}–{max(years)}"
            message = f"Termin {what} ({own}) wykracza poza lata programu ({first}–{last})."
            yield finding("TERM_OUTSIDE_YEARS", "warning", place, (place,), message)


def _terms(subject: Subject) -> Iterator[tuple[str, str, list[int]]]:
    for initiative in subject.reading.initiatives:
        years = [int(term[:4]) for term in (initiative.term_from, initiative.term_to) if term]
        yield f"P{initiative.no}", f"programu nr\u00a0{initiative.no}", years
    for place, action in subject.actions:
        yield place, f"działania {place}", _years(action.deadline or "", subject.reading.meta)


def _years(deadline: str, meta: Meta) -> list[int]:
    """Years of a deadline; a school year that is partly within the programme is within it."""
    within = range(meta.years_from or 0, (meta.years_to or 0) + 1)
    school = [(int(match[1]), int(match[2])) for match in _SCHOOL_YEAR.finditer(deadline[:500])]
    halves = [year if year in within else other for pair in school for year, other in (pair, pair[::-1])]
    return years_of(_SCHOOL_YEAR.sub(" ", deadline[:500])) + halves


def ends_early(subject: Subject) -> Iterator[Finding]:
    """An initiative that ends in an earlier year than the programme."""
    last = subject.reading.meta.years_to
    for row in subject.reading.initiatives:
        if last and row.term_to and not row.open_ended and int(row.term_to[:4]) < last:
            place, year = f"P{row.no}", int(row.term_to[:4])
            message = f"Program nr {row.no} kończy się w {year} r., a cały program trwa do {last} r.: co potem?"
            yield finding("TERM_ENDS_EARLY", "info", place, (place,), message)


def open_ended(subject: Subject) -> Iterator[Finding]:
    """An initiative without an end in a programme that has one."""
    last = subject.reading.meta.years_to
    for row in subject.reading.initiatives:
        if row.open_ended:
            place = f"P{row.no}"
            until = f", a cały program trwa do {last} r." if last else "."
            message = f"Program nr {row.no} nie ma końca („{row.term_raw}”){until}"
            yield finding("TERM_OPEN_ENDED", "info", place, (place,), message)


def reversed_years(subject: Subject) -> Iterator[Finding]:
    """Years the wrong way round: "2026–2024"."""
    for place, match in subject.matches(_YEARS):
        if int(match[1]) > int(match[2]):
            message = f"Lata są w odwrotnej kolejności: „{match.group()}” ({in_words([place])})."
            yield finding("YEARS_REVERSED", "error", match.group(), (place,), message)


def impossible_dates(subject: Subject) -> Iterator[Finding]:
    """A day that its month does not have: "31 czerwca"."""
    for text in subject.texts:
        if not any(sign.isdigit() for sign in text.text):
            continue
        for written, day, number, year in _days(text.text):
            if not 1 <= number <= 12 or not 1 <= day <= monthrange(year or 2024, number)[1]:
                place = subject.place_in(text, written)
                message = f"Nie ma takiego dnia: „{written}” ({in_words([place])})."
                yield finding("DATE_IMPOSSIBLE", "error", written, (place,), message)


def _days(text: str) -> Iterator[tuple[str, int, int, int | None]]:
    for match in _NAMED_DAY.finditer(text):
        number = month(match[2])
        if number and match[2].casefold().endswith(_GENITIVE):
            yield match.group(), int(match[1]), number, int(match[3]) if match[3] else None
    for match in _NUMBERED_DAY.finditer(text):
        yield match.group(), int(match[1]), int(match[2]), int(match[3])
