"""`bezpiecznik verify`: whether everything is as it was written. Exit 0 when all holds, 1 with a line for each fault.

`--expect HASH` takes the hash of a receipt of the journal that somebody outside holds: only it can show that the whole
journal was written anew. The result is kept and shown on the page of the journal, unless `--no-record`.
"""

import re
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from bezpiecznik.core import verification

HASH = re.compile(r"[0-9a-f]{64}")


class Command(BaseCommand):
    help = "Check the journal, frozen copies and stored files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--expect", default="", metavar="HASH", help="hash from a receipt of the journal")
        parser.add_argument("--no-record", action="store_true", help="write nothing, not even the result")

    def handle(self, *_args: Any, **options: Any) -> None:
        expect = options["expect"].strip().lower()
        if expect and not HASH.fullmatch(expect):
            raise CommandError("--expect: a hash has 64 signs, 0-9 and a-f.", returncode=2)
        outcome = verification.run(expect=expect)
        if not options["no_record"]:
            verification.keep(outcome, by=None)
        for note in outcome.notes:
            self.stderr.write(note)
        for fault in outcome.faults:
            self.stdout.write(fault)
        if outcome.faults:
            raise SystemExit(1)
        self.stdout.write(outcome.summary)
