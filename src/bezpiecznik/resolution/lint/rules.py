"""All rules, in the order in which a person would want to read what they find."""

from __future__ import annotations

from bezpiecznik.resolution.document import Document
from bezpiecznik.resolution.lint import abbreviations, actions, counts, terms
from bezpiecznik.resolution.lint.subject import Subject
from bezpiecznik.resolution.model import Finding, Reading

RULES = (
    abbreviations.undefined,
    abbreviations.repeated,
    abbreviations.unused,
    actions.duplicated,
    actions.lead_is_partner,
    actions.empty_cell,
    counts.mismatch,
    terms.outside_years,
)


def lint(reading: Reading, document: Document) -> tuple[Finding, ...]:
    """Every finding of every rule."""
    subject = Subject(reading, document)
    return tuple(finding for rule in RULES for finding in rule(subject))
