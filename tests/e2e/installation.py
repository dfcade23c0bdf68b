"""An installation of its own: a folder, a port, and the processes that `bezpiecznik serve` starts."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "kielce" / "uchwala-XLII-829-2021.txt"
UNWANTED = {"TASKS_BACKEND", "SECRET_KEY", "DJANGO_SETTINGS_MODULE", "DATABASE_URL", "DEBUG"}
BEZPIECZNIK = [sys.executable, "-m", "bezpiecznik.cli"]


@dataclass
class Site:
    """The product in a new folder. `start` serves it, `stop` ends it and removes the folder."""

    home: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="bz-")))
    port: int = 0
    server: "subprocess.Popen[bytes] | None" = None
    more: dict[str, str] = field(default_factory=dict)
    """Settings of the environment beside those of every test."""
    host: str = "127.0.0.1"

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if key not in UNWANTED}
        return {**kept, "BEZPIECZNIK_HOME": str(self.home), "DEMO": "1", **self.more}

    def command(self, *arguments: str) -> str:
        """Run `bezpiecznik …` on this installation and give back what it printed."""
        done = subprocess.run(
            [*BEZPIECZNIK, *arguments], env=self.environment, capture_output=True, text=True, cwd=ROOT, check=False
        )
        assert done.returncode == 0, f"{arguments}: {done.stderr}"
        return done.stdout

    def start(self) -> None:
        self.port = self.port or free_port()
        self.server = subprocess.Popen(
            [*BEZPIECZNIK, "serve", "--port", str(self.port)],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        wait_until_answers(self.url)

    def stop(self) -> None:
        if self.server:
            self.server.terminate()
            self.server.wait(timeout=20)
        shutil.rmtree(self.home)

    def rows(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        """What the database of the installation says, read from outside."""
        database = sqlite3.connect(f"file:{self.home / 'bezpiecznik.sqlite3'}?mode=ro", uri=True)
        try:
            return database.execute(question, values).fetchall()
        finally:
            database.close()

    def count(self, table: str) -> int:
        return int(self.rows(f"SELECT count(*) FROM {table}")[0][0])  # noqa: S608 (tables are named by the tests)

    def stored_files(self) -> int:
        return sum(1 for path in (self.home / "files").rglob("*") if path.is_file())

    def worker(self) -> int:
        """The process that does background jobs now."""
        assert self.server is not None
        pid = self.server.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        workers = [int(child) for child in children if b"\0worker\0" in Path(f"/proc/{child}/cmdline").read_bytes()]
        assert len(workers) == 1, f"{len(workers)} workers"
        return workers[0]

    @contextmanager
    def worker_paused(self) -> Iterator[int]:
        """Background jobs wait, so that a page that tells of them can be looked at. Gives the worker's process."""
        worker = self.worker()
        os.kill(worker, signal.SIGSTOP)
        while not self._may_be_written_to():  # it was stopped in the middle of writing: the site could not write
            os.kill(worker, signal.SIGCONT)
            time.sleep(0.05)
            os.kill(worker, signal.SIGSTOP)
        try:
            yield worker
        finally:
            os.kill(worker, signal.SIGCONT)

    def _may_be_written_to(self) -> bool:
        database = sqlite3.connect(self.home / "bezpiecznik.sqlite3", timeout=0.5, isolation_level=None)
        try:
            database.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return False
        finally:
            database.close()
        return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_answers(url: str, *, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{url}/stan/", timeout=2).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"{url} does not answer")
