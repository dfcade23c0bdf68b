"""Scenes of activities take place on 20 November 2022, unless they say otherwise; files lie in a folder of the test."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from activities.activity_acts import enter

from bezpiecznik.accounts.models import User
from bezpiecznik.activities.models import Activity
from bezpiecznik.core import clock
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Undertaking


@pytest.fixture(autouse=True)
def _twentieth_of_november(settings, tmp_path: Path) -> Iterator[None]:  # type: ignore[no-untyped-def]
    settings.MEDIA_ROOT = tmp_path
    with clock.pretend(datetime(2022, 11, 20, 9, 30, tzinfo=UTC)):
        yield


@pytest.fixture
def meeting(police: Institution, reporter: User, patrols: Undertaking) -> Activity:
    """The police met seniors on 12 October 2022 for action 1.1."""
    return enter(police, by=reporter, undertakings=(patrols,))
