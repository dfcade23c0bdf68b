"""Reads of recommendations: the filtered list, the years in it, those that are late."""

from typing import Any

from bezpiecznik.core import clock
from bezpiecznik.core.search import matching
from bezpiecznik.evaluation.models import RecommendationQuerySet


def years(found: RecommendationQuerySet) -> list[int]:
    return list(found.order_by("-year").values_list("year", flat=True).distinct())


def filtered(found: RecommendationQuerySet, wanted: dict[str, Any]) -> RecommendationQuerySet:
    """Those that fit the filter's cleaned values (`q`, `state`, `year`, `addressee`)."""
    match wanted.get("state"):
        case "overdue":
            found = found.overdue(clock.today())
        case None:
            pass
        case state:
            found = found.filter(state=state)
    for name in ("year", "addressee"):
        if value := wanted.get(name):
            found = found.filter(**{name: value})
    return matching(found, wanted.get("q", ""))
