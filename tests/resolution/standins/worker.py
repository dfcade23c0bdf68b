"""Stands in for the process that reads a document: the text of the document says how it behaves.

What a broken file may do to a library (hang, eat, crash) is done here on purpose, behind the real bounds.
"""

import ctypes
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bezpiecznik.resolution import Options, UnreadableDocument
from bezpiecznik.resolution.worker import read, serve


def hang(_options: Options) -> None:
    time.sleep(600)


def spin(_options: Options) -> None:
    while True:
        pass


def chatter(options: Options) -> None:
    """Always the same progress, which is none."""
    while True:
        options.progress("Strona 1", 0.1)
        options.progress("Strona 2", 0.1)
        options.progress("Strona 1", 0.1)


def advance(options: Options) -> None:
    """Slow, yet going on."""
    for page in range(8):
        options.progress(f"Strona {page}", (page % 4) / 8)
        time.sleep(0.2)


def eat(_options: Options) -> None:
    kept = []
    while True:
        kept.append(bytearray(10_000_000))


def eat_in_a_library(_options: Options) -> None:
    """As a library in C does: it works on what it takes, and dies when it gets no more."""
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    while place := libc.malloc(10_000_000):
        ctypes.memset(place, 1, 10_000_000)
        time.sleep(0.01)
    os.abort()


def crash(_options: Options) -> None:
    ctypes.string_at(0)


def stumble(_options: Options) -> None:
    raise ZeroDivisionError("an error nobody thought of")


def leave(_options: Options) -> None:
    os._exit(3)


def babble(_options: Options) -> None:
    """Into every channel it finds, also that of the answer."""
    for channel in range(3, 10):
        try:
            os.write(channel, b"{not json}\n")
        except OSError:
            continue


def flood(options: Options) -> None:
    number = 0
    while True:
        number += 1
        options.progress(f"{number}{'x' * 1_000_000}", 0.5)


def breed(_options: Options) -> None:
    """Start another process, tell which, and hang."""
    child = subprocess.Popen(["sleep", "600"])
    tell(str(child.pid))


def tell(told: str) -> None:
    """Only refusals come back as they are."""
    raise UnreadableDocument(told)


def tell_its_place(_options: Options) -> None:
    Path("śmieć").write_text("x")
    limits = Path("/proc/self/limits").read_text()
    core = next(line for line in limits.splitlines() if line.startswith("Max core")).split()[4]
    tell(f"{Path.cwd()}|{core}|{','.join(sorted(os.environ))}|{','.join(path.name for path in Path().iterdir())}")


def call_out(_options: Options) -> None:
    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    except PermissionError as refusal:
        tell(str(refusal))


def list_networks(_options: Options) -> None:
    tell(",".join(sorted(line.split(":")[0].strip() for line in Path("/proc/net/dev").read_text().splitlines()[2:])))


def work(data: bytes, options: Options) -> dict[str, Any]:
    behave = getattr(sys.modules[__name__], data.decode().split("\n", 1)[0])
    behave(options)
    return read(b"OBSZAR I: SPOKOJNE ULICE\n\nLp.\tZadanie\tRealizatorzy\n1.\tPatrole.\tAB\n", Options())


if __name__ == "__main__":
    serve(work)
