"""All motions are put on Monday, 5 June 2023."""

from collections.abc import Iterator

import pytest
from cast import make_person
from motion_acts import FULL, MONDAY, at

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Role
from bezpiecznik.motions import services
from bezpiecznik.motions.models import Motion


@pytest.fixture(autouse=True)
def _fifth_of_june() -> Iterator[None]:
    with at(MONDAY):
        yield


@pytest.fixture
def president(db: None) -> User:
    return make_person("Joanna", "Prezydencka", Role.PRESIDENT)


@pytest.fixture
def stranger_head(guard: Institution) -> User:
    """Heads another institution, the city guard."""
    return make_person("Henryk", "Obcy", Role.HEAD, guard)


@pytest.fixture
def draft(police: Institution, head: User) -> Motion:
    return services.draft_motion(police, FULL, by=head)


@pytest.fixture
def submitted(draft: Motion, head: User) -> Motion:
    return services.submit(draft, by=head)


@pytest.fixture
def admitted(submitted: Motion, coordinator: User) -> Motion:
    return services.admit(submitted, checks=[], by=coordinator)


@pytest.fixture
def laid(admitted: Motion, coordinator: User) -> Motion:
    return services.lay_before_president(admitted, note="Pieniądze są w budżecie.", by=coordinator)
