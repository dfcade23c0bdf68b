"""Chapter 5 tells what executors of initiatives reported; evidence made before that still becomes a report."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from city_report import made, table, texts, under, words
from kielce_size import evidence

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.documents.content import Quote
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.evaluation import services
from bezpiecznik.evaluation.queries import evidence_of
from bezpiecznik.evaluation.report import annual_report
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans import funding
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import services as reporting
from bezpiecznik.reporting.models import Entry
from bezpiecznik.reporting.services import Figures

SPENT = Figures(120, Decimal(2000), Decimal(1500), None, "budżet miasta")


@pytest.fixture
def told(
    programme: Programme, patrols: Undertaking, police: Institution, reporter: User, coordinator: User
) -> dict[str, Any]:
    """Evidence of 2022, in which the police reported on programme P1 and on action 1.1; nobody reported on P2."""
    senior, silent = (
        Undertaking.objects.create(programme=programme, kind="initiative", no=no, wording=name, open_ended=True)
        for no, name in ((1, "Senior bezpieczny"), (2, "Cicha woda"))
    )
    senior.responsibilities.create(institution=police, role="lead")
    silent.responsibilities.create(institution=Institution.objects.create(abbr="WOPR", name="WOPR"), role="lead")
    funding.promise(senior, people=300, by=coordinator)
    with clock.pretend(datetime(2023, 1, 5, 9, tzinfo=UTC)):
        period = reporting.plan_period(
            programme, year=2022, part=0, opens_on=date(2022, 12, 1), due_on=date(2023, 1, 20), by=coordinator
        )
        reporting.open_period(period, by=coordinator)
        packet = period.packets.get(institution=police)
        for entry in Entry.objects.filter(obligation__packet=packet):
            reporting.save_entry(
                entry, by=reporter, version=0, outcome="done", text="Odbyło się 12 spotkań.", reason="", numbers=(),
                figures=SPENT,
            )  # fmt: skip
        reporting.submit_packet(
            packet, by=reporter, signatory="Halina Kierownicza", signatory_function="Komendantka",
            signed_on=date(2023, 1, 4),
        )  # fmt: skip
        reporting.close_period(period, by=coordinator)
        evaluation = services.start_evaluation(programme, year=2022, by=coordinator)
        services.confirm_grades(evaluation.grades.all(), by=coordinator)
        services.finish_evaluation(evaluation, by=coordinator)
    return evidence_of(evaluation)


def test_the_executor_is_quoted_with_the_source_and_numbers_stand_in_tables(told: dict[str, Any]) -> None:
    content = annual_report(told, Meta("SR/2022/1", "Sprawozdanie", date(2023, 2, 20), "b" * 64))

    [quote] = [block for block in under(content, "P1. Senior bezpieczny") if isinstance(block, Quote)]
    assert quote.text == "Odbyło się 12 spotkań."
    assert "sprawozdanie za 2022" in words(quote.sources[0]).replace("\u00a0", " ")
    [people] = table(content, "Odbiorcy programów jednostek")
    assert tuple(people) == ("P1. Senior bezpieczny", "300", "KMP, 2022: 120")
    rows = [[cell.replace("\u00a0", " ") for cell in row] for row in table(content, "Pieniądze na programy jednostek")]
    assert rows == [
        ["P1. Senior bezpieczny", "KMP, 2022", "budżet miasta", "2 000,00", "1 500,00", "–"],
        ["Razem", "", "", "2 000,00 (1)", "1 500,00 (1)", "–"],
    ]


def test_silence_of_an_executor_is_said_and_no_initiative_is_graded(told: dict[str, Any]) -> None:
    content = annual_report(told, Meta("SR/2022/1", "Sprawozdanie", date(2023, 2, 20), "b" * 64))
    assert "Realizator nie złożył sprawozdania" in " ".join(texts(content)).replace("\u00a0", " ")
    assert told["n"] == 1
    expected = {line["institution"]["short"]: line["expected"] for line in told["completeness"]}
    assert expected == {"KMP": 2, "SM": 1, "WOPR": 1}


def test_evidence_without_reports_of_initiatives_still_becomes_a_report() -> None:
    assert all("statements" not in initiative for initiative in evidence()["initiatives"])
    captions = [block.caption for block in made().blocks if hasattr(block, "caption")]
    assert "Pieniądze na programy jednostek" not in captions
