"""One name out of a cell, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from bezpiecznik.resolution.inflection import without_seat

DOUBTFUL = 0.85


@dataclass(frozen=True)
class Unit:
    """One name; an abbreviation or a phrase.

    `oblique` where words before it ("we współpracy z") put it in another case, `certainty` where dividing left a
    doubt, `written` where the cell has more than the name, `seat` the town that stands after an abbreviation.
    """

    text: str
    is_abbreviation: bool
    oblique: bool = False
    certainty: float = 1.0
    written: str = ""
    seat: str = ""

    @property
    def without_seat(self) -> tuple[str, str]:
        """The name without its town, and the town."""
        if self.seat:
            return self.text.removesuffix(self.seat).strip(), self.seat
        return without_seat(self.text)

    @property
    def as_written(self) -> str:
        """The words of the cell."""
        return self.written or self.text
