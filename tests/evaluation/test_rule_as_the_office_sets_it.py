"""The rule is the office's to set within bounds; milestones and promised numbers come in; silence is no failure."""

import json
from datetime import date
from typing import Any

import pytest
from inspector import InspectingClient, text_of
from said import said

from bezpiecznik.accounts.models import User
from bezpiecznik.core import options as house
from bezpiecznik.evaluation import options, services
from bezpiecznik.evaluation.facts import Facts, MilestoneFact, TargetFact, compared, promised_in
from bezpiecznik.evaluation.models import Evaluation
from bezpiecznik.evaluation.rule import propose
from bezpiecznik.evaluation.rule_config import BEFORE, DEFAULT, RuleConfig, from_json
from bezpiecznik.evaluation.rule_words import how_we_grade
from bezpiecznik.evaluation.states import GradeValue
from bezpiecznik.plans.models import Milestone, Programme, Supplement, Undertaking

G = GradeValue
MISSED = Facts(milestones=(MilestoneFact("Zakup kamer", "2022-06-30"),))
LATE = Facts(milestones=(MilestoneFact("Zakup kamer", "2022-06-30", "2022-09-01"),))
DROPPED = Facts(milestones=(MilestoneFact("Zakup kamer", "2022-06-30", "", "brak środków"),))
BELOW = Facts(targets=(TargetFact("liczba patroli", "120", "96"),))
UNSAID = Facts(targets=(TargetFact("liczba patroli", "120", ""),))
MENTION = RuleConfig(below_target="mention", missed_milestone="mention")
TWO = [said("done"), said("", name="SM")]
HALVES = [said("done", part=1), said("partial", part=2)]
TURNED = [said("done", part=1), said("nothing_done", part=2)]


@pytest.mark.parametrize(
    ("voices", "facts", "config", "grade"),
    [
        ([said("done")], MISSED, DEFAULT, G.PARTIAL),
        ([said("done")], MISSED, MENTION, G.DONE),
        ([said("done")], LATE, DEFAULT, G.DONE),
        ([said("done")], DROPPED, DEFAULT, G.DONE),
        ([said("done")], BELOW, DEFAULT, G.PARTIAL),
        ([said("done")], BELOW, RuleConfig(enough_percent=80), G.DONE),
        ([said("done")], BELOW, MENTION, G.DONE),
        ([said("done")], UNSAID, DEFAULT, G.DONE),
        ([said("ongoing")], MISSED, DEFAULT, G.ONGOING),
        ([said("")], MISSED, DEFAULT, G.NO_REPORT),
        ([said("nothing_done")], BELOW, DEFAULT, G.NOT_DONE),
        (TWO, Facts(), DEFAULT, G.PARTIAL),
        (TWO, Facts(), RuleConfig(all_leads=False), G.DONE),
        ([said(""), said("", name="SM")], Facts(), RuleConfig(all_leads=False), G.NO_REPORT),
        (HALVES, Facts(), DEFAULT, G.PARTIAL),
        (HALVES, Facts(), RuleConfig(halves="stronger"), G.DONE),
        (HALVES[::-1], Facts(), RuleConfig(halves="weaker"), G.PARTIAL),
        (TURNED, Facts(), RuleConfig(halves="weaker"), G.PARTIAL),
        (TURNED, Facts(), RuleConfig(halves="stronger"), G.DONE),
        ([said("done", part=1), said("", part=2)], Facts(), RuleConfig(halves="weaker"), G.DONE),
    ],
)
def test_the_proposal_follows_the_configuration(
    voices: list[Any], facts: Facts, config: RuleConfig, grade: GradeValue
) -> None:
    assert propose(voices, facts, config).value is grade


def test_the_sentence_tells_milestones_numbers_and_questions() -> None:
    facts = Facts(MISSED.milestones, BELOW.targets, doubts=2)
    assert propose([said("done")], facts).sentence == (
        "Podmiot odpowiedzialny (KMP) zgłosił realizację. Liczby zapowiedziane: liczba patroli – zapowiedziano 120, "
        "podano 96, mniej niż zapowiedziano. Kamienie milowe roku: „Zakup kamer” – termin 30.06.2022 minął, "
        "osiągnięcia nie odnotowano. Bez odpowiedzi podmiotu: 2 pytania do treści sprawozdań; nie wpływa to na "
        "propozycję. Dlatego zamiast „zrealizowano” proponuje się „zrealizowano częściowo”."
    )


