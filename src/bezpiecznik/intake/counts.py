"""What is about to enter the plan, in numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bezpiecznik.intake.draft import Kind, Row
from bezpiecznik.intake.names import NameRow
from bezpiecznik.intake.review_page import Review


@dataclass(frozen=True)
class Counts:
    """What is about to enter the plan."""

    areas: int
    actions: int
    initiatives: int
    goals: int
    institutions: int
    new_institutions: int
    leads: int
    partners: int
    corrected: int
    removed: int
    added: int


def counts(review: Review) -> Counts:
    draft = review.draft
    areas = draft.living(Kind.AREA)
    rows: Sequence[Row] = draft.rows
    return Counts(
        areas=len(areas),
        actions=sum(len(draft.living(Kind.ACTION, area.key)) for area in areas),
        initiatives=len(draft.living(Kind.INITIATIVE)),
        goals=len(draft.living(Kind.GOAL)),
        institutions=_bodies(review.names),
        new_institutions=sum(name.decision.target == "new" for name in review.names),
        leads=sum(name.leads for name in review.names),
        partners=sum(name.partners for name in review.names),
        corrected=sum(row.is_changed for row in rows),
        removed=sum(row.deleted for row in rows),
        added=sum(row.is_added for row in rows),
    )


def _bodies(names: Iterable[NameRow]) -> int:
    """Names that point to another name of the document are not bodies of their own."""
    targets = [name.decision.target for name in names]
    existing = {target for target in targets if target.startswith("i:")}
    return len(existing) + targets.count("new")
