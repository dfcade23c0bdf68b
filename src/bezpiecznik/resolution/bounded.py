"""Reading a stranger's file in a process of its own, which may take so much time and memory and no more."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bezpiecznik.resolution.document import FileKind, UnreadableDocument
from bezpiecznik.resolution.formats import sniff
from bezpiecznik.resolution.formats.options import Progress, silent
from bezpiecznik.resolution.model import Reading
from bezpiecznik.resolution.watching import Ending, watch
from bezpiecznik.resolution.worker import DOCUMENT

log = logging.getLogger(__name__)

GIB = 1024**3
SECONDS: dict[FileKind, float] = {"text": 30, "docx": 30, "odt": 30, "xlsx": 30, "pdf": 120}
"""How long the whole of a reading may take, by the format. Thirty seconds without progress end each of them."""
SECONDS_OF_OCR = 1_900
"""A little more than recognising allows itself, so that its own sentence is heard."""
SILENCE, SILENCE_OF_OCR = 30, 90
WORKER = Path(__file__).with_name("worker.py")
_SOURCES = Path(__file__).parents[2]
_TAIL = 2000

NOTHING_FOUND = (
    "Nie znaleziono w\u00a0tym dokumencie żadnej części programu: sprawdź, czy to właściwy dokument"
    " i\u00a0czy obszary, działania i\u00a0podmioty stoją w\u00a0nim w\u00a0tabelach lub w\u00a0numerowanych punktach."
)
_SHORTER = "wczytaj sam tekst programu, bez innych załączników, najlepiej zapisany jako DOCX lub zwykły tekst (TXT)."
_SENTENCES = {
    Ending.TIME: f"Odczyt dokumentu trwał zbyt długo i\u00a0został przerwany: {_SHORTER}",
    Ending.MEMORY: f"Odczyt dokumentu wymagał zbyt dużo pamięci i\u00a0został przerwany: {_SHORTER}",
    Ending.CRASH: (
        "Tego pliku nie udało się odczytać, bo jest uszkodzony albo nietypowo zbudowany: otwórz go w\u00a0programie,"
        " w\u00a0którym powstał, zapisz od nowa jako DOCX lub PDF i\u00a0wczytaj ponownie."
    ),
}


class Interrupted(Exception):
    """Whoever asked for the reading does not want it any more."""


@dataclass(frozen=True)
class Bounds:
    """What one reading may take: seconds on the clock, seconds without progress, bytes of memory."""

    seconds: float = 30
    silence: float = SILENCE
    memory: int = GIB


@dataclass(frozen=True)
class BoundedReading:
    """What came back: the format, the document as numbered lines, and the reading in its published shape."""

    kind: FileKind
    text: str
    json: dict[str, Any]

    @property
    def reading(self) -> Reading:
        return Reading.from_json(self.json)


def bounds_of(data: bytes, *, ocr: bool = False) -> Bounds:
    """By the format; recognising a scan takes seconds a page. Raises UnreadableDocument for what is no document."""
    kind = sniff(data)
    return Bounds(SECONDS_OF_OCR, SILENCE_OF_OCR) if ocr and kind == "pdf" else Bounds(SECONDS[kind])


def read_bounded(
    data: bytes,
    *,
    ocr: bool = False,
    progress: Progress = silent,
    stop: Callable[[], bool] = lambda: False,
    bounds: Bounds | None = None,
    worker: Path = WORKER,
) -> BoundedReading:
    """Read a resolution of any known format, however it is broken.

    `stop` is asked at least twice a second; when it says yes, Interrupted is raised. Raises UnreadableDocument with
    one Polish sentence for all else that may happen, also when the process dies. It is gone, with all that it started
    and all its files, when this returns or raises.
    """
    bounds = bounds or bounds_of(data, ocr=ocr)
    with tempfile.TemporaryDirectory(prefix="bezpiecznik-", ignore_cleanup_errors=True) as folder:
        Path(folder, DOCUMENT).write_bytes(data)
        with Path(folder, "errors").open("w+b") as errors:
            process = _start(worker, Path(folder), bounds, ocr, errors)
            outcome = watch(process, bounds, progress=progress, stop=stop)
            if outcome.ending in {Ending.CRASH, Ending.MEMORY}:
                log.warning("Reading a document ended by %s: %s", outcome.ending.value, _tail(errors))
    if outcome.ending is Ending.STOPPED:
        raise Interrupted
    if outcome.refusal:
        raise UnreadableDocument(outcome.refusal)
    return _result(outcome.read) if outcome.read else _refuse(outcome.ending)


def _start(worker: Path, folder: Path, bounds: Bounds, ocr: bool, errors: Any) -> subprocess.Popen[bytes]:
    """A fresh interpreter, not a fork: nothing of our memory, files or environment is in it."""
    environment = {
        "PATH": os.pathsep.join(os.get_exec_path()),
        "PYTHONPATH": str(_SOURCES),
        "PYTHONNOUSERSITE": "1",
        "PYTHONUTF8": "1",
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "OMP_THREAD_LIMIT": "1",
    }
    asked = json.dumps({"seconds": bounds.seconds, "memory": bounds.memory, "ocr": ocr})
    return subprocess.Popen(  # noqa: S603 (our own interpreter and module)
        [sys.executable, "-P", "-s", str(worker), asked],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors,
        cwd=folder, env=environment, start_new_session=True,
    )  # fmt: skip


def _tail(errors: Any) -> str:
    errors.seek(0, os.SEEK_END)
    errors.seek(max(errors.tell() - _TAIL, 0))
    return bytes(errors.read()).decode("utf-8", "replace").strip() or "no message"


def _result(read: dict[str, Any]) -> BoundedReading:
    try:
        return BoundedReading(read["kind"], read["text"], read["reading"])
    except (KeyError, TypeError):
        return _refuse(Ending.CRASH)


def _refuse(ending: Ending) -> BoundedReading:
    raise UnreadableDocument(_SENTENCES.get(ending, _SENTENCES[Ending.CRASH]))
