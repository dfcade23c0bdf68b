"""Actions nearly the same and actions inside others; many actions at once."""

import time

import pytest
from resolution.faults import actions, findings, places

from bezpiecznik.resolution.document import Document
from bezpiecznik.resolution.lint.similar import contained, similar
from bezpiecznik.resolution.lint.subject import Subject
from bezpiecznik.resolution.model import Action, Area, Reading


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Szkolenia o oszustwach np. w obrocie towarami.", "Szkolenia o oszustwach n. w obrocie towarami"),
        ("Cyklicznie prowadzone zajęcia dla uczniów.", "Cykliczne prowadzone zajęcia dla uczniów."),
        ("Kontrola stanu dróg powiatowych zimą.", "Kontrole stanu dróg powiatowych zimą."),
    ],
)
def test_two_wordings_that_differ_by_a_slip(one: str, other: str) -> None:
    assert places(actions(one, other), "ACTION_SIMILAR") == [("A1.1", "A1.2")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Przegląd oznakowania w pobliżu szkół powiatowych.",
            "Przegląd oznakowania w pobliżu przedszkoli powiatowych.",
        ),
        ("Patrole w okresie letnim nad rzeką.", "Patrole w okresie zimowym nad rzeką."),
        ("Kontrole na drogach wschodniej części powiatu.", "Kontrole na drogach zachodniej części powiatu."),
        ("Ćwiczenia w klasach II szkół podstawowych.", "Ćwiczenia w klasach III szkół podstawowych."),
        ("Budowa 3 przejść przy drodze nr 12.", "Budowa 3 przejść przy drodze nr 14."),
        ("Kontrola stanu dróg powiatowych.", "Kontrola stanu dróg powiatowych."),
    ],
)
def test_two_actions_of_one_form_are_not_the_same(one: str, other: str) -> None:
    assert findings(actions(one, other), "ACTION_SIMILAR") == []


def test_action_that_is_a_sentence_of_another() -> None:
    reading = actions(
        "Nadzór nad szczepieniami dzieci w szkołach.", "Kontrole żłobków. Nadzór nad szczepieniami dzieci w szkołach."
    )
    assert places(reading, "ACTION_CONTAINED") == [("A1.1", "A1.2")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Patrole w parkach.", "Patrole w parkach i na skwerach całego powiatu."),
        (
            "Nadzór nad szczepieniami dzieci w szkole.",
            "Nadzór nad szczepieniami dzieci w szkoleniach ogólnych powiatu.",
        ),
        (
            "Nadzór nad szczepieniami dzieci w szkołach.",
            "Nadzór nad szczepieniami starszych dzieci w szkołach średnich.",
        ),
    ],
    ids=["too short to tell", "inside a word", "other words between"],
)
def test_action_that_only_begins_like_another(one: str, other: str) -> None:
    assert findings(actions(one, other), "ACTION_CONTAINED") == []


def test_eleven_hundred_actions_take_less_than_two_seconds() -> None:
    words = ["kontrola", "szkoły", "dzieci", "prowadzenie"] * 20 + [f"słowo{number}" for number in range(400)]
    wordings = [
        " ".join(words[(no * no * 31 + at * at * at * 7 + no * at) % 480] for at in range(25)) for no in range(1100)
    ]
    wordings[1000] = wordings[3] + "y"
    wordings[1001] = wordings[5] + " oraz jeszcze kilka innych słów"
    rows = tuple(Action(number, text) for number, text in enumerate(wordings, start=1))
    subject = Subject(Reading(areas=(Area(1, "Drogi", rows),)), Document(()))
    started = time.process_time()
    found = [*similar(subject), *contained(subject)]
    assert [fault.places for fault in found] == [("A1.4", "A1.1001"), ("A1.6", "A1.1002")]
    assert time.process_time() - started < 2
