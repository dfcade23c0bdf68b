"""Whether scans can be read is asked of the program itself, and a broken one is as good as none."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bezpiecznik.resolution import tesseract


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    tesseract._reads_polish.cache_clear()
    yield
    tesseract._reads_polish.cache_clear()


@pytest.mark.parametrize(
    ("script", "reads"),
    [
        ("echo 'List of available languages (2):'; echo eng; echo pol", True),
        ("echo 'List of available languages (1):'; echo eng", False),
        ("echo 'List of available languages (1):'; echo polynesian", False),
        ("exit 1", False),
    ],
)
def test_it_reads_scans_when_it_has_polish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, reads: bool
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tesseract.reads_polish() is reads


def test_without_the_program_it_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not tesseract.reads_polish()
