"""The year 2022 evaluated, with its yearly report made, and the matter that takes it to the council."""

from datetime import date

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.council import services
from bezpiecznik.council.models import Matter
from bezpiecznik.council.states import MatterKind
from bezpiecznik.documents.models import Document
from bezpiecznik.evaluation import documents
from bezpiecznik.evaluation import services as evaluations
from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import services as reporting


@pytest.fixture
def evaluated(programme: Programme, patrols: Undertaking, coordinator: User) -> Evaluation:
    """2022, of which nobody reported a word: everything is „brak sprawozdania”."""
    period = reporting.plan_period(
        programme, year=2022, part=0, opens_on=date(2023, 1, 2), due_on=date(2023, 1, 31), by=coordinator
    )
    reporting.open_period(period, by=coordinator)
    reporting.close_period(period, by=coordinator)
    evaluation = evaluations.start_evaluation(programme, year=2022, by=coordinator)
    evaluations.confirm_grades(evaluation.grades.all(), by=coordinator)
    evaluations.finish_evaluation(evaluation, by=coordinator)
    return evaluation


@pytest.fixture
def report(evaluated: Evaluation, coordinator: User) -> Document:
    return documents.request_annual_report(evaluated, issued_on=date(2023, 2, 20), by=coordinator)


@pytest.fixture
def matter(programme: Programme, coordinator: User) -> Matter:
    return services.open_matter(programme, kind=MatterKind.PROGRAMME_REPORT, year=2022, by=coordinator)
