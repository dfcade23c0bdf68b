"""`bezpiecznik read`: what is printed, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from resolution.samples import ABBREVIATIONS, HEADER, KIELCE

from bezpiecznik.resolution import read
from bezpiecznik.resolution.cli import main

CLEAN = f"{ABBREVIATIONS}OBSZAR I: SPOKOJNE ULICE\n\n{HEADER}1.\tPatrole.\tAB\tCD\n"


def _file(folder: Path, text: str) -> str:
    path = folder / "uchwala.txt"
    path.write_text(text)
    return str(path)


def test_json_is_the_published_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(KIELCE), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == read(KIELCE.read_bytes()).to_json()


def test_table_is_for_a_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([_file(tmp_path, CLEAN)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Program (nieznana rada, bez numeru)",
        "",
        "1. SPOKOJNE ULICE",
        "  A1.1    Patrole.  [AB + CD]",
    ]


def test_strict_ends_with_one_only_when_there_are_errors(tmp_path: Path) -> None:
    faulty = _file(tmp_path, CLEAN + "2.\tDyżury.\tXYZ\tCD\n")
    assert (main([faulty]), main([faulty, "--strict"])) == (0, 1)
    assert main([_file(tmp_path, CLEAN), "--strict"]) == 0


def test_strict_lets_warnings_pass(tmp_path: Path) -> None:
    assert main([_file(tmp_path, CLEAN + "2.\tDyżury.\tAB\t\n"), "--strict"]) == 0


@pytest.mark.parametrize("text", ["", "%PDF-1.7", "Przepis na bigos.\nDwie kapusty."])
def test_file_of_no_use_ends_with_two_and_one_line(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([_file(tmp_path, text)]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)


def test_missing_file_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nie-ma.txt")]) == 2
    assert "Nie można otworzyć pliku" in capsys.readouterr().err


def test_listener_who_leaves_early_causes_no_traceback() -> None:
    code = f"from bezpiecznik.resolution.cli import main; raise SystemExit(main([{str(KIELCE)!r}, '--format', 'json']))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
