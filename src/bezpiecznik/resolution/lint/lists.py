"""Lists of running text whose items do not end alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bezpiecznik.resolution.document import Document, Paragraph
from bezpiecznik.resolution.lint.subject import Subject, finding, in_words
from bezpiecznik.resolution.model import Finding, Repair
from bezpiecznik.resolution.sections import Lists, read_lists, sort_lists

_LEAST_ITEMS = 5
_MOST_BLOCKS = 20_000


def lists_of(subject: Subject) -> Lists:
    """The lists of the running text by kind; of a very long document none."""
    small = len(subject.document.blocks) <= _MOST_BLOCKS
    return sort_lists(read_lists(subject.document if small else Document(())))[0]


def endings(subject: Subject) -> Iterator[Finding]:
    """An item that ends with another sign than nearly all of its list; the last may end as it likes."""
    written = {b.source.line: b.text for b in subject.document.blocks if isinstance(b, Paragraph)}
    found = subject.once(lists_of)
    for items in (found.goals, found.forms, found.participants, found.commission_tasks, found.areas):
        texts = [(item.source.line or 0, written.get(item.source.line, "")) for item in items[:-1]]
        signs = Counter(_sign(text) for _, text in texts)
        usual, count = signs.most_common(1)[0] if signs else ("", 0)
        if len(texts) < _LEAST_ITEMS - 1 or not usual or count < 0.7 * len(texts):
            continue
        odd = [(line, text) for line, text in texts if _sign(text) != usual]
        places = [subject.place_of(line) for line, _ in odd]
        if odd:
            message = f"Punkty wyliczenia kończą się znakiem „{usual}”, a te inaczej: {in_words(places)}."
            repairs = [Repair(subject.place_of(line), _end(text), _mended(text, usual)) for line, text in odd]
            yield finding("PUNCTUATION", "info", "punkty wyliczenia", places, message, repairs=repairs)


def _sign(text: str) -> str:
    return text[-1:] if text[-1:] in ",;." else ""


def _end(text: str) -> str:
    return text[-30:]


def _mended(text: str, sign: str) -> str:
    return _end(text).rstrip(",;.") + sign
