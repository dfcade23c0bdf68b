"""`bezpiecznik worker`: does background jobs until stopped; first it takes up those that a dead worker left."""

import threading
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from bezpiecznik.core import jobs

EVERY_SECONDS = 20


class Command(BaseCommand):
    help = "Do background jobs; jobs of a dead worker are started again."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--batch", action="store_true", help="stop when the queue is empty")

    def handle(self, *_args: Any, **options: Any) -> None:
        jobs.rescue()
        stop = threading.Event()
        threading.Thread(target=self._keep_looking_after, args=(stop,), daemon=True).start()
        try:
            call_command("db_worker", interval=0.5, batch=options["batch"], startup_delay=False, verbosity=0)
        finally:
            stop.set()

    def _keep_looking_after(self, stop: threading.Event) -> None:
        while not stop.wait(EVERY_SECONDS):
            close_old_connections()
            jobs.look_after()
