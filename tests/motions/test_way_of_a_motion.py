"""From a draft to its effect: each step by the one who may, with its log, its clock and its journal."""

from datetime import date
from itertools import product

import pytest
from django.db import IntegrityError, transaction
from motion_acts import FULL, at, met

from bezpiecznik.accounts.models import User
from bezpiecznik.core import journal
from bezpiecznik.institutions.models import Absence, Institution
from bezpiecznik.motions import services
from bezpiecznik.motions.content import Content
from bezpiecznik.motions.models import Motion, Step
from bezpiecznik.motions.refusals import MotionChanged, Refused
from bezpiecznik.motions.services.holding import hold_towards
from bezpiecznik.motions.states import NEXT, MotionState
from bezpiecznik.plans.models import Area, Undertaking

S = MotionState
pytestmark = pytest.mark.django_db


def test_the_database_knows_the_same_steps_as_the_table(draft: Motion, head: User) -> None:
    wrong = []
    for before, after in product(S, S):
        try:
            with transaction.atomic():
                Step.objects.create(motion=draft, before=before, after=after, by=head)
        except IntegrityError:
            kept = False
        else:
            kept = True
        if kept != (after in NEXT[before]):
            wrong.append((before, after))

    assert wrong == []


def test_services_ask_the_same_table(draft: Motion) -> None:
    for state in S:
        if state not in NEXT[S.DRAFT]:
            with pytest.raises(Refused, match="projekt"):
                hold_towards(draft, state)


def test_submitting_gives_a_number_a_term_and_a_step_in_the_name_of_the_institution(draft: Motion, head: User) -> None:
    motion = services.submit(draft, by=head)

    step = motion.steps.get()
    assert (motion.number, motion.due_on) == ("W/1/2023", date(2023, 6, 15))  # 7 working days, Corpus Christi free
    assert (step.before, step.after, step.by, step.on_behalf) == ("draft", "submitted", head, "Komenda Miejska Policji")
    line = journal.about(motion).get(event="motions.submitted")
    assert line.data["on_behalf"] == "Komenda Miejska Policji"


def test_numbers_run_within_a_year_and_begin_anew(police: Institution, head: User) -> None:
    first, second = (services.submit(services.draft_motion(police, FULL, by=head), by=head) for _ in range(2))
    with at(date(2024, 1, 8)):
        third = services.submit(services.draft_motion(police, FULL, by=head), by=head)

    assert [first.number, second.number, third.number] == ["W/1/2023", "W/2/2023", "W/1/2024"]


def test_a_motion_without_reasons_is_not_submitted(police: Institution, head: User) -> None:
    motion = services.draft_motion(police, Content("Lampy"), by=head)

    with pytest.raises(Refused) as refusal:
        services.submit(motion, by=head)

    lacking = ("Napisz, co proponujecie.", "Napisz uzasadnienie: z czego wynika ta potrzeba.")
    assert refusal.value.sentences == lacking
    assert Motion.objects.get().number == ""


def test_the_clock_of_the_office_stands_while_the_institution_completes(
    submitted: Motion, head: User, coordinator: User
) -> None:
    with at(date(2023, 6, 13)):
        motion = services.return_motion(submitted, lacking="Brak kosztu.", checks=met(True, False), by=coordinator)
    assert (motion.state, motion.days_left, motion.due_on) == ("returned", 2, date(2023, 6, 27))

    with at(date(2023, 6, 23)):
        motion = services.submit(motion, by=head)

    assert (motion.state, motion.days_left, motion.due_on) == ("submitted", None, date(2023, 6, 27))
    assert motion.number == "W/1/2023"
    assert journal.about(motion).filter(event="motions.completed").exists()


def test_the_letter_of_return_prints_what_the_check_found(submitted: Motion, coordinator: User) -> None:
    services.return_motion(submitted, lacking="Prosimy podać koszt.", checks=met(True, False), by=coordinator)

    letter = submitted.letters.get().letter
    assert letter.subject == "uzupełnienia wniosku nr W/1/2023"
    assert "– punkt 1: tak\n– punkt 2: nie" in letter.body
    assert "Prosimy podać koszt." in letter.body
    assert "do 20\u00a0czerwca\u00a02023 r." in letter.request


def test_a_point_that_is_not_met_stops_the_motion(submitted: Motion, coordinator: User) -> None:
    with pytest.raises(Refused, match="punkt 2"):
        services.admit(submitted, checks=met(True, False), by=coordinator)

    with pytest.raises(Refused, match="czego w tym wniosku brakuje"):
        services.return_motion(submitted, lacking=" ", checks=[], by=coordinator)


def test_after_the_commission_the_office_says_what_the_opinion_is(admitted: Motion, coordinator: User) -> None:
    services.send_to_commission(admitted, by=coordinator)
    with pytest.raises(Refused, match="Wskaż opinię Komisji"):
        services.lay_before_president(admitted, by=coordinator)

    motion = services.lay_before_president(admitted, note="Komisja nie zebrała się w terminie.", by=coordinator)

    assert motion.state == S.BEFORE_PRESIDENT


def test_a_decision_has_a_reason_and_is_final(laid: Motion, president: User) -> None:
    with pytest.raises(Refused, match="powód"):
        services.decide(laid, outcome=S.GRANTED, reason=" ", by=president)

    motion = services.decide(laid, outcome=S.GRANTED_PARTLY, reason="Jedna lampa w tym roku.", by=president)

    assert (motion.state, motion.decided_by, motion.due_on) == ("granted_partly", president, date(2023, 12, 5))
    with pytest.raises(Refused, match="uwzględniony częściowo"):
        services.decide(motion, outcome=S.REFUSED, reason="Jednak nie.", by=president)
    with pytest.raises(Refused, match="Wybierz"):
        services.decide(laid, outcome=S.WITHDRAWN, reason="x", by=president)


