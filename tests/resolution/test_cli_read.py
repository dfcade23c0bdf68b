"""`bezpiecznik read`: what is printed, and how it ends."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from resolution.samples import ABBREVIATIONS, HEADER, KIELCE

from bezpiecznik.resolution import read
from bezpiecznik.resolution.cli import main

COMMAND = [sys.executable, "-m", "bezpiecznik.cli", "read"]
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


def test_a_file_that_cannot_be_opened_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path, sentence in (
        (tmp_path / "nie-ma.txt", "Nie można otworzyć pliku: nie ma takiego pliku ani katalogu."),
        (tmp_path, "To jest katalog: podaj plik z treścią uchwały."),
        (Path("/dev/zero"), "To nie jest zwykły plik: podaj plik z treścią uchwały."),
        (Path("/dev/null/x"), "Nie można otworzyć pliku: Not a directory."),
    ):
        assert main([str(path)]) == 2
        assert capsys.readouterr().err.replace("\u00a0", " ") == f"{path}: {sentence}\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_of_somebody_else_ends_with_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(_file(tmp_path, CLEAN))
    path.chmod(0)
    assert main([str(path)]) == 2
    assert "brak uprawnień" in capsys.readouterr().err


def test_a_file_without_end_is_read_so_far_as_is_allowed(tmp_path: Path) -> None:
    """A pipe that never closes: `yes | bezpiecznik read /dev/stdin`."""
    with subprocess.Popen(["yes"], stdout=subprocess.PIPE) as endless:
        told = subprocess.run(
            [*COMMAND, "/dev/stdin"], stdin=endless.stdout, capture_output=True, text=True, check=False, timeout=30
        )
        endless.kill()
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
    assert "za duży" in told.stderr


def test_the_result_can_go_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "odczyt.json"
    assert main([_file(tmp_path, CLEAN), "--format", "json", "--out", str(out)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(out.read_text()) == read(CLEAN.encode()).to_json()


def test_a_place_where_nothing_can_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([_file(tmp_path, CLEAN), "--out", str(tmp_path / "brak" / "odczyt.txt")]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "Nie można zapisać wyniku: nie ma takiego pliku ani katalogu." in told


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run([*COMMAND, _file(tmp_path, CLEAN)], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (told.returncode, told.stderr.count(b"\n")) == (2, 1)


def test_the_template_of_a_reading_is_read_as_the_same_programme(tmp_path: Path) -> None:
    out = tmp_path / "program.xlsx"
    assert main([str(KIELCE), "--format", "template", "--out", str(out)]) == 0
    again, first = read(out.read_bytes()), read(KIELCE.read_bytes())
    assert [[action.text for action in area.actions] for area in again.areas] == [
        [action.text for action in area.actions] for area in first.areas
    ]


def test_a_workbook_is_not_poured_onto_a_terminal(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    told = subprocess.run(
        [*COMMAND, _file(tmp_path, CLEAN), "--format", "template"], stdout=theirs, stderr=subprocess.PIPE, check=False
    )
    os.close(ours)
    os.close(theirs)
    assert (told.returncode, told.stderr.count(b"\n")) == (2, 1)


def _heeds_the_keyboard() -> None:
    """Tests that run in the background of a shell are deaf to SIGINT, and so would be all that they start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_a_reading_is_ended_from_the_keyboard_without_a_traceback(tmp_path: Path) -> None:
    fifo = tmp_path / "nikt-nie-pisze"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [*COMMAND, str(fifo)], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        preexec_fn=_heeds_the_keyboard,  # noqa: PLW1509 (no threads in the command)
    )  # fmt: skip
    try:
        writer = os.open(fifo, os.O_WRONLY)  # waits until the command has begun to read
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=30)
        os.close(writer)
    finally:
        process.kill()
    assert (process.returncode, told) == (130, ("", "Przerwano.\n"))


def test_progress_is_for_a_terminal_only() -> None:
    told = subprocess.run([*COMMAND, str(KIELCE)], capture_output=True, text=True, check=True)
    assert told.stderr == ""
    ours, theirs = pty.openpty()
    subprocess.run([*COMMAND, str(KIELCE)], stdout=subprocess.DEVNULL, stderr=theirs, check=True)
    assert b"Rozpoznawanie" in os.read(ours, 10_000)
    os.close(ours)
    os.close(theirs)


def test_listener_who_leaves_early_causes_no_traceback() -> None:
    code = f"from bezpiecznik.resolution.cli import main; raise SystemExit(main([{str(KIELCE)!r}, '--format', 'json']))"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
