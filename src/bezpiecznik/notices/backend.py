"""The way of Django's own mail, and of its packages': into our queue and log, and out with everything else."""

from collections.abc import Sequence
from email.utils import parseaddr

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from bezpiecznik.notices import services


class Queue(BaseEmailBackend):
    """`EMAIL_BACKEND`: one message of the log for each recipient. The HTML alternative is made anew, in our form."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Returns how many letters were queued. Raises ValueError for attachments, which the log does not keep."""
        for mail in email_messages:
            if mail.attachments:
                raise ValueError("Messages of the house carry no attachments: send a link.")
            for recipient in mail.recipients():
                services.keep_mail(
                    address=parseaddr(recipient)[1],
                    subject=str(mail.subject),
                    body=str(mail.body),
                    reply_to=parseaddr(mail.reply_to[0])[1] if mail.reply_to else "",
                )
        return len(email_messages)
