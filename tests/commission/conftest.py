"""The Commission lives in July 2023."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bezpiecznik.core import clock


@pytest.fixture
def july() -> Iterator[None]:
    with clock.pretend(datetime(2023, 7, 3, 9, tzinfo=UTC)):
        yield
