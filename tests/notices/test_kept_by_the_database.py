"""What cannot be stored, whoever writes: each with its sentence."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from quiet_noon import NOON

from bezpiecznik.accounts.models import User
from bezpiecznik.notices.models import Choice, Declined, Message, Wording

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "lost"},
        {"state": "sent", "sent_at": None},
        {"state": "bounced", "bounced_at": None, "bounce": "hard"},
        {"state": "bounced", "bounced_at": NOON, "bounce": ""},
        {"state": "gathered", "carrier": None},
    ],
)
def test_a_message_whose_state_lies(wrong: dict[str, Any]) -> None:
    message = Message.objects.create(kind="mail", address="a@x.example", subject="x", body="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(**wrong)


def test_a_message_that_waits_inside_another() -> None:
    carrier, other = (
        Message.objects.create(kind="mail", address="a@x.example", subject="x", body="x") for _ in range(2)
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=other.pk).update(carrier=carrier)


def test_half_a_wording(coordinator: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Wording.objects.create(kind="test.duty", subject="x", body="", changed_by=coordinator)


def test_an_unknown_rhythm_and_a_second_refusal(reporter: User) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Choice.objects.create(user=reporter, rhythm="hourly")
    Declined.objects.create(user=reporter, kind="test.news")
    with pytest.raises(IntegrityError), transaction.atomic():
        Declined.objects.create(user=reporter, kind="test.news")
