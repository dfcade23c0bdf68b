"""Names of institutions in our workbook, taken as they are written and divided only where that is sure."""

from __future__ import annotations

from collections.abc import Iterable

from bezpiecznik.resolution.model import Institution
from bezpiecznik.resolution.polish import fold

_EDGES = " ,;\t"


class KnownNames:
    """The list of abbreviations of the workbook."""

    def __init__(self, bodies: Iterable[Institution]) -> None:
        self._exact = set()
        self._folded: dict[str, str] = {}
        for body in bodies:
            self._exact.add(body.abbr)
            for name in (body.abbr, body.name, *body.aliases):
                self._folded.setdefault(fold(name), body.abbr)

    def read(self, cell: str) -> tuple[str, ...]:
        """Names of a cell: one a line, or divided by semicolons or commas; a known one by its abbreviation."""
        lines = [line for line in cell.split("\n") if line.strip(_EDGES)]
        if len(lines) > 1:
            parts = [part for line in lines for part in self._of_line(line)]
        elif ";" in cell:
            parts = cell.split(";")
        else:
            parts = [cell] if self._knows(cell) else cell.split(",")
        named = (self._named(" ".join(part.strip(_EDGES).split())) for part in parts)
        return tuple(dict.fromkeys(filter(None, named)))

    def _of_line(self, line: str) -> list[str]:
        """A line of several is one name, unless all its parts are known."""
        parts = line.split(",")
        return parts if not self._knows(line) and all(self._knows(part) for part in parts) else [line]

    def _knows(self, text: str) -> bool:
        return fold(text.strip(_EDGES)) in self._folded

    def _named(self, text: str) -> str:
        return text if text in self._exact else self._folded.get(fold(text), text)
