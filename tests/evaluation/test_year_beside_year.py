"""Roll-ups by area, goal and institution, with the former year beside; on screen, as a file, in the report."""

import json
from datetime import date
from typing import Any

import pytest
from inspector import InspectingClient, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.documents.content import Table, plain
from bezpiecznik.documents.kinds import Meta
from bezpiecznik.evaluation import rollup, services
from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.evaluation.report import annual_report
from bezpiecznik.evaluation.rollup import Former, Row
from bezpiecznik.plans.models import Goal, Programme, Supplement, Undertaking


def row(
    code: str, given: str, *, area: str = "1. A", goal: str = "", leads: tuple[str, ...] = (), was: str = ""
) -> Row:
    former = Former(was, was, "Reguła wtedy.") if was else None
    return Row(code, "Treść.", area, goal, leads, given, given, "Reguła teraz.", former=former)


ROWS = [
    row("1.1", "done", goal="Cel Ż", leads=("Żandarmeria", "Ćwiczenia"), was="partial"),
    row("1.2", "partial", leads=("Ćwiczenia",), was="partial"),
    row("2.1", "done", area="2. B", goal="Cel A", leads=("Azyl",)),
]


def test_groups_stand_in_order_with_n_and_the_year_before() -> None:
    assert [(g.name, g.n, g.former_n) for g in rollup.by_area(ROWS)] == [("1. A", 2, 2), ("2. B", 1, 0)]
    assert [(g.name, g.n) for g in rollup.by_goal(ROWS)] == [("Cel A", 1), ("Cel Ż", 1), ("Bez wskazanego celu", 1)]
    assert [(g.name, g.n) for g in rollup.by_institution(ROWS)] == [("Azyl", 1), ("Ćwiczenia", 2), ("Żandarmeria", 1)]
    assert [one.code for one in rollup.changed(ROWS)] == ["1.1"]
    assert rollup.by_goal([row("1.1", "done")]) == []


@pytest.fixture
def two_years(
    finished: Evaluation, programme: Programme, patrols: Undertaking, close_year: Any, coordinator: User
) -> Evaluation:
    """2022 finished, and 2023 in which 1.1 went on instead of being done; 1.1 is tied to a goal."""
    goal = Goal.objects.create(programme=programme, no=1, text="Mniej zagrożeń.")
    Supplement.objects.create(undertaking=patrols, kind="goal", goal=goal)
    close_year({("1.1", "KMP"): {"outcome": "ongoing", "text": "Patrole trwają nadal."}}, year=2023)
    evaluation = services.start_evaluation(programme, year=2023, by=coordinator)
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    return evaluation


def test_the_page_shows_both_years_and_each_change_with_both_reasons(
    client: InspectingClient, two_years: Evaluation, coordinator: User, django_assert_max_num_queries: Any
) -> None:
    url = f"{two_years.get_absolute_url()}zestawienia/"
    client.as_(coordinator)
    with django_assert_max_num_queries(12):
        page = client.page(url)
    (changed, *_rest) = [text_of(line) for line in page.select("table")[-1].select("tbody tr")]
    assert "Podmiot odpowiedzialny (KMP) zgłosił realizację" in changed
    assert "Podmiot odpowiedzialny (KMP) zgłosił działanie w toku" in changed
    assert "Straż Miejska 0 (0) 0 (1) 0 (0) 0 (0) 0 (0) 2 (1) 2 (2)" in text_of(page)
    lines = client.get(f"{url}?export=csv").content.decode("utf-8-sig").splitlines()
    assert [line.split(";")[:3] for line in lines[1:]] == [
        ["Według obszarów", lines[1].split(";")[1], "3"],
        ["Według celów programu", "Mniej zagrożeń.", "1"],
        ["Według celów programu", "Bez wskazanego celu", "2"],
        ["Według podmiotów odpowiedzialnych", "Komenda Miejska Policji", "1"],
        ["Według podmiotów odpowiedzialnych", "Straż Miejska", "2"],
    ]
    of_changes = client.get(f"{url}?export=csv&tabela=zmienione").content.decode("utf-8-sig")
    assert of_changes.count("\r\n") == 1 + len(rollup.changed(_rows(two_years)))


def _rows(evaluation: Evaluation) -> list[Row]:
    from bezpiecznik.evaluation.queries_of_year import rows

    return rows(evaluation)


def test_the_report_has_the_former_year_from_its_frozen_evidence(two_years: Evaluation, coordinator: User) -> None:
    evidence = services.finish_evaluation(two_years, by=coordinator)
    content = json.loads(evidence.content)
    before = Evaluation.objects.get(year=2022).evidence
    assert (content["former"]["year"], content["former"]["sha256"]) == (2022, before.sha256)
    report = annual_report(content, Meta("SR/2023/1", "Sprawozdanie", date(2024, 3, 1), evidence.sha256))
    tables = {block.caption: block for block in report.blocks if isinstance(block, Table)}
    assert "Działania według celów" in tables
    assert plain(tables["Działania według podmiotów odpowiedzialnych"].rows[0][0]) == ("Komenda Miejska Policji")
    changed = [[plain(cell) for cell in line] for line in tables["Zmienione oceny i\u00a0ich uzasadnienia"].rows]
    assert [line[0] for line in changed] == [one.code for one in rollup.changed(_rows(two_years))]
