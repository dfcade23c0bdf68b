"""One letter (RFC 5322) as bytes, read into the little that a signal needs. Pure; attachments are named, never kept."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from bezpiecznik.observations.plain_text import from_html, shortened, tidy

MOST_BYTES, MOST_PARTS, LONGEST_FIELD = 2_000_000, 200, 2_000
"""What comes after is cut off: it is an attachment anyway. Longer fields cost the parser seconds each."""
FIELD = re.compile(
    rb"^(?:content-[a-z-]+|from|subject|date|message-id|auto-submitted|return-path|precedence|x-auto[a-z]+"
    rb"|authentication-results):[^\n]*(?:\n[ \t][^\n]*)*",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_TEXT, LONGEST_SUBJECT, LONGEST_NAME, MOST_ATTACHMENTS = 20_000, 300, 120, 50
WARSAW = ZoneInfo("Europe/Warsaw")
ONLY_CP1250 = frozenset(b"\x8c\x8f\x9c\x9f\xa5\xb9")
ONLY_LATIN2 = frozenset(b"\xa1\xa6\xac\xb1\xb6\xbc")
"""Ą, Ś, Ź and ą, ś, ź stand elsewhere in the two encodings that Poland wrote in."""
ADDRESS = re.compile(r"[^\s@<>\"',;]{1,64}@[\w.-]{1,255}")


class BadLetter(Exception):
    """Not a letter that can be read."""


@dataclass(frozen=True)
class Letter:
    """`sender` is one address in lower case, blank when there is none or several; `key` tells the letter."""

    key: str
    sender: str
    subject: str
    text: str
    sent_on: date
    attachments: tuple[str, ...] = ()
    automatic: bool = False
    """An answer of a machine, a bounce: nobody wrote it to us."""
    suspect: bool = False
    """The mail server says that the sender is not who they say."""


def read(content: bytes, *, today: date) -> Letter:
    """Raises BadLetter for what has neither a sender nor words, or cannot be taken apart."""
    try:
        letter = message_from_bytes(_tamed(content), policy=policy.default)
        found = _read(letter, content, today)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, AssertionError) as problem:
        # The parser of the standard library answers some malformed letters with these.
        raise BadLetter(type(problem).__name__) from problem
    if not found.sender and not found.text:
        raise BadLetter("empty")
    return found


def _tamed(content: bytes) -> bytes:
    """The beginning of the letter, with so many parts, and with no endless field."""
    content, place = content[:MOST_BYTES], 0
    for _part in range(MOST_PARTS):
        place = content.find(b"\n--", place + 1)
        if place < 0:
            break
    return FIELD.sub(lambda field: field[0][:LONGEST_FIELD], content[:place] if place > 0 else content)


def _read(letter: EmailMessage, content: bytes, today: date) -> Letter:
    text = shortened(_text(letter), LONGEST_TEXT)
    subject = shortened(tidy(_header(letter, "Subject")).replace("\n", " "), LONGEST_SUBJECT)
    told = _header(letter, "Message-ID").strip()
    return Letter(
        key=sha256(told.encode(errors="replace") if told else content).hexdigest(),
        sender=_sender(letter),
        subject=subject or shortened(text.partition("\n")[0], LONGEST_SUBJECT),
        text=text,
        sent_on=_day(letter, today),
        attachments=tuple(_attachments(letter)),
        automatic=_is_automatic(letter),
        suspect="=fail" in _header(letter, "Authentication-Results").replace(" ", "").lower(),
    )


def _header(letter: EmailMessage, name: str) -> str:
    """Blank where there is none, or where it is too malformed even for a lenient parser."""
    try:
        return str(letter[name] or "")
    except Exception:  # any: the parser of headers fails in many ways, and one header is no reason to lose a letter
        return ""


def _sender(letter: EmailMessage) -> str:
    addresses = {address.lower() for _name, address in getaddresses([_header(letter, "From")]) if address}
    if len(addresses) != 1:
        return ""
    (address,) = addresses
    return address if ADDRESS.fullmatch(address) else ""


def _day(letter: EmailMessage, today: date) -> date:
    """The day of the letter in Poland; today for a missing one, or one that has not come yet."""
    try:
        sent = parsedate_to_datetime(_header(letter, "Date"))
        return min(sent.astimezone(WARSAW).date(), today)
    except (ValueError, TypeError, OverflowError):
        return today


def _is_automatic(letter: EmailMessage) -> bool:
    told = _header(letter, "Auto-Submitted").partition(";")[0].strip().lower()
    return (
        told not in {"", "no"}
        or letter.get_content_type() == "multipart/report"
        or _header(letter, "Return-Path").strip() == "<>"
        or _header(letter, "Precedence").strip().lower() in {"auto_reply", "junk"}
        or bool(_header(letter, "X-Autoreply") or _header(letter, "X-Autorespond"))
    )


def _text(letter: EmailMessage) -> str:
    """Words of the first plain part, else of the first HTML one."""
    for wanted, words in _KINDS:
        for part in letter.walk():
            if part.get_content_type() == wanted and not _is_attached(part) and (found := words(_decoded(part))):
                return found
    return ""


_KINDS: tuple[tuple[str, Callable[[str], str]], ...] = (("text/plain", tidy), ("text/html", from_html))


def _is_attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment"


def _decoded(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    for charset in (part.get_content_charset(), "utf-8"):
        try:
            return content.decode(charset or "utf-8")
        except (LookupError, ValueError):
            continue
    return content.decode(_polish_charset(content), errors="replace")


def _polish_charset(content: bytes) -> str:
    """Which of the two, for bytes that do not say so truly."""
    here = frozenset(content)
    return "iso-8859-2" if here & ONLY_LATIN2 and not here & ONLY_CP1250 else "cp1250"


def _attachments(letter: EmailMessage) -> list[str]:
    names = []
    for part in letter.walk():
        name = part.get_filename() or ""
        if not part.is_multipart() and (name or _is_attached(part)):
            names.append(shortened(tidy(name).replace("\n", " ") or part.get_content_type(), LONGEST_NAME))
    return names[:MOST_ATTACHMENTS]
