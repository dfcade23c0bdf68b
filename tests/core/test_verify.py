"""`bezpiecznik verify`: whether everything still is as it was written; each thing that does not hold is one line."""

import copy
import re
import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import test_rights
from core.tampering import behind_the_back, change
from django.core.management import CommandError, call_command
from rights_world import World

from bezpiecznik.core import jobs, journal, verification
from bezpiecznik.core.models import JournalEntry, JournalHead, Verification
from bezpiecznik.documents.models import Document
from bezpiecznik.evaluation.models import Evidence
from bezpiecznik.files.models import StoredFile
from bezpiecznik.files.services import store
from bezpiecznik.reporting.models import PacketVersion, Snapshot

pytestmark = pytest.mark.django_db


built_world = test_rights.world


@pytest.fixture
def world(built_world: World, db: None, tmp_path: Path, settings: Any) -> World:
    """A town that has lived: closed periods, submitted reports, a finished evaluation, a document with its files.

    Built once; each test spoils a copy of its files, and rows that come back as they were.
    """
    settings.MEDIA_ROOT = shutil.copytree(built_world.files, tmp_path / "files")
    return copy.deepcopy(built_world)


def verify(*arguments: str) -> tuple[int, list[str]]:
    """Exit status and the lines of the answer."""
    out = StringIO()
    try:
        call_command("verify", *arguments, stdout=out, stderr=StringIO())
    except SystemExit as ended:
        return int(ended.code or 0), out.getvalue().splitlines()
    return 0, out.getvalue().splitlines()


def test_all_holds_in_one_line(world: World) -> None:
    status, lines = verify()

    assert (status, len(lines)) == (0, 1)
    assert lines[0].startswith("Wszystko się zgadza: dziennik, ")
    for what in (
        "migawki okresów",
        "złożone sprawozdania",
        "materiał dowodowy ocen",
        "zgodność ocen ze sprawozdaniami",
        "dokumenty",
        "przechowywane pliki",
    ):
        assert what in lines[0]


def newest() -> Verification:
    """The result kept last."""
    return Verification.objects.latest("pk")


def spoil_file() -> None:
    stored = StoredFile.objects.latest("pk")
    with Path(stored.content.path).open("r+b") as stream:
        stream.write(b"X")


def cut_file() -> None:
    stored = StoredFile.objects.latest("pk")
    with Path(stored.content.path).open("ab") as stream:
        stream.write(b"X")


def lose_file() -> None:
    StoredFile.objects.latest("pk").content.storage.delete(StoredFile.objects.latest("pk").content.name)


def change_json() -> None:
    version = PacketVersion.objects.latest("pk")
    version.content["entries"][0]["text"] = "Nic nie zrobiono."
    version.save()


def change_json_and_hash() -> None:
    from bezpiecznik.core.frozen import as_text, digest

    change_json()
    version = PacketVersion.objects.latest("pk")
    PacketVersion.objects.filter(pk=version.pk).update(sha256=digest(as_text(version.content)))


def with_its_hash(rows: Any, field: str, hash_field: str) -> None:
    """The text and its hash changed together: only the journal remembers."""
    from bezpiecznik.core.frozen import digest

    row = rows.latest("pk")
    text = getattr(row, field).replace("Zatorzyn", "Zatorów")
    rows.filter(pk=row.pk).update(**{field: text, hash_field: digest(text)})


FAULTS: dict[str, tuple[Callable[[], object], str]] = {
    "snapshot": (lambda: Snapshot.objects.update(content="{}"), "Migawkę okresu 2021 zmieniono po zamknięciu okresu."),
    "snapshot and hash": (
        lambda: with_its_hash(Snapshot.objects, "content", "sha256"),
        "Migawka okresu 2022 nie jest tą, którą zapisano w dzienniku.",
    ),
    "evidence": (
        lambda: Evidence.objects.update(content="{}"),
        "Materiał dowodowy oceny za rok 2021 zmieniono po zakończeniu oceny.",
    ),
    "evidence and hash": (
        lambda: with_its_hash(Evidence.objects, "content", "sha256"),
        "Materiał dowodowy oceny za rok 2021 nie jest tym, który zapisano w dzienniku.",
    ),
    "document": (
        lambda: Document.objects.update(snapshot="{}"),
        "Dane dokumentu SR/2021/1 zmieniono po sporządzeniu.",
    ),
    "document and hash": (
        lambda: with_its_hash(Document.objects.filter(kind="annual-report"), "snapshot", "snapshot_sha256"),
        "Dane dokumentu SR/2021/1 nie są tymi, które zapisano w dzienniku.",
    ),
    "version": (change_json, "Złożone sprawozdanie (KMP, I półrocze 2023, wersja 1) zmieniono po złożeniu."),
    "version and hash": (
        change_json_and_hash,
        "Złożone sprawozdanie (KMP, I półrocze 2023, wersja 1) nie jest tym, które zapisano w dzienniku.",
    ),
    "journal": (lambda: behind_the_back(lambda: change(sentence="Nic")), "Wpis nr 2 zmieniono po zapisaniu"),
    "file": (spoil_file, " zmieniono po zapisaniu."),
    "longer file": (cut_file, " ma inny rozmiar, niż zapisano."),
    "lost file": (lose_file, "Brakuje pliku "),
}


@pytest.mark.parametrize("kind", FAULTS)
def test_each_fault_is_a_line(world: World, kind: str) -> None:
    spoil, sentence = FAULTS[kind]
    spoil()
    status, lines = verify()

    assert status == 1
    assert any(sentence in line for line in lines), lines
    assert newest().fault_count == len(lines)


def test_files_that_no_row_names_are_no_fault(world: World) -> None:
    stored = store(b"dane", media_type="text/plain")
    stored.delete()

    assert verify()[0] == 0
    assert newest().notes == ["Pliki na dysku, o których baza danych nie wie: 1."]


def test_a_receipt_of_an_outsider_is_compared(world: World) -> None:
    receipt = JournalHead.objects.get().hash

    assert verify("--expect", receipt)[0] == 0
    status, lines = verify("--expect", "f" * 64)
    assert (status, len(lines)) == (1, 1)
    assert "napisano go na nowo" in lines[0]


def test_a_receipt_that_is_no_hash_is_refused(db: None) -> None:
    with pytest.raises(CommandError) as refusal:
        call_command("verify", "--expect", "abc")

    assert refusal.value.returncode == 2


def test_without_record_nothing_is_written(world: World) -> None:
    before = Verification.objects.count(), JournalEntry.objects.count()
    verify("--no-record")

    assert (Verification.objects.count(), JournalEntry.objects.count()) == before


def test_the_result_is_kept_with_a_line_of_the_journal(world: World) -> None:
    verify()
    kept = newest()

    assert (kept.holds, kept.actor_name) == (True, "system")
    assert re.fullmatch(r"[0-9a-f]{64}", kept.head_hash)
    assert journal.about(kept).get().data == {"faults": 0}


def test_the_job_ends_at_its_result(world: World) -> None:
    job = verification.request(by=world.people["coordinator"])
    jobs.run(str(job.pk))
    job.refresh_from_db()
    kept = newest()

    assert (job.state, job.result_url) == ("done", kept.get_absolute_url())
    assert kept.actor_name == "Krystyna Koordynatorska"
