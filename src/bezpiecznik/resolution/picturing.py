"""Pictures of pages of a stranger's PDF, drawn in a process of its own that may take so much time and memory."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from bezpiecznik.resolution.document import UnreadableDocument

SECONDS = 15
MEMORY = 700_000_000
MAX_ANSWER = 30_000_000
AT_ONCE = threading.BoundedSemaphore(2)
"""Pages drawn at the same moment by one server process; the rest wait."""
DOCUMENT, ANSWER, REFUSAL = "document", "answer", "refusal"
WORKER = Path(__file__).with_name("picture_worker.py")
_SOURCES = Path(__file__).parents[2]
_FAILED = "Nie udało się narysować strony tego dokumentu: skorzystaj z\u00a0widoku tekstu."

Sizes = dict[int, tuple[float, float]]


def picture_bounded(data: bytes, page: int, *, width: int) -> bytes:
    """`formats.pages.page_picture`, bounded; raises UnreadableDocument."""
    return _ask(data, {"page": page, "width": width})


def sizes_bounded(data: bytes, pages: Sequence[int]) -> Sizes:
    """Width and height in points of these pages; raises UnreadableDocument."""
    answer = _ask(data, {"sizes": list(pages)})
    try:
        told = json.loads(answer)
        return {int(page): (float(width), float(height)) for page, (width, height) in told.items()}
    except (ValueError, TypeError, AttributeError) as fault:
        raise UnreadableDocument(_FAILED) from fault


def _ask(data: bytes, question: dict[str, Any]) -> bytes:
    with AT_ONCE, tempfile.TemporaryDirectory(prefix="bezpiecznik-", ignore_cleanup_errors=True) as folder:
        Path(folder, DOCUMENT).write_bytes(data)
        _run(Path(folder), question)
        refusal, answer = Path(folder, REFUSAL), Path(folder, ANSWER)
        if refusal.is_file():
            raise UnreadableDocument(refusal.read_text()[:500])
        if not answer.is_file() or answer.stat().st_size > MAX_ANSWER:
            raise UnreadableDocument(_FAILED)
        return answer.read_bytes()


def _run(folder: Path, question: dict[str, Any]) -> None:
    """Let the worker write its answer into the folder; it is gone, with all that it started, when this returns."""
    environment = {"PYTHONPATH": str(_SOURCES), "PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1", "HOME": str(folder)}
    asked = json.dumps({**question, "seconds": SECONDS, "memory": MEMORY})
    process = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
        [sys.executable, "-P", "-s", str(WORKER), asked],
        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd=folder, env=environment, start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(timeout=SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if process.stdin:
            process.stdin.close()
