"""Mail that came back: delivery status notifications (RFC 3464) are read and noted on the messages they speak of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_bytes, message_from_string, policy
from email.message import EmailMessage
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from bezpiecznik.core import clock, journal
from bezpiecznik.notices.events import Event
from bezpiecznik.notices.models import BounceKind, Message, MessageState

TOKEN = re.compile(r"[0-9a-f]{32}")
BOUNCEABLE = (MessageState.SENT, MessageState.UNSURE, MessageState.BOUNCED)


@dataclass(frozen=True)
class Returned:
    """What one notification says of one recipient. `action` as in RFC 3464: failed, delayed, delivered, …"""

    token: str
    action: str
    status: str
    diagnostic: str

    @property
    def kind(self) -> BounceKind:
        """5.x.x is for good, 4.x.x may pass."""
        return BounceKind.HARD if self.status.startswith("5") else BounceKind.SOFT


@dataclass
class Read:
    """How many notifications were read: noted on a message, only of a delay, not ours or not notifications."""

    noted: int = 0
    delayed: int = 0
    unknown: int = 0

    def __str__(self) -> str:
        return _("odnotowano %(noted)s, opóźnione %(delayed)s, nierozpoznane %(unknown)s") % vars(self)


def take_in(letters: Iterable[bytes]) -> Read:
    """Note each notification on its message. Read twice, the second changes nothing."""
    done = Read()
    for content in letters:
        found = parse(content)
        if found is None:
            done.unknown += 1
        elif found.action == "failed":
            noted = _note(found)
            done.noted += noted
            done.unknown += not noted
        else:
            done.delayed += 1
    return done


def parse(content: bytes) -> Returned | None:
    """The notification in a letter; None when it is none, or does not name a message of ours."""
    letter = message_from_bytes(content, policy=policy.default)
    if letter.get_content_type() != "multipart/report" or letter.get_param("report-type") != "delivery-status":
        return None
    fields = _status_of_recipient(letter)
    token = _token(letter)
    if fields is None or not token:
        return None
    return Returned(
        token=token,
        action=str(fields.get("Action", "")).strip().lower(),
        status=str(fields.get("Status", "")).strip(),
        diagnostic=" ".join(str(fields.get("Diagnostic-Code", "")).split())[:500],
    )


def _status_of_recipient(letter: EmailMessage) -> Any:
    """The block of fields about the recipient: the first part is about the server, the next ones about recipients."""
    for part in letter.walk():
        if part.get_content_type() == "message/delivery-status":
            blocks = part.get_payload()
            if isinstance(blocks, list):  # a list for this type of content, unless the letter is malformed
                return next((block for block in blocks if "Action" in block), None)
    return None


def _token(letter: EmailMessage) -> str:
    """The sign of our message: in the address to which it came back, else in the identifier of the letter returned."""
    candidates = [str(value) for name in ("To", "Delivered-To", "X-Original-To") for value in letter.get_all(name, [])]
    candidates += _returned_identifiers(letter)
    return next((found[0] for text in candidates if (found := TOKEN.search(text))), "")


def _returned_identifiers(letter: EmailMessage) -> Iterator[str]:
    for part in letter.walk():
        if part.get_content_type() == "text/rfc822-headers":
            headers = message_from_string(part.get_content(), policy=policy.default)
            yield str(headers.get("Message-ID", ""))
        elif part is not letter and part.get("Message-ID"):
            yield str(part["Message-ID"])


@transaction.atomic
def _note(returned: Returned) -> bool:
    """Mark the message; whether there was one to mark."""
    held = Message.objects.select_for_update(of=("self",)).filter(token=returned.token, state__in=BOUNCEABLE)
    message = held.first()
    if message is None:
        return False
    if message.state == MessageState.BOUNCED and message.bounce in {returned.kind, BounceKind.HARD}:
        return True
    message.state, message.bounce, message.bounced_at = MessageState.BOUNCED, returned.kind, clock.now()
    message.reason = f"{returned.status} {returned.diagnostic}".strip()
    message.save(update_fields=("state", "bounce", "bounced_at", "reason"))
    journal.record(Event.BOUNCED, message, by=None, bounce=returned.kind.value, status=returned.status)
    return True
