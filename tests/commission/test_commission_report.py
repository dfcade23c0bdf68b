"""The yearly report of the Commission's work: what it says, and its way to the council and to the journal."""

import json
from datetime import date
from itertools import product
from typing import Any

import pytest
from commission_scene import member_named, seated
from commission_year import sat, year
from django.core.management import call_command

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.documents import find_report
from bezpiecznik.commission.models import CommissionReport
from bezpiecznik.commission.queries import reports as queries
from bezpiecznik.commission.queries.yearly import year_of
from bezpiecznik.commission.refusals import Refused
from bezpiecznik.commission.report import commission_report, gaps
from bezpiecznik.commission.services import composition as seats
from bezpiecznik.commission.services import reports as services
from bezpiecznik.commission.services import requests
from bezpiecznik.commission.services.composition import Person
from bezpiecznik.commission.states import REPORT_NEXT, EndReason, ReportState
from bezpiecznik.documents.content import Callout, DocumentContent, Paragraph, Signatures, Table, plain
from bezpiecznik.documents.kinds import Meta, NotReady, Wanted

META = Meta("SK/2022/1", "Sprawozdanie", date(2023, 1, 18), "0" * 64)
MEETING = {"no": 1, "held_on": "2022-05-10", "topics": ["Ocena zagrożeń"], "present": 9, "voting_present": 7}
OPINIONS = [
    {"kind": label, "kind_label": label, "subject": subject, "given_on": "2022-05-10", "position": "pozytywna"}
    for label, subject in (("budżet", "Projekt budżetu"), ("praca Policji", "Plan"), ("praca Policji", "Sprawozdanie"))
]


def built(**said: Any) -> DocumentContent:
    return commission_report(year(**said), META)


def titles(content: DocumentContent) -> list[str]:
    return [heading.text for heading in content.headings]


def table(content: DocumentContent, caption: str) -> list[tuple[str, ...]]:
    found = next(block for block in content.blocks if isinstance(block, Table) and block.caption == caption)
    return [tuple(plain(cell).replace("\u00a0", " ") for cell in row) for row in found.rows]


def test_chapters_follow_the_statute_and_those_without_words_are_left_out() -> None:
    assert titles(built()) == [
        "Podstawa i okres sprawozdania", "Skład Komisji", "Zmiany składu w ciągu kadencji", "Zadania Komisji",
        "Posiedzenia", "Opinie", "Żądania informacji (art. 38b ust. 1)", "Ocena ogólna",
    ]  # fmt: skip


def test_meetings_and_opinions_are_told_with_counts_by_kind() -> None:
    work = {"meetings": [{**MEETING, "quorum": True}], "opinions": OPINIONS, "tasks": []}

    content = built(work=work, opinion_kinds=["budżet", "zagrożenia"])

    assert table(content, "Posiedzenia Komisji") == [("1", "10.05.2022", "Ocena zagrożeń", "9 (7)")]
    assert table(content, "Opinie według rodzajów") == [
        ("budżet", "1"),
        ("zagrożenia", "0"),
        ("praca Policji", "2"),
    ]
    assert len(table(content, "Wydane opinie")) == 3


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (1, "Odbyło się 1 posiedzenie."), (2, "Odbyły się 2 posiedzenia."), (5, "Odbyło się 5 posiedzeń."),
        (12, "Odbyło się 12 posiedzeń."), (23, "Odbyły się 23 posiedzenia."),
    ],
)  # fmt: skip
def test_meetings_are_counted_with_the_verb_that_fits(count: int, told: str) -> None:
    content = built(work={"meetings": [{**MEETING, "quorum": True}] * count, "opinions": [], "tasks": []})

    assert told in [plain(block.text) for block in content.blocks if isinstance(block, Paragraph)]


def test_members_stand_apart_from_the_prosecutor_and_advisers() -> None:
    content = built()

    assert [row[0] for row in table(content, "Członkowie Komisji w kadencji 01.03.2022–01.03.2025")] == ["Jan Radny"]
    beside = table(content, "Prokurator i osoby z głosem doradczym w kadencji 01.03.2022–01.03.2025")
    assert [row[0] for row in beside] == ["Anna Doradcza"]


