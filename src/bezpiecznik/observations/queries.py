"""Reads of the room."""

from typing import Any

from django.utils import timezone

from bezpiecznik.observations.models import Observation
from bezpiecznik.plans.models import Programme


def of_year(programme: Programme, year: int) -> list[dict[str, Any]]:
    """What the yearly evidence freezes: signals of the year as JSON-ready rows, in order of the day, names as text.

    Doubles and those set aside are left out; those not answered yet have a blank outcome and answer. The text itself
    of a signal stays out: residents write it, and evidence is kept for good.
    """
    found = (
        Observation.objects.filter(programme=programme)
        .of_year(year)
        .on_record()
        .prefetch_related("areas", "undertakings__area")
        .order_by("happened_on", "pk")
    )
    return [_row(observation) for observation in found]


def _row(observation: Observation) -> dict[str, Any]:
    answered = observation.answered_at
    actions = sorted(observation.undertakings.all(), key=lambda one: (one.area.no if one.area else 0, one.no))
    return {
        "id": observation.pk,
        "kind": observation.kind,
        "kind_label": str(observation.get_kind_display()),
        "title": observation.title,
        "source": observation.source,
        "happened_on": observation.happened_on.isoformat(),
        "areas": sorted({area.no for area in observation.areas.all()}),
        "actions": [one.code for one in actions],
        "outcome": observation.outcome,
        "outcome_label": str(observation.get_outcome_display()),
        "answer": observation.answer if observation.is_answered else "",
        "answered_on": timezone.localdate(answered).isoformat() if answered else "",
    }
