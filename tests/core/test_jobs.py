"""Long work: seen by whoever started it, safe against the death of the worker."""

import os
import socket
import subprocess
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import OperationalError, connection

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs
from bezpiecznik.core.models import Job, JobState

DONE: list[str] = []


@pytest.fixture(autouse=True)
def _kinds() -> Iterator[None]:
    known = dict(jobs.KINDS)
    DONE.clear()

    @jobs.kind("test.count")
    def count(job: Job) -> str:
        jobs.advance(job, "Liczenie", 50)
        DONE.append(job.argument("word"))
        return "/wynik/"

    @jobs.kind("test.refuse")
    def refuse(_job: Job) -> str:
        raise jobs.JobRefused("Dokument jest pusty.")

    @jobs.kind("test.break")
    def break_down(_job: Job) -> str:
        raise ZeroDivisionError

    yield
    jobs.KINDS.clear()
    jobs.KINDS.update(known)


@pytest.fixture
def job(coordinator: User) -> Job:
    return jobs.start("test.count", title="Liczenie słów", by=coordinator, word="raz")


def dead(job: Job) -> Job:
    """The job as a worker on another machine left it when it died."""
    job.state, job.worker, job.attempts = JobState.RUNNING, "elsewhere:1", job.attempts + 1
    job.beat_at = clock.now() - timedelta(minutes=5)
    job.save()
    return job


def test_a_finished_job_knows_its_result(job: Job) -> None:
    jobs.run(str(job.pk))

    job.refresh_from_db()
    assert (job.state, job.percent, job.result_url, DONE) == ("done", 100, "/wynik/", ["raz"])


def test_a_job_is_done_once_however_often_it_is_queued(job: Job) -> None:
    jobs.run(str(job.pk))
    jobs.run(str(job.pk))

    assert DONE == ["raz"]


def test_a_refusal_is_a_sentence_for_the_person(coordinator: User) -> None:
    job = jobs.start("test.refuse", title="Odczyt", by=coordinator)

    jobs.run(str(job.pk))

    job.refresh_from_db()
    assert (job.state, job.error) == ("failed", "Dokument jest pusty.")


def test_an_unexpected_fault_shows_no_entrails(coordinator: User) -> None:
    job = jobs.start("test.break", title="Odczyt", by=coordinator)

    jobs.run(str(job.pk))

    job.refresh_from_db()
    assert job.state == "failed"
    assert job.error.startswith("Wystąpił nieoczekiwany błąd.")


def test_a_job_of_a_dead_worker_is_started_again(job: Job) -> None:
    dead(job)

    assert jobs.rescue() == 1

    jobs.run(str(job.pk))
    job.refresh_from_db()
    assert (job.state, DONE) == ("done", ["raz"])


def test_a_job_of_a_living_worker_is_left_alone(job: Job) -> None:
    job.state, job.worker, job.beat_at = JobState.RUNNING, "elsewhere:1", clock.now()
    job.save()

    assert jobs.rescue() == 0


def held_by(job: Job, process: subprocess.Popen[bytes]) -> Job:
    """The job as a process of this machine holds it."""
    job.state, job.beat_at = JobState.RUNNING, clock.now()
    job.worker = f"{socket.gethostname()}:{process.pid}:{jobs._birth(process.pid)}"
    job.save()
    return job


def test_a_worker_killed_on_this_machine_is_noticed_before_it_is_buried(job: Job) -> None:
    with subprocess.Popen(["sleep", "60"]) as process:
        held_by(job, process)
        assert jobs.rescue() == 0

        process.kill()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)

        assert jobs.rescue() == 1


def test_another_process_under_the_number_of_the_dead_one_does_not_hold_its_job(job: Job) -> None:
    with subprocess.Popen(["sleep", "60"]) as process:
        held_by(job, process)
        job.worker = f"{job.worker}0"
        job.save()

        assert jobs.rescue() == 1
        process.kill()


def test_a_job_that_kills_its_worker_is_given_up_after_three_attempts(job: Job) -> None:
    for _time in range(jobs.ATTEMPTS):
        dead(job)
        jobs.rescue()
        job.refresh_from_db()

    assert job.state == "failed"
    assert "trzykrotnie" in job.error


def test_a_job_that_another_worker_has_taken_up_is_not_queued_again(job: Job) -> None:
    seen = dead(job)
    Job.objects.filter(pk=job.pk).update(worker="elsewhere:2", attempts=2)

    assert not jobs._take_up(seen)

    job.refresh_from_db()
    assert (job.state, job.worker) == ("running", "elsewhere:2")


def test_a_worker_taken_for_dead_does_not_end_the_job_of_its_successor(coordinator: User) -> None:
    @jobs.kind("test.slow")
    def slow(job: Job) -> str:
        Job.objects.filter(pk=job.pk).update(worker="elsewhere:2", attempts=2)
        return "/dawny-wynik/"

    job = jobs.start("test.slow", title="Długa praca", by=coordinator)
    jobs.run(str(job.pk))

    job.refresh_from_db()
    assert (job.state, job.worker, job.result_url) == ("running", "elsewhere:2", "")


def test_long_work_gives_signs_of_life_between_its_stages(coordinator: User) -> None:
    @jobs.kind("test.long")
    def long(job: Job) -> str:
        Job.objects.filter(pk=job.pk).update(beat_at=clock.now() - timedelta(minutes=5))
        jobs.look_after()
        job.refresh_from_db()
        assert job.beat_at is not None
        return "/w-porę/" if job.beat_at > clock.now() - timedelta(minutes=1) else "/po-czasie/"

    job = jobs.start("test.long", title="Długa praca", by=coordinator)
    jobs.run(str(job.pk))

    job.refresh_from_db()
    assert job.result_url == "/w-porę/"


@pytest.mark.django_db(transaction=True)
def test_looking_after_jobs_outlives_a_database_that_does_not_answer(job: Job) -> None:
    def no_answer(*_query: object) -> None:
        raise OperationalError("database is locked")

    dead(job)
    with connection.execute_wrapper(no_answer):
        jobs.look_after()
    jobs.look_after()

    job.refresh_from_db()
    assert job.state == "queued"


def test_an_unknown_kind_is_refused_at_once(coordinator: User) -> None:
    with pytest.raises(KeyError):
        jobs.start("test.unknown", title="", by=coordinator)
