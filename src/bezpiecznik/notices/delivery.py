"""The queue at work: messages are claimed one by one, handed to the mail server, and what became of them is kept.

A message is claimed by a conditional UPDATE, and marked once more just before the server is given its text. A worker
that dies before that mark leaves it to be sent; one that dies after it leaves it in doubt, and a person decides.
"""

import logging
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.jobs import is_over, me
from bezpiecznik.notices.mail import Letterhead, envelope_sender, letter
from bezpiecznik.notices.models import Message, MessageState
from bezpiecznik.notices.redaction import without_secrets
from bezpiecznik.notices.transport import Permanent, Smtp, Temporary, Unsure

log = logging.getLogger(__name__)

BACK_OFF = [timedelta(minutes=n) for n in (1, 5, 15, 60, 240, 480, 720, 1440, 1440)]
"""How long to wait after each attempt; after the last one the message is given up, some three days from the first."""
LEASE = timedelta(minutes=15)
BATCH = 200
OUTCOMES = (_("wysłano"), _("odłożono"), _("nie wysłano"), _("nie wiadomo, czy wysłano"), _("pokazano"))


class LostClaim(Exception):
    """Somebody took the message for ours no longer; it is left to them."""


@dataclass
class Delivered:
    """What one delivery did: how many were sent, put off, given up, left in doubt, and shown only (DEMO)."""

    sent: int = 0
    put_off: int = 0
    failed: int = 0
    unsure: int = 0
    kept: int = 0

    def __str__(self) -> str:
        words = zip(OUTCOMES, vars(self).values(), strict=True)
        return ", ".join(f"{word} {number}" for word, number in words if number) or str(_("nic nie czekało"))


def configured() -> bool:
    """Whether messages have a way out: a mail server is known, or the demonstration keeps them."""
    return bool(settings.DEMO or settings.EMAIL_HOST)


def deliver_due(*, limit: int = BATCH) -> Delivered:
    """Send what is due, the urgent first; safe to run at any time, several at once too."""
    done = Delivered()
    recover()
    due = list(Message.objects.due(clock.now()).values_list("pk", flat=True)[:limit])
    if not due or not configured():
        return done
    head = Letterhead.now()
    with Smtp() as smtp:
        for pk in due:
            message = _claimed(pk)
            if message is None:
                continue
            if settings.DEMO:
                done.kept += _finish(message, MessageState.KEPT)
            elif not _sent(message, head, smtp, done):
                break
    return done


def recover() -> int:
    """Take up what a dead worker held: what the server never got waits again, the rest is left in doubt."""
    lost = 0
    for message in Message.objects.filter(state=MessageState.SENDING):
        expired = message.claimed_at is None or message.claimed_at < clock.now() - LEASE
        if not (is_over(message.claimed_by) or expired):
            continue
        if message.handed_at is None:
            lost += _held(message).update(state=MessageState.WAITING)
        else:
            lost += _finish(message, MessageState.UNSURE, failed_at=clock.now(), reason="worker died while sending")
    return lost


def _claimed(pk: int) -> Message | None:
    moment = clock.now()
    free = Message.objects.filter(pk=pk, state=MessageState.WAITING, gather=False, due_at__lte=moment)
    taken = free.update(state=MessageState.SENDING, claimed_by=me(), claimed_at=moment, handed_at=None)
    return Message.objects.select_related("user").get(pk=pk) if taken else None


def _held(message: Message) -> QuerySet[Message]:
    """The message as long as this very claim holds."""
    return Message.objects.filter(
        pk=message.pk, state=MessageState.SENDING, claimed_by=message.claimed_by, claimed_at=message.claimed_at
    )


def _sent(message: Message, head: Letterhead, smtp: Smtp, done: Delivered) -> bool:
    """Try to send one; whether the server can be used for the next."""

    def before() -> None:
        if not _held(message).filter(handed_at=None).update(handed_at=clock.now()):
            raise LostClaim

    try:
        smtp.send(letter(message, head), sender=envelope_sender(message), to=message.address, before=before)
    except Temporary as problem:
        _put_off(message, str(problem), done)
        return not problem.whole
    except Permanent as problem:
        done.failed += _finish(message, MessageState.FAILED, failed_at=clock.now(), reason=str(problem))
    except Unsure as problem:
        done.unsure += _finish(message, MessageState.UNSURE, failed_at=clock.now(), reason=str(problem))
    except LostClaim:
        pass
    except Exception as problem:  # one message that cannot be made must not stop the others
        log.exception("Message %s could not be sent", message.pk)
        done.failed += _finish(message, MessageState.FAILED, failed_at=clock.now(), reason=type(problem).__name__)
    else:
        done.sent += _finish(message, MessageState.SENT, sent_at=clock.now(), reason="")
    return True


def _put_off(message: Message, reason: str, done: Delivered) -> None:
    attempts = message.attempts + 1
    if attempts > len(BACK_OFF):
        done.failed += _finish(message, MessageState.FAILED, failed_at=clock.now(), reason=reason, attempts=attempts)
        return
    later = clock.now() + BACK_OFF[attempts - 1]
    done.put_off += _held(message).update(
        state=MessageState.WAITING, due_at=later, attempts=attempts, reason=reason, handed_at=None
    )


def _finish(message: Message, state: MessageState, **words: Any) -> int:
    """Note how it ended. The key to a door leaves the log with the message; a demonstration keeps it to be followed."""
    if message.secret and not settings.DEMO:
        words |= {"body": without_secrets(message.body), "url": "", "redacted_at": clock.now()}
    attempts = {"attempts": message.attempts + 1} if state != MessageState.KEPT else {}
    return _held(message).update(**(attempts | words), state=state)
