import pytest
from django.db import IntegrityError, transaction
from inspector import InspectingClient, soup, text_of

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.evaluation import services
from bezpiecznik.evaluation.models import Evaluation, Grade
from bezpiecznik.evaluation.states import GradeValue
from bezpiecznik.reporting.refusals import Refused


@pytest.fixture
def grade(evaluation: Evaluation) -> Grade:
    """The grade of 1.1, proposed as done."""
    return evaluation.grades.get(undertaking__no=1)


def test_another_grade_needs_a_reason(grade: Grade, coordinator: User) -> None:
    with pytest.raises(Refused) as refusal:
        services.override_grade(grade, value=GradeValue.PARTIAL, reason="  ", by=coordinator)
    grade.refresh_from_db()
    assert refusal.value.sentences == ("Zmiana proponowanej oceny wymaga uzasadnienia.",)
    assert (grade.given, grade.is_decided) == ("done", False)


def test_the_database_too_wants_a_reason(grade: Grade) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Grade.objects.filter(pk=grade.pk).update(given="partial", reason="")


def test_both_grades_are_kept_with_the_reason(grade: Grade, coordinator: User) -> None:
    services.override_grade(grade, value=GradeValue.PARTIAL, reason="Patrole tylko do czerwca.", by=coordinator)
    grade.refresh_from_db()
    assert (grade.proposed, grade.given, grade.reason, grade.decided_by) == (
        "done", "partial", "Patrole tylko do czerwca.", coordinator,
    )  # fmt: skip
    line = JournalEntry.objects.get(event="evaluation.grade_overridden")
    assert line.data == {"proposed": "done", "given": "partial", "note": "Patrole tylko do czerwca."}


def test_returning_to_the_proposal_drops_the_reason(grade: Grade, coordinator: User) -> None:
    services.override_grade(grade, value=GradeValue.PARTIAL, reason="Pomyłka.", by=coordinator)
    services.override_grade(grade, value=GradeValue.DONE, reason="Pomyłka.", by=coordinator)
    grade.refresh_from_db()
    assert (grade.given, grade.reason, grade.is_changed) == ("done", "", False)
    assert JournalEntry.objects.filter(event="evaluation.grade_decided").count() == 1


def test_deciding_the_same_again_changes_nothing(grade: Grade, coordinator: User, administrator: User) -> None:
    for person in (coordinator, administrator):
        services.override_grade(grade, value=GradeValue.DONE, seen="", by=person)
    grade.refresh_from_db()
    assert (grade.decided_by, JournalEntry.objects.filter(event="evaluation.grade_decided").count()) == (coordinator, 1)


def test_the_second_of_two_who_decide_is_told_and_loses_nothing(
    client: InspectingClient, grade: Grade, coordinator: User, administrator: User
) -> None:
    opened = client.as_(coordinator).page(grade.get_absolute_url())
    services.override_grade(grade, value=GradeValue.ONGOING, reason="Trwa nadal.", by=administrator)

    seen = opened.find("input", attrs={"name": "seen"})
    mine = {"value": "partial", "reason": "Tylko do czerwca.", "seen": seen.get("value", "")}  # type: ignore[union-attr]
    answer = soup(client.post(grade.get_absolute_url(), mine))

    assert "W międzyczasie zapisano: „w toku, działanie ciągłe” (Adam Administratorski)." in text_of(answer)
    assert answer.find("textarea", attrs={"name": "reason"}).text.strip() == "Tylko do czerwca."
    again = {**mine, "seen": answer.find("input", attrs={"name": "seen"})["value"]}
    assert client.post(grade.get_absolute_url(), again).status_code == 302
    grade.refresh_from_db()
    assert (grade.given, grade.decided_by) == ("partial", coordinator)


def test_confirming_decides_only_what_waits(evaluation: Evaluation, grade: Grade, coordinator: User) -> None:
    services.override_grade(grade, value=GradeValue.ONGOING, reason="Trwa nadal.", by=coordinator)
    confirmed = services.confirm_grades(evaluation.grades.all(), by=coordinator)
    given = [(g.given, g.is_decided) for g in evaluation.grades.in_document_order()]
    assert (confirmed, given) == (2, [("ongoing", True), ("partial", True), ("no_report", True)])
    assert JournalEntry.objects.get(event="evaluation.grades_confirmed").data == {"actions": ["1.2", "1.3"]}


def test_confirming_stale_rows_does_not_undo_a_decision(
    evaluation: Evaluation, grade: Grade, coordinator: User, administrator: User
) -> None:
    seen = list(evaluation.grades.all())
    services.override_grade(grade, value=GradeValue.ONGOING, reason="Trwa nadal.", by=administrator)
    assert services.confirm_grades(seen, by=coordinator) == 2
    grade.refresh_from_db()
    assert (grade.given, grade.decided_by) == ("ongoing", administrator)


def test_confirming_nothing_writes_nothing(finished: Evaluation, coordinator: User) -> None:
    lines = JournalEntry.objects.count()
    assert services.confirm_grades(finished.grades.all(), by=coordinator) == 0
    assert JournalEntry.objects.count() == lines


def test_a_finished_evaluation_keeps_its_grades(finished: Evaluation, coordinator: User) -> None:
    grade = finished.grades.get(undertaking__no=1)
    with pytest.raises(Refused) as refusal:
        services.override_grade(grade, value=GradeValue.DROPPED, reason="Zmiana zdania.", by=coordinator)
    assert refusal.value.sentences == ("Ocena za rok 2022 jest w stanie „zakończona” i nie można jej już tak zmienić.",)