def test_nobody_signs_a_draft() -> None:
    draft, final = built(draft=True), built()

    assert not [block for block in draft.blocks if isinstance(block, Signatures)]
    (signed,) = [block for block in final.blocks if isinstance(block, Signatures)]
    assert signed.signatories[0].name == "Patrycja Prezydencka"


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ([("2019-06-18", "2022-06-18"), ("2022-09-05", "2025-09-05")], [(date(2022, 6, 19), date(2022, 9, 4))]),
        ([("2019-06-18", "2022-06-18")], [(date(2022, 6, 19), date(2022, 12, 31))]),
        ([("2021-01-01", "2024-01-01")], []),
    ],
)
def test_days_without_a_term_are_told(terms: list[tuple[str, str]], found: list[Any]) -> None:
    rows = [{"starts_on": first, "ends_on": last, "act": "", "moved_because": ""} for first, last in terms]
    said = year(terms=rows, commission={**year()["commission"], "created_on": "2019-06-18"})

    assert gaps(said) == found
    warned = [block for block in commission_report(said, META).blocks if isinstance(block, Callout)]
    assert bool(warned) == bool(found)


def test_a_comparison_tells_words_numbers_and_people() -> None:
    before = year(2021, texts={**year()["texts"], "assessment": "Stan jest zły."})
    now = year(composition=[sat("Ewa Nowa")], work={"meetings": [MEETING], "opinions": [], "tasks": []})

    told = queries.compare(before, now)

    assert [
        (change.title, [piece.text for piece in change.pieces if piece.kind != "same"]) for change in told.texts
    ] == [("ocena ogólna", ["zły.", "dobry."])]
    assert {(number.title, number.before, number.now) for number in told.numbers} >= {("posiedzenia", 0, 1)}
    assert (told.came, told.left) == (["Ewa Nowa (radny)"], ["Jan Radny (radny)", "Anna Doradcza (radny)"])


@pytest.fixture
def report(coordinator: User, july: None) -> CommissionReport:
    return services.start_report(seated(by=coordinator).commission, year=2022, by=coordinator)


def worded(report: CommissionReport, by: User) -> CommissionReport:
    return services.change_texts(report, seen=report.version, assessment="Dobrze.", cooperation="", plans="", by=by)


def to(report: CommissionReport, target: ReportState, by: User) -> CommissionReport:
    acts: dict[ReportState, Any] = {
        ReportState.APPROVED: lambda: services.approve(report, approved_on=date(2023, 1, 18), by=by),
        ReportState.DRAFT: lambda: services.reopen(report, because="Błąd.", by=by),
        ReportState.SUBMITTED: lambda: services.submit(report, submitted_on=date(2023, 1, 26), by=by),
        ReportState.ANNOUNCED: lambda: services.announce(
            report, announced_on=date(2023, 2, 21), journal_name="Dz. Urz.", journal_position="254", by=by
        ),
    }
    result: CommissionReport = acts[target]()
    return result


@pytest.mark.django_db
def test_an_approved_report_is_frozen_and_later_changes_do_not_reach_it(
    report: CommissionReport, coordinator: User
) -> None:
    approved = to(worded(report, coordinator), ReportState.APPROVED, coordinator)
    seats.correct_member(member_named("Regina Radna"), name="Regina Nowa", by=coordinator)

    assert approved.document is not None
    frozen = json.loads(approved.document.snapshot)
    assert approved.document.number == "SK/2022/1"
    assert "Regina Radna" in [row["name"] for row in frozen["composition"]]
    assert frozen["chair"] == "Patrycja Prezydencka"
    assert not frozen["draft"]
    assert find_report(Wanted(2022)).snapshot == approved.document.snapshot
    with pytest.raises(NotReady):
        find_report(Wanted(2021))


@pytest.mark.django_db
def test_only_the_ways_of_the_table_are_open(report: CommissionReport, coordinator: User) -> None:
    approved = to(worded(report, coordinator), ReportState.APPROVED, coordinator)
    days = {"approved_on": date(2023, 1, 18), "submitted_on": date(2023, 1, 20)}
    for state, target in product(ReportState, ReportState):
        CommissionReport.objects.filter(pk=approved.pk).update(state=state, **days)
        approved.refresh_from_db()
        if target in REPORT_NEXT[state]:
            assert to(approved, target, coordinator).state == target
        else:
            with pytest.raises(Refused):
                to(approved, target, coordinator)


