"""The report before its time: what it would say now, with nothing kept."""

import json
from datetime import date

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.documents.content import Annex, Callout, Paragraph, Signatures, Table, plain
from bezpiecznik.documents.kinds import Meta, NotReady, Wanted
from bezpiecznik.evaluation.models import Evaluation, Evidence
from bezpiecznik.evaluation.preview import draft_of_year
from bezpiecznik.evaluation.report import annual_report
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting import services as reporting
from bezpiecznik.reporting.models import Period, Snapshot


@pytest.fixture
def period(programme: Programme, patrols: Undertaking, coordinator: User) -> Period:
    """The year 2022, open; nobody has reported yet."""
    opens, due = date(2023, 1, 2), date(2023, 1, 31)
    planned = reporting.plan_period(programme, year=2022, part=0, opens_on=opens, due_on=due, by=coordinator)
    reporting.open_period(planned, by=coordinator)
    return planned


def test_an_open_year_is_drafted_as_if_it_were_closed(period: Period) -> None:
    draft = draft_of_year(Wanted(2022))

    content = json.loads(draft.snapshot)
    assert (content["draft"], content["n"], content["counts"]["no_report"]) == (True, 1, 1)
    assert draft.title == "Projekt sprawozdania rocznego z realizacji programu za rok 2022"


def test_a_draft_leaves_no_trace(period: Period) -> None:
    lines = JournalEntry.objects.count()

    draft_of_year(Wanted(2022, programme=period.programme_id))

    period.refresh_from_db()
    assert period.is_open
    assert JournalEntry.objects.count() == lines
    assert [model.objects.count() for model in (Snapshot, Evaluation, Evidence)] == [0, 0, 0]


def test_undecided_grades_are_drafted_as_proposed(evaluation: Evaluation) -> None:
    content = json.loads(draft_of_year(Wanted(evaluation.year)).snapshot)

    given = {action["code"]: action["given"] for area in content["areas"] for action in area["actions"]}
    assert given == {grade.undertaking.code: grade.proposed for grade in evaluation.grades.all()}
    evaluation.refresh_from_db()
    assert evaluation.is_draft


def test_a_draft_says_what_it_is(period: Period) -> None:
    draft = draft_of_year(Wanted(2022))
    meta = Meta("projekt SR/2022", draft.title, date(2023, 2, 1), "0" * 64)

    content = annual_report(json.loads(draft.snapshot), meta)

    first = content.blocks[0]
    assert isinstance(first, Callout)
    assert first.title == "Projekt"


def test_a_draft_claims_nothing_that_has_not_happened(period: Period) -> None:
    draft = draft_of_year(Wanted(2022))
    meta = Meta("projekt SR/2022", draft.title, date(2023, 2, 1), "0" * 64)

    content = annual_report(json.loads(draft.snapshot), meta)

    assert content.author == ""
    assert [block for block in content.blocks if isinstance(block, Signatures)] == []
    assert [block.label for block in content.blocks if isinstance(block, Annex)] == ["Załącznik nr 1"]
    lines = [plain(block.text) for block in content.blocks if isinstance(block, Paragraph)]
    assert [line for line in lines if "utrwalono" in line or "zakończono" in line] == []
    periods = next(block for block in content.blocks if isinstance(block, Table))
    assert [column.header for column in periods.columns] == ["Okres", "Początek", "Koniec", "Termin składania"]


@pytest.mark.parametrize(("year", "why"), [(2021, "nie otwarto"), (2019, "nie otwarto")])
def test_a_year_without_periods_cannot_be_drafted(period: Period, year: int, why: str) -> None:
    with pytest.raises(NotReady, match=why):
        draft_of_year(Wanted(year))


def test_half_a_year_cannot_be_drafted(programme: Programme, patrols: Undertaking, coordinator: User) -> None:
    opens, due = date(2022, 7, 1), date(2022, 7, 31)
    half = reporting.plan_period(programme, year=2022, part=1, opens_on=opens, due_on=due, by=coordinator)
    reporting.open_period(half, by=coordinator)

    with pytest.raises(NotReady, match="II półrocze"):
        draft_of_year(Wanted(2022))
