"""A worker is killed (SIGKILL) in the middle of a conversation with the mail server: sent once, or left in doubt."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from stand_ins import SmtpServer

TICK = [sys.executable, "-m", "bezpiecznik.cli", "tick", "--only", "notices.deliver"]
QUEUE = """
from bezpiecznik.accounts.models import User
from bezpiecznik.notices import services
services.keep_mail(address="robert@kmp.example", subject="Zadanie", body="Tekst")
"""


class Halting(SmtpServer):
    """Says nothing more once the verb comes, until let go."""

    def __init__(self, verb: str) -> None:
        super().__init__()
        self.verb, self.reached, self.go_on = verb, threading.Event(), threading.Event()

    def answer(self, line: str) -> str:
        if line.split(maxsplit=1)[0].upper() == self.verb and not self.go_on.is_set():
            self.reached.set()
            self.go_on.wait(30)
            return ""
        return super().answer(line)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, migrated_home: Path) -> dict[str, str]:
    """The environment of an installation in a folder of its own."""
    unwanted = {"DEMO", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "TASKS_BACKEND"}
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    own = shutil.copytree(migrated_home, tmp_path_factory.mktemp("home"), dirs_exist_ok=True)
    return {**kept, "BEZPIECZNIK_HOME": str(own)}


def bezpiecznik(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, "-m", "bezpiecznik.cli", *arguments]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def state(environment: dict[str, str]) -> str:
    database = sqlite3.connect(Path(environment["BEZPIECZNIK_HOME"]) / "bezpiecznik.sqlite3")
    try:
        return database.execute("SELECT state FROM notices_message ORDER BY id DESC LIMIT 1").fetchone()[0]
    finally:
        database.close()


@pytest.mark.parametrize(("verb", "after", "received"), [("RCPT", "sent", 1), (".", "unsure", 1)])
def test_killed_at_this_word_of_the_conversation(home: dict[str, str], verb: str, after: str, received: int) -> None:
    with Halting(verb) as server:
        environment = {**home, "EMAIL_HOST": "127.0.0.1", "EMAIL_PORT": str(server.port)}
        bezpiecznik(environment, "shell", "-c", QUEUE)
        worker = subprocess.Popen(TICK, env=environment, stdout=subprocess.DEVNULL)
        assert server.reached.wait(30)
        assert state(home) == "sending"
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        server.go_on.set()
        time.sleep(0.1)
        for _again in range(2):
            bezpiecznik(environment, *TICK[3:])
        assert (state(home), len(server.received)) == (after, received)
