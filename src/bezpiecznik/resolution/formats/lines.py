"""Lines of a text seen as parts that wide spaces divide."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PART = re.compile(r"\S+(?:[ \u00a0]\S+)*")
LONGEST_LINE = 400


@dataclass(frozen=True)
class Part:
    """Words with single spaces between them, and where on the line they stand."""

    start: int
    end: int
    text: str


class Lines:
    """Lines by their place, from 0; the parts of a line are found once."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self._parts: dict[int, list[Part]] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def parts(self, place: int) -> list[Part]:
        """Parts of a line divided by two spaces or more; none of a line with tabs, or too long for a page."""
        known = self._parts.get(place)
        if known is None:
            known = self._parts[place] = parts_of(self.texts[place])
        return known

    def is_wide(self, place: int) -> bool:
        """Has the line two parts or more?"""
        return "  " in self.texts[place] and len(self.parts(place)) > 1


def parts_of(line: str) -> list[Part]:
    """Parts of one line."""
    if len(line) > LONGEST_LINE or "\t" in line:
        return []
    return [Part(found.start(), found.end(), found.group()) for found in _PART.finditer(line.replace("\f", " "))]
