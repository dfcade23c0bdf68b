"""What in a reading looks like data of a person. Only told: the council has adopted the words as they are."""

from collections.abc import Iterator

from bezpiecznik.core.personal import Finding
from bezpiecznik.core.privacy import Check
from bezpiecznik.intake.draft import Row
from bezpiecznik.intake.review_page import Review


def named_people(review: Review) -> list[tuple[Row, list[Finding]]]:
    """Living rows in whose words something was found, with what it is."""
    check = Check()
    found = ((row, check.findings("\n".join(_texts(row)))) for row in review.draft.rows if not row.deleted)
    return [(row, findings) for row, findings in found if findings]


def _texts(row: Row) -> Iterator[str]:
    return (value for value in row.values.values() if isinstance(value, str))
