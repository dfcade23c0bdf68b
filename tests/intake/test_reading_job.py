"""Reading in the background: safe to run again, whatever happened to the first try."""

import io
import threading
from collections.abc import Callable

import pytest
from django.db import connection, connections
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs, journal
from bezpiecznik.core.models import Job, JobState
from bezpiecznik.intake import services
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.resolution import read
from bezpiecznik.resolution.bounded import BoundedReading, Interrupted


def run(intake: Intake) -> Job:
    assert intake.job is not None
    jobs.run(str(intake.job.pk))
    intake.job.refresh_from_db()
    intake.refresh_from_db()
    return intake.job


def sentences(intake: Intake) -> list[str]:
    return [line.sentence for line in journal.about(intake).order_by("pk")]


def test_the_job_reads_and_leads_to_the_review(uploaded: Intake, small: bytes) -> None:
    job = run(uploaded)

    assert (job.state, job.percent, job.result_url) == (JobState.DONE, 100, uploaded.get_absolute_url())
    assert (uploaded.state, uploaded.reading) == (IntakeState.REVIEW, read(small).to_json())
    assert sentences(uploaded) == ["Wczytano dokument uchwały", "Odczytano dokument uchwały"]


def test_a_second_run_changes_nothing(uploaded: Intake, coordinator: User) -> None:
    run(uploaded)
    uploaded.corrected = {"deleted": ["goals:0"]}
    uploaded.save()
    again = jobs.start("intake.read", title="Jeszcze raz", by=coordinator, intake=uploaded.pk)
    jobs.run(str(again.pk))

    uploaded.refresh_from_db()
    assert uploaded.corrected == {"deleted": ["goals:0"]}
    assert sentences(uploaded) == ["Wczytano dokument uchwały", "Odczytano dokument uchwały"]


def test_a_worker_killed_in_the_middle_is_replaced(uploaded: Intake) -> None:
    assert uploaded.job is not None
    # What a killed worker leaves: a job that runs, by a process that is no more.
    Job.objects.filter(pk=uploaded.job.pk).update(state=JobState.RUNNING, worker="inny-komputer:1", attempts=1)

    assert jobs.rescue() == 1
    job = run(uploaded)

    assert (job.state, job.attempts, uploaded.state) == (JobState.DONE, 2, IntakeState.REVIEW)
    assert sentences(uploaded) == ["Wczytano dokument uchwały", "Odczytano dokument uchwały"]


def test_a_failed_reading_can_be_started_again(uploaded: Intake, coordinator: User) -> None:
    content = uploaded.file.content.path
    with open(content, "rb") as stream:  # noqa: PTH123 (the storage speaks in strings)
        kept = stream.read()
    uploaded.file.content.storage.delete(uploaded.file.content.name)
    assert run(uploaded).state == JobState.FAILED
    assert uploaded.state == IntakeState.READING

    with open(content, "wb") as stream:  # noqa: PTH123
        stream.write(kept)
    services.read_again(uploaded, by=coordinator)
    uploaded.refresh_from_db()

    assert run(uploaded).state == JobState.DONE
    assert uploaded.state == IntakeState.REVIEW


REFUSED = {
    "spaces": (b" \n\n ", "nie zawiera żadnego tekstu"),
    "html called txt": (b"<!DOCTYPE html><html><body>Program</body></html>", "strona internetowa"),
    "no encoding at all": (bytes(range(128, 256)) * 20, "kodowania znaków"),
    "another text": ("Wiersz o wiośnie.\n".encode() * 30, "Nie znaleziono w tym dokumencie żadnej części programu"),
    "broken PDF": (b"%PDF-1.7\n" + bytes(200), ""),
}


