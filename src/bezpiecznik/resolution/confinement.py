"""What a process that reads a stranger's file may do: little memory, little time, no network, no traces.

Each bound is set by the process on itself before it sees the file, and none can be raised again by it.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import threading
from typing import Any

MIB = 1024 * 1024
CODE = 128 * MIB
"""Of the memory allowed, what libraries mapped from the disk may take; the rest is for data."""
MAX_FILE = 512 * MIB
MAX_OPEN = 256
GRACE = 5
"""Seconds after which the process ends by itself, should whoever started it not do it in time."""
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000


def confine(*, seconds: float, memory: int) -> None:
    """Bind this process for good. Its standard input is the life line: when that closes, all of its group ends.

    Memory is bounded by RLIMIT_DATA, which counts what is private and writable. RLIMIT_AS would also count code mapped
    from the disk and addresses that are only reserved: 64 MiB for the allocations of each thread.
    """
    os.umask(0o077)
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_DATA, max(memory - CODE, CODE)),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_FSIZE, MAX_FILE),
        (resource.RLIMIT_NOFILE, MAX_OPEN),
    ):
        _lower(what, most)
    signal.alarm(int(seconds) + GRACE)
    forbid_network()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _lower(what: int, most: int) -> None:
    _soft, hard = resource.getrlimit(what)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (allowed, allowed))


def forbid_network() -> None:
    """No sockets: surely none made by Python; none made by anything where the system gives the process its own network.

    The second needs user namespaces, which some systems keep from unprivileged processes; there libraries in C and
    `tesseract` are held only by how they are called (no addresses are given to them, no entities are resolved).
    """
    _into_a_network_of_its_own()
    sys.addaudithook(_refuse_sockets)


def _into_a_network_of_its_own() -> bool:
    """Whether this process is now in an empty network. Works only while it has a single thread."""
    import ctypes  # noqa: PLC0415 (it takes a while, and nobody else needs it)

    try:
        return bool(ctypes.CDLL(None).unshare(NEW_USER | NEW_NETWORK) == 0)
    except (OSError, AttributeError):
        return False


def _refuse_sockets(event: str, _arguments: tuple[Any, ...]) -> None:
    if event.startswith("socket."):
        raise PermissionError("A document is read without a network.")


def _end_with_parent() -> None:
    while os.read(0, 1024):
        pass
    os.killpg(0, signal.SIGKILL)