def test_who_stands_in_for_the_president_is_named(laid: Motion, president: User, guest: User) -> None:
    Absence.objects.create(holding=president.holdings.get(), deputy=guest, since=date(2023, 6, 1))

    motion = services.decide(laid, outcome=S.REFUSED, reason="Brak środków.", by=guest)

    assert motion.steps.last().on_behalf == "w zastępstwie: Joanna Prezydencka"


@pytest.mark.parametrize("stage", ["submitted", "admitted", "laid"])
def test_the_institution_takes_its_motion_back_before_the_decision(
    request: pytest.FixtureRequest, head: User, stage: str
) -> None:
    motion = services.withdraw(request.getfixturevalue(stage), note="Zrobiono w ramach remontu.", by=head)

    assert (motion.state, motion.due_on) == ("withdrawn", None)


def test_who_acts_on_an_older_version_is_told(submitted: Motion, head: User, coordinator: User) -> None:
    seen = submitted.version
    services.withdraw(submitted, by=head)

    with pytest.raises(MotionChanged, match="W międzyczasie"):
        services.admit(submitted, checks=[], seen=seen, by=coordinator)


def test_saving_the_same_words_changes_nothing(draft: Motion, head: User) -> None:
    before = journal.about(draft).count()

    assert services.change_motion(draft, FULL, seen=draft.version, by=head).version == draft.version
    assert journal.about(draft).count() == before


def test_the_office_enters_a_motion_that_came_on_paper(police: Institution, coordinator: User) -> None:
    with pytest.raises(Refused, match="w przyszłości"):
        services.enter_paper(police, FULL, sign="KMP.1.2023", dated_on=date(2023, 6, 6), by=coordinator)

    motion = services.enter_paper(police, FULL, sign="KMP.1.2023", dated_on=date(2023, 6, 1), by=coordinator)

    step = motion.steps.get()
    assert (motion.number, motion.state, step.note) == ("W/1/2023", "submitted", "KMP.1.2023 z 01.06.2023")
    assert step.on_behalf == police.name


def test_the_answer_names_the_decision_and_the_task(
    laid: Motion, president: User, coordinator: User, patrols: Undertaking
) -> None:
    services.decide(laid, outcome=S.GRANTED, reason="To potrzebne miejsce.", by=president)
    services.set_task(laid, patrols, by=coordinator)

    letter = services.draft_letter(laid, by=coordinator)

    assert "Prezydent Miasta uwzględnił wniosek" in letter.body
    assert "To potrzebne miejsce." in letter.body
    assert "1.1 Kierowanie dodatkowych patroli" in letter.body
    with pytest.raises(Refused, match="już przygotowane"):
        services.draft_letter(laid, by=coordinator)


def test_a_proposed_action_becomes_one_of_the_programme(
    laid: Motion, president: User, coordinator: User, area: Area, police: Institution
) -> None:
    services.decide(laid, outcome=S.GRANTED, reason="Tak.", by=president)
    services.propose_action(laid, area, wording="Doświetlanie przejść przy szkołach.", by=coordinator)
    said = {"basis": "uchwała nr L/1/2023", "effective_on": date(2023, 7, 1), "leads": [police], "by": coordinator}
    laid.refresh_from_db()
    told = services.preview_amendment(laid, **said).told
    assert (told, Undertaking.objects.count()) == (("dodano działanie 1.1",), 0)

    motion = services.add_to_programme(laid, **said)

    assert (motion.task.code, motion.task.wording) == ("1.1", "Doświetlanie przejść przy szkołach.")
    assert motion.task.added_by.reason.startswith("Uwzględniony wniosek W/1/2023")


def test_the_effect_is_looked_at_until_it_is_known(laid: Motion, president: User, coordinator: User) -> None:
    motion = services.decide(laid, outcome=S.GRANTED, reason="Tak.", by=president)
    with pytest.raises(Refused, match="późniejszy dzień"):
        services.look_at_effect(motion, outcome="under_way", text="Trwa przetarg.", by=coordinator)

    services.look_at_effect(
        motion, outcome="under_way", text="Trwa przetarg.", next_on=date(2023, 9, 4), by=coordinator
    )
    motion.refresh_from_db()
    assert (motion.state, motion.due_on) == ("granted", date(2023, 9, 4))
    services.look_at_effect(motion, outcome="carried_out", text="Lampy świecą od 1 września.", by=coordinator)
    motion.refresh_from_db()
    assert (motion.state, motion.due_on, motion.effects.count()) == ("carried_out", None, 2)


def test_only_a_draft_is_thrown_away(draft: Motion, head: User) -> None:
    services.add_file(draft, data=b"%PDF-1.4 plan", name="plan.pdf", by=head)
    services.delete_draft(draft, by=head)
    assert not Motion.objects.exists()


def test_a_submitted_motion_is_not_thrown_away_nor_changed(submitted: Motion, head: User) -> None:
    with pytest.raises(Refused, match="wycofać"):
        services.delete_draft(submitted, by=head)
    with pytest.raises(Refused, match="Treść można zmieniać"):
        services.change_motion(submitted, Content("Inny"), by=head)
    with pytest.raises(Refused, match="Załączników"):
        services.add_file(submitted, data=b"%PDF-1.4", name="plan.pdf", by=head)


def test_a_file_that_is_no_document_is_refused(draft: Motion, head: User) -> None:
    for data, said in ((b"", "pusty"), (b"<html><script>", "nie jest zdjęciem ani dokumentem")):
        with pytest.raises(Refused, match=said):
            services.add_file(draft, data=data, name="plik.html", by=head)
