"""Tampering is found: with a snapshot, the evidence, a grade or a paragraph after the end, or a submitted report."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from year_of_reports import year_reported

from bezpiecznik.accounts.models import User
from bezpiecznik.core.frozen import as_text, digest
from bezpiecznik.evaluation import services, verification
from bezpiecznik.evaluation.models import Evaluation, Evidence, Grade
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting.models import PacketVersion, Snapshot

OTHER = "Nigdy nie padło takie zdanie."


@pytest.fixture
def frozen(
    programme: Programme, patrols: Undertaking, police: Institution, guard: Institution,
    reporter: User, neighbour: User, coordinator: User,
) -> Evaluation:  # fmt: skip
    year_reported(programme, {police: reporter, guard: neighbour}, by=coordinator)
    evaluation = services.start_evaluation(programme, year=2022, by=coordinator)
    services.confirm_grades(evaluation.grades.all(), by=coordinator)
    grade = evaluation.grades.get()
    services.save_paragraph(grade, text=f"{grade.draft[0].line}\nKomisja nie wniosła uwag.", by=coordinator)
    services.finish_evaluation(evaluation, by=coordinator)
    return evaluation


def faults() -> list[str]:
    return [*verification.evidence(), *verification.agreement()]


def rewritten(content: Any) -> None:
    """The evidence changed together with its hash."""
    text = as_text(content)
    Evidence.objects.update(content=text, sha256=digest(text))


def change_sentence() -> None:
    content = json.loads(Evidence.objects.get().content)
    content["areas"][0]["actions"][0]["paragraph"]["draft"][0]["text"] = OTHER
    rewritten(content)


def change_snapshot_and_hash() -> None:
    text = Snapshot.objects.get().content.replace("2022", "2021")
    Snapshot.objects.update(content=text, sha256=digest(text))


def change_report() -> None:
    version = PacketVersion.objects.order_by("pk").first()
    assert version
    for entry in version.content["entries"]:
        entry["text"] = OTHER
    version.save()


GRADE = "Ocenę działania 1.1 za rok 2022 zmieniono po zakończeniu oceny."
PARAGRAPH = "Opis działania 1.1 za rok 2022 zmieniono po zakończeniu oceny."
CHANGES: dict[str, tuple[Callable[[], object], str]] = {
    "snapshot": (
        lambda: Snapshot.objects.update(content="{}"),
        "Ocena za rok 2022 opiera się na migawce okresu 2022, której treść jest dziś inna.",
    ),
    "snapshot and hash": (
        change_snapshot_and_hash, "Ocena za rok 2022 opiera się na migawce okresu 2022, której treść jest dziś inna.",
    ),
    "evidence": (
        lambda: Evidence.objects.update(content="{}"),
        "Materiał dowodowy oceny za rok 2022 zmieniono po zakończeniu oceny.",
    ),
    "sentence and hash": (
        change_sentence, "Materiał dowodowy oceny za rok 2022 nie jest tym, który zapisano w dzienniku.",
    ),
    "sentence": (
        change_sentence, "Ocena za rok 2022: zdania o działaniu 1.1 nie ma w sprawozdaniu, na które się powołuje.",
    ),
    "report": (
        change_report, "Ocena za rok 2022: zdania o działaniu 1.1 nie ma w sprawozdaniu, na które się powołuje.",
    ),
    "grade": (lambda: Grade.objects.update(given="partial", reason="Bo tak."), GRADE),
    "reason": (lambda: Grade.objects.update(reason="Bo tak."), GRADE),
    "rule": (lambda: Grade.objects.update(rule="Inaczej."), GRADE),
    "paragraph": (lambda: Grade.objects.update(paragraph="Wszystko się udało."), PARAGRAPH),
    "paragraph removed": (lambda: Grade.objects.update(paragraph=""), PARAGRAPH),
    "no evidence": (
        lambda: Evidence.objects.all().delete(), "Ocena za rok 2022 jest zakończona, a nie ma materiału dowodowego.",
    ),
}  # fmt: skip


def test_what_nobody_touched_agrees(frozen: Evaluation) -> None:
    assert faults() == []


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_after_the_end_is_found(frozen: Evaluation, what: str) -> None:
    change, sentence = CHANGES[what]
    change()
    assert sentence in faults()
