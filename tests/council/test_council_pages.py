"""Pages of the council's matters, as the office and a member of the Commission walk through them."""

from typing import Any

import pytest
import time_machine
from django.urls import reverse
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core import desk, jobs
from bezpiecznik.core.models import Job
from bezpiecznik.council import services
from bezpiecznik.council.models import Matter
from bezpiecznik.council.states import MatterKind
from bezpiecznik.documents.models import Document
from bezpiecznik.plans.models import Programme

pytestmark = pytest.mark.django_db


def test_the_office_takes_a_report_to_the_council(
    client: InspectingClient, coordinator: User, report: Document, programme: Programme
) -> None:
    office = client.as_(coordinator)
    assert "Załóż pierwszą sprawę" in text_of(office.page(reverse("council:list")))
    office.post(reverse("council:new"), {"kind": "programme_report", "year": 2022, "programme": programme.pk})
    matter = Matter.objects.get()
    here = matter.get_absolute_url()
    assert "Sporządź projekt uchwały i pismo" in text_of(office.page(here))
    office.post(reverse("council:justification", args=(matter.pk,)), {"text": "Oceny są gotowe.", "version": 1})
    office.post(reverse("council:prepare", args=(matter.pk,)), {"version": 2})
    for job in Job.objects.filter(state="queued"):
        jobs.run(str(job.pk))
    page = text_of(office.page(here))
    assert "PU/2022/1" in page
    assert "Przekazano radzie" in page
    office.post(reverse("council:submit", args=(matter.pk,)), {"submitted_on": "2023-02-21"})
    refused = office.post(
        reverse("council:decide", args=(matter.pk,)), {"outcome": "adopted", "decided_on": "2023-03-16"}
    )
    assert "Podaj numer uchwały." in text_of(soup(refused))
    office.post(
        reverse("council:decide", args=(matter.pk,)),
        {"outcome": "adopted", "decided_on": "2023-03-16", "resolution_no": "LX/1/2023"},
    )
    office.post(
        reverse("council:announce", args=(matter.pk,)), {"announced_on": "2023-04-01", "journal_position": "poz. 77"}
    )
    page = text_of(office.page(here))
    for told in ("uchwała nr LX/1/2023", "poz. 77", "przyjęta uchwałą"):
        assert told in page
    office.post(reverse("council:step-back", args=(matter.pk,)), {"reason": "Zła data."})
    assert "Zapisz, co postanowiła rada" in text_of(office.page(here))
    office.post(reverse("council:withdraw", args=(matter.pk,)), {"reason": "Na próbę."})
    assert "wycofana" in text_of(office.page(here))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_of_one_and_of_three(
    client: InspectingClient, coordinator: User, programme: Programme, rows: int, django_assert_num_queries: Any
) -> None:
    for year in range(2021, 2021 + rows):
        services.open_matter(programme, kind=MatterKind.PROGRAMME_REPORT, year=year, by=coordinator)
    office = client.as_(coordinator)
    office.get(reverse("council:list"))
    with django_assert_num_queries(7):
        office.get(reverse("council:list"))


def test_the_list_goes_out_as_a_file(client: InspectingClient, coordinator: User, matter: Matter) -> None:
    out = client.as_(coordinator).get(reverse("council:list"), {"export": "csv", "kind": "programme_report"})
    assert "sprawozdanie roczne z realizacji programu;2022" in out.content.decode("utf-8-sig")


def test_what_changed_since_last_year_is_told_by_chapter(
    client: InspectingClient, coordinator: User, report: Document, matter: Matter, programme: Programme
) -> None:
    office = client.as_(coordinator)
    assert "Nie ma czego porównać" in text_of(office.page(reverse("council:changes", args=(matter.pk,))))
    former = services.open_matter(programme, kind=MatterKind.PROGRAMME_REPORT, year=2021, by=coordinator)
    Matter.objects.filter(pk=former.pk).update(report=report)
    page = text_of(office.page(reverse("council:changes", args=(matter.pk,))))
    assert "Rozdziały zmienione: 0" in page


def test_a_member_reads_and_does_not_act(client: InspectingClient, member: User, matter: Matter) -> None:
    reader = client.as_(member)
    assert "Załóż sprawę" not in text_of(reader.page(reverse("council:list")))
    assert "Zmień uzasadnienie" not in text_of(reader.page(matter.get_absolute_url()))
    assert reader.post(reverse("council:prepare", args=(matter.pk,))).status_code == 403


def test_the_desk_counts_the_days_to_the_report_on_the_state(
    coordinator: User, programme: Programme, matter: Matter
) -> None:
    with time_machine.travel("2023-05-20 12:00", tick=False):
        (todo,) = [todo for todo in desk.todos(coordinator) if todo.url == reverse("council:new")]
        assert todo.sentence.endswith("za rok 2022: do 31\u00a0maja\u00a02023 (zostało 11\u00a0dni).")
    with time_machine.travel("2023-06-02 12:00", tick=False):
        (todo,) = [todo for todo in desk.todos(coordinator) if todo.url == reverse("council:new")]
        assert "po terminie o 2\u00a0dni" in todo.sentence


@pytest.mark.parametrize(
    ("today", "told"),
    [
        ("2023-05-31", "termin mija dziś"), ("2023-05-30", "został 1\u00a0dzień"), ("2023-05-28", "zostały 3\u00a0dni"),
        ("2023-06-01", "po terminie o 1\u00a0dzień"),
    ],
)  # fmt: skip
def test_the_desk_inflects_what_is_left(
    coordinator: User, programme: Programme, matter: Matter, today: str, told: str
) -> None:
    with time_machine.travel(f"{today} 12:00", tick=False):
        (todo,) = [todo for todo in desk.todos(coordinator) if todo.url == reverse("council:new")]
        assert todo.sentence.endswith(f"({told}).")
