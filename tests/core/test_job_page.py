"""The page of a job: progress that needs no JavaScript, a failure in a sentence, another try, the way to the result."""

import pytest
from inspector import InspectingClient, text_of
from swapping import HTMX, assert_swap_equals_reload

from bezpiecznik.accounts.models import User
from bezpiecznik.core import jobs
from bezpiecznik.core.models import Job, JobState


@pytest.fixture
def job(reporter: User) -> Job:
    return Job.objects.create(
        kind="test", title="Sprawozdanie roczne 2022", owner_key=str(reporter.pk), state=JobState.RUNNING,
        stage="Składanie rozdziałów", percent=40,
    )  # fmt: skip


def become(job: Job, state: JobState, **fields: str) -> str:
    Job.objects.filter(pk=job.pk).update(state=state, **fields)
    return job.get_absolute_url()


def test_running_work_shows_stage_and_percent(client: InspectingClient, reporter: User, job: Job) -> None:
    page = client.as_(reporter).page(job.get_absolute_url())
    assert text_of(page.h1) == "Sprawozdanie roczne 2022"
    assert text_of(page.select_one("[role=status]")) == "Składanie rozdziałów"
    assert (page.progress["value"], page.progress["max"]) == ("40", "100")
    assert page.select_one("#progress")["hx-trigger"] == "every 1s"
    assert page.find("a", string="Odśwież")["href"] == job.get_absolute_url()


def test_queued_work_says_that_it_waits(client: InspectingClient, reporter: User, job: Job) -> None:
    page = client.as_(reporter).page(become(job, JobState.QUEUED))
    assert text_of(page.select_one("[role=status]")) == "Czeka w kolejce."


def test_htmx_gets_the_same_as_a_reload(client: InspectingClient, reporter: User, job: Job) -> None:
    address = job.get_absolute_url()
    assert_swap_equals_reload(client.as_(reporter), address, address, target="progress")


def test_done_work_leads_to_its_result(client: InspectingClient, reporter: User, job: Job) -> None:
    address = become(job, JobState.DONE, result_url="/praca/program/")
    assert client.as_(reporter).get(address)["Location"] == "/praca/program/"
    told = client.get(address, **HTMX)
    assert (told["HX-Redirect"], told["Cache-Control"]) == ("/praca/program/", "no-store")


def test_done_work_without_a_result_is_over(client: InspectingClient, reporter: User, job: Job) -> None:
    page = client.as_(reporter).page(become(job, JobState.DONE))
    assert text_of(page.select_one("[role=status]")) == "Gotowe."
    assert "hx-get" not in page.select_one("#progress").attrs


def test_a_failure_is_told_and_can_be_tried_again(client: InspectingClient, reporter: User, job: Job) -> None:
    page = client.as_(reporter).page(become(job, JobState.FAILED, error="Zabrakło miejsca na dysku."))
    assert text_of(page.select_one("[role=alert] p")) == "Zabrakło miejsca na dysku."
    answer = client.post(page.select_one("#progress form")["action"])
    assert answer["Location"] == job.get_absolute_url()
    job.refresh_from_db()
    assert (job.state, job.error, job.percent, job.attempts) == (JobState.QUEUED, "", 0, 0)


def test_another_try_does_the_work(reporter: User, job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(jobs.KINDS, "test", lambda _job: "/praca/dokumenty/")
    become(job, JobState.FAILED)
    jobs.retry(job)
    jobs.run(str(job.pk))
    job.refresh_from_db()
    assert (job.state, job.result_url) == (JobState.DONE, "/praca/dokumenty/")


@pytest.mark.parametrize("state", [JobState.QUEUED, JobState.RUNNING, JobState.DONE])
def test_only_failed_work_is_tried_again(client: InspectingClient, reporter: User, job: Job, state: JobState) -> None:
    become(job, state)
    client.as_(reporter).post(f"{job.get_absolute_url()}ponow/")
    job.refresh_from_db()
    assert (job.state, job.percent) == (state, 40)


def test_others_do_not_learn_of_the_job(client: InspectingClient, coordinator: User, job: Job) -> None:
    assert client.as_(coordinator).get(job.get_absolute_url()).status_code == 404
    assert client.post(f"{job.get_absolute_url()}ponow/").status_code == 404
