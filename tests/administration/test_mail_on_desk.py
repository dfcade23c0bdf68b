"""The desk tells of addresses that fail and of messages that did not leave."""

from datetime import timedelta

import pytest
from mail_scene import NOON

from bezpiecznik.accounts.models import User
from bezpiecznik.administration.desk import mail_in_trouble
from bezpiecznik.core import clock
from bezpiecznik.notices import services
from bezpiecznik.notices.models import Message, MessageState

pytestmark = pytest.mark.django_db


def sentences(user: User) -> list[str]:
    return [todo.sentence for todo in mail_in_trouble(user)]


def bounce(message: Message) -> None:
    Message.objects.filter(pk=message.pk).update(state=MessageState.BOUNCED, bounced_at=NOON, bounce="hard")


def test_an_address_that_fails_is_told_to_those_who_look_after_mail(
    coordinator: User, administrator: User, reporter: User, message: Message
) -> None:
    assert sentences(coordinator) == []
    bounce(message)
    assert sentences(coordinator) == sentences(administrator) == ["1 adres nie działa: poczta wraca"]
    assert sentences(reporter) == []


def test_an_address_mended_is_no_longer_told(coordinator: User, reporter: User, message: Message) -> None:
    bounce(message)
    reporter.email = "dobry@kmp.example"
    reporter.save()
    assert sentences(coordinator) == []


def test_a_message_given_up_is_told_until_it_is_sent_again(coordinator: User, message: Message) -> None:
    Message.objects.update(state=MessageState.FAILED)
    assert sentences(coordinator) == ["1 wiadomość nie wyszła"]
    services.send_again(message, by=coordinator)
    assert sentences(coordinator) == []


def test_old_failures_are_history(coordinator: User, message: Message) -> None:
    Message.objects.update(state=MessageState.FAILED)
    with clock.pretend(NOON + timedelta(days=31)):
        assert sentences(coordinator) == []
