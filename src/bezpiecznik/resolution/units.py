"""One name out of a cell, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass

DOUBTFUL = 0.85


@dataclass(frozen=True)
class Unit:
    """One name; an abbreviation or a phrase.

    `oblique` where words before it ("we współpracy z") put it in another case, `certainty` where dividing left a
    doubt, `written` where the cell has more than the name.
    """

    text: str
    is_abbreviation: bool
    oblique: bool = False
    certainty: float = 1.0
    written: str = ""

    @property
    def as_written(self) -> str:
        """The words of the cell."""
        return self.written or self.text
