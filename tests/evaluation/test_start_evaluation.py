from typing import Any

import pytest

from bezpiecznik.accounts.models import User
from bezpiecznik.core.models import JournalEntry
from bezpiecznik.evaluation import services
from bezpiecznik.evaluation.models import Evaluation, Grade
from bezpiecznik.plans.models import Programme, Undertaking
from bezpiecznik.reporting.models import Part, Period
from bezpiecznik.reporting.refusals import Refused
from bezpiecznik.reporting.states import PeriodState


def test_each_action_gets_a_proposal_with_its_sentence(evaluation: Evaluation) -> None:
    proposed = [(g.undertaking.code, g.proposed, g.rule) for g in evaluation.grades.in_document_order()]
    assert proposed == [
        ("1.1", "done", "Podmiot odpowiedzialny (KMP) zgłosił realizację; partner SM – w toku."),
        (
            "1.2",
            "partial",
            "Podmiot odpowiedzialny (SM) zgłosił realizację częściową; partner KMP – brak sprawozdania.",
        ),
        (
            "1.3",
            "no_report",
            "Podmiot odpowiedzialny (SM) nie złożył sprawozdania. "
            "Brak sprawozdania nie oznacza, że działania nie zrealizowano.",
        ),
    ]


def test_nothing_is_decided_yet_and_the_given_grade_follows_the_proposal(evaluation: Evaluation) -> None:
    assert [(g.given == g.proposed, g.is_decided) for g in evaluation.grades.all()] == [(True, False)] * 3


def test_statements_are_kept_with_the_grade_with_their_source(evaluation: Evaluation) -> None:
    first, second = evaluation.grades.get(undertaking__no=1).statements
    assert (first.institution, first.text, first.signatory, first.period) == (
        "Komenda Miejska Policji", "Skierowano 96 dodatkowych patroli.", "Halina Kierownicza", "2022",
    )  # fmt: skip
    assert (second.role, second.short, second.outcome) == ("partner", "SM", "ongoing")
    assert first.snapshot_sha256 == Period.objects.get().snapshot.sha256


def test_two_halves_make_one_grade(
    patrols: Undertaking, programme: Programme, close_year: Any, coordinator: User
) -> None:
    close_year({("1.1", "KMP"): {"outcome": "ongoing", "text": "Trwa."}}, part=Part.FIRST_HALF)
    close_year({("1.1", "KMP"): {"outcome": "done", "text": "Zrobiono."}}, part=Part.SECOND_HALF)
    evaluation = services.start_evaluation(programme, year=2022, by=coordinator)
    grade = evaluation.grades.get()
    assert (grade.proposed, len(grade.statements)) == ("done", 4)


def test_one_half_alone_is_not_a_year(
    patrols: Undertaking, programme: Programme, close_year: Any, coordinator: User
) -> None:
    close_year(part=Part.FIRST_HALF)
    with pytest.raises(Refused) as refusal:
        services.start_evaluation(programme, year=2022, by=coordinator)
    assert refusal.value.sentences == ("Nie ma jeszcze sprawozdań za II półrocze 2022 r.",)


def test_an_open_period_must_be_closed_first(
    patrols: Undertaking, programme: Programme, close_year: Any, coordinator: User
) -> None:
    close_year()
    Period.objects.update(state=PeriodState.OPEN)
    with pytest.raises(Refused) as refusal:
        services.start_evaluation(programme, year=2022, by=coordinator)
    assert refusal.value.sentences == ("Okres sprawozdawczy 2022 nie jest jeszcze zamknięty.",)


def test_a_year_without_periods_cannot_be_evaluated(programme: Programme, coordinator: User) -> None:
    with pytest.raises(Refused) as refusal:
        services.start_evaluation(programme, year=2022, by=coordinator)
    assert refusal.value.sentences == ("Za rok 2022 nie otwarto żadnego okresu sprawozdawczego.",)


def test_a_year_is_evaluated_once(evaluation: Evaluation, programme: Programme, coordinator: User) -> None:
    with pytest.raises(Refused) as refusal:
        services.start_evaluation(programme, year=2022, by=coordinator)
    assert (refusal.value.sentences, Evaluation.objects.count()) == (("Ocena za rok 2022 już istnieje.",), 1)


def test_a_snapshot_that_was_tampered_with_is_not_evaluated(
    patrols: Undertaking, programme: Programme, close_year: Any, coordinator: User
) -> None:
    snapshot = close_year({("1.1", "KMP"): {"outcome": "nothing_done", "reason": "Brak ludzi."}})
    snapshot.content = snapshot.content.replace("nothing_done", "done")
    snapshot.save()
    with pytest.raises(Refused, match="nie zgadza się ze swoim skrótem"):
        services.start_evaluation(programme, year=2022, by=coordinator)
    assert not Grade.objects.exists()


def test_beginning_is_one_line_in_the_journal(evaluation: Evaluation) -> None:
    line = JournalEntry.objects.get(event="evaluation.started")
    assert (line.object_key, line.actor_name, line.data) == (
        str(evaluation.pk), "Krystyna Koordynatorska", {"actions": 3},
    )  # fmt: skip
