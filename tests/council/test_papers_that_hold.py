"""Which document goes to the council, who may read its papers, and that an overtaken one does not go."""

from datetime import date

import pytest
from cast import limit
from commission.commission_scene import seated
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import CommissionReport
from bezpiecznik.commission.services import reports as commission
from bezpiecznik.council import queries, services
from bezpiecznik.council.models import Matter
from bezpiecznik.council.papers.material import resolution_material
from bezpiecznik.council.states import MatterKind
from bezpiecznik.documents.access import documents_of
from bezpiecznik.documents.models import Document
from bezpiecznik.documents.verifying import verified
from bezpiecznik.institutions.refusals import Refused
from bezpiecznik.plans.models import Programme

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(coordinator: User) -> CommissionReport:
    """The Commission's report for 2022, approved."""
    report = commission.start_report(seated(by=coordinator).commission, year=2022, by=coordinator)
    commission.change_texts(report, seen=1, assessment="Dobrze.", cooperation="", plans="", by=coordinator)
    return commission.approve(report, approved_on=date(2023, 1, 18), by=coordinator)


@pytest.fixture
def on_the_commission(programme: Programme, coordinator: User) -> Matter:
    return services.open_matter(programme, kind=MatterKind.COMMISSION_REPORT, year=2022, by=coordinator)


def test_a_report_whose_approval_was_taken_back_does_not_go_to_the_council(
    approved: CommissionReport, on_the_commission: Matter, coordinator: User
) -> None:
    services.prepare_papers(on_the_commission, version=1, by=coordinator)
    taken_back = approved.document
    assert taken_back
    assert verified(taken_back.verify_code).withdrawn == ""  # type: ignore[union-attr]

    draft = commission.reopen(approved, because="Błąd.", by=coordinator)

    assert verified(taken_back.verify_code).withdrawn == "Zatwierdzenie tego sprawozdania cofnięto."  # type: ignore[union-attr]
    assert queries.report_for(on_the_commission) is None
    commission.approve(draft, approved_on=date(2023, 1, 20), by=coordinator)
    with pytest.raises(Refused, match="SK/2022/1 już nie jest aktualny"):
        services.submit_matter(on_the_commission, submitted_on=date(2023, 1, 25), by=coordinator)
    on_the_commission.refresh_from_db()
    services.prepare_papers(on_the_commission, version=on_the_commission.version, by=coordinator)
    services.submit_matter(on_the_commission, submitted_on=date(2023, 1, 25), by=coordinator)
    on_the_commission.refresh_from_db()
    assert on_the_commission.report
    assert on_the_commission.report.number == "SK/2022/2"


def test_papers_are_made_once_however_often_the_button_is_pressed(
    report: Document, matter: Matter, coordinator: User
) -> None:
    seen = matter.version
    services.prepare_papers(matter, version=seen, by=coordinator)
    with pytest.raises(Refused, match="W międzyczasie"):
        services.prepare_papers(matter, version=seen, by=coordinator)


def test_papers_of_another_programme_are_closed_to_a_limited_post(
    report: Document, matter: Matter, programme: Programme, coordinator: User
) -> None:
    services.prepare_papers(matter, version=matter.version, by=coordinator)
    kinds = set(documents_of(coordinator).values_list("kind", flat=True))
    assert {"draft-resolution", "submission"} <= kinds

    other = Programme.objects.create(title="Inny", unit="Inne", council="Rada", year_from=2030, year_to=2032)
    limit(coordinator.holdings.select_related("post").get(), other)
    stranger = User.objects.get(pk=coordinator.pk)

    assert not documents_of(stranger).exists()


@pytest.mark.parametrize(
    ("council", "genitive"),
    [
        ("Rada Miejska w Łodzi", "Rady Miejskiej w Łodzi"),
        ("Rada Miasta Kielce", "Rady Miasta Kielce"),
        ("Rada Powiatu Kieleckiego", "Rady Powiatu Kieleckiego"),
        ("", "Rady Miasta"),
        ("Sejmik", "Rady Miasta"),
    ],
)
def test_the_council_is_named_in_the_genitive(matter: Matter, report: Document, council: str, genitive: str) -> None:
    matter.programme.council = council
    assert f'"council_genitive":"{genitive}"' in resolution_material(matter, draft=True).snapshot.replace('": "', '":"')


def test_words_of_last_year_are_told_to_be_such(
    client: InspectingClient, matter: Matter, programme: Programme, coordinator: User
) -> None:
    services.write_justification(matter, text="Oceny za 2022 r.", version=1, by=coordinator)
    after = services.open_matter(programme, kind=MatterKind.PROGRAMME_REPORT, year=2023, by=coordinator)
    office = client.as_(coordinator)
    assert "To tekst z ubiegłego roku" in text_of(office.page(after.get_absolute_url()))
    services.write_justification(after, text="Oceny za 2023 r.", version=1, by=coordinator)
    assert "To tekst z ubiegłego roku" not in text_of(office.page(after.get_absolute_url()))
