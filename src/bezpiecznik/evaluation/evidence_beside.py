"""Parts of the evidence that come from beside the year's reports: the former year, recommendations, observations."""

import json
from typing import Any

from bezpiecznik.evaluation.models import Evaluation, Evidence, Recommendation
from bezpiecznik.observations.queries import of_year
from bezpiecznik.plans.models import Programme


def former(evaluation: Evaluation) -> dict[str, Any] | None:
    """Grades of the year before as its own frozen evidence has them; None where it was not finished.

    {"year", "sha256" (of that evidence), "n", "counts", "rule": [paragraph], "grades": [{"code", "given", "proposed",
    "rule", "reason"}]}
    """
    found = Evidence.objects.filter(
        evaluation__programme=evaluation.programme_id, evaluation__year=evaluation.year - 1
    ).first()
    if found is None:
        return None
    content = json.loads(found.content)
    kept = ("code", "given", "proposed", "rule", "reason")
    return {
        "year": content["year"],
        "sha256": found.sha256,
        "n": content["n"],
        "counts": content["counts"],
        "rule": content["rule"],
        "grades": [
            {name: action[name] for name in kept} for area in content["areas"] for action in area["actions"]
        ],
    }  # fmt: skip


def recommendations(programme: Programme, year: int) -> list[dict[str, Any]]:
    """Those of the year, and of years before with what became of them; later ones are not of this evidence."""
    found = Recommendation.objects.filter(programme=programme, year__lte=year).with_subject()
    return [_recommendation(one) for one in found.prefetch_related("notes").order_by("year", "no")]


def _recommendation(one: Recommendation) -> dict[str, Any]:
    return {
        "year": one.year,
        "no": one.no,
        "text": one.text,
        "subject": one.subject,
        "whom": one.whom,
        "due_on": one.due_on.isoformat() if one.due_on else None,
        "state": one.state,
        "state_label": str(one.get_state_display()),
        "outcome": one.outcome,
        "closed_on": one.closed_on.isoformat() if one.closed_on else None,
        "notes": [{"on": note.on.isoformat(), "text": note.text} for note in one.notes.all()],
    }


def observations(programme: Programme, year: int) -> list[dict[str, Any]]:
    """Circumstances and signals of the year as their room tells them.

    Without keys of the database: evidence has to be read when those are gone.
    """
    return [{name: value for name, value in one.items() if name != "id"} for one in of_year(programme, year)]
