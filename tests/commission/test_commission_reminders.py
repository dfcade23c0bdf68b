"""The office is told of the end of the term at each stage once, and of an answer that did not come."""

from datetime import UTC, date, datetime

import pytest
from commission_scene import seated

from bezpiecznik.accounts.models import User
from bezpiecznik.commission import ticks
from bezpiecznik.commission.services import requests
from bezpiecznik.core import clock
from bezpiecznik.notices.models import Message

pytestmark = pytest.mark.django_db


def on(year: int, month: int, day: int) -> int:
    """How many messages there are after the work of that day, done twice."""
    with clock.pretend(datetime(year, month, day, 6, tzinfo=UTC)):
        ticks.remind()
        ticks.remind()
    return Message.objects.count()


def test_each_stage_of_the_end_of_a_term_is_told_once(coordinator: User) -> None:
    seated(by=coordinator)

    counted = [on(2024, 7, 1), on(2024, 9, 2), on(2024, 10, 1), on(2024, 12, 2), on(2025, 3, 3), on(2025, 4, 1)]

    assert counted == [0, 1, 1, 2, 3, 3]
    assert "a nowej nie powołano" in Message.objects.latest("pk").body


def test_a_deadline_that_passed_is_told_once_and_not_on_a_sunday(coordinator: User) -> None:
    term = seated(by=coordinator)
    drafted = requests.draft_request(term.commission, addressee="KMP", subject="Kamery", asked="Ile?", by=coordinator)
    requests.ask(drafted, asked_on=date(2023, 6, 1), due_on=date(2023, 6, 22), by=coordinator)

    assert [on(2023, 6, 22), on(2023, 6, 25), on(2023, 6, 26), on(2023, 6, 27)] == [0, 0, 1, 1]
