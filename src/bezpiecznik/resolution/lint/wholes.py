"""What the whole programme lacks: columns, annexes it speaks of, goals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from bezpiecznik.resolution.lint.subject import Subject, Text, finding, in_words
from bezpiecznik.resolution.model import Finding
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.sections import is_heading

_TIMETABLE = re.compile(
    r"(?:okreslon\w+|wskazan\w+|zawart\w+|zgodnie|wedlug|wg|ujet\w+|podan\w+|ustalon\w+|przewidzian\w+)"
    r"\s+(?:w\s+|z\s+)?harmonogram\w*|harmonogram\w* stanowi\w* zalacznik"
)
_ANNEX = re.compile(r"zalacznik\w*\s+(?:nr|numer)\s*(\d{1,2})\b(?! do (?:rozporzadz|ustaw|zarzadz|uchwaly nr))")
_ANNEX_HEADING = re.compile(r"zalacznik\s+(?:nr|numer)\s*(\d{1,2})\b")
_GOAL = re.compile(r"\bcel(?:e|em|ami|ow|u|ach)?\b|\bma(?:ja)? na celu\b")
_MAIN_GOAL = re.compile(
    r"\bglown(?:ym|ymi) (?:\w+ ){0,2}cel(?:em|ami)\b.{0,200}?\b(?:jest|sa)\b|\bcel(?:em)? glown(?:y|ym)\b"
)
_ANALYSED = re.compile(
    r"na podstawie (?:\w+ )?(?:analiz\w*|diagnoz\w*|zbadania|oceny) (?:\w+ )?"
    r"(?:stanu bezpieczenstwa|zagrozen\w*|potrzeb)"
)
_DIAGNOSIS = re.compile(
    r"\b(?:diagnoz|analiz\w+ (?:stanu|zagroz)|stan bezpieczenstwa|ocena (?:stanu|zagroz)|charakterystyk)"
)
_SAME_GOAL = 75
_LEAST_ACTIONS = 3


def missing_columns(subject: Subject) -> Iterator[Finding]:
    """Deadlines, measures or money that no action of the programme has."""
    actions = [action for _, action in subject.actions]
    if len(actions) < _LEAST_ACTIONS:
        return
    places = [_first_heading(subject)]
    if not any(action.deadline for action in actions):
        message = "Żadne działanie nie ma terminu: nie wiadomo, kiedy ma być wykonane ani czy jest ciągłe."
        yield finding("COLUMN_MISSING", "warning", "termin", places, message)
    if not any(action.indicators for action in actions):
        message = "Żadne działanie nie ma miernika: nie będzie wiadomo, po czym poznać, że zostało wykonane."
        yield finding("COLUMN_MISSING", "warning", "miernik", places, message)
    if not any(action.funding for action in actions):
        message = "Przy żadnym działaniu nie podano źródła finansowania."
        yield finding("COLUMN_MISSING", "info", "finansowanie", places, message)


def _first_heading(subject: Subject) -> str:
    """Where the first row of column names stands, or, without tables, the first area."""
    first = min((action.source.line or 0 for _, action in subject.actions), default=0)
    heads = [text.line for text in subject.texts if text.header and text.line < first]
    return f"l.{heads[-1]}" if heads else f"l.{subject.reading.areas[0].source.line}"


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
        yield finding("GOAL_MISSING", "warning", "cele programu", (_title_line(subject),), message)


def _title_line(subject: Subject) -> str:
    """Where the programme is named, else where it begins."""
    sources = subject.reading.meta.sources
    place = sources.get("title") or sources.get("act_no") or subject.reading.areas[0].source
    return f"l.{place.line}"


def goals_twice(subject: Subject) -> Iterator[Finding]:
    """Two passages that each state the main goal, and each another one."""
    stated = [(text, folded) for text, folded in subject.folded if _states_goal(text, folded)]
    if len(stated) == 2 and fuzz.token_set_ratio(stated[0][1], stated[1][1]) < _SAME_GOAL:
        places = [text.place for text, _ in stated]
        message = f"Cel główny jest podany w dwóch miejscach, za każdym razem inny: {in_words(places)}."
        yield finding("GOAL_CONFLICT", "warning", "cel główny", places, message)


def _states_goal(text: Text, folded: str) -> bool:
    return not text.row and _MAIN_GOAL.search(folded) is not None and not is_heading(text.text)


def diagnosis(subject: Subject) -> Iterator[Finding]:
    """A programme said to rest on an analysis that it does not contain."""
    if any(area.diagnosis for area in subject.reading.areas):
        return
    paragraphs = [(text, folded) for text, folded in subject.folded if not text.row]
    if any(_DIAGNOSIS.search(folded) and is_heading(text.text) for text, folded in paragraphs):
        return
    places = [text.place for text, folded in paragraphs if _ANALYSED.search(folded)]
    if places and subject.actions:
        message = (
            f"Program powołuje się na zbadanie stanu bezpieczeństwa, ale diagnozy nie zawiera: {in_words(places)}."
        )
        yield finding("ANNEX_MISSING", "info", "diagnoza", places, message)


def examined_partly(subject: Subject) -> Iterator[Finding]:
    """Honest about a document too long to be examined whole."""
    if not subject.is_examined_whole:
        last = subject.texts[-1].line if subject.texts else 0
        message = f"Dokument jest bardzo długi: błędów pisowni szukano tylko do wiersza {last}."
        yield finding("EXAMINED_PARTLY", "info", "długość dokumentu", (f"l.{last}",), message)
