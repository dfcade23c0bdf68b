"""Reading in the background: safe to run again, whatever happened to the first try."""

import threading

import pytest
from django.db import connection, connections

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs, journal
from bezpiecznik.core.models import Job, JobState
from bezpiecznik.intake import services
from bezpiecznik.intake.models import Intake, IntakeState
from bezpiecznik.resolution import read


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