def test_the_words_say_what_is_in_force() -> None:
    strict, mild = " ".join(how_we_grade(RuleConfig(enough_percent=90))), " ".join(how_we_grade(MENTION))
    assert "90% liczby zapowiedzianej" in strict
    assert "zamiast „zrealizowano” proponuje się" in strict
    assert "zamiast „zrealizowano” proponuje się" not in mild
    assert "Z dwóch półroczy rozstrzyga słabsze" in " ".join(how_we_grade(RuleConfig(halves="weaker")))
    assert "nie obniża" in " ".join(how_we_grade(RuleConfig(all_leads=False)))
    assert not [text for text in how_we_grade(BEFORE) if "kamie" in text.lower() or "zobowiązano" in text]


def test_an_evaluation_begun_before_the_choice_keeps_the_rule_of_then() -> None:
    assert from_json({}) == BEFORE
    assert from_json({**DEFAULT.as_json(), "halves": "weaker", "unknown": 1}) == RuleConfig(halves="weaker")


@pytest.mark.parametrize(
    ("measure", "promised"),
    [
        ("liczba spotkań – co najmniej 12", ("liczba spotkań", 12)),
        ("liczba kontroli: 1 200", ("liczba kontroli", 1200)),
        ("liczba uczestników nie mniej niż 300 osób", ("liczba uczestników", 300)),
        ("liczba spotkań", None),
        ("liczba spotkań w roku – 2022", None),
        ("", None),
    ],
)
def test_a_promised_number_is_read_out_of_a_measure(measure: str, promised: tuple[str, int] | None) -> None:
    assert promised_in(measure) == promised


def test_joint_numbers_count_once_and_periods_add_up() -> None:
    voices = [
        said("done", part=1, numbers=[("liczba spotkań", "5", "joint", "unit")]),
        said("done", name="SM", part=1, numbers=[("liczba spotkań", "5", "joint", "unit")]),
        said("done", part=2, numbers=[("spotkania", "4", "own", "unit")]),
    ]
    assert compared(["liczba spotkań – 12"], voices) == (TargetFact("liczba spotkań", "12", "9"),)


def test_a_year_freezes_the_rule_and_the_facts_it_was_proposed_by(
    programme: Programme, patrols: Undertaking, close_year: Any, coordinator: User
) -> None:
    Milestone.objects.create(undertaking=patrols, name="Zakup rowerów", due_on=date(2022, 6, 30))
    Milestone.objects.create(undertaking=patrols, name="Rok później", due_on=date(2023, 6, 30))
    Supplement.objects.create(undertaking=patrols, kind="measure", text="dodatkowe patrole – co najmniej 100")
    house.change(options.BELOW_TARGET, "mention", seen="", by=coordinator)
    numbers = [{"measure": "dodatkowe patrole", "value": "96", "share": "own", "coverage": "unit"}]
    close_year({("1.1", "KMP"): {"outcome": "done", "text": "Skierowano patrole.", "numbers": numbers}})

    evaluation = services.start_evaluation(programme, year=2022, by=coordinator)
    grade = evaluation.grades.get()
    assert (grade.proposed, grade.facts.targets[0].reached) == (G.PARTIAL, "96")
    assert [one.name for one in grade.facts.milestones] == ["Zakup rowerów"]
    services.confirm_grades([grade], by=coordinator)
    house.reset(options.BELOW_TARGET, seen=house.stamp(options.BELOW_TARGET), by=coordinator)
    content = json.loads(services.finish_evaluation(evaluation, by=coordinator).content)
    assert content["rule_config"]["below_target"] == "mention"
    assert content["rule"] == list(how_we_grade(RuleConfig(below_target="mention")))
    assert content["areas"][0]["actions"][0]["facts"]["milestones"][0]["name"] == "Zakup rowerów"


def test_a_changed_rule_is_put_to_what_nobody_decided(
    client: InspectingClient, evaluation: Evaluation, patrols: Undertaking, coordinator: User
) -> None:
    decided = evaluation.grades.get(undertaking=patrols)
    services.override_grade(decided, value=G.DONE, by=coordinator)
    Milestone.objects.create(undertaking=patrols, name="Zakup rowerów", due_on=date(2022, 6, 30))
    house.change(options.ALL_LEADS, value=False, seen="", by=coordinator)
    page = client.as_(coordinator).page(evaluation.get_absolute_url())
    assert "zmieniono ustawienia reguły" in text_of(page)
    url = f"{evaluation.get_absolute_url()}przeliczenie/"
    assert "2 nierozstrzygniętych działań" in text_of(client.page(url))

    client.post(url)
    evaluation.refresh_from_db()
    decided.refresh_from_db()
    assert evaluation.rule == RuleConfig(all_leads=False)
    assert (decided.given, decided.facts_json["milestones"]) == (G.DONE, [])
