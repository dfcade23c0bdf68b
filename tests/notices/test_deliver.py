"""The queue at work, against a mail server of our own: sent once, put off, given up, or left in doubt."""

from datetime import timedelta
from typing import Any

import pytest
from quiet_noon import NOON
from stand_ins import SmtpServer

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.jobs import me
from bezpiecznik.notices import services
from bezpiecznik.notices.delivery import BACK_OFF, LostClaim, deliver_due, recover
from bezpiecznik.notices.kinds import Kind
from bezpiecznik.notices.mail import Letterhead, letter
from bezpiecznik.notices.models import Message, MessageState
from bezpiecznik.notices.transport import Smtp

pytestmark = pytest.mark.django_db

DEAD = f"{me().partition(':')[0]}:1:0"
DOOR = "/link/Zm9vYmFyYmF6cXV4Zm9vYmFy/"


@pytest.fixture
def message(reporter: User) -> Message:
    return services.send("test.duty", to=reporter, url="/praca/", what="podpis")


def test_what_waits_is_sent_once(smtp: SmtpServer, message: Message) -> None:
    assert deliver_due().sent == 1
    assert str(deliver_due()) == "nic nie czekało"
    message.refresh_from_db()
    assert (message.state, message.sent_at, message.attempts) == (MessageState.SENT, NOON, 1)
    assert [(sender, to) for sender, to, _text in smtp.received] == [
        (f"odbicia+{message.token}@zatorzyn.example", message.address)
    ]


def test_many_go_by_one_connection_the_urgent_first(smtp: SmtpServer, reporter: User, alarm: Kind) -> None:
    for what in ("a", "b"):
        services.send("test.duty", to=reporter, what=what)
    services.send("test.alarm", to=reporter)
    assert deliver_due().sent == 3
    assert [letter["Subject"] for letter in smtp.letters()] == ["Alarm", "Zadanie: a", "Zadanie: b"]
    assert smtp.connections == 1


def test_what_is_not_due_waits(smtp: SmtpServer, reporter: User) -> None:
    with clock.pretend(NOON + timedelta(hours=10)):
        services.send("test.duty", to=reporter, what="x")
        assert deliver_due().sent == 0
    with clock.pretend(NOON + timedelta(hours=20)):
        assert deliver_due().sent == 1


def test_news_is_left_to_the_digest(smtp: SmtpServer, reporter: User) -> None:
    services.send("test.news", to=reporter, what="x")
    with clock.pretend(NOON + timedelta(days=7)):
        assert deliver_due().sent == 0


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA", "."])
def test_a_passing_refusal_is_tried_again_later(smtp: SmtpServer, message: Message, verb: str) -> None:
    smtp.says[verb] = "451 busy, come later"
    assert deliver_due().put_off == 1
    message.refresh_from_db()
    assert (message.state, message.due_at) == (MessageState.WAITING, NOON + BACK_OFF[0])
    assert message.reason == "451 busy, come later"
    smtp.says.clear()
    assert deliver_due().sent == 0
    with clock.pretend(NOON + BACK_OFF[0]):
        assert deliver_due().sent == 1
    message.refresh_from_db()
    assert (message.state, message.attempts, message.reason) == (MessageState.SENT, 2, "")


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA", "."])
def test_a_final_refusal_is_kept_with_its_reason_and_the_next_message_goes(
    smtp: SmtpServer, message: Message, coordinator: User, verb: str
) -> None:
    smtp.says[verb] = "550 no such user"
    assert deliver_due().failed == 1
    message.refresh_from_db()
    assert (message.state, message.failed_at, message.reason) == (MessageState.FAILED, NOON, "550 no such user")
    smtp.says.clear()
    services.send("test.duty", to=coordinator, what="x")
    assert deliver_due().sent == 1


def test_one_refused_address_does_not_stop_the_others(smtp: SmtpServer, message: Message, coordinator: User) -> None:
    services.send("test.duty", to=coordinator, what="x")
    usual = smtp.answer
    smtp.answer = lambda line: "550 no" if message.address in line and line.startswith("rcpt") else usual(line)
    done = deliver_due()
    assert (done.failed, done.sent) == (1, 1)


def test_after_three_days_of_trying_the_message_is_given_up(smtp: SmtpServer, message: Message) -> None:
    smtp.says["RCPT"] = "450 mailbox full"
    moment = NOON
    for pause in BACK_OFF:
        with clock.pretend(moment):
            assert deliver_due().put_off == 1
        moment += pause
    with clock.pretend(moment):
        assert deliver_due().failed == 1
    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.FAILED, len(BACK_OFF) + 1)
    assert timedelta(days=3) <= moment - NOON <= timedelta(days=4)


