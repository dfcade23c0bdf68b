"""The way out: one SMTP connection for a delivery. What the server says is sorted into four answers."""

import re
import smtplib
import ssl
from collections.abc import Callable
from email.message import EmailMessage
from types import TracebackType

from django.conf import settings

LINE_OF_DOT = re.compile(rb"(?m)^\.")
PERMANENT = 500
ACCEPTED = {250, 251, 252}
GO_ON = 354


class Temporary(Exception):
    """Not sent; worth trying again. `whole` when the server itself cannot be used now, not just for this message."""

    def __init__(self, reason: str, *, whole: bool = False) -> None:
        super().__init__(reason)
        self.whole = whole


class Permanent(Exception):
    """Not sent, and trying again will not help."""


class Unsure(Exception):
    """The text was given to the server, and no answer came: sending it again might send it twice."""


class Smtp:
    """Connects when the first message goes, and again after a break. A context manager."""

    def __init__(self) -> None:
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> "Smtp":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def send(self, letter: EmailMessage, *, sender: str, to: str, before: Callable[[], None]) -> None:
        """Send to one address; `before` is called when the server accepted that, and may stop the rest by raising.

        Raises Temporary, Permanent or Unsure.
        """
        smtp = self._smtp = self._smtp or self._connect()
        handed = False
        try:
            self._said(smtp.mail(sender))
            self._said(smtp.rcpt(to))
            before()
            self._said(smtp.docmd("DATA"))
            handed = True
            smtp.send(_on_the_wire(letter))
            self._said(smtp.getreply())
        except (OSError, smtplib.SMTPException) as problem:
            self._close()
            if handed:
                raise Unsure(_words(problem)) from problem
            raise Temporary(_words(problem), whole=True) from problem
        except BaseException:
            self._close()  # the next message begins with a clean conversation
            raise

    def _connect(self) -> smtplib.SMTP:
        try:
            return self._greeted()
        except (OSError, smtplib.SMTPException) as problem:
            raise Temporary(_words(problem), whole=True) from problem

    def _greeted(self) -> smtplib.SMTP:
        host, port, timeout = settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT
        smtp: smtplib.SMTP
        if settings.EMAIL_USE_SSL:
            smtp = smtplib.SMTP_SSL(host, port, timeout=timeout, context=ssl.create_default_context())
        else:
            smtp = smtplib.SMTP(host, port, timeout=timeout)
        try:
            if settings.EMAIL_USE_TLS:
                smtp.starttls(context=ssl.create_default_context())
            if settings.EMAIL_HOST_USER:
                smtp.login(settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD)
            smtp.ehlo_or_helo_if_needed()
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _said(self, answer: tuple[int, bytes]) -> None:
        code, words = answer
        if code in ACCEPTED or code == GO_ON:
            return
        reason = f"{code} {words.decode(errors='replace')}"
        raise Permanent(reason) if code >= PERMANENT else Temporary(reason)

    def _close(self) -> None:
        smtp, self._smtp = self._smtp, None
        if smtp is None:
            return
        try:
            smtp.quit()
        except (OSError, smtplib.SMTPException):
            smtp.close()


def _on_the_wire(letter: EmailMessage) -> bytes:
    """The text with a dot doubled at the beginning of a line, and the line that ends it (RFC 5321, 4.5.2)."""
    content = letter.as_bytes()
    return LINE_OF_DOT.sub(b"..", content.rstrip(b"\r\n") + b"\r\n") + b".\r\n"


def _words(problem: Exception) -> str:
    return f"{type(problem).__name__}: {problem}"[:500]
