"""What the recognising stages hand to one another: headings, and actions whose institutions are not resolved yet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bezpiecznik.resolution.headers import Role
from bezpiecznik.resolution.model import Source
from bezpiecznik.resolution.polish import fold
from bezpiecznik.resolution.polish import number as number_of

_WORD = r"(?:(?:zad(?:anie|\.)?|dzia[lł](?:anie|\.)?|poz\.?|nr|lp\.?)\s*)*"
NUMBER_CELL = re.compile(
    rf"{_WORD}\(?((?:\d{{1,4}}|[IVXLC]{{1,7}}|[A-Z][.\-/]?\s?\d{{1,4}}|[A-Z]{{2,3}}[.\-/]\d{{1,4}})(?:[.\-/]{{1,2}}\s?(?:\d{{1,4}}|[IVX]{{1,5}}))*\s?[a-z]?)\s?[.):]*",
    re.I,
)
PLAIN, COLUMN, GOAL_COLUMN, PREFIX = "", "kolumna obszaru", "kolumna celu", "numer"


@dataclass(frozen=True)
class Heading:
    """A line that names what follows; `kind` is its own word ("obszar", "cel szczegolowy"), "" for a plain one."""

    kind: str
    no: int | None
    name: str
    source: Source = field(default_factory=Source)

    @property
    def key(self) -> tuple[int | str | None, str]:
        """Equal for two headings that open the same area, as "OBSZAR I: ULICE" and "Obszar I. Ulice (cd.)"."""
        if self.no is None and not self.name:
            return "", f"{self.source.line}"
        return self.no, re.sub(r"\W+", " ", re.sub(r"\W*(?:cd|c\.d|ciag dalszy)\W*$", "", fold(self.name))).strip()


@dataclass
class RawAction:
    """An action before its institutions are resolved; None means the layout has no such field."""

    no: int | None
    cells: dict[Role, str]
    source: Source
    path: tuple[Heading, ...] = ()
    number: str = ""
    certainty: float = 1.0
    table: int = -1


@dataclass
class RawArea:
    """Actions under one heading."""

    no: int | None
    name: str
    source: Source
    actions: list[RawAction] = field(default_factory=list)


def number_in(cell: str) -> str | None:
    """The number a cell holds ("1.", "I.1", "2a", "Zadanie 3"), None when it holds something else."""
    match = NUMBER_CELL.fullmatch(cell.strip()) if len(cell) <= 30 else None
    if match is None:
        return None
    return re.sub(r"\s", "", match[1])


def last_number(number: str) -> int | None:
    """Of "2.13" the last part, 13; of "IV" 4."""
    if digits := re.findall(r"\d{1,6}", number):
        return int(digits[-1])
    return number_of(number.upper())


def parts_of(number: str) -> tuple[int, ...]:
    """ "2.13." is (2, 13) and "II.1" is (2, 1)."""
    values = (number_of(part.upper()) for part in re.findall(r"\d{1,6}|[IVXLC]+", number))
    return tuple(value for value in values if value is not None)
