"""The little town prepares its next programme."""

from collections.abc import Callable

import pytest
from cast import MakeAction
from editions.edition_acts import FateOf

from bezpiecznik.accounts.models import User
from bezpiecznik.editions import services
from bezpiecznik.editions.models import Edition
from bezpiecznik.evaluation.models import Evaluation, EvaluationState, Grade, GradeValue
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Goal, Programme, Undertaking

GradeIt = Callable[..., Grade]


@pytest.fixture
def lights(make_action: MakeAction, patrols: Undertaking, guard: Institution) -> Undertaking:
    """Action 1.2, led by the city guard."""
    return make_action("Naprawa oświetlenia ulic i parków.", lead=guard)


@pytest.fixture
def bikes(programme: Programme) -> Undertaking:
    """Initiative P1."""
    return Undertaking.objects.create(programme=programme, kind="initiative", no=1, wording="BEZPIECZNY ROWERZYSTA")


@pytest.fixture
def edition(
    programme: Programme, patrols: Undertaking, lights: Undertaking, bikes: Undertaking, coordinator: User
) -> Edition:
    """2024-2026, with three fates to decide."""
    Goal.objects.create(programme=programme, no=1, text="Mniej wypadków.")
    return services.start_edition(
        programme, title="Program na lata 2024–2026", year_from=2024, year_to=2026, by=coordinator
    )


@pytest.fixture
def fate_of(edition: Edition) -> FateOf:
    """`fate_of("1.1")`: as it stands now."""
    return lambda code: next(one for one in edition.fates.with_undertaking() if one.undertaking.code == code)


@pytest.fixture
def grade_it(programme: Programme, coordinator: User) -> GradeIt:
    """A settled grade of a year."""

    def make(action: Undertaking, given: GradeValue, year: int = 2022) -> Grade:
        found, _made = Evaluation.objects.get_or_create(
            programme=programme, year=year, defaults={"started_by": coordinator, "state": EvaluationState.FINISHED}
        )
        return Grade.objects.create(evaluation=found, undertaking=action, proposed=given, given=given, rule="…")

    return make
