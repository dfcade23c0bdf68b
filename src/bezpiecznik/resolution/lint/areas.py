"""Areas announced and not there, headings without actions, contents that name chapters otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from bezpiecznik.resolution.document import Paragraph, Row
from bezpiecznik.resolution.lint.lists import lists_of
from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Finding, Passage
from bezpiecznik.resolution.polish import fold, is_capitals, stem
from bezpiecznik.resolution.sections import area_heading

_NAMED = re.compile(r"[Oo]bszar\w{0,3} (?:działania )?(?:pn\.|pod nazwą|o nazwie) [„\"]([^”\"]{5,120})[”\"]")
_ENTRY = re.compile(r"(?:ROZDZIAŁ\s+)?([IVXLC]{1,7}|\d{1,2})[.:)]\s+(.{3,200}?)[\s.…]*\d{0,3}")
_LEAST_ALIKE = 72
_LONGEST = 3000


def announced(subject: Subject) -> Iterator[Finding]:
    """An area of the list in the text for which the document has no actions, and one that the list lacks."""
    areas = subject.reading.areas
    if len(areas) < 2:
        return
    listed = subject.once(lists_of).areas
    if len(listed) < 3 or any(passage.source == area.source for passage in listed for area in areas):
        return
    lone = [passage for passage in listed if not any(_alike(passage.text, area.name) for area in areas)]
    extra = [area for area in areas if not any(_alike(passage.text, area.name) for passage in listed)]
    if len(lone) > len(listed) / 2:
        return
    for passage in lone:
        place = f"l.{passage.source.line}"
        message = (
            f"W tekście zapowiedziano obszar „{passage.text}”, a w programie nie ma jego działań ({in_words([place])})."
        )
        yield finding("AREA_MISSING", "warning", passage.text, (place,), message)
    for area in extra:
        place = _first(listed)
        message = f"Obszaru „{area.name}” nie ma w wykazie obszarów ({in_words([place])})."
        yield finding("AREA_MISSING", "warning", area.name, (f"A{area.no}", place), message)


def _first(listed: tuple[Passage, ...]) -> str:
    return f"l.{listed[0].source.line}"


def _alike(one: str, other: str) -> bool:
    """The same name whatever its cases: stems compared as sets."""
    a, b = ({stem(word) for word in re.findall(r"[^\W\d_]{3,}", text)} for text in (one, other))
    if a and b and len(a & b) / min(len(a), len(b)) >= 0.75:
        return True
    return fuzz.token_sort_ratio(fold(one), fold(other)) >= _LEAST_ALIKE


def named_otherwise(subject: Subject) -> Iterator[Finding]:
    """An area quoted by name in the text under another name than its heading has."""
    names = [(f"A{area.no}", area.name) for area in subject.reading.areas]
    for text in subject.texts:
        for match in _NAMED.finditer(text.text):
            near = [(place, name) for place, name in names if _alike(match[1], name)]
            if len(near) == 1 and fold(near[0][1]) != fold(match[1]):
                where = subject.place_in(text, match[1])
                message = (
                    f"Obszar nazwany w tekście „{match[1]}” ({in_words([where])}) ma w programie nazwę „{near[0][1]}”."
                )
                yield finding("NAME_VARIANT", "info", match[1], (where, near[0][0]), message)


def without_actions(subject: Subject) -> Iterator[Finding]:
    """A heading like those of the areas, with a number of its own, under which no action stands."""
    lines = {area.source.line for area in subject.reading.areas}
    headings = [
        (block, heading, fold(block.text).split()[0])
        for block in subject.document.blocks
        if isinstance(block, Paragraph) and (heading := area_heading(block.text)) and heading[1]
    ]
    kinds = {kind for block, _, kind in headings if block.source.line in lines}
    first = min((line for line in lines if line), default=0)
    for block, (_, name), kind in headings:
        line = block.source.line or 0
        named = any(_alike(name, area.name) for area in subject.reading.areas)
        if kind in kinds and line not in lines and line > first and not named:
            message = f"Pod nagłówkiem „{block.text}” nie ma żadnego działania ({in_words([f'l.{line}'])})."
            yield finding("AREA_EMPTY", "warning", name, (f"l.{line}",), message)


def contents(subject: Subject) -> Iterator[Finding]:
    """A chapter whose title in the table of contents has words that its heading lacks."""
    entries = _contents(subject)
    if not entries:
        return
    last = max(line for _, _, line in entries)
    for block in subject.document.blocks:
        line = block.source.line or 0
        if not isinstance(block, Paragraph) or line <= last or len(block.text) > 260 or not is_capitals(block.text):
            continue
        match = _ENTRY.fullmatch(block.text)
        found = [entry for entry in entries if match and entry[0] == match[1]]
        if not match or len(found) != 1:
            continue
        _, title, where = found[0]
        if _differs(_words(title), _words(match[2])) and fuzz.ratio(fold(title), fold(match[2])) > 50:
            message = (
                f"Rozdział {match[1]} ma w spisie treści tytuł „{title}” ({in_words([f'l.{where}'])}), "
                f"a w tekście „{match[2]}” ({in_words([f'l.{line}'])})."
            )
            yield finding("CONTENTS_MISMATCH", "info", f"rozdział {match[1]}", (f"l.{where}", f"l.{line}"), message)


def _differs(listed: list[str], printed: list[str]) -> bool:
    """A title in the contents may be shorter at its end; it may not have other words, nor lack one inside."""
    if any(word not in printed for word in listed):
        return True
    return listed[0] == printed[0] and listed[-1] == printed[-1] and len(listed) < len(printed)


def _contents(subject: Subject) -> list[tuple[str, str, int]]:
    """Number, title and line of the entries that follow the words "spis treści"."""
    found: list[tuple[str, str, int]] = []
    inside = False
    for block in subject.document.blocks[:_LONGEST]:
        text = block.text if isinstance(block, Paragraph) else " ".join(block.cells)
        if not inside:
            inside = fold(text[:40]).startswith("spis tresci")
            continue
        match = _ENTRY.fullmatch(text[:300])
        if match and any(number == match[1] for number, _, _ in found):
            return found
        if match:
            found.append((match[1], match[2], block.source.line or 0))
        elif found and isinstance(block, Row) and block.cells[-1].isdigit():
            number, title, line = found[-1]  # the rest of a title that takes two lines
            found[-1] = (number, f"{title} {block.cells[0]}", line)
        elif len(text) > 120 or len(found) > 60:
            return found
    return found


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}", fold(text))
