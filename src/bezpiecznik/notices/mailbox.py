"""Where returned mail is read from: files, folders, a stream, or a mailbox by IMAP."""

import imaplib
import mailbox
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

TIMEOUT_SECONDS = 30
SECURE_PORT, PLAIN_PORT = 993, 143


class MailboxRefused(Exception):
    """The mailbox cannot be read; the message says why."""


def from_path(path: Path) -> Iterator[bytes]:
    """Letters of a Maildir, of a folder of .eml files, of an mbox, or of one file."""
    if path.is_dir() and (path / "cur").is_dir():
        yield from (letter.as_bytes() for letter in mailbox.Maildir(path, create=False))
    elif path.is_dir():
        yield from (file.read_bytes() for file in sorted(path.iterdir()) if file.is_file())
    elif path.read_bytes()[:5] == b"From ":
        box = mailbox.mbox(path, create=False)
        try:
            yield from (letter.as_bytes() for letter in box)
        finally:
            box.close()
    else:
        yield path.read_bytes()


def from_imap(url: str, *, most_bytes: int | None = None) -> Iterator[bytes]:
    """Unread letters of `imaps://user:password@host[:port]/FOLDER`; each is marked as read once it was taken in.

    With `most_bytes` only the beginning of a longer letter is asked for. `imap://` speaks without TLS, for a server on
    the same machine. Raises MailboxRefused.
    """
    wanted = f"(BODY.PEEK[]<0.{most_bytes}>)" if most_bytes else "(BODY.PEEK[])"
    parts = urlsplit(url)
    folder = unquote(parts.path.strip("/")) or "INBOX"
    try:
        with _connected(parts.scheme, parts.hostname or "", parts.port) as server:
            server.login(unquote(parts.username or ""), unquote(parts.password or ""))
            _ok(server.select(f'"{folder}"'), folder)
            for number in _ok(server.search(None, "UNSEEN"), folder)[0].split():
                letter = _ok(server.fetch(number.decode(), wanted), folder)[0]
                yield letter[1]
                server.store(number.decode(), "+FLAGS", r"(\Seen)")
    except (OSError, imaplib.IMAP4.error) as problem:
        raise MailboxRefused(f"{parts.hostname}: {problem}") from problem


def _connected(scheme: str, host: str, port: int | None) -> imaplib.IMAP4:
    if scheme == "imaps":
        context = ssl.create_default_context()
        return imaplib.IMAP4_SSL(host, port or SECURE_PORT, ssl_context=context, timeout=TIMEOUT_SECONDS)
    return imaplib.IMAP4(host, port or PLAIN_PORT, timeout=TIMEOUT_SECONDS)


def _ok(answer: tuple[str, list[Any]], folder: str) -> list[Any]:
    status, data = answer
    if status != "OK":
        raise MailboxRefused(f"{folder}: {data}")
    return data
