"""What the pages of the intake read."""

from typing import Any

from django.db.models import QuerySet

from bezpiecznik.core.search import matching
from bezpiecznik.intake.models import Intake


def found(intakes: QuerySet[Intake], wanted: dict[str, Any]) -> QuerySet[Intake]:
    """Documents that fit the filter's values (`q`, `state`)."""
    if state := wanted.get("state"):
        intakes = intakes.filter(state=state)
    return matching(intakes, wanted.get("q", ""))
