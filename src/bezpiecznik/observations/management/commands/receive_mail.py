"""`bezpiecznik receive-mail`: one letter from standard input, as a mail server hands it over through a pipe."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from bezpiecznik.observations.mail_intake import NoProgramme, take_in
from bezpiecznik.observations.mail_reading import MOST_BYTES

EX_DATAERR, EX_TEMPFAIL = 65, 75
"""As in sysexits.h: the mail server sends the letter back, or tries again later."""
CHUNK = 65_536


class Command(BaseCommand):
    help = "Read one letter (RFC 5322) from standard input and keep it as a signal, or as one of an unknown sender."

    def handle(self, *_args: Any, **_options: Any) -> None:
        content = sys.stdin.buffer.read(MOST_BYTES)
        while sys.stdin.buffer.read(CHUNK):  # a server whose pipe breaks would take the letter for undelivered
            pass
        try:
            taken = take_in([content])
        except NoProgramme as refusal:
            raise CommandError("There is no programme yet.", returncode=EX_TEMPFAIL) from refusal
        if taken.unreadable:
            raise CommandError("Not a letter that can be read.", returncode=EX_DATAERR)
        self.stdout.write(str(taken))
