"""Labels as offices write them, and sentences that tell a field without any label."""

import pytest
from resolution.laid_out import duties, read_blocks

from bezpiecznik.resolution.labels import divide
from bezpiecznik.resolution.model import Action


def first(*lines: str) -> Action:
    """The first of two tasks, with these lines under it."""
    reading = read_blocks(
        "OBSZAR I: ULICE",
        "1. Patrole w parkach.",
        *lines,
        "2. Radary.",
        "Kto: OSP",
        "OBSZAR II: DROGA",
        "1. Apele. Kto: OSP.",
    )
    assert [action.text for area in reading.areas for action in area.actions] == [
        "Patrole w parkach.", "Radary.", "Apele.",
    ]  # fmt: skip
    return reading.areas[0].actions[0]


@pytest.mark.parametrize(
    "line",
    [
        "Wykonanie: KPP", "Za realizację odpowiada: KPP", "Kto: KPP", "Kto za to odpowiada?: KPP",
        "Odpowiada: KPP", "Prowadzi: KPP", "Gospodarz: KPP", "Lider – KPP", "Odp.: KPP", "Zadanie realizuje: KPP",
        "Zadanie realizuje KPP.", "Odpowiada KPP.", "Za realizację zadania odpowiada KPP.", "Realizatorem jest KPP.",
        "Odpowiedzialna jest KPP.", "Koordynuje KPP.", "Realizacja przez KPP.",
        "Działanie będzie realizowane przez KPP.",
    ],
)  # fmt: skip
def test_who_answers_for_the_task(line: str) -> None:
    assert first(line).responsible == ("KPP",)


@pytest.mark.parametrize(
    "line",
    [
        "Z kim: OSP", "Wspiera: OSP", "Kto pomaga: OSP", "Jednostki współdziałające: OSP", "Jednostki włączone: OSP",
        "Wspólnie z: OSP", "Sojusznicy: OSP", "Wsp.: OSP", "Współpracują: OSP", "Wspiera je OSP.", "Współpracuje OSP.",
        "Partnerem jest OSP.",
    ],
)  # fmt: skip
def test_who_helps(line: str) -> None:
    action = first("Kto: KPP", line)
    assert (action.responsible, action.partners) == (("KPP",), ("OSP",))


@pytest.mark.parametrize(
    "words",
    [
        "we współpracy z",
        "przy udziale",
        "przy wsparciu",
        "wspólnie z",
        "razem z",
        "w porozumieniu z",
        "z udziałem",
        "z pomocą",
    ],
)
def test_helpers_told_in_the_sentence(words: str) -> None:
    assert first(f"Zadanie realizuje KPP {words} OSP.").partners == ("OSP",)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Kiedy: maj", "deadline", "maj"),
        ("Czas trwania: maj", "deadline", "maj"),
        ("Ramy czasowe: maj", "deadline", "maj"),
        ("Zadanie będzie realizowane w latach 2025–2026.", "deadline", "w latach 2025–2026"),
        ("Termin realizacji do 31 maja.", "deadline", "do 31 maja"),
        ("Nakłady: 5 tys. zł", "funding", "5 tys. zł"),
        ("Pieniądze: 5 tys. zł", "funding", "5 tys. zł"),
        ("Ile to kosztuje?: 5 tys. zł", "funding", "5 tys. zł"),
        ("Spodziewany efekt: spadek", "indicators", ("spadek",)),
        ("Po czym poznamy: spadek", "indicators", ("spadek",)),
        ("Dla kogo: uczniowie", "audience", "uczniowie"),
        ("Po co: spokój", "goal", "spokój"),
    ],
)
def test_when_for_how_much_and_what_for(line: str, field: str, value: object) -> None:
    assert getattr(first("Kto: KPP", line), field) == value


@pytest.mark.parametrize(
    "sentence",
    [
        "Policja prowadzi działania w parkach.",
        "Zadanie realizuje cele programu.",
        "Prowadzi się kontrole trzeźwości.",
        "Odpowiada na potrzeby mieszkańców.",
        "Realizuje zadania Komendy.",
        "Odpowiada KPP za porządek. Potem zaś przejmuje go gmina.",
        "Termin minął w roku 2020",
        "Kto nie przestrzega przepisów, ten płaci",
    ],
)
def test_other_sentences_with_these_verbs_tell_no_field(sentence: str) -> None:
    assert divide(sentence) == (sentence, [])


def test_a_sentence_after_the_task_tells_who_and_when() -> None:
    reading = read_blocks(
        "OBSZAR I: ULICE",
        "1. Patrole w parkach. Zadanie realizuje KPP we współpracy ze szkołami. Termin: maj.",
        "2. Radary. Odpowiada: KPP.",
    )
    assert duties(reading) == [("Patrole w parkach.", ("KPP",), ("szkoły",)), ("Radary.", ("KPP",), ())]
    assert reading.areas[0].actions[0].deadline == "maj"


def test_description_of_a_card_without_a_title_is_its_task() -> None:
    reading = read_blocks(
        "Cel 1. Ulice",
        "Zadanie 1.1",
        "Opis: Patrole w parkach.",
        "Lider: KPP",
        "Okres: maj",
        "Zadanie 1.2. Radary",
        "Opis: Pomiary prędkości.",
        "Lider: KPP",
    )
    assert [(action.text, action.method) for action in reading.areas[0].actions] == [
        ("Patrole w parkach", None),
        ("Radary", "Pomiary prędkości"),
    ]
