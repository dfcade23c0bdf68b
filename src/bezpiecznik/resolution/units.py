"""One name out of a cell, before it is known whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bezpiecznik.resolution.inflection import without_seat

DOUBTFUL = 0.85


_ODD = re.compile(
    r"[%\[\]{}<>|]|^[a-ząćęłńóśźż]{0,2}[.)]|^(?:w|we|do|na|od|raz|co|wg|według|zgodnie|przed|po|przez|nie|jest|są)\s"
    r"|\b(?:stycz|lut|mar|kwiet|maj|czerw|lip|sierp|wrze[śs]|pa[źz]dzier|listopad|grud)\w*\s+(?:19|20)\d\d"
    r"|\b\d{1,2}\.\d{1,2}\.\d{2,4}|\bart\.\s*\d",
    re.I,
)
LONE_ADJECTIVE = re.compile(r"\w+(?:ow(?:a|e|ych|ej|ego)|[sc]k(?:a|ie|iej|iego)|czn(?:a|e|ych|ej))")
_LONGEST_NAME = 150


@dataclass(frozen=True)
class Unit:
    """One name; an abbreviation or a phrase.

    `oblique` where words before it ("we współpracy z") put it in another case, `certainty` where dividing left a
    doubt, `written` where the cell has more than the name, `seat` the town that stands after an abbreviation,
    `closed` where "i" or "oraz" stood after it.
    """

    text: str
    is_abbreviation: bool
    oblique: bool = False
    certainty: float = 1.0
    written: str = ""
    seat: str = ""
    closed: bool = False

    @property
    def is_odd(self) -> bool:
        """No name looks so: half a bracket, a date, an adjective without its noun."""
        if self.is_abbreviation:
            return False
        lone = LONE_ADJECTIVE.fullmatch(self.text) is not None
        halved = self.text.count("(") != self.text.count(")")
        return lone or halved or len(self.text) > _LONGEST_NAME or _ODD.search(self.text) is not None

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
