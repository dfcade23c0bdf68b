"""Some messages to the reporter of the police, put off and sent at a quiet noon."""

from collections.abc import Iterator

import pytest
from mail_scene import NOON, WORDS

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.notices import services
from bezpiecznik.notices.models import Message


@pytest.fixture(autouse=True)
def _thursday_noon() -> Iterator[None]:
    with clock.pretend(NOON):
        yield


@pytest.fixture
def message(reporter: User) -> Message:
    return services.send("reporting.opened", to=reporter, url="/praca/sprawozdania/1/", **WORDS)
