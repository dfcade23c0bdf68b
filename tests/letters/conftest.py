"""All letters are written on 10 March 2026."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from letter_acts import draft, number

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters.models import Letter


@pytest.fixture(autouse=True)
def _tenth_of_march() -> Iterator[None]:
    with clock.pretend(datetime(2026, 3, 10, 9, 30, tzinfo=UTC)):
        yield


@pytest.fixture
def letter(police: Institution, coordinator: User) -> Letter:
    """A draft to the police."""
    return draft(police, by=coordinator)


@pytest.fixture
def numbered(letter: Letter, coordinator: User) -> Letter:
    return number(letter, by=coordinator)[0]
