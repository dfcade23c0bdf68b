"""How a file is to be opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[str, float], None]
"""Told the stage in Polish and how much of it is done, 0 to 1."""


def silent(_stage: str, _done: float) -> None:
    """Progress that nobody listens to."""
    return


@dataclass(frozen=True)
class Options:
    """How to open: `ocr` lets a scan be recognised by an installed `tesseract`."""

    ocr: bool = False
    progress: Progress = silent
