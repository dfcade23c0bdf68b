"""Lines that the width of a page broke: inside brackets, and under an item whose text hangs to the right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bezpiecznik.resolution.document import Document, Paragraph
from bezpiecznik.resolution.labels import PARAMETERS, is_label_line, label_role
from bezpiecznik.resolution.marks import card_of, mark_of

_WIDEST, _NARROWEST, _NEAR, _LEAST = 140, 50, 14, 6
_MOST_LINES = 12
_SPACED = 0.75
_LABEL = re.compile(r"[^\W\d_][^:;,.()\[\]]{1,60}:(?:\s|$)")
_LABEL_AT_END = re.compile(r"[.;]\s+([^\W\d_][^:;,.()\[\]]{1,60}):$")
_LONGEST_LABEL = 70
_CLOSED = {")": "(", "]": "["}


def is_open(parts: list[str]) -> bool:
    """Do these lines end inside square brackets, or in round ones opened on the last line?"""
    if len(parts) >= _MOST_LINES:
        return False
    if _opened("\n".join(parts)[-1500:]).count("["):
        return True
    return "(" in _opened(parts[-1][-400:]) and not parts[-1].endswith((".", ";"))


def _opened(text: str) -> str:
    """Brackets that are not closed; "a)" closes none."""
    left: list[str] = []
    for sign in text:
        if sign in "([":
            left.append(sign)
        elif sign in _CLOSED and left and left[-1] == _CLOSED[sign]:
            left.pop()
    return "".join(left)


@dataclass(frozen=True)
class Wrapping:
    """How wide the lines are, 0 where no width broke them, and whether there is a gap before nearly every one."""

    width: int = 0
    is_spaced: bool = False

    @classmethod
    def of(cls, document: Document) -> Wrapping:
        """A page has a width when no line is longer and many come near it."""
        ends = sorted(
            block.indent + len(block.text) for block in document.blocks if isinstance(block, Paragraph) and block.text
        )
        if not ends:
            return cls()
        # Titles of the resolution may be longer than the page: they are few.
        width = ends[max(0, len(ends) - 1 - len(ends) // 20)]
        near = sum(1 for end in ends if width - _NEAR <= end <= width)
        is_page = _NARROWEST <= width <= _WIDEST and near >= max(_LEAST, len(ends) // 8)
        gaps = sum(1 for block in document.blocks if isinstance(block, Paragraph) and block.gap)
        return cls(width if is_page else 0, _SPACED * len(ends) < gaps)

    def hangs(self, parts: list[str], first: Paragraph, block: Paragraph) -> bool:
        """Is this line the next one of an item or its field, set under its text, with no place for it above?"""
        text, last = block.text, parts[-1]
        if not self.width or len(parts) >= _MOST_LINES or _LABEL.match(text) or text.startswith(("[", "(")):
            return False
        room = self.width - (block.indent if len(parts) > 1 else first.indent) - len(last)
        if room > len(text.split(maxsplit=1)[0]) + 1:
            return False
        if block.indent > first.indent and (mark_of(first.text) or card_of(first.text)):
            return not last.endswith((":", ";")) or ends_in_label(last)
        return block.indent == first.indent > 0 and is_label_line(first.text) and not last.endswith((".", ":", ";"))


def ends_in_label(line: str) -> bool:
    """Does a label stand at the very end, after words of another sentence: "Patrole w parkach. Termin:"?"""
    match = _LABEL_AT_END.search(line[-_LONGEST_LABEL:])
    return match is not None and label_role(match[1]) in PARAMETERS
