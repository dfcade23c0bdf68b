"""The president looks at the page on 3 July 2023."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from cast import make_person

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.rights import Role
from bezpiecznik.plans.models import StatutoryDate


@pytest.fixture(autouse=True)
def _third_of_july() -> Iterator[None]:
    with clock.pretend(datetime(2023, 7, 3, 9, 30, tzinfo=UTC)):
        yield


@pytest.fixture
def president(db: None) -> User:
    return make_person("Joanna", "Prezydencka", Role.PRESIDENT)


@pytest.fixture
def _no_dates(db: None) -> None:
    """Dates of the law stand aside."""
    StatutoryDate.objects.update(active=False)
