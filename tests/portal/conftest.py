"""Years of the little town's evaluation: published, finished and still a draft."""

from typing import Any

import pytest
from published_years import Evaluate

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.evaluation.models import Evaluation, EvaluationState, Grade
from bezpiecznik.plans.models import Programme, Undertaking


@pytest.fixture
def evaluate(programme: Programme, coordinator: User) -> Evaluate:
    """`evaluate(2021, {action: ("done", [statement(…)])}, state=…)`: an evaluation with these grades."""

    def make(
        year: int,
        grades: dict[Undertaking, tuple[str, list[dict[str, Any]]]],
        *,
        state: str = EvaluationState.PUBLISHED,
    ) -> Evaluation:
        now = clock.now()
        over = {} if state == EvaluationState.DRAFT else {"finished_at": now, "finished_by": coordinator}
        shown = {"published_at": now, "published_by": coordinator} if state == EvaluationState.PUBLISHED else {}
        evaluation = Evaluation.objects.create(
            programme=programme, year=year, state=state, started_by=coordinator, **over, **shown
        )
        for action, (given, statements) in grades.items():
            Grade.objects.create(
                evaluation=evaluation, undertaking=action, proposed=given, given=given, rule=f"Reguła {year}.",
                statements_json=statements, decided_at=now, decided_by=coordinator,
            )  # fmt: skip
        return evaluation

    return make