def test_a_server_that_is_down_puts_off_one_and_leaves_the_rest(
    settings: Any, smtp: SmtpServer, message: Message, coordinator: User
) -> None:
    other = services.send("test.duty", to=coordinator, what="x")
    settings.EMAIL_PORT = 1
    assert str(deliver_due()) == "odłożono 1"
    other.refresh_from_db()
    assert (other.state, other.attempts) == (MessageState.WAITING, 0)


def test_a_connection_broken_after_the_text_leaves_the_message_in_doubt(smtp: SmtpServer, message: Message) -> None:
    smtp.says["."] = ""
    assert deliver_due().unsure == 1
    with clock.pretend(NOON + timedelta(days=1)):
        deliver_due()
    assert len(smtp.received) == 1
    message.refresh_from_db()
    assert message.state == MessageState.UNSURE


def test_a_connection_broken_before_the_text_is_tried_again(smtp: SmtpServer, message: Message) -> None:
    smtp.says["DATA"] = ""
    assert deliver_due().put_off == 1
    smtp.says.clear()
    with clock.pretend(NOON + BACK_OFF[0]):
        assert deliver_due().sent == 1
    assert len(smtp.received) == 1


def test_a_message_claimed_by_a_dead_worker_waits_again(smtp: SmtpServer, message: Message) -> None:
    Message.objects.update(state=MessageState.SENDING, claimed_by=DEAD, claimed_at=NOON)
    assert deliver_due().sent == 1


def test_a_message_handed_over_by_a_dead_worker_is_left_in_doubt(smtp: SmtpServer, message: Message) -> None:
    Message.objects.update(state=MessageState.SENDING, claimed_by=DEAD, claimed_at=NOON, handed_at=NOON)
    assert deliver_due().sent == 0
    message.refresh_from_db()
    assert message.state == MessageState.UNSURE
    assert smtp.received == []


def test_a_message_in_the_hands_of_a_living_worker_is_left_to_it(smtp: SmtpServer, message: Message) -> None:
    Message.objects.update(state=MessageState.SENDING, claimed_by=me(), claimed_at=NOON)
    assert recover() == 0
    with clock.pretend(NOON + timedelta(minutes=16)):
        assert recover() == 1


def test_who_lost_the_claim_while_talking_to_the_server_sends_nothing(smtp: SmtpServer, message: Message) -> None:
    def before() -> None:
        raise LostClaim

    with Smtp() as way_out:
        with pytest.raises(LostClaim):
            way_out.send(letter(message, Letterhead.now()), sender="a@x.example", to="b@x.example", before=before)
        way_out.send(letter(message, Letterhead.now()), sender="a@x.example", to="c@x.example", before=lambda: None)
    assert [to for _sender, to, _text in smtp.received] == ["c@x.example"]


def test_the_key_of_a_door_leaves_the_log_with_the_message(smtp: SmtpServer, reporter: User) -> None:
    message = services.send("test.duty", to=reporter, url=DOOR, what=f"https://x.example{DOOR}")
    deliver_due()
    message.refresh_from_db()
    assert DOOR in smtp.letters()[0].get_body(("plain",)).get_content()
    assert (message.url, message.redacted_at) == ("", NOON)
    assert "Zm9vYmFy" not in message.body
    assert "https://x.example/… [odnośnik usunięty z rejestru]" in message.body


def test_a_secret_that_was_not_sent_leaves_the_log_too(smtp: SmtpServer, reporter: User) -> None:
    message = services.send("test.duty", to=reporter, url=DOOR, what="x")
    smtp.says["RCPT"] = "550 no such user"
    deliver_due()
    message.refresh_from_db()
    assert (message.state, message.url) == (MessageState.FAILED, "")


def test_a_demonstration_sends_nothing_and_keeps_the_link(settings: Any, smtp: SmtpServer, reporter: User) -> None:
    settings.DEMO = True
    message = services.send("test.duty", to=reporter, url=DOOR, what="x")
    assert deliver_due().kept == 1
    message.refresh_from_db()
    assert (message.state, message.url, message.shown_url) == (MessageState.KEPT, DOOR, DOOR)
    assert smtp.connections == 0


def test_without_a_mail_server_messages_wait(settings: Any, message: Message) -> None:
    settings.EMAIL_HOST = ""
    assert str(deliver_due()) == "nic nie czekało"
    message.refresh_from_db()
    assert (message.state, message.attempts) == (MessageState.WAITING, 0)


def test_a_server_that_wants_a_password_gets_it(settings: Any, smtp: SmtpServer, message: Message) -> None:
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "urzad", "tajne"
    usual = smtp.answer
    own = {"EHLO": "250-stand-in\r\n250 AUTH PLAIN", "AUTH": "535 wrong"}
    smtp.answer = lambda line: own.get(line.split()[0].upper()) or usual(line)
    assert deliver_due().put_off == 1
    message.refresh_from_db()
    assert "535" in message.reason
    assert "tajne" not in message.reason
