"""What a new reading had no place for, as the review shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from bezpiecznik.intake.draft import Kind, Values
from bezpiecznik.intake.forms import label_of
from bezpiecznik.intake.models import Intake

KINDS = (Kind.ACTION, Kind.INITIATIVE, Kind.META, Kind.ENTRY, Kind.AREA, Kind.GOAL)


@dataclass(frozen=True)
class LeftOver:
    """One decision: what it was, about what, and what a person had typed."""

    key: str
    sentence: str
    values: list[tuple[str, str]]


def left_over(intake: Intake) -> list[LeftOver]:
    kept: dict[str, dict[str, Any]] = (intake.corrected or {}).get("left", {})
    return [LeftOver(key, _sentence(row), list(_told(row["values"]))) for key, row in kept.items()]


def _sentence(row: dict[str, Any]) -> str:
    sentences = {
        "changes": _("Poprawka pozycji %(about)s: w nowym odczycie nie ma takiej pozycji."),
        "added": _("Dopisana pozycja „%(about)s”: w nowym odczycie nie ma jej obszaru."),
        "deleted": _("Usunięcie pozycji %(about)s: w nowym odczycie nie ma takiej pozycji."),
        "faults": _("Odłożona uwaga: w nowym odczycie brzmi inaczej. %(about)s"),
    }
    return sentences[row["what"]] % {"about": row["about"]}


def _told(values: Values) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        label = next((label for kind in KINDS if (label := label_of(kind, name))), "")
        text = ", ".join(value) if isinstance(value, list) else str(value or "")
        if text:
            yield label or _("powód"), text
