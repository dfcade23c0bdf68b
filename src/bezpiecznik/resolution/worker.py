"""The process in which a document is read: started by `bounded`, ended by it, and not to be called by hand.

It works in an empty directory with the file `document`, and answers with lines of JSON on its standard output.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bezpiecznik.resolution.confinement import confine
from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats.options import Options, Progress

Work = Callable[[bytes, Options], dict[str, Any]]
DOCUMENT = "document"
BEGUN = 0.02
OPENING = 0.8
"""How much of the whole is opening; the rest is recognising what stands there."""
READING_OF_A_SCAN = 0.1
"""How much is looking for text in a scan, before that which takes long: recognising its letters."""
PAUSE = 0.1
"""Seconds between two lines of progress."""


def serve(work: Work) -> None:
    """Bind this process, do the work and answer."""
    asked = json.loads(sys.argv[1])
    answer = _Answer()
    confine(seconds=asked["seconds"], memory=asked["memory"])
    try:
        answer.say(read=work(Path(DOCUMENT).read_bytes(), Options(ocr=asked["ocr"], progress=answer.progress)))
    except UnreadableDocument as reason:
        answer.say(refused=str(reason))
    except MemoryError:
        answer.say(failed="memory")
    except Exception:
        traceback.print_exc()
        answer.say(failed="crash")
    os._exit(0)  # nothing is left to be tidied up: the directory is removed by whoever made it


class _Answer:
    """Lines to whoever started the process, on a channel of their own: libraries print where they like."""

    def __init__(self) -> None:
        self._channel = os.fdopen(os.dup(1), "wb")
        os.dup2(2, 1)
        self._told: tuple[str, float] = ("", 0.0)
        self._next = 0.0

    def say(self, **line: Any) -> None:
        self._channel.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
        self._channel.flush()

    def progress(self, stage: str, done: float) -> None:
        """At most ten times a second, and only what is new."""
        now = time.monotonic()
        if (stage, done) == self._told or (stage == self._told[0] and now < self._next):
            return
        self._told, self._next = (stage, done), now + PAUSE
        self.say(stage=stage, done=round(done, 4))


def read(data: bytes, options: Options) -> dict[str, Any]:
    """Open the document and recognise what stands in it."""
    tell = options.progress
    tell("Otwieranie dokumentu", BEGUN)
    from bezpiecznik.resolution.formats import open_document  # noqa: PLC0415 (bounds first, then what is bounded)
    from bezpiecznik.resolution.reader import read_opened  # noqa: PLC0415

    stages = (READING_OF_A_SCAN, OPENING) if options.ocr else (OPENING,)
    opened = open_document(data, Options(options.ocr, _shares(stages, tell)))
    tell("Rozpoznawanie obszarów, działań i podmiotów", OPENING)
    reading = read_opened(opened)
    return {"kind": opened.kind, "text": opened.text, "reading": reading.to_json()}


def _shares(ends: tuple[float, ...], tell: Progress) -> Progress:
    """Progress of opening as progress of the whole: each stage begins at nothing again, the whole never goes back."""
    stage_no, before, furthest = 0, 0.0, BEGUN

    def told(stage: str, done: float) -> None:
        nonlocal stage_no, before, furthest
        if done < before and stage_no + 1 < len(ends):
            stage_no += 1
        before = done
        start = ends[stage_no - 1] if stage_no else 0.0
        furthest = max(furthest, start + (ends[stage_no] - start) * min(done, 1.0))
        tell(stage, furthest)

    return told


if __name__ == "__main__":
    serve(read)
