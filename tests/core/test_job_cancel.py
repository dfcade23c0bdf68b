"""Long work can be given up by whoever asked for it: at once while it waits, at its next sign of life when it runs."""

import pytest
from inspector import InspectingClient, text_of
from test_jobs import dead

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock, jobs, journal
from bezpiecznik.core.models import Job, JobState
from bezpiecznik.core.sentences import tell

STEPS: list[str] = []


@pytest.fixture(autouse=True)
def _work_with_a_cancel_in_the_middle(monkeypatch: pytest.MonkeyPatch, reporter: User) -> None:
    """Work of two steps; its owner changes his mind after the first."""
    STEPS.clear()

    def work(job: Job) -> str:
        jobs.advance(job, "Pierwszy krok", 40)
        STEPS.append("pierwszy")
        jobs.cancel(Job.objects.get(pk=job.pk), by=reporter)
        STEPS.append("nadal potrzebna" if jobs.is_wanted(job) else "już niepotrzebna")
        jobs.advance(job, "Drugi krok", 80)
        STEPS.append("drugi")
        return "/wynik/"

    monkeypatch.setitem(jobs.KINDS, "test.two-steps", work)
    monkeypatch.setitem(jobs.KINDS, "test.one-step", lambda _job: "/wynik/")


@pytest.fixture
def job(reporter: User) -> Job:
    return jobs.start("test.two-steps", title="Sprawozdanie roczne 2022", by=reporter, about="/praca/sprawa/")


def test_what_waits_is_cancelled_at_once_and_never_run(job: Job, reporter: User) -> None:
    assert jobs.cancel(job, by=reporter)
    jobs.run(str(job.pk))

    job.refresh_from_db()
    assert (job.state, job.percent, job.attempts, STEPS) == (JobState.CANCELLED, 0, 0, [])
    assert job.error.startswith("Przerwano na życzenie.")
    assert job.is_over
    assert job.finished_at is not None


def test_what_runs_stops_at_its_next_sign_of_life(job: Job) -> None:
    jobs.run(str(job.pk))

    job.refresh_from_db()
    assert STEPS == ["pierwszy", "już niepotrzebna"]
    assert (job.state, job.stage, job.percent, job.result_url) == (JobState.CANCELLED, "Pierwszy krok", 40, "")


def test_work_that_ends_before_it_learns_of_it_gives_no_result(
    job: Job, reporter: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stubborn(job: Job) -> str:
        jobs.cancel(Job.objects.get(pk=job.pk), by=reporter)
        return "/wynik/"

    monkeypatch.setitem(jobs.KINDS, "test.two-steps", stubborn)
    jobs.run(str(job.pk))

    job.refresh_from_db()
    assert (job.state, job.result_url) == (JobState.CANCELLED, "")


def test_a_cancelled_job_of_a_dead_worker_is_not_revived(job: Job, reporter: User) -> None:
    dead(job)
    jobs.cancel(job, by=reporter)

    assert jobs.rescue() == 0
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED


def test_a_rescuer_who_saw_it_before_it_was_cancelled_does_not_revive_it(job: Job, reporter: User) -> None:
    seen = Job.objects.get(pk=dead(job).pk)
    jobs.cancel(job, by=reporter)

    assert not jobs._take_up(seen)
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED


def test_it_is_tried_again_from_the_beginning(job: Job, reporter: User) -> None:
    jobs.cancel(job, by=reporter)
    jobs.retry(job)
    Job.objects.filter(pk=job.pk).update(kind="test.one-step")
    jobs.run(str(job.pk))

    job.refresh_from_db()
    assert (job.state, job.error, job.result_url) == (JobState.DONE, "", "/wynik/")


@pytest.mark.parametrize("state", [JobState.DONE, JobState.FAILED, JobState.CANCELLED])
def test_what_is_over_is_not_cancelled(job: Job, reporter: User, state: JobState) -> None:
    Job.objects.filter(pk=job.pk).update(state=state, finished_at=clock.now())

    assert not jobs.cancel(job, by=reporter)
    job.refresh_from_db()
    assert job.state == state
    assert not journal.about(job).exists()


def test_the_journal_tells_who_cancelled_what(job: Job, reporter: User) -> None:
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, stage="Składanie rozdziałów", percent=40)
    jobs.cancel(job, by=reporter)

    line = journal.about(job).get()
    assert line.actor_name == reporter.get_full_name()
    assert tell(line).sentence == "Przerwano zadanie w tle „Sprawozdanie roczne 2022” przy 40%"


def test_progress_never_goes_back(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def work(job: Job) -> str:
        for percent in (10, 60, 30, 70):
            jobs.advance(job, "Praca", percent)
            seen.append(Job.objects.get(pk=job.pk).percent)
        return "/wynik/"

    monkeypatch.setitem(jobs.KINDS, "test.two-steps", work)
    jobs.run(str(job.pk))
    assert seen == [10, 60, 60, 70]


def test_a_job_that_waits_has_a_button_that_cancels_it(client: InspectingClient, reporter: User, job: Job) -> None:
    page = client.as_(reporter).page(job.get_absolute_url())
    form = page.find("button", string="Przerwij").find_parent("form")

    answer = client.post(form["action"])
    assert answer["Location"] == job.get_absolute_url()
    page = client.page(job.get_absolute_url())
    assert text_of(page.select_one("#progress h2")) == "Przerwano"
    assert "hx-get" not in page.select_one("#progress").attrs
    assert page.find("a", string="Zobacz szczegóły")["href"] == "/praca/sprawa/"
    client.post(page.find("button", string="Zacznij od początku").find_parent("form")["action"])
    job.refresh_from_db()
    assert job.state == JobState.QUEUED


def test_a_job_that_runs_is_cancelled_after_a_question(client: InspectingClient, reporter: User, job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, percent=40)
    page = client.as_(reporter).page(job.get_absolute_url())
    question = client.page(page.find("a", string="Przerwij")["href"])
    assert text_of(question.h1) == "Przerwać tę pracę?"
    assert "Zrobiono 40%." in text_of(question.main)

    client.post(question.find("button", string="Przerwij").find_parent("form")["action"])
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED


def test_the_question_is_not_asked_of_what_is_over(client: InspectingClient, reporter: User, job: Job) -> None:
    jobs.cancel(job, by=reporter)
    answer = client.as_(reporter).get(f"{job.get_absolute_url()}przerwij/")
    assert answer["Location"] == job.get_absolute_url()


def test_nobody_cancels_the_work_of_another(client: InspectingClient, coordinator: User, job: Job) -> None:
    address = f"{job.get_absolute_url()}przerwij/"
    assert client.as_(coordinator).get(address).status_code == 404
    assert client.post(address).status_code == 404
    job.refresh_from_db()
    assert job.state == JobState.QUEUED
