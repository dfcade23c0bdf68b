"""Watching over a process that reads a document: its lines, its time, its memory; and its end."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

from bezpiecznik.resolution.formats.options import Progress

TICK, GLANCE = 0.25, 0.05
"""Seconds between two questions whether it is still wanted, and between two looks at its memory."""
DYING = 2.0
"""Seconds that a process whose answer is over gets to end."""
BURIAL = 0.3
MAX_ANSWER = 128 * 1024 * 1024
BLOCK = 1 << 16
LONGEST_STAGE = 200
MOST_PROCESSES = 200
PAGE = os.sysconf("SC_PAGE_SIZE")
MUCH = 0.5
"""Of the memory allowed: a process that had so much when it died has died of it."""
_BY_TIME = {-signal.SIGXCPU, -signal.SIGALRM}


class Ending(Enum):
    """How the watching ended."""

    ANSWERED = "answer"
    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"
    STOPPED = "wish"


class Limits(Protocol):
    @property
    def seconds(self) -> float: ...
    @property
    def silence(self) -> float: ...
    @property
    def memory(self) -> int: ...


@dataclass
class Outcome:
    """What the process said last, and how it ended."""

    ending: Ending = Ending.CRASH
    read: dict[str, Any] | None = None
    refusal: str = ""


@dataclass
class _Watch:
    process: subprocess.Popen[bytes]
    limits: Limits
    progress: Progress
    stop: Callable[[], bool]
    outcome: Outcome = field(default_factory=Outcome)
    began: float = field(default_factory=time.monotonic)
    heard: float = field(default_factory=time.monotonic)
    asked: float = 0.0
    looked: float = 0.0
    most: int = 0
    told: tuple[Any, Any] = (None, None)
    furthest: float = 0.0

    def end(self) -> Ending | None:
        """Why the process must end now, if it must. Asks and looks once in a while, for both have their price."""
        now = time.monotonic()
        if now - self.began > self.limits.seconds or now - self.heard > self.limits.silence:
            return Ending.TIME
        if now - self.looked >= GLANCE:
            self.looked, self.most = now, max(self.most, memory_of(self.process.pid))
        if self.most > self.limits.memory:
            return Ending.MEMORY
        if now - self.asked < TICK:
            return None
        self.asked = now
        return Ending.STOPPED if self.stop() else None

    def take(self, line: bytes) -> None:
        said = json.loads(line)
        if "stage" in said:
            self._tell(str(said["stage"])[:LONGEST_STAGE], float(said["done"]))
        elif "read" in said:
            self.outcome = Outcome(Ending.ANSWERED, read=said["read"])
        elif "refused" in said:
            self.outcome = Outcome(Ending.ANSWERED, refusal=str(said["refused"]))
        else:
            self.outcome = Outcome(Ending(said["failed"]))

    def _tell(self, stage: str, done: float) -> None:
        if (stage, done) != self.told:  # only what is new is a sign of progress
            self.told, self.heard = (stage, done), time.monotonic()
        self.furthest = max(self.furthest, min(done, 1.0))
        self.progress(stage, self.furthest)


def watch(process: subprocess.Popen[bytes], limits: Limits, *, progress: Progress, stop: Callable[[], bool]) -> Outcome:
    """Hear the process out and end it, with all its group: when it has answered, when it takes too much, on a wish."""
    watching = _Watch(process, limits, progress, stop)
    by_itself = False
    try:
        ending = _hear(watching)
        by_itself = ending is None and _has_ended(process.pid)
    finally:
        _kill(process)
    if ending:
        return Outcome(ending)
    if watching.outcome.ending is Ending.CRASH and by_itself:
        return Outcome(_why(process.returncode, watching.most, limits))
    return watching.outcome


def _hear(watching: _Watch) -> Ending | None:
    """Lines until the process closes its mouth or must end."""
    pending: list[bytes] = []
    size = 0
    try:
        for block in _blocks(watching):
            if block is None:
                if ending := watching.end():
                    return ending
                continue
            size += len(block)
            if size > MAX_ANSWER:
                return Ending.MEMORY
            first, *rest = block.split(b"\n")
            pending.append(first)
            for line in rest:
                watching.take(b"".join(pending))
                pending = [line]
    except (ValueError, KeyError, TypeError, RecursionError):
        return Ending.CRASH
    return None


def _blocks(watching: _Watch) -> Iterator[bytes | None]:
    """What the process writes, and None before each look at it: twenty times a second at least."""
    if watching.process.stdout is None:
        return
    channel = watching.process.stdout.fileno()
    with selectors.DefaultSelector() as selector:
        selector.register(channel, selectors.EVENT_READ)
        while True:
            yield None
            if selector.select(GLANCE):
                block = os.read(channel, BLOCK)
                if not block:
                    return
                yield block


def _has_ended(pid: int) -> bool:
    """Whether the process ends by itself in a moment, so that how it ended is known; it is not buried yet."""
    until = time.monotonic() + DYING
    while time.monotonic() < until:
        if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            return True
        time.sleep(0.005)
    return False


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the whole group and bury the process.

    The group is ended before the burial: until then its number cannot be anybody else's.
    """
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            stream.close()
    _wait_for_the_rest(process.pid)


def _wait_for_the_rest(group: int) -> None:
    """Until nothing of the group is left, for a moment: they are killed, and die when the system gets to it."""
    until = time.monotonic() + BURIAL
    with suppress(ProcessLookupError, PermissionError):
        while time.monotonic() < until:
            os.killpg(group, 0)
            time.sleep(0.005)


def _why(code: int, most: int, limits: Limits) -> Ending:
    """Why a process that said nothing is dead. One that the system killed had taken the memory of all.

    `most` is what we saw it have: what the system counts of a child includes the memory of whoever started it.
    """
    if code in _BY_TIME:
        return Ending.TIME
    if code == -signal.SIGKILL or most > limits.memory * MUCH:
        return Ending.MEMORY
    return Ending.CRASH


def memory_of(pid: int) -> int:
    """Bytes in memory of a process and of all that it has started; 0 where nobody can tell."""
    total, left = 0, [str(pid)]
    for _number in range(MOST_PROCESSES):
        if not left:
            break
        process = left.pop()
        try:
            total += int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
            left += Path(f"/proc/{process}/task/{process}/children").read_text().split()
        except (OSError, IndexError):
            continue
    return total
