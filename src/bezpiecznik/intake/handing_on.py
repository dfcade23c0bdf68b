"""Faults that go on with the programme: those that no correction settled and that nobody set aside.

Whether a correction settled a fault is not guessed: the same rules look at the reading as it was and as it is now. What
they found before and find no more is settled; what they find only now came with the corrections.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bezpiecznik.intake.draft import Draft, reading_of
from bezpiecznik.intake.faults import SET_ASIDE, fault_key
from bezpiecznik.intake.models import Intake
from bezpiecznik.intake.source import text_of
from bezpiecznik.resolution.document import Document, UnreadableDocument
from bezpiecznik.resolution.formats.text import extract
from bezpiecznik.resolution.lint import lint
from bezpiecznik.resolution.model import Finding


def to_hand_on(intake: Intake, draft: Draft) -> list[Finding]:
    """The faults of the document as it would enter the plan now."""
    return left_over(draft, _document(intake))


def _document(intake: Intake) -> Document:
    """The numbered lines as a document; one without blocks where they are lost.

    They are text whatever they begin with: nobody's words decide that another format is opened here.
    """
    try:
        return extract(text_of(intake))
    except (UnreadableDocument, FileNotFoundError):
        return Document(())


def left_over(draft: Draft, document: Document) -> list[Finding]:
    """Faults of the reading without those settled or set aside, then those that corrections brought."""
    if not any(row.is_changed or row.is_added or row.deleted for row in draft.rows):
        return _undecided(draft, list(draft.reading.findings))
    now = replace(reading_of(draft), names=draft.reading.names, unplaced=draft.reading.unplaced)
    before, after = (
        {fault_key(finding): finding for finding in lint(reading, document)} for reading in (draft.reading, now)
    )
    known = {fault_key(finding): finding for finding in draft.reading.findings}
    stay = [finding for key, finding in known.items() if key in after or key not in before]
    new = [finding for key, finding in after.items() if key not in before and key not in known]
    return _undecided(draft, [*stay, *new])


def _undecided(draft: Draft, findings: Iterable[Finding]) -> list[Finding]:
    """Those that no person repaired or set aside."""
    known = {fault_key(finding): finding for finding in draft.reading.findings}
    aside = [finding for key, finding in known.items() if draft.faults.get(key, {}).get("state") == SET_ASIDE]
    settled = {key for key, mark in draft.faults.items() if mark["state"] != SET_ASIDE}
    return [row for row in findings if fault_key(row) not in settled and not _is_set_aside(row, aside)]


def _is_set_aside(finding: Finding, aside: Sequence[Finding]) -> bool:
    """Also when a correction took some of its places away."""
    return any(
        (finding.code, finding.subject) == (other.code, other.subject) and set(finding.places) <= set(other.places)
        for other in aside
    )
