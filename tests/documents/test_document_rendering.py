"""The work in the background: it may die at any moment, and nothing is doubled or lost."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import made_up_report
import pytest
from django.core.files.storage import FileSystemStorage

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.core.models import Job, JobState, JournalEntry
from bezpiecznik.documents import kinds, queries, rendering, services
from bezpiecznik.documents.content import DocumentContent, Heading, Paragraph
from bezpiecznik.documents.kinds import Kind, Meta
from bezpiecznik.documents.models import Document, DocumentFile, DocumentKind
from bezpiecznik.documents.verifying import verified
from bezpiecznik.documents.volumes import volumes
from bezpiecznik.files.models import StoredFile

RequestDocument = Callable[..., Document]
DEAD_WORKER = "another-machine:1"


class DyingStorage(FileSystemStorage):
    """Stores the first file; at the second the worker is killed."""

    saved = 0

    def _save(self, name: str, content: Any) -> str:
        type(self).saved += 1
        if type(self).saved == 2:
            raise SystemExit("killed")
        return super()._save(name, content)


def job_of(document: Document) -> Job:
    assert document.job
    document.job.refresh_from_db()
    return document.job


def killed_while_running(document: Document) -> None:
    """Let the job be as a dead worker leaves it: running, silent for long, on a machine that is gone."""
    with pytest.raises(SystemExit):
        jobs.run(str(job_of(document).pk))
    Job.objects.update(worker=DEAD_WORKER, beat_at="2020-01-01T00:00:00Z")
    assert jobs.rescue() == 1


def test_the_job_makes_both_files_and_leads_to_the_document(request_document: RequestDocument) -> None:
    document = request_document()
    jobs.run(str(job_of(document).pk))
    job = job_of(document)
    assert (job.state, job.percent, job.result_url) == (JobState.DONE, 100, document.get_absolute_url())
    files = {file.format: file.file.read()[:4] for file in document.files.all()}
    assert files == {"docx": b"PK\x03\x04", "pdf": b"%PDF"}
    assert [file.name for file in document.files.order_by("format")] == [
        "sprawozdanie-roczne-z-realizacji-programu-sr-2022-1.docx",
        "sprawozdanie-roczne-z-realizacji-programu-sr-2022-1.pdf",
    ]


def test_work_done_twice_doubles_nothing(request_document: RequestDocument) -> None:
    document = request_document()
    Job.objects.update(state=JobState.RUNNING, worker=jobs.me())
    work = jobs.KINDS[services.RENDER]
    assert work(job_of(document)) == work(job_of(document)) == document.get_absolute_url()
    assert (DocumentFile.objects.count(), StoredFile.objects.count()) == (2, 2)
    assert JournalEntry.objects.filter(event="documents.issued").count() == 1


def test_a_worker_killed_while_composing_is_followed_by_another(
    request_document: RequestDocument, plain_kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_arguments: Any) -> Any:
        raise SystemExit("killed")

    document = request_document()
    with monkeypatch.context() as here:
        here.setitem(kinds.KINDS, DocumentKind.ANNUAL_REPORT, replace(plain_kind, build=die))
        killed_while_running(document)
    jobs.run(str(job_of(document).pk))
    assert (job_of(document).state, job_of(document).attempts, document.files.count()) == (JobState.DONE, 2, 2)


def test_a_worker_killed_between_two_files_leaves_neither(request_document: RequestDocument, settings: Any) -> None:
    document = request_document()
    kept = settings.STORAGES
    DyingStorage.saved = 0
    settings.STORAGES = {**kept, "default": {"BACKEND": f"{__name__}.DyingStorage"}}
    killed_while_running(document)
    assert (document.files.count(), StoredFile.objects.count()) == (0, 0)
    settings.STORAGES = kept
    jobs.run(str(job_of(document).pk))
    assert (document.files.count(), queries.verify()) == (2, [])
    assert Document.objects.get().number == "SR/2022/1"


def test_the_same_snapshot_gives_the_same_bytes(request_document: RequestDocument, coordinator: User) -> None:
    document = request_document()
    jobs.run(str(job_of(document).pk))
    kept = {(file.format, file.volume): file.file.read() for file in document.files.all()}
    anew = services.render_again(Document.objects.get(pk=document.pk))
    assert anew == kept
    assert services.check_rendering(document, by=coordinator) == {("docx", 0): True, ("pdf", 0): True}


def build_of_two_parts(snapshot: dict[str, Any], meta: Meta) -> DocumentContent:
    return made_up_report.content(title=meta.title, number=meta.number, snapshot_sha256=meta.snapshot_sha256, blocks=(
        Heading(1, "Pierwsza"), Paragraph(snapshot["words"]), Heading(1, "Druga"), Paragraph(snapshot["words"]),
    ))  # fmt: skip


def test_a_long_document_gets_its_pdf_in_volumes(
    request_document: RequestDocument, plain_kind: Kind, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "volumes", partial(volumes, longest=1))
    monkeypatch.setitem(kinds.KINDS, DocumentKind.ANNUAL_REPORT, replace(plain_kind, build=build_of_two_parts))
    document = request_document()
    jobs.run(str(job_of(document).pk))
    files = document.files.order_by("format", "volume")
    assert [(file.label, file.name.rpartition("-sr-")[2]) for file in files] == [
        ("DOCX", "2022-1.docx"), ("PDF, tom 1", "2022-1-tom-1.pdf"), ("PDF, tom 2", "2022-1-tom-2.pdf"),
    ]  # fmt: skip
    assert queries.pdf_to_look_at(document) == files[1]
    assert set(services.check_rendering(document, by=coordinator).values()) == {True}
    known = verified(document.verify_code)
    assert known
    assert known.holds
    assert known.format_of(files[2].file.sha256) == "PDF, tom 2"


def test_another_snapshot_gives_other_bytes(request_document: RequestDocument, coordinator: User) -> None:
    document = request_document()
    jobs.run(str(job_of(document).pk))
    Document.objects.update(snapshot='{"words": "Inne słowa."}')
    document.refresh_from_db()
    assert services.check_rendering(document, by=coordinator) == {("docx", 0): False, ("pdf", 0): False}
    assert queries.verify() == ["Document SR/2022/1: the snapshot does not agree with its sha256."]


def test_a_file_changed_on_disk_is_found(request_document: RequestDocument) -> None:
    document = request_document()
    jobs.run(str(job_of(document).pk))
    pdf, docx = (document.files.get(format=each).file for each in ("pdf", "docx"))
    with pdf.content.storage.open(pdf.content.name, "wb") as stream:
        stream.write(b"%PDF podrobiony")
    docx.content.storage.delete(docx.content.name)
    assert sorted(queries.verify()) == [
        "Document SR/2022/1: the docx file is missing.",
        "Document SR/2022/1: the pdf file does not agree with its sha256.",
    ]
