"""Numbers that skip or come twice: of actions, areas, rows of lists, chapters and paragraphs of the resolution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from bezpiecznik.resolution.document import Paragraph, Row
from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Finding, Passage
from bezpiecznik.resolution.polish import is_capitals, number
from bezpiecznik.resolution.sections import area_heading

_CELL = re.compile(r"(?:\d{1,3}\.)*(\d{1,4})[.)]?")
_LISTED = re.compile(r"(?:[-–•*]\s*)?(\d{1,3})\s?[.)]\s*\S")
_SECTION = re.compile(r"§\s*(\d{1,3})\b")
_CHAPTER = re.compile(r"(?:ROZDZIAŁ\s+)?([IVXLC]{1,7})\s*[.:)]?\s+(\S.*)")
Numbered = list[tuple[int, str]]


def gaps_and_repeats(subject: Subject) -> Iterator[Finding]:
    """Every numbered row of the document in turn."""
    yield from _actions(subject)
    areas = [(area.no, f"A{area.no}") for area in subject.reading.areas]
    if not _unread_areas(subject):
        yield from _gaps(areas, "obszarów")
    initiatives = [(row.no, f"P{row.no}") for row in subject.reading.initiatives]
    yield from _gaps(initiatives, "programów jednostek")
    yield from _repeats(initiatives, "programów jednostek")
    yield from _lists(subject)
    sections = _sections(subject)
    yield from _gaps(sections, "paragrafów uchwały", "§ ")
    yield from _repeats(sections, "paragrafów uchwały", "§ ")
    yield from _gaps(_chapters(subject), "rozdziałów")


def _unread_areas(subject: Subject) -> bool:
    """Does the text head an area with a number of which nothing was read? Then the gap may be the reader's."""
    known = {area.no for area in subject.reading.areas}
    headed = {heading[0] for text in subject.texts if (heading := area_heading(text.text)) and heading[0]}
    return bool(headed - known)


def _actions(subject: Subject) -> Iterator[Finding]:
    numbers = _numbers_of_rows(subject)
    for area in subject.reading.areas:
        printed = [(numbers.get(action.source.line or 0), f"A{area.no}.{action.no}") for action in area.actions]
        known = [(no, place) for no, place in printed if no is not None]
        name = f"działań obszaru {area.no}"
        if known and len(known) == len(printed):
            yield from _repeats(known, name)
            yield from _gaps(known, name)
        elif not known:
            yield from _gaps([(action.no, f"A{area.no}.{action.no}") for action in area.actions], name)


def _numbers_of_rows(subject: Subject) -> dict[int, int]:
    """Line and own number of each table row that begins with one."""
    found: dict[int, int] = {}
    for block in subject.document.blocks:
        if isinstance(block, Row) and block.source.line:
            cell = next((match for cell in block.cells[:3] if (match := _CELL.fullmatch(cell))), None)
            if cell:
                found[block.source.line] = int(cell[1])
    return found


def _lists(subject: Subject) -> Iterator[Finding]:
    reading = subject.reading
    named: tuple[tuple[str, Sequence[Passage]], ...] = (
        ("celów", reading.goals),
        ("form realizacji", reading.forms),
        ("uczestników", reading.participants),
        ("zadań komisji", reading.commission_tasks),
    )
    lines = {b.source.line: b.text for b in subject.document.blocks if isinstance(b, Paragraph)}
    for name, passages in named:
        printed: Numbered = []
        for passage in passages:
            match = _LISTED.match(lines.get(passage.source.line, ""))
            if match and printed and int(match[1]) < printed[-1][0]:
                break  # another list, or a chapter, that stands right after this one
            if match:
                printed.append((int(match[1]), subject.place_of(passage.source.line or 0)))
        if len(printed) > 1 and len(printed) > len(passages) / 2:
            yield from _gaps(printed, name)
            yield from _repeats(printed, name)


def _sections(subject: Subject) -> Numbered:
    """Paragraphs of the resolution itself, so only until the first number comes again as 1."""
    found: Numbered = []
    for block in subject.document.blocks[:400]:
        if isinstance(block, Paragraph) and (match := _SECTION.match(block.text)):
            if int(match[1]) == 1 and found:
                break
            found.append((int(match[1]), f"l.{block.source.line}"))
    return found


def _chapters(subject: Subject) -> Numbered:
    """Chapters in capitals under Roman numbers; in the table of contents they are rows or come a second time."""
    found: Numbered = []
    for block in subject.document.blocks:
        if not isinstance(block, Paragraph) or len(block.text) > 260 or not is_capitals(block.text):
            continue
        match = _CHAPTER.match(block.text)
        value = number(match[1]) if match else None
        if value == 1 and found:
            found = []
        if value:
            found.append((value, f"l.{block.source.line}"))
    return found if len(found) > 3 and found[0][0] == 1 else []


def _gaps(printed: Numbered, what: str, sign: str = "") -> Iterator[Finding]:
    """A step of two to four in a row that otherwise only rises."""
    values = [value for value, _ in printed]
    if len(values) < 3 or any(b < a for a, b in pairwise(values)):
        return
    for (before, _), (after, place) in pairwise(printed):
        if 1 < after - before <= 4:
            lost = [f"{sign}{value}" for value in range(before + 1, after)]
            message = f"W numeracji {what} brakuje numeru {in_words(lost)}: po {sign}{before} jest {sign}{after}."
            yield finding("NUMBERING_GAP", "warning", what, (place,), message)


def _repeats(printed: Numbered, what: str, sign: str = "") -> Iterator[Finding]:
    """A number that is printed again right after itself or among its neighbours."""
    seen: dict[int, str] = {}
    for value, place in printed:
        if value in seen and value != 1:
            message = f"Numer {sign}{value} powtarza się w numeracji {what}: {in_words((seen[value], place))}."
            yield finding("NUMBER_REPEATED", "warning", f"{what}: {value}", (seen[value], place), message)
        seen.setdefault(value, place)
