"""`bezpiecznik serve`: the web server, one worker and the clock of periodic work, until stopped.

The worker and the clock are started again if they die. Enough for a city.
"""

import os
import signal
import subprocess
import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

LOOK_EVERY_SECONDS = 1


class Command(BaseCommand):
    help = "Serve the application on one address, with a worker for background jobs and periodic work beside it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--threads", type=int, default=48)  # more than may wait to sign in (`accounts.gate`)

    def handle(self, *_args: Any, **options: Any) -> None:
        python = [sys.executable, "-m"]
        address = f"{options['host']}:{options['port']}"
        threads = ["--threads", str(options["threads"])]
        web = [*python, "gunicorn", "bezpiecznik.config.wsgi", "--bind", address, *threads, "--log-level", "warning"]
        beside = {
            "worker": [*python, "bezpiecznik.cli", "worker"],
            "clock": [*python, "bezpiecznik.cli", "tick", "--keep"],
        }
        # A signal to stop ends this process by an exception, so that the children are stopped below.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        self.stdout.write(f"http://{address}/")
        self.stdout.flush()
        children = {name: _start(command) for name, command in (*beside.items(), ("web", web))}
        try:
            while children["web"].poll() is None:
                for name, command in beside.items():
                    if children[name].poll() is not None:  # the next one takes up what this one left
                        children[name] = _start(command)
                time.sleep(LOOK_EVERY_SECONDS)
        except KeyboardInterrupt:
            pass
        finally:
            for child in children.values():
                child.terminate()
            for child in children.values():
                child.wait()


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env=os.environ)  # noqa: S603
