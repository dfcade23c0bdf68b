"""Faults of the document itself, found by general rules; every rule is a function from a reading to findings."""

from bezpiecznik.resolution.extract import Document
from bezpiecznik.resolution.model import Finding, Reading


def lint(reading: Reading, document: Document) -> tuple[Finding, ...]:
    return ()
