"""Every write of the room: a message is worded, kept in the log, and sent after the transaction."""

import re

from django.db import transaction

from bezpiecznik.accounts.models import User
from bezpiecznik.notices.kinds import KINDS
from bezpiecznik.notices.models import Message

_VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@transaction.atomic
def send(kind: str, *, to: User, url: str = "", **words: str) -> Message:
    """Word a message of this kind for this person and put it in the queue; `url` is where its button leads.

    `words` fill the variables of the kind. Raises KeyError for an unknown kind or a missing word.
    """
    known = KINDS[kind]
    subject, body = (_filled(str(text), words) for text in (known.subject, known.body))
    return Message.objects.create(kind=kind, user=to, address=to.email, subject=subject, body=body, url=url)


def _filled(text: str, words: dict[str, str]) -> str:
    return _VARIABLE.sub(lambda found: words[found[1]], text)
