import json
from itertools import product
from typing import Any

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core.frozen import digest
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.evaluation import services
from bezpiecznik.evaluation.models import Evaluation, Evidence
from bezpiecznik.evaluation.queries import evidence_of
from bezpiecznik.evaluation.states import NEXT, EvaluationState
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting.models import Snapshot
from bezpiecznik.reporting.refusals import Refused

S = EvaluationState


def test_finishing_is_refused_while_actions_wait(evaluation: Evaluation, coordinator: User) -> None:
    with pytest.raises(Refused) as refusal:
        services.finish_evaluation(evaluation, by=coordinator)
    assert refusal.value.sentences == ("3 działania czekają na rozstrzygnięcie oceny.",)
    assert not Evidence.objects.exists()


def test_finishing_freezes_evidence_under_its_hash(finished: Evaluation, coordinator: User) -> None:
    finished.refresh_from_db()
    evidence = finished.evidence
    assert (finished.state, finished.finished_by) == (S.FINISHED, coordinator)
    assert evidence.sha256 == digest(evidence.content)
    assert JournalEntry.objects.get(event="evaluation.finished").data == {"sha256": evidence.sha256}


def test_evidence_holds_everything_a_reader_needs(finished: Evaluation) -> None:
    evidence = evidence_of(finished)
    action = evidence["areas"][0]["actions"][0]
    said = action["statements"][0]
    assert evidence["format"] == "bezpiecznik/evidence-1"
    assert (evidence["programme"]["unit"], evidence["programme"]["act_no"]) == ("Miasto Zatorzyn", "X/1/2021")
    assert (evidence["n"], evidence["counts"]["done"], evidence["counts"]["no_report"]) == (3, 1, 1)
    assert (action["code"], action["wording"]) == ("1.1", "Kierowanie dodatkowych patroli w miejsca zagrożone.")
    assert ([b["short"] for b in action["leads"]], [b["short"] for b in action["partners"]]) == (["KMP"], ["SM"])
    assert (action["decided_by"], action["rule"]) == (
        "Krystyna Koordynatorska", "Podmiot odpowiedzialny (KMP) zgłosił realizację; partner SM – w toku.",
    )  # fmt: skip
    assert (said["institution"], said["text"]) == ("Komenda Miejska Policji", "Skierowano 96 dodatkowych patroli.")
    assert (said["period"], said["submitted_at"][:10], said["signatory"]) == (
        "2022",
        "2023-01-10",
        "Halina Kierownicza",
    )
    assert said["numbers"] == [{"measure": "dodatkowe patrole", "value": "96", "share": "joint", "coverage": "wider"}]
    assert evidence["periods"][0]["sha256"] == said["snapshot_sha256"] == Snapshot.objects.get().sha256
    kept = evidence["completeness"]
    assert [(line["institution"]["short"], line["expected"], line["received"]) for line in kept] == [
        ("KMP", 2, 1), ("SM", 3, 2),
    ]  # fmt: skip


def test_evidence_tells_the_initiatives(
    programme: Programme, patrols: Undertaking, police: Institution, close_year: Any, coordinator: User
) -> None:
    initiative = Undertaking.objects.create(
        programme=programme, kind="initiative", no=1, wording="KOPERTY ŻYCIA", aim="Szybka pomoc.",
        audience="Seniorzy", term_raw="2019 – bezterminowo", funding="własne",
    )  # fmt: skip
    initiative.responsibilities.create(institution=police, role="lead")
    close_year()
    evaluation = services.start_evaluation(programme, year=2022, by=coordinator)
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    services.finish_evaluation(evaluation, by=coordinator)
    (told,) = evidence_of(evaluation)["initiatives"]
    assert (told["code"], told["name"], told["term"]) == ("P1", "KOPERTY ŻYCIA", "2019 – bezterminowo")
    assert told["executors"] == [{"abbr": "KMP", "name": "Komenda Miejska Policji", "short": "KMP"}]
    assert "P1" not in [grade.undertaking.code for grade in evaluation.grades.all()]


def test_renames_after_finishing_change_nothing(
    finished: Evaluation, police: Institution, programme: Programme, patrols: Undertaking, coordinator: User
) -> None:
    before = evidence_of(finished)
    police.name, police.abbr = "Policja Po Zmianie", "PPZ"
    police.save()
    programme.title = "Inny tytuł"
    programme.save()
    patrols.wording = "Inna treść"
    patrols.save()
    coordinator.last_name = "Inna"
    coordinator.save()
    finished.evidence.refresh_from_db()
    assert evidence_of(finished) == before
    assert "Policja Po Zmianie" not in finished.evidence.content


def test_evidence_has_no_keys_of_the_database(finished: Evaluation) -> None:
    def keys(node: Any) -> set[str]:
        if isinstance(node, dict):
            return set(node) | {key for value in node.values() for key in keys(value)}
        return {key for each in node for key in keys(each)} if isinstance(node, list) else set()

    assert keys(json.loads(finished.evidence.content)) & {"key", "id", "pk"} == set()


def test_publishing_follows_finishing(finished: Evaluation, coordinator: User) -> None:
    services.publish_evaluation(finished, by=coordinator)
    finished.refresh_from_db()
    assert (finished.state, finished.published_by) == (S.PUBLISHED, coordinator)
    assert JournalEntry.objects.filter(event="evaluation.published").count() == 1


TABLE = list(product(S, S))


@pytest.mark.parametrize(("before", "after"), TABLE, ids=[f"{a}-{b}" for a, b in TABLE])
def test_states_change_only_as_the_table_says(
    evaluation: Evaluation, coordinator: User, before: EvaluationState, after: EvaluationState
) -> None:
    verbs = {S.FINISHED: services.finish_evaluation, S.PUBLISHED: services.publish_evaluation}
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    for state in (S.FINISHED, S.PUBLISHED):
        if before in {state, S.PUBLISHED}:
            verbs[state](evaluation, by=coordinator)
    if after not in NEXT[before]:
        assert after == S.DRAFT or _is_refused(verbs[after], evaluation, coordinator)
    else:
        verbs[after](evaluation, by=coordinator)
    evaluation.refresh_from_db()
    assert evaluation.state == (after if after in NEXT[before] else before)


def _is_refused(verb: Any, evaluation: Evaluation, by: User) -> bool:
    with pytest.raises(Refused):
        verb(evaluation, by=by)
    return True
