"""Whether scans can be read here: the program `tesseract` with Polish, which an installation may have or not."""

from __future__ import annotations

import shutil
import subprocess
import time
from functools import lru_cache

LANGUAGE = "pol"
_PATIENCE = 5
_WHILE = 300
"""Seconds for which the answer is believed: who installs the program need not restart ours."""


def reads_polish() -> bool:
    """Whether `tesseract` with Polish is installed."""
    return _reads_polish(int(time.monotonic() // _WHILE))


@lru_cache(maxsize=1)
def _reads_polish(_while: int) -> bool:
    program = shutil.which("tesseract")
    if not program:
        return False
    try:
        told = subprocess.run(  # noqa: S603 (the program found, with constant arguments)
            [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=_PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in (told.stdout + told.stderr).split()
