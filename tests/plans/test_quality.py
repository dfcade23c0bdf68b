"""How complete the programme is: the questions asked, what counts as an answer, and the score."""

import pytest
from cast import MakeAction

from bezpiecznik.accounts.models import User
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Goal, Programme, SupplementKind, Undertaking
from bezpiecznik.plans.quality import Criterion, is_said, quality_of
from bezpiecznik.plans.supplements import Outdated, name_lead, stamp_of, supplement, supplement_many


def missing(programme: Programme) -> dict[str, list[str]]:
    return {
        checked.undertaking.code: [str(one) for one in checked.missing]
        for checked in quality_of(programme).undertakings
    }


@pytest.mark.parametrize("text", ["", "-", " – ", "brak", "Brak.", "nie dotyczy", "N/D", "x", "…"])
def test_words_that_answer_nothing(text: str) -> None:
    assert not is_said(text)


@pytest.mark.parametrize("text", ["zadanie ciągłe", "bez dodatkowych kosztów", "2025", "brakarze drewna", "0 zł"])
def test_words_that_answer(text: str) -> None:
    assert is_said(text)


def test_an_action_of_a_bare_resolution_names_its_lead_alone(patrols: Undertaking) -> None:
    assert missing(patrols.programme) == {"1.1": ["deadline", "measure", "money", "audience"]}


def test_a_goal_is_asked_for_where_there_are_goals(patrols: Undertaking, programme: Programme) -> None:
    Goal.objects.create(programme=programme, no=1, text="Spokojne ulice")
    assert missing(programme)["1.1"][-1] == "goal"


def test_what_the_resolution_says_is_an_answer(patrols: Undertaking) -> None:
    patrols.term_raw, patrols.measures, patrols.funding, patrols.audience = (
        "co roku",
        ["liczba patroli"],
        "brak",
        "wszyscy",
    )
    patrols.save()
    assert missing(patrols.programme) == {"1.1": ["money"]}


def test_an_open_ended_initiative_has_its_deadline_and_its_aim_is_a_goal(programme: Programme) -> None:
    Goal.objects.create(programme=programme, no=1, text="Spokojne ulice")
    Undertaking.objects.create(
        programme=programme, kind="initiative", no=1, wording="SENIOR", aim="Spokój seniorów", open_ended=True
    )
    assert missing(programme) == {"P1": ["lead", "measure", "money", "audience"]}


def test_the_score_counts_answers_and_rounds_down(patrols: Undertaking, programme: Programme) -> None:
    found = quality_of(programme)
    assert (found.score.given, found.score.asked, found.score.percent) == (1, 6, 16)
    assert found.areas[0].score == found.score
    assert dict(found.by_criterion)[Criterion.LEAD].percent == 100
    assert found.next_step is not None
    assert found.next_step[0] == Criterion.DEADLINE


def test_a_programme_without_anything_has_no_score(programme: Programme) -> None:
    Area.objects.filter(programme=programme).delete()
    assert quality_of(programme).score.percent is None
    assert quality_of(programme).next_step is None


def test_supplements_answer_and_the_wording_stays(patrols: Undertaking, coordinator: User) -> None:
    goal = Goal.objects.create(programme=patrols.programme, no=1, text="Spokojne ulice")
    said = {SupplementKind.DEADLINE: "zadanie ciągłe", SupplementKind.GOAL: goal, SupplementKind.MONEY: ""}
    assert supplement(patrols, said, by=coordinator) == 2
    assert supplement(patrols, said, by=coordinator) == 0
    patrols.refresh_from_db()

    assert missing(patrols.programme) == {"1.1": ["measure", "money", "audience"]}
    assert patrols.term_raw == ""


def test_an_empty_supplement_takes_the_old_one_away(patrols: Undertaking, coordinator: User) -> None:
    supplement(patrols, {SupplementKind.MONEY: "budżet miasta"}, by=coordinator)
    assert supplement(patrols, {SupplementKind.MONEY: ""}, by=coordinator) == 1
    assert not patrols.supplements.exists()


def test_who_did_not_see_the_last_supplements_is_refused(patrols: Undertaking, coordinator: User) -> None:
    seen = stamp_of(patrols)
    supplement(patrols, {SupplementKind.MONEY: "budżet miasta"}, by=coordinator)
    with pytest.raises(Outdated):
        supplement(patrols, {SupplementKind.MONEY: "bez kosztów"}, by=coordinator, stamp=seen)
    assert patrols.supplements.get().text == "budżet miasta"


def test_the_same_for_many(
    patrols: Undertaking, make_action: MakeAction, guard: Institution, coordinator: User
) -> None:
    other = make_action(lead=guard)
    supplement(other, {SupplementKind.DEADLINE: "zadanie ciągłe"}, by=coordinator)
    assert supplement_many([patrols, other], SupplementKind.DEADLINE, "zadanie ciągłe", by=coordinator) == 1
    assert {str(undertaking.supplements.get()) for undertaking in (patrols, other)} == {"zadanie ciągłe"}


def test_a_diagnosis_is_of_an_area(patrols: Undertaking, coordinator: User) -> None:
    assert patrols.area is not None
    supplement(patrols.area, {SupplementKind.DIAGNOSIS: "W 2020 r. 14 rozbojów."}, by=coordinator)
    assert quality_of(patrols.programme).areas[0].diagnosis.is_given


def test_a_lead_is_named_only_where_there_is_none(
    patrols: Undertaking, make_action: MakeAction, guard: Institution, police: Institution, coordinator: User
) -> None:
    assert not name_lead(patrols, guard, by=coordinator)
    orphan = make_action(lead=guard)
    orphan.responsibilities.all().delete()
    assert name_lead(orphan, police, by=coordinator)
    assert missing(patrols.programme)["1.2"][0] != "lead"
