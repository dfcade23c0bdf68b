"""Terms that do not fit into the years of the programme."""

from __future__ import annotations

from collections.abc import Iterator

from bezpiecznik.resolution.lint.subject import Subject
from bezpiecznik.resolution.model import Finding
from bezpiecznik.resolution.terms import years_of


def outside_years(subject: Subject) -> Iterator[Finding]:
    """A term, or the deadline of an action, that begins before the programme or ends after it."""
    first, last = subject.reading.meta.years_from, subject.reading.meta.years_to
    if first is None or last is None:
        return
    for place, what, years in _terms(subject):
        if years and (min(years) < first or max(years) > last):
            own = str(min(years)) if len(set(years)) == 1 else f"{min(years)}–{max(years)}"
            message = f"Termin {what} ({own}) wykracza poza lata programu ({first}–{last})."
            yield Finding("TERM_OUTSIDE_YEARS", "warning", place, (place,), message)


def _terms(subject: Subject) -> Iterator[tuple[str, str, list[int]]]:
    for initiative in subject.reading.initiatives:
        years = [int(term[:4]) for term in (initiative.term_from, initiative.term_to) if term]
        yield f"P{initiative.no}", f"programu nr\u00a0{initiative.no}", years
    for place, action in subject.actions:
        yield place, f"działania {place}", years_of(action.deadline or "")