@pytest.mark.django_db
def test_without_an_assessment_or_before_the_year_is_over_nothing_is_approved(
    report: CommissionReport, coordinator: User
) -> None:
    with pytest.raises(Refused, match="ocenę ogólną"):
        to(report, ReportState.APPROVED, coordinator)
    with pytest.raises(Refused, match="po końcu roku"):
        services.approve(worded(report, coordinator), approved_on=date(2022, 12, 30), by=coordinator)
    with pytest.raises(Refused, match="już rozpoczęto"):
        services.start_report(report.commission, year=2022, by=coordinator)


@pytest.mark.django_db
def test_nothing_is_noted_on_a_day_to_come(report: CommissionReport, coordinator: User) -> None:
    tomorrow = date(2023, 7, 4)
    with pytest.raises(Refused, match="jeszcze nie było"):
        services.approve(worded(report, coordinator), approved_on=tomorrow, by=coordinator)
    approved = to(report, ReportState.APPROVED, coordinator)
    with pytest.raises(Refused, match="jeszcze nie było"):
        services.submit(approved, submitted_on=tomorrow, by=coordinator)
    given = to(approved, ReportState.SUBMITTED, coordinator)
    with pytest.raises(Refused, match="jeszcze nie było"):
        services.announce(given, announced_on=tomorrow, journal_name="x", journal_position="1", by=coordinator)


@pytest.mark.django_db
def test_a_joint_commission_reports_to_each_council(report: CommissionReport, coordinator: User) -> None:
    seats.change_commission(report.commission, joint_with="Powiat", by=coordinator)
    approved = to(worded(report, coordinator), ReportState.APPROVED, coordinator)

    with pytest.raises(Refused, match="obu radom"):
        to(approved, ReportState.SUBMITTED, coordinator)
    given = services.submit(
        approved, submitted_on=date(2023, 1, 26), other_submitted_on=date(2023, 1, 27), by=coordinator
    )
    assert given.other_submitted_on == date(2023, 1, 27)


@pytest.mark.django_db
def test_the_year_tells_changes_as_they_stood_at_its_end(coordinator: User) -> None:
    term = seated(by=coordinator)
    left = seats.end_membership(
        member_named("Regina Radna"), until=date(2022, 10, 1), ended_by=EndReason.MANDATE, because="", by=coordinator
    )
    seats.appoint(term, Person("councillor", "Nowa Radna"), since=date(2022, 11, 2), follows=left, by=coordinator)
    seats.end_membership(
        member_named("Olga Oświatowa"), until=date(2023, 2, 1), ended_by=EndReason.RESIGNED, because="", by=coordinator
    )
    requests.ask(
        requests.draft_request(term.commission, addressee="KMP", subject="Dane", asked="Liczby", by=coordinator),
        asked_on=date(2022, 5, 2), due_on=date(2022, 5, 20), by=coordinator,
    )  # fmt: skip

    told = year_of(term.commission, 2022, report=None, chair_on=date(2022, 12, 31))

    changed = {row["name"]: (row["until"], row["follows"]) for row in told["composition"] if row["in_year"]}
    assert changed == {"Regina Radna": ("2022-10-01", ""), "Nowa Radna": ("", "Regina Radna")}
    assert told["faults"] == []
    assert [row["number"] for row in told["requests"]] == ["ZI/2022/1"]
    assert told["tasks_source"] == "ustawa"
    assert len(told["tasks"]) == 7


@pytest.mark.django_db
def test_the_clock_of_january_is_of_the_statutory_calendar(report: CommissionReport) -> None:
    (row,) = queries.year_rows(report.commission, date(2023, 2, 10))

    assert (row.year, row.due_on, row.is_overdue, row.days_over) == (2022, date(2023, 1, 31), True, 10)


@pytest.mark.django_db
def test_the_command_writes_a_draft_before_and_the_report_after(
    report: CommissionReport, coordinator: User, tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("document", "commission-report", "--year", "2022", "--out", str(tmp_path))
    first = json.loads(capsys.readouterr().out)
    to(worded(report, coordinator), ReportState.APPROVED, coordinator)
    call_command("document", "commission-report", "--year", "2022", "--out", str(tmp_path))

    assert first["number"] == "projekt SK/2022"
    assert json.loads(capsys.readouterr().out)["number"] == "SK/2022/1"
    assert {path.suffix for path in tmp_path.iterdir()} >= {".docx", ".pdf"}
