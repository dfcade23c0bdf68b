"""`bezpiecznik document annual-report`: the contract of the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from bezpiecznik.core import jobs
from bezpiecznik.documents.kinds import Kind
from bezpiecznik.documents.models import Document

pytestmark = pytest.mark.django_db


def command(out: Path, **options: Any) -> dict[str, Any]:
    printed = StringIO()
    call_command("document", "annual-report", out=out, stdout=printed, **{"year": 2022, **options})
    (line,) = printed.getvalue().splitlines()
    told: dict[str, Any] = json.loads(line)
    return told


def test_it_writes_both_files_and_prints_one_line(plain_kind: Kind, tmp_path: Path) -> None:
    told = command(tmp_path / "nowy folder")
    document = Document.objects.get()
    assert list(told) == ["kind", "number", "sha256", "files", "seconds"]
    assert (told["kind"], told["number"], told["sha256"]) == ("annual-report", "SR/2022/1", document.snapshot_sha256)
    assert {Path(path).suffix: Path(path).read_bytes() for path in told["files"]} == {
        f".{file.format}": file.file.read() for file in document.files.all()
    }
    assert document.made_by is None


def test_a_second_run_renders_the_same_document(plain_kind: Kind, tmp_path: Path) -> None:
    first, second = command(tmp_path / "a"), command(tmp_path / "b")
    assert (second["number"], Document.objects.count()) == (first["number"], 1)
    for one, other in zip(first["files"], second["files"], strict=True):
        assert Path(one).read_bytes() == Path(other).read_bytes()


def test_a_document_made_on_screen_keeps_its_number(request_document: Callable[..., Document], tmp_path: Path) -> None:
    document = request_document()
    jobs.run(str(document.job_id))
    told = command(tmp_path)
    kept = document.files.get(format="pdf").file.read()
    assert (told["number"], Path(told["files"][1]).read_bytes() == kept) == (document.number, True)


@pytest.mark.parametrize("wish", [{"year": 2021}, {"programme": 999}])
def test_a_year_that_is_not_ready_is_told_in_one_line(
    plain_kind: Kind, tmp_path: Path, capsys: pytest.CaptureFixture[str], wish: dict[str, int]
) -> None:
    with pytest.raises(SystemExit) as end:
        command(tmp_path, **wish)
    told = capsys.readouterr().err.splitlines()
    assert (end.value.code, told) == (2, [f"Za rok {wish.get('year', 2022)} nie ma sprawozdań."])
    assert not Document.objects.exists()


def test_a_year_still_open_gives_a_draft_that_is_not_kept(
    plain_kind: Kind, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = command(tmp_path, year=2023)

    assert told["number"] == "projekt SR/2023"
    assert [Path(path).suffix for path in told["files"] if Path(path).stat().st_size] == [".docx", ".pdf"]
    assert capsys.readouterr().err.splitlines() == ["Ocena za rok 2023 nie jest zakończona. Zapisano projekt."]
    assert not Document.objects.exists()


def test_a_folder_that_cannot_be_written_to_is_told_in_one_line(
    plain_kind: Kind, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    occupied = tmp_path / "plik"
    occupied.write_text("")
    with pytest.raises(SystemExit) as end:
        command(occupied / "folder")
    assert (end.value.code, len(capsys.readouterr().err.splitlines())) == (2, 1)
    assert not Document.objects.exists()


def test_a_database_that_was_never_prepared_is_told_in_one_line(tmp_path: Path) -> None:
    ours = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
    surroundings = {key: value for key, value in os.environ.items() if key not in ours}
    surroundings["BEZPIECZNIK_HOME"] = str(tmp_path)
    words = ["document", "annual-report", "--year", "2022", "--out", str(tmp_path / "out")]
    done = subprocess.run(
        [sys.executable, "-m", "bezpiecznik.cli", *words], env=surroundings, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert done.stderr.rstrip().endswith("Uruchom: bezpiecznik migrate")
