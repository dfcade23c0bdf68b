"""Setting type: the template and the data become a PDF.

The typesetter keeps what it has laid out until the process ends, some 170 bytes for each byte of data. A long document
is therefore set by a process of its own, and its memory goes with it:

    python -m bezpiecznik.documents.typesetting 2023-03-25 < data.json > document.pdf
"""

import subprocess
import sys
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path

import typst

from bezpiecznik.documents.text import FONTS

TEMPLATE = Path(__file__).parent / "typst" / "document.typ"
SET_HERE = 400_000  # letters of data: some 30 pages and 70 MiB, for which a process is not worth starting


def typeset(data: str, day: date) -> bytes:
    """The PDF of this data; the same data and day give the same bytes, wherever it is set.

    Raises RuntimeError with the typesetter's words where a process of its own came to nothing: was killed, say, for
    want of memory.
    """
    return set_here(data, day) if len(data) <= SET_HERE else _set_apart(data, day)


def set_here(data: str, day: date) -> bytes:
    return typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"content": data},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime.combine(day, time(), UTC),
    )


def _set_apart(data: str, day: date) -> bytes:
    command = [sys.executable, "-m", __name__, day.isoformat()]
    done = subprocess.run(command, input=data.encode(), capture_output=True, check=False)  # noqa: S603 (our own module)
    if done.returncode:
        raise RuntimeError(f"typesetting ended with {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


if __name__ == "__main__":
    sys.stdout.buffer.write(set_here(sys.stdin.buffer.read().decode(), date.fromisoformat(sys.argv[1])))
