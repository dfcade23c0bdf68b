"""Mail that came back is read from what mail servers really write, and noted on the message it speaks of."""

import io
import mailbox
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from quiet_noon import NOON
from stand_ins import ImapServer, SmtpServer

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.notices import bounces, services
from bezpiecznik.notices.delivery import deliver_due
from bezpiecznik.notices.models import BounceKind, Message, MessageState

pytestmark = pytest.mark.django_db

POSTFIX = """From: MAILER-DAEMON@poczta.example (Mail Delivery System)
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; poczta.example
Arrival-Date: Thu, 26 Nov 2026 12:00:00 +0100 (CET)

Final-Recipient: rfc822; robert.raportowski@miasto.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; {diagnostic}

--B
Content-Type: {returned}

From: bezpiecznik@zatorzyn.example
Message-ID: <{identifier}@zatorzyn.example>
Subject: Zadanie

--B--
"""


def notification(message: Message, *, verp: bool = True, **words: str) -> bytes:
    usual = {
        "to": f"odbicia+{message.token}@zatorzyn.example" if verp else "odbicia@zatorzyn.example",
        "identifier": "x" if verp else message.token,
        "returned": "text/rfc822-headers",
        "action": "failed",
        "status": "5.1.1",
        "diagnostic": "550 5.1.1 user unknown",
    }
    return POSTFIX.format(**{**usual, **words}).encode()


@pytest.fixture
def sent(smtp: SmtpServer, reporter: User) -> Message:
    message = services.send("test.duty", to=reporter, what="x")
    deliver_due()
    return message


@pytest.mark.parametrize(
    ("verp", "returned"), [(True, "text/rfc822-headers"), (False, "text/rfc822-headers"), (False, "message/rfc822")]
)
def test_a_message_is_known_by_its_address_of_return_or_by_its_identifier(
    sent: Message, verp: bool, returned: str
) -> None:
    assert bounces.take_in([notification(sent, verp=verp, returned=returned)]).noted == 1
    sent.refresh_from_db()
    assert (sent.state, sent.bounce, sent.bounced_at) == (MessageState.BOUNCED, BounceKind.HARD, NOON)
    assert sent.reason == "5.1.1 smtp; 550 5.1.1 user unknown"
    assert JournalEntry.objects.get(event="notices.bounced").data == {"bounce": "hard", "status": "5.1.1"}


def test_a_full_mailbox_is_a_soft_bounce_which_may_become_hard(sent: Message) -> None:
    bounces.take_in([notification(sent, status="4.2.2")])
    sent.refresh_from_db()
    assert (sent.bounce, Message.objects.failing().count()) == (BounceKind.SOFT, 0)
    bounces.take_in([notification(sent)])
    sent.refresh_from_db()
    assert (sent.bounce, Message.objects.failing().count()) == (BounceKind.HARD, 1)


def test_a_delay_changes_nothing(sent: Message) -> None:
    assert bounces.take_in([notification(sent, action="delayed", status="4.4.7")]).delayed == 1
    sent.refresh_from_db()
    assert sent.state == MessageState.SENT


def test_read_twice_the_second_changes_nothing(sent: Message) -> None:
    bounces.take_in([notification(sent)])
    with clock.pretend(NOON + timedelta(days=1)):
        bounces.take_in([notification(sent)])
    sent.refresh_from_db()
    assert sent.bounced_at == NOON
    assert JournalEntry.objects.filter(event="notices.bounced").count() == 1


def test_a_message_that_never_left_cannot_come_back(reporter: User) -> None:
    waiting = services.send("test.duty", to=reporter, what="x")
    assert bounces.take_in([notification(waiting)]).unknown == 1
    waiting.refresh_from_db()
    assert waiting.state == MessageState.WAITING


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"From: kto@x.example\nSubject: Jestem na urlopie\n\nWracam w poniedzialek.",
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=B\n\n--B\n\n--B--",
        b"Content-Type: multipart/report; report-type=delivery-status\n\n",
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_notification_is_left_alone(sent: Message, content: bytes) -> None:
    assert str(bounces.take_in([content])) == "odnotowano 0, opóźnione 0, nierozpoznane 1"


def test_a_later_delivery_clears_the_address(smtp: SmtpServer, sent: Message, reporter: User) -> None:
    bounces.take_in([notification(sent)])
    assert Message.objects.failing().count() == 1
    with clock.pretend(NOON + timedelta(hours=1)):
        services.send("test.duty", to=reporter, what="y")
        deliver_due()
    assert Message.objects.failing().count() == 0


def test_the_command_reads_files_folders_boxes_and_the_standard_input(
    sent: Message, tmp_path: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = notification(sent)
    one, folder, box, maildir = (tmp_path / name for name in ("a.eml", "folder", "box", "maildir"))
    one.write_bytes(letter)
    folder.mkdir()
    (folder / "b.eml").write_bytes(letter)
    for kept in (mailbox.mbox(box), mailbox.Maildir(maildir)):
        kept.add(letter)
        kept.close()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(letter)))
    call_command("bounces", str(one), str(folder), str(box), str(maildir), "-")
    assert capsys.readouterr().out == "odnotowano 1, opóźnione 0, nierozpoznane 0\n" * 5


def test_the_command_says_what_it_lacks(settings: Any, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="BOUNCE_IMAP_URL"):
        call_command("bounces")
    with pytest.raises(CommandError, match="No such file"):
        call_command("bounces", str(tmp_path / "nothing"))


def test_unread_letters_are_read_by_imap_once(sent: Message, settings: Any, capsys: Any) -> None:
    with ImapServer(b"Subject: spam\r\n\r\nx", notification(sent)) as server:
        settings.BOUNCE_IMAP_URL = f"imap://odbicia%40x.example:tajne@127.0.0.1:{server.port}/Odbicia"
        call_command("bounces")
        call_command("bounces")
    assert (
        capsys.readouterr().out
        == "odnotowano 1, opóźnione 0, nierozpoznane 1\nodnotowano 0, opóźnione 0, nierozpoznane 0\n"
    )
    assert server.seen == {1, 2}
    assert 'SELECT "Odbicia"' in server.commands or "SELECT Odbicia" in server.commands
    sent.refresh_from_db()
    assert sent.state == MessageState.BOUNCED


def test_a_wrong_password_is_told_in_one_line(settings: Any) -> None:
    with ImapServer(accepts="inne") as server:
        settings.BOUNCE_IMAP_URL = f"imap://odbicia:tajne@127.0.0.1:{server.port}/INBOX"
        with pytest.raises(CommandError, match="wrong password"):
            call_command("bounces")