@pytest.mark.parametrize(("data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_programme_is_told_by_the_job_and_can_be_thrown_away(
    client: InspectingClient, coordinator: User, data: bytes, sentence: str
) -> None:
    intake = services.upload(data, name="plik.txt", by=coordinator)
    job = run(intake)

    assert (job.state, intake.state, intake.reading) == (JobState.FAILED, IntakeState.READING, None)
    assert sentence in job.error.replace("\u00a0", " ")
    assert job.error.endswith(".")
    page = client.as_(coordinator).page(job.get_absolute_url())
    page = client.page(page.find("a", string="Zobacz szczegóły")["href"])
    assert job.error.split(":")[0].replace("\u00a0", " ") in text_of(page.main).replace("\u00a0", " ")
    client.post(page.find("a", string="Porzuć dokument")["href"])
    intake.refresh_from_db()
    assert intake.state == IntakeState.ABANDONED


def test_a_document_that_was_not_read_has_no_text_to_show(client: InspectingClient, coordinator: User) -> None:
    intake = services.upload(b"%PDF-1.7\n" + bytes(200), name="skan.pdf", by=coordinator)
    page = client.as_(coordinator).page(intake.get_absolute_url())
    assert page.find("a", string="Tekst dokumentu") is None
    answer = client.get(f"{intake.get_absolute_url()}dokument/")
    assert answer["Location"] == intake.get_absolute_url()


def test_a_reading_is_cancelled_while_it_goes_on(
    uploaded: Intake, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The owner changes her mind when the document is being recognised: nothing of it is kept."""
    stages: list[str] = []
    advance = jobs.advance

    def and_then_cancel(job: Job, stage: str, percent: int) -> None:
        stages.append(stage)
        if len(stages) > 1:
            jobs.cancel(Job.objects.get(pk=job.pk), by=coordinator)
        advance(job, stage, percent)

    monkeypatch.setattr(jobs, "advance", and_then_cancel)
    job = run(uploaded)

    assert (job.state, uploaded.state, uploaded.reading) == (JobState.CANCELLED, IntakeState.READING, None)
    assert len(stages) == 2
    services.read_again(uploaded, by=coordinator)
    monkeypatch.undo()
    uploaded.refresh_from_db()
    assert run(uploaded).state == JobState.DONE


def test_the_worker_asks_for_cancellation_while_the_document_is_silent(
    uploaded: Intake, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No progress comes; the wish is heard all the same."""

    def silent(data: bytes, *, ocr: bool, progress: object, stop: Callable[[], bool]) -> BoundedReading:
        assert not stop()
        jobs.cancel(Job.objects.get(pk=uploaded.job_id), by=coordinator)
        assert stop()
        raise Interrupted

    monkeypatch.setattr("bezpiecznik.intake.reading.read_bounded", silent)
    job = run(uploaded)
    assert (job.state, uploaded.reading) == (JobState.CANCELLED, None)


def test_the_pages_of_a_cancelled_reading_offer_another(
    client: InspectingClient, uploaded: Intake, coordinator: User
) -> None:
    assert uploaded.job is not None
    jobs.cancel(uploaded.job, by=coordinator)
    assert "odczyt przerwano" in text_of(client.as_(coordinator).page("/praca/wczytanie/").main)
    page = client.page(uploaded.get_absolute_url())
    assert "Przerwano na życzenie." in text_of(page.main)
    client.post(page.find("button", string="Odczytaj jeszcze raz").find_parent("form")["action"])
    uploaded.refresh_from_db()
    assert run(uploaded).state == JobState.DONE


@pytest.mark.parametrize("installed", [True, False])
def test_recognition_of_scans_is_offered_where_it_can_be_done(
    client: InspectingClient, coordinator: User, monkeypatch: pytest.MonkeyPatch, installed: bool
) -> None:
    for room in ("forms", "uploads"):
        monkeypatch.setattr(f"bezpiecznik.intake.{room}.reads_polish", lambda: installed)
    page = client.as_(coordinator).page("/praca/wczytanie/")
    assert (page.find(attrs={"name": "ocr"}) is not None) is installed
    assert ("Skanu bez tekstu nie odczytamy" in text_of(page.main)) is not installed

    stream = io.BytesIO(b"%PDF-1.7\n" + bytes(200))
    stream.name = "skan.pdf"
    client.post("/praca/wczytanie/plik/", {"file": stream, "ocr": "on"})
    intake = Intake.objects.get()
    assert intake.ocr is installed


def test_a_scan_that_was_not_read_can_be_recognised(
    client: InspectingClient, coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bezpiecznik.intake.uploads.reads_polish", lambda: True)
    intake = services.upload(b"%PDF-1.7\n" + bytes(200), name="skan.pdf", by=coordinator)
    assert run(intake).state == JobState.FAILED
    button = (
        client.as_(coordinator).page(intake.get_absolute_url()).find("button", string="Rozpoznaj tekst ze skanu (OCR)")
    )

    client.post(button.find_parent("form")["action"], {button["name"]: button["value"]})
    intake.refresh_from_db()
    assert intake.ocr
    assert intake.job is not None
    assert not intake.job.is_over
    assert run(intake).state == JobState.FAILED
    assert client.page(intake.get_absolute_url()).find("button", string="Rozpoznaj tekst ze skanu (OCR)") is None


def test_a_reading_that_goes_on_is_not_started_twice(uploaded: Intake, coordinator: User) -> None:
    services.read_again(uploaded, by=coordinator)
    assert Job.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_jobs_at_once_make_one_reading(uploaded: Intake, small: bytes) -> None:
    reading, failures = read(small), []

    def finish() -> None:
        try:
            services.finish_reading(uploaded, reading, "")
        except Exception as problem:
            failures.append(problem)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=finish) for _time in range(2)]
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        # One connection cannot be in two threads: there the second simply comes after the first.
        finish_in_turn = [services.finish_reading(uploaded, reading, "") for _time in range(2)]
        assert finish_in_turn == [None, None]
    else:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert failures == []
    assert sentences(uploaded) == ["Wczytano dokument uchwały", "Odczytano dokument uchwały"]
