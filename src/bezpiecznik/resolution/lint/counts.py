"""Numbers that the text states and the document does not keep."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bezpiecznik.resolution.document import Paragraph
from bezpiecznik.resolution.lint.subject import Subject
from bezpiecznik.resolution.model import Finding, Reading
from bezpiecznik.resolution.polish import NUMERALS, fold, number

# Only a sentence that counts the whole ("określono dziesięć obszarów"), never one about some of them.
_STATES = (
    r"(?:okresl|wyznacz|wskaz|wyodrebn|wyrozn|ustal|sformulow|przyjet|przyjmuje|podziel|obejmuje|zawiera|sklada)\w*"
)
_COUNTED = re.compile(
    rf"\b{_STATES}(?:[^.\d]{{0,80}}?)\b({'|'.join(NUMERALS)}|\d{{1,3}}) (?:[a-z]{{3,20}}ych )?"
    r"(obszar(?:ow|y)|cel(?:ow|e)|dzialan(?:ia)?|zadan(?:ia)?)\b"
)


def mismatch(subject: Subject) -> Iterator[Finding]:
    """The text counts areas, goals or actions otherwise than they are."""
    for block in subject.document.blocks:
        if not isinstance(block, Paragraph):
            continue
        for match in _COUNTED.finditer(fold(block.text[:5000])):
            stated, (found, subject_name, what) = number(match[1]), _count(subject.reading, match[2])
            if found and stated != found:
                yield Finding(
                    "COUNT_MISMATCH",
                    "warning",
                    subject_name,
                    (f"l.{block.source.line}",),
                    f"W\u00a0tekście podano {what}: {stated}, a\u00a0w\u00a0dokumencie jest ich {found}.",
                )


def _count(reading: Reading, noun: str) -> tuple[int, str, str]:
    if noun.startswith("obszar"):
        return len(reading.areas), "obszary", "liczbę obszarów"
    if noun.startswith("cel"):
        return len(reading.goals), "cele", "liczbę celów"
    return sum(len(area.actions) for area in reading.areas), "działania", "liczbę działań"
