"""What the rules look at: the reading, its document as texts with places, and what several rules ask of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from bezpiecznik.resolution.document import Block, Document, Paragraph, Row
from bezpiecznik.resolution.headers import columns_of
from bezpiecznik.resolution.mend import mend_narrow
from bezpiecznik.resolution.model import Action, Finding, Reading, Repair, Severity
from bezpiecznik.resolution.polish import fold

T = TypeVar("T")
WORD = re.compile(r"[^\W\d_]+")
LONGEST_EXAMINED = 800_000
"""Signs of the document that the rules read, some 400 pages; a longer one is told that it was."""
_LONGEST_TEXT, _COST_OF_A_TEXT = 20_000, 30
_LONE_LETTER = re.compile(r"(?<![^\W_])([aiouwzAIOUWZ]) (?=\S)")
_KINDS = {"l": "wiersz ", "E": "pozycja {} wykazu skrótów", "U": "uczestnik nr ", "P": "program nr "}


@dataclass(frozen=True)
class Text:
    """A paragraph, or one cell of a row, as the rules read it: `place` is what a finding says, `line` where it is."""

    text: str
    place: str
    line: int
    row: bool = False
    header: bool = False


@dataclass(frozen=True)
class Subject:
    """One document under examination; `source` is the text whose lines its places count."""

    reading: Reading
    document: Document
    source: str = ""
    _known: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, question: Callable[[Subject], T]) -> T:
        """The answer to a question that several rules ask, worked out the first time."""
        if question not in self._known:
            self._known[question] = question(self)
        answer: T = self._known[question]
        return answer

    @cached_property
    def actions(self) -> list[tuple[str, Action]]:
        """Every action with its place ("A3.13")."""
        return [(f"A{area.no}.{action.no}", action) for area in self.reading.areas for action in area.actions]

    @cached_property
    def uses(self) -> dict[str, list[str]]:
        """For each resolved name of an institution the places that use it."""
        places: defaultdict[str, list[str]] = defaultdict(list)
        for place, action in self.actions:
            for name in dict.fromkeys(action.responsible + action.partners):
                places[name].append(place)
        for initiative in self.reading.initiatives:
            for name in initiative.executors:
                places[name].append(f"P{initiative.no}")
        return dict(places)

    @cached_property
    def texts(self) -> list[Text]:
        """Paragraphs and cells in reading order, as far as they are examined."""
        found: list[Text] = []
        budget = LONGEST_EXAMINED
        for block in self.document.blocks:
            if budget <= 0:
                break
            for text in self._texts_of(block):
                found.append(text)
                budget -= len(text.text) + _COST_OF_A_TEXT
        return found

    @property
    def is_examined_whole(self) -> bool:
        """False when the document is longer than the rules read."""
        last = self.document.blocks[-1].source.line if self.document.blocks else None
        return not self.texts or (self.texts[-1].line or 0) >= (last or 0)

    def _texts_of(self, block: Block) -> Iterator[Text]:
        line = block.source.line or 0
        if isinstance(block, Paragraph):
            yield Text(block.text[:_LONGEST_TEXT], self.place_of(line), line)
            return
        place, header = self._place_of_row(block, line), _is_header(block)
        for cell in block.cells:
            if cell:
                yield Text(mend_narrow(cell[:_LONGEST_TEXT].replace("\n", " ")), place, line, True, header)

    @cached_property
    def _places(self) -> dict[int, str]:
        """Names of places by the line on which each begins."""
        rows: list[tuple[str, int | None]] = [(place, action.source.line) for place, action in self.actions]
        rows += [(f"P{row.no}", row.source.line) for row in self.reading.initiatives]
        rows += [(f"E{no}", row.source.line) for no, row in enumerate(self.reading.institutions, start=1)]
        rows += [(f"U{no}", row.source.line) for no, row in enumerate(self.reading.participants, start=1)]
        return {line: place for place, line in reversed(rows) if line}

    @cached_property
    def _lines_of_rows(self) -> list[int]:
        return sorted(line for line, place in self._places.items() if place[0] in "AP")

    def place_of(self, line: int) -> str:
        """The name of what begins on this line, else the line itself."""
        return self._places.get(line, f"l.{line}")

    def _place_of_row(self, row: Row, line: int) -> str:
        """A row without a first cell goes on with the item above it."""
        own = self.place_of(line)
        if own[0] != "l" or (row.cells and row.cells[0]):
            return own
        before = bisect_right(self._lines_of_rows, line)
        near = self._lines_of_rows[before - 1] if before else 0
        return self._places[near] if near and line - near < 12 else own

    @cached_property
    def _source_lines(self) -> list[str]:
        return self.source[: 4 * LONGEST_EXAMINED].split("\n")

    def place_in(self, text: Text, word: str) -> str:
        """The place of a word of this text: in a paragraph joined out of several lines the line that has it."""
        if text.row or text.place[0] != "l":
            return text.place
        for line in range(text.line, min(text.line + 8, len(self._source_lines)) + 1):
            if line <= len(self._source_lines) and word in self._source_lines[line - 1]:
                return f"l.{line}"
        return text.place

    def matches(self, pattern: re.Pattern[str], *, rows: bool = True) -> list[tuple[str, re.Match[str]]]:
        """Every occurrence of a pattern, in paragraphs and, unless told otherwise, in cells, with its place."""
        return [
            (self.place_in(text, match.group()), match)
            for text in self.texts
            if rows or not text.row
            for match in pattern.finditer(text.text)
        ]

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word is written, capitals aside."""
        counts: Counter[str] = Counter()
        for _, words in self.words_of_texts:
            counts.update([word.casefold() for word in words])
        return counts

    @cached_property
    def words_of_texts(self) -> list[tuple[Text, list[str]]]:
        """Every text with its words as written."""
        return [(text, WORD.findall(text.text)) for text in self.texts]

    @cached_property
    def folded(self) -> list[tuple[Text, str]]:
        """Texts in small letters without diacritics."""
        return [(text, fold(text.text)) for text in self.texts]


def _is_header(row: Row) -> bool:
    numbered = bool(row.cells) and re.fullmatch(r"\d+[.)]?", row.cells[0]) is not None
    return not numbered and columns_of(row.cells) is not None


def finding(
    code: str,
    severity: Severity,
    subject: str,
    places: Iterable[str],
    message: str,
    *,
    repairs: Iterable[Repair] = (),
) -> Finding:
    """A finding whose sentence keeps one-letter words with what follows them."""
    sentence = _LONE_LETTER.sub("\\1\u00a0", message)
    return Finding(code, severity, subject, tuple(dict.fromkeys(places)), sentence, tuple(dict.fromkeys(repairs)))


def cased(word: str, like: str) -> str:
    """The word in capitals, or with one, as the other is written."""
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def in_words(items: Iterable[str], most: int = 5) -> str:
    """Places as a person would list them: "A1.1, A1.2 i A1.3"; of very many only the first ones."""
    listed = [_named(item) for item in dict.fromkeys(items)]
    if len(listed) > most:
        return f"{', '.join(listed[:most])} i\u00a0dalsze (razem {len(listed)})"
    return " i\u00a0".join(filter(None, (", ".join(listed[:-1]), listed[-1]))) if listed else ""


def _named(place: str) -> str:
    """ "l.8" is "wiersz 8"; the number of an action says by itself what it is."""
    match = re.fullmatch(r"([EUP])(\d+)|(l)\.(\d+)", place)
    if not match:
        return place
    form, number = _KINDS[match[1] or match[3]], match[2] or match[4]
    return form.format(number) if "{}" in form else form + number
