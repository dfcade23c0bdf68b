"""`bezpiecznik tick`: does the periodic work that is due. From a timer each minute, or kept running by `serve`."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, close_old_connections

from bezpiecznik.core import ticks

EVERY_SECONDS = 60


class Command(BaseCommand):
    help = "Do the periodic work that is due; safe to run at any time, several at once too."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only", default="", metavar="NAME", help="do this work now, due or not")
        parser.add_argument("--keep", action="store_true", help="go on, once a minute, until stopped")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["only"] and options["only"] not in ticks.TICKS:
            raise CommandError(f"No such work: {options['only']}. Known: {', '.join(sorted(ticks.TICKS))}")
        while options["keep"]:
            self._keep_going()
        for name, outcome in ticks.run_due(options["only"]).items():
            self.stdout.write(f"{name}\t{outcome}")

    def _keep_going(self) -> None:
        close_old_connections()
        try:
            ticks.run_due()
        except DatabaseError as problem:  # a database that does not answer now is asked again
            self.stderr.write(str(problem))
        time.sleep(EVERY_SECONDS)
