"""From a finished evaluation to the stored report, and the same report years later."""

from datetime import date

import pytest
from django.urls import reverse
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import desk, jobs
from bezpiecznik.core.models import JobState
from bezpiecznik.documents import services as documents
from bezpiecznik.documents.kinds import NotReady, Wanted
from bezpiecznik.documents.models import Document, FileFormat
from bezpiecznik.documents.rendering import FileKey
from bezpiecznik.evaluation import services
from bezpiecznik.evaluation.documents import find_material, reports_of, request_annual_report
from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting.refusals import Refused

ISSUED = date(2023, 2, 20)


@pytest.fixture
def report(finished: Evaluation, coordinator: User) -> Document:
    """The report of 2022, made."""
    document = request_annual_report(finished, issued_on=ISSUED, by=coordinator)
    jobs.run(str(document.job_id))
    return Document.objects.get(pk=document.pk)


def test_the_report_is_made_of_the_frozen_evidence(report: Document, finished: Evaluation) -> None:
    assert (report.number, report.snapshot_sha256) == ("SR/2022/1", finished.evidence.sha256)
    assert report.title == "Sprawozdanie roczne z realizacji programu za rok 2022"
    assert report.job is not None
    assert (report.job.state, report.files.count()) == (JobState.DONE, 3)


def test_renames_change_nothing_in_a_report_rendered_again(
    report: Document, programme: Programme, police: Institution, patrols: Undertaking, coordinator: User
) -> None:
    police.name, police.abbr = "Policja Po Zmianie", "PPZ"
    police.save()
    programme.title, programme.unit = "Inny tytuł", "Inne miasto"
    programme.save()
    patrols.wording = "Inna treść"
    patrols.save()
    coordinator.last_name = "Inna"
    coordinator.save()
    anew = documents.render_again(Document.objects.get(pk=report.pk))
    assert {file.format: file.file.read() == anew[FileKey(FileFormat(file.format))] for file in report.files.all()} == {
        "docx": True, "pdf": True, "xlsx": True,
    }  # fmt: skip


def test_a_draft_makes_no_report(evaluation: Evaluation, coordinator: User) -> None:
    with pytest.raises(Refused, match="Najpierw zakończ ocenę"):
        request_annual_report(evaluation, issued_on=ISSUED, by=coordinator)


def test_an_evaluation_makes_one_report(report: Document, finished: Evaluation, coordinator: User) -> None:
    with pytest.raises(Refused, match="już sporządzono"):
        request_annual_report(finished, issued_on=ISSUED, by=coordinator)
    assert reports_of(finished) == [report]


def test_the_command_finds_only_finished_years(finished: Evaluation) -> None:
    assert find_material(Wanted(2022)).snapshot == finished.evidence.content
    assert find_material(Wanted(2022, programme=finished.programme_id)).year == 2022
    with pytest.raises(NotReady, match="Ocena za rok 2021 nie jest zakończona"):
        find_material(Wanted(2021))
    with pytest.raises(NotReady):
        find_material(Wanted(2022, programme=finished.programme_id + 1))


def test_the_button_leads_to_the_progress_of_the_work(
    client: InspectingClient, coordinator: User, finished: Evaluation
) -> None:
    address = reverse("evaluation:report", args=(finished.pk,))
    page = client.as_(coordinator).page(address)
    assert page.select_one("input[name=issued_on]")["value"]  # type: ignore[index]
    answer = client.post(address, {"issued_on": "2023-02-20"})
    document = Document.objects.get()
    assert document.job is not None
    assert (answer["Location"], document.issued_on) == (document.job.get_absolute_url(), ISSUED)
    shown = text_of(client.page(finished.get_absolute_url()))
    assert "Sprawozdanie SR/2022/1" in shown
    assert "Sporządź sprawozdanie roczne" not in shown


def test_the_desk_leads_from_the_first_grade_to_publication(
    evaluation: Evaluation, coordinator: User, member: User
) -> None:
    def next_for(person: User) -> list[str]:
        return [todo.sentence for todo in desk.todos(person) if "/ocena/" in todo.url]

    assert next_for(coordinator) == ["Ocena za 2022 r.: 3 działania czekają na rozstrzygnięcie."]
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    assert next_for(coordinator) == ["Wszystkie działania 2022 r. są ocenione. Można zakończyć ocenę."]
    services.finish_evaluation(evaluation, by=coordinator)
    assert next_for(coordinator) == ["Ocena za 2022 r. jest zakończona. Można sporządzić sprawozdanie."]
    request_annual_report(evaluation, issued_on=ISSUED, by=coordinator)
    assert next_for(coordinator) == ["Ocena za 2022 r. jest zakończona. Można ją opublikować."]
    services.publish_evaluation(evaluation, by=coordinator)
    assert (next_for(coordinator), next_for(member)) == ([], [])


def test_the_desk_tells_that_a_year_is_ready(patrols: Undertaking, close_year: object, coordinator: User) -> None:
    assert callable(close_year)
    close_year()
    assert "Sprawozdania za 2022 r. są zamknięte. Można rozpocząć ocenę." in [
        todo.sentence for todo in desk.todos(coordinator)
    ]
