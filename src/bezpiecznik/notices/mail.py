"""How a message looks as a letter of electronic mail: plain text, and the same as simple HTML with one button."""

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime, parseaddr
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from bezpiecznik.core import clock
from bezpiecznik.notices import links
from bezpiecznik.notices.kinds import KINDS, Attached
from bezpiecznik.notices.models import Message
from bezpiecznik.notices.options import REPLY_TO, UNIT


class Wire(EmailPolicy):
    """As mail travels (RFC 5322), but headers that hold one long address stay on one line.

    The library would cut them into encoded words, which no mail program reads as an address.
    """

    WHOLE = frozenset({"list-unsubscribe", "message-id"})

    def fold(self, name: str, value: Any) -> str:
        return f"{name}: {value}{self.linesep}" if name.lower() in self.WHOLE else super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        return self.fold(name, value).encode("ascii", "surrogateescape")


@dataclass(frozen=True)
class Letterhead:
    """What all messages of one delivery share."""

    unit: str
    reply_to: str

    @classmethod
    def now(cls) -> "Letterhead":
        return cls(unit=UNIT.value(), reply_to=REPLY_TO.value())


def letter(message: Message, head: Letterhead) -> EmailMessage:
    """The letter to be sent; its headers are encoded by the standard library, Polish letters included."""
    made = EmailMessage(policy=Wire(linesep="\r\n"))
    made["From"] = _sender(head)
    made["To"] = _address(message.user.get_full_name() if message.user else "", message.address)
    made["Subject"] = " ".join(message.subject.split())
    made["Date"] = format_datetime(clock.now())
    made["Message-ID"] = f"<{message.token}@{domain()}>"
    if reply_to := message.reply_to or head.reply_to:
        made["Reply-To"] = reply_to
    made["Auto-Submitted"] = "auto-generated"
    leave = unsubscribe_url(message)
    if leave:
        made["List-Unsubscribe"] = f"<{leave}>"
        made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    made.set_content(_plain(message, head, leave), cte="quoted-printable")
    made.add_alternative(_html(message, head, leave), subtype="html", cte="quoted-printable")
    for part in attached(message):
        kind, _slash, subtype = part.media_type.partition("/")
        made.add_attachment(part.content, maintype=kind, subtype=subtype, filename=part.name)
    made["Content-Language"] = "pl"  # last: setting the content would take it away
    return made


def attached(message: Message) -> list[Attached]:
    """Files that its kind lets travel with it."""
    return list(KINDS[message.kind].attach(message)) if message.kind in KINDS else []


def unsubscribe_url(message: Message) -> str:
    """Where the person leaves messages of this kind, or of the kinds that a digest carries; blank for duty."""
    if message.duty or message.user_id is None:
        return ""
    kinds = sorted(set(message.carried.values_list("kind", flat=True))) or [message.kind]
    return links.unsubscribe_url(message.user_id, kinds)


def envelope_sender(message: Message) -> str:
    """To whom mail servers return what they cannot deliver: the address itself says which message it was."""
    if not settings.BOUNCE_ADDRESS:
        return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    name, _at, host = settings.BOUNCE_ADDRESS.partition("@")
    return f"{name}+{message.token}@{host}"


def domain() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"


def _sender(head: Letterhead) -> Address:
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return _address(name or head.unit or "Bezpiecznik", address)


def _address(name: str, address: str) -> Address:
    return Address(display_name=" ".join(name.split()), addr_spec=address)


def _plain(message: Message, head: Letterhead, leave: str) -> str:
    parts = [message.body.strip()]
    if message.url:
        parts.append(f"{message.act or _('Otwórz')}:\n{links.whole(message.url)}")
    return "\n\n".join([*parts, "-- \n" + "\n".join(_footer(head, leave))]) + "\n"


def _footer(head: Letterhead, leave: str) -> list[str]:
    lines = [head.unit] if head.unit else []
    lines.append(_("Wiadomość wysłał automatycznie system Bezpiecznik."))
    if leave:
        lines.append(_("Nie chcesz takich wiadomości? Zrezygnuj: %(url)s") % {"url": leave})
    return lines


def _html(message: Message, head: Letterhead, leave: str) -> str:
    context = {
        "paragraphs": [part.strip() for part in message.body.strip().split("\n\n") if part.strip()],
        "subject": message.subject,
        "act": message.act or _("Otwórz"),
        "url": links.whole(message.url),
        "unit": head.unit,
        "leave": leave,
    }
    return render_to_string("notices/mail.html", context)
