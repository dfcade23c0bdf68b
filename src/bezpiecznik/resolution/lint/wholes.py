"""What the whole programme lacks: columns, annexes it speaks of, goals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Finding
from bezpiecznik.resolution.polish import fold

_TIMETABLE = re.compile(
    r"(?:okreslon\w+|wskazan\w+|zawart\w+|zgodnie|wedlug|wg|ujet\w+|podan\w+|ustalon\w+|przewidzian\w+)"
    r"\s+(?:w\s+|z\s+)?harmonogram\w*|harmonogram\w* stanowi\w* zalacznik"
)
_ANNEX = re.compile(r"zalacznik\w*\s+(?:nr|numer)\s*(\d{1,2})\b(?! do (?:rozporzadz|ustaw|zarzadz|uchwaly nr))")
_ANNEX_HEADING = re.compile(r"zalacznik\s+(?:nr|numer)\s*(\d{1,2})\b")
_GOAL = re.compile(r"\bcel(?:e|em|ami|ow|u|ach)?\b|\bma(?:ja)? na celu\b")
_LEAST_ACTIONS = 3


def missing_columns(subject: Subject) -> Iterator[Finding]:
    """Deadlines, measures or money that no action of the programme has."""
    actions = [action for _, action in subject.actions]
    if len(actions) < _LEAST_ACTIONS:
        return
    places = [f"A{area.no}" for area in subject.reading.areas]
    if not any(action.deadline for action in actions):
        message = "Żadne działanie nie ma terminu: nie wiadomo, kiedy ma być wykonane ani czy jest ciągłe."
        yield finding("COLUMN_MISSING", "warning", "termin", places, message)
    if not any(action.indicators for action in actions):
        message = "Żadne działanie nie ma miernika: nie będzie wiadomo, po czym poznać, że zostało wykonane."
        yield finding("COLUMN_MISSING", "warning", "miernik", places, message)
    if not any(action.funding for action in actions):
        message = "Przy żadnym działaniu nie podano źródła finansowania."
        yield finding("COLUMN_MISSING", "info", "finansowanie", places, message)


def timetable(subject: Subject) -> Iterator[Finding]:
    """A timetable the text relies on, in a document that has none."""
    if any(action.deadline for _, action in subject.actions):
        return
    if any(folded.startswith(("harmonogram", "zalacznik")) and "harmonogram" in folded for _, folded in subject.folded):
        return
    places = [
        subject.place_in(text, "armonogram")
        for text, folded in subject.folded
        if not text.row and _TIMETABLE.search(folded)
    ]
    if places:
        message = f"Tekst powołuje się na harmonogram, a w dokumencie go nie ma: {in_words(places)}."
        yield finding("ANNEX_MISSING", "warning", "harmonogram", places, message)


def annexes(subject: Subject) -> Iterator[Finding]:
    """An annex with a number that the text sends to and the document does not have."""
    headed = {
        int(match[1])
        for text, folded in subject.folded
        if not text.row and len(folded) < 200 and (match := _ANNEX_HEADING.match(folded))
    }
    mentioned: dict[int, str] = {}
    for text, folded in subject.folded:
        for match in _ANNEX.finditer(folded):
            if not (_ANNEX_HEADING.match(folded) and match.start() == 0):
                mentioned.setdefault(int(match[1]), text.place)
    for number, place in sorted(mentioned.items()):
        programme_itself = number == min(mentioned) and number not in headed and number == 1
        if number not in headed and not programme_itself:
            message = f"Tekst odsyła do załącznika nr {number}, którego w dokumencie nie ma: {in_words([place])}."
            yield finding("ANNEX_MISSING", "warning", f"załącznik nr {number}", (place,), message)


def goals(subject: Subject) -> Iterator[Finding]:
    """A programme that nowhere says what it is for."""
    reading = subject.reading
    if len(subject.actions) < _LEAST_ACTIONS or reading.goals or reading.main_goal or not subject.is_examined_whole:
        return
    said = any(_GOAL.search(folded) for text, folded in subject.folded if not text.row) or any(
        fold(area.name).startswith("cel") for area in reading.areas
    )
    if not said:
        message = "Program nie podaje celu ani celów szczegółowych."
        yield finding("GOAL_MISSING", "warning", "cele programu", (), message)


def examined_partly(subject: Subject) -> Iterator[Finding]:
    """Honest about a document too long to be examined whole."""
    if not subject.is_examined_whole:
        last = subject.texts[-1].line if subject.texts else 0
        message = f"Dokument jest bardzo długi: błędów pisowni szukano tylko do wiersza {last}."
        yield finding("EXAMINED_PARTLY", "info", "długość dokumentu", (f"l.{last}",), message)
