"""What one entry says as plain fields, the same in a file, in the sealed base and in the system. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from bezpiecznik.reporting.versions import FiguresContent, NumberContent

Value = str | tuple[str, ...]
Fields = dict[str, Value]
"""A field by its name; "" says nothing. A number is (measure, value, share, coverage) under `number:measure`."""

OUTCOME, TEXT, REASON = "outcome", "text", "reason"
WORDS = (OUTCOME, TEXT, REASON)
AUDIENCE, PLANNED, GRANTED, SPENT, SOURCE = FIGURES = ("audience", "planned", "granted", "spent", "source")
"""Fields of initiatives alone."""
MONEY = frozenset({PLANNED, GRANTED, SPENT})
NUMBER = "number:"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def plain(text: str) -> str:
    """A text as all sides compare it: composed letters, one kind of line ends and spaces, nothing invisible around."""
    told = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    told = unicodedata.normalize("NFC", told).replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    lines = (line.rstrip() for line in _CONTROL.sub("", told).split("\n"))
    return "\n".join(lines).strip("\n\t \ufeff\u200b")


def plain_amount(value: str) -> str:
    """A decimal with a point and no needless zeros, as numbers are kept: `1500`, `12.5`."""
    return value.rstrip("0").rstrip(".") if "." in value else value


def number_name(measure: str) -> str:
    """The field of a measure: names that differ in letter case or spaces alone are one measure."""
    return NUMBER + " ".join(measure.split()).casefold()


def fields_of(
    outcome: str, text: str, reason: str, numbers: Iterable[NumberContent], figures: FiguresContent | None = None
) -> Fields:
    """The fields of an entry as stored or as once submitted; `figures` of an initiative."""
    fields: Fields = {OUTCOME: outcome, TEXT: plain(text), REASON: plain(reason)}
    for name, value in (figures or {}).items():
        fields[name] = "" if value is None else plain_amount(str(value)) if name in MONEY else str(value)
    for number in numbers:
        value = (number["measure"], number["value"], number["share"], number["coverage"])
        fields[number_name(number["measure"])] = value
    return fields


def numbers_in(fields: Mapping[str, Value]) -> list[tuple[str, str, str, str]]:
    """Measure, value, share and coverage of each number that stands, in the order of the fields."""
    found = []
    for name, value in fields.items():
        if name.startswith(NUMBER) and isinstance(value, tuple):
            measure, figure, share, coverage = value
            found.append((measure, figure, share, coverage))
    return found


def from_json(kept: Mapping[str, object]) -> Fields:
    """Fields as JSON gave them back: numbers are lists there."""
    return {name: tuple(map(str, value)) if isinstance(value, list) else str(value) for name, value in kept.items()}
