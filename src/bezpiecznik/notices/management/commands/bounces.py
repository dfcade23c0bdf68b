"""`bezpiecznik bounces`: reads returned mail and notes it on the messages that came back."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from bezpiecznik.notices import bounces, mailbox


class Command(BaseCommand):
    help = "Read delivery status notifications from files, folders, '-' (standard input), or by IMAP (BOUNCE_IMAP_URL)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("places", nargs="*", metavar="PLACE", help="a file, an mbox, a Maildir, a folder, or -")

    def handle(self, *_args: Any, **options: Any) -> None:
        places = options["places"]
        if not places and not settings.BOUNCE_IMAP_URL:
            raise CommandError("Give a file or folder, '-' for standard input, or set BOUNCE_IMAP_URL.")
        if missing := [place for place in places if place != "-" and not Path(place).exists()]:
            raise CommandError(f"No such file or folder: {', '.join(missing)}")
        try:
            for letters in self._sources(places):
                self.stdout.write(str(bounces.take_in(letters)))
        except mailbox.MailboxRefused as refusal:
            raise CommandError(str(refusal)) from refusal

    def _sources(self, places: list[str]) -> Any:
        for place in places:
            yield [sys.stdin.buffer.read()] if place == "-" else mailbox.from_path(Path(place))
        if not places:
            yield mailbox.from_imap(settings.BOUNCE_IMAP_URL)
