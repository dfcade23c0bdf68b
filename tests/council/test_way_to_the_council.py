"""A matter on its way: papers, the council's decision, the journal, and steps back."""

import json
from datetime import date, timedelta

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.council import services
from bezpiecznik.council.models import Matter
from bezpiecznik.council.states import MatterKind, MatterState
from bezpiecznik.documents.models import Document
from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.models import Programme

pytestmark = pytest.mark.django_db
SENT, SESSION = date(2023, 2, 21), date(2023, 3, 16)


@pytest.fixture
def submitted(report: Document, matter: Matter, coordinator: User) -> Matter:
    services.prepare_papers(matter, version=matter.version, by=coordinator)
    services.submit_matter(matter, submitted_on=SENT, by=coordinator)
    matter.refresh_from_db()
    return matter


def test_papers_wait_for_the_report_and_carry_its_number(
    matter: Matter, evaluated: Evaluation, coordinator: User, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(Refused, match="sporządź sprawozdanie roczne"):
        services.prepare_papers(matter, version=matter.version, by=coordinator)
    report = request.getfixturevalue("report")
    resolution, letter = services.prepare_papers(matter, version=matter.version, by=coordinator)
    assert report.number in json.loads(resolution.snapshot)["texts"]["decision"]
    assert json.loads(letter.snapshot)["annexes"][0].endswith(f"({report.number})")


def test_from_papers_to_the_journal_of_the_voivodeship(submitted: Matter, coordinator: User) -> None:
    services.record_decision(
        submitted, outcome=MatterState.ADOPTED, decided_on=SESSION, resolution_no="LX/1/2023", by=coordinator
    )
    services.announce_matter(
        submitted, announced_on=SESSION + timedelta(days=9), journal_position="poz. 1234", by=coordinator
    )
    submitted.refresh_from_db()
    assert (submitted.state, submitted.resolution_no, submitted.journal_position) == (
        "adopted", "LX/1/2023", "poz. 1234",
    )  # fmt: skip
    events = JournalEntry.objects.filter(event__startswith="council.").order_by("pk").values_list("event", flat=True)
    assert [event.removeprefix("council.") for event in events] == [
        "opened", "prepared", "submitted", "decided", "announced",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"outcome": MatterState.ADOPTED, "decided_on": SESSION}, "Podaj numer uchwały"),
        ({"outcome": MatterState.NOTED, "decided_on": SENT - timedelta(days=1)}, "przed przekazaniem"),
        ({"outcome": MatterState.NOTED, "decided_on": clock.today() + timedelta(days=3)}, "jeszcze nie było"),
        ({"outcome": MatterState.WITHDRAWN, "decided_on": SESSION}, "Wybierz, co postanowiła"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    submitted: Matter, coordinator: User, said: dict[str, object], refusal: str
) -> None:
    with pytest.raises(Refused, match=refusal):
        services.record_decision(submitted, by=coordinator, **said)  # type: ignore[arg-type]
    submitted.refresh_from_db()
    assert submitted.state == MatterState.SUBMITTED


def test_what_was_noted_by_mistake_is_taken_back_step_by_step(submitted: Matter, coordinator: User) -> None:
    services.record_decision(submitted, outcome=MatterState.NOTED, decided_on=SESSION, by=coordinator)
    with pytest.raises(Refused, match="co zapisano błędnie"):
        services.step_back(submitted, reason=" ", by=coordinator)
    for state in (MatterState.SUBMITTED, MatterState.DRAFT):
        services.step_back(submitted, reason="Pomyłka w dacie.", by=coordinator)
        submitted.refresh_from_db()
        assert submitted.state == state
    assert (submitted.decided_on, submitted.submitted_on) == (None, None)
    with pytest.raises(Refused, match="nic, co dałoby się cofnąć"):
        services.step_back(submitted, reason="Jeszcze raz.", by=coordinator)


def test_a_matter_is_one_of_its_year_until_it_is_withdrawn(
    matter: Matter, programme: Programme, coordinator: User
) -> None:
    again = {"kind": MatterKind.PROGRAMME_REPORT, "year": 2022, "by": coordinator}
    with pytest.raises(Refused, match="już jest"):
        services.open_matter(programme, **again)
    services.withdraw_matter(matter, reason="Połączono ze sprawą programu.", by=coordinator)
    assert services.open_matter(programme, **again).pk != matter.pk


def test_the_next_year_begins_with_the_words_of_the_last_one(
    matter: Matter, programme: Programme, coordinator: User
) -> None:
    services.write_justification(matter, text="Sprawozdanie sporządzono z ocen.", version=1, by=coordinator)
    following = services.open_matter(programme, kind=MatterKind.PROGRAMME_REPORT, year=2023, by=coordinator)
    assert following.justification == "Sprawozdanie sporządzono z ocen."


def test_two_people_do_not_write_over_each_other(matter: Matter, coordinator: User) -> None:
    services.write_justification(matter, text="Pierwsza wersja.", version=1, by=coordinator)
    with pytest.raises(Refused, match="ktoś zmienił uzasadnienie"):
        services.write_justification(matter, text="Druga wersja.", version=1, by=coordinator)
    matter.refresh_from_db()
    assert matter.justification == "Pierwsza wersja."


def test_words_that_went_to_the_council_stay(submitted: Matter, coordinator: User) -> None:
    with pytest.raises(Refused, match="poszła już do rady"):
        services.write_justification(submitted, text="Nowe.", version=submitted.version, by=coordinator)
    with pytest.raises(Refused, match="poszła już do rady"):
        services.prepare_papers(submitted, version=submitted.version, by=coordinator)


def test_the_chapter_of_the_report_on_the_state_comes_from_the_evidence(
    evaluated: Evaluation, programme: Programme, coordinator: User
) -> None:
    matter = services.open_matter(programme, kind=MatterKind.STATE_REPORT, year=2022, by=coordinator)
    with pytest.raises(Refused, match="sporządź informację"):
        services.submit_matter(matter, submitted_on=SENT, by=coordinator)
    document = services.make_information(matter, by=coordinator)
    told = json.loads(document.snapshot)["evidence"]
    assert told["counts"]["no_report"] == told["n"] == evaluated.grades.count()
    with pytest.raises(Refused, match="zanim powstał"):
        services.submit_matter(matter, submitted_on=SENT, by=coordinator)
    services.submit_matter(matter, submitted_on=clock.today(), by=coordinator)
    matter.refresh_from_db()
    assert (matter.state, matter.draft) == (MatterState.SUBMITTED, None)
