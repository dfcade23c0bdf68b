"""The name of the programme as the statute, the resolution, the cover and the text have it."""

import pytest
from resolution.faults import STATUTE, findings, places, repairs, subjects

TITLE = f"UCHWAŁA NR 1/2\n\n§ 1. Uchwala się „Powiatowy Program {STATUTE} na lata 2024–2026”.\n\n"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Przestępczości", "Przestępstwości"),
        ("Przestępczości", "Przemocności"),
        ("oraz", "Orsz"),
        ("Bezpieczeństwa", "ezpieczeństwa"),
        ("Publicznego", "Pulbicznego"),
        ("Zapobiegania", "Zapobiegnia"),
    ],
)
def test_wrong_word_in_the_statutory_name_is_found_and_mended(right: str, wrong: str) -> None:
    text = f"W ramach Programu {STATUTE.replace(right, wrong)} prowadzi się działania."
    assert repairs(text, "MISPRINT") == [("l.1", wrong, right.capitalize() if wrong[0].isupper() else right.lower())]


@pytest.mark.parametrize(
    "name",
    [
        STATUTE,
        STATUTE.upper(),
        "Zapobiegania Przestępczości i Demoralizacji oraz Poprawy Bezpieczeństwa w Powiecie na Lata Następne i Dalsze",
        "Ochrony Ludności oraz Obrony Cywilnej na Rzecz Bezpieczeństwa Obywateli i Całego Powiatu Ziemskiego",
    ],
)
def test_right_name_and_another_name_are_left_alone(name: str) -> None:
    assert findings(f"W ramach Programu {name} prowadzi się działania.", "MISPRINT") == []


def test_word_left_out_of_the_name() -> None:
    text = f"Realizacja zadań w Programie {STATUTE.removeprefix('Zapobiegania ')} trwa."
    assert repairs(text, "MISPRINT") == [("l.1", "Programie", "Programie Zapobiegania")]


def test_wrong_word_is_known_again_in_another_case() -> None:
    name = STATUTE.replace("Przestępczości", "Przemocności")
    text = f"Program {name} trwa.\n\nWzrost zagrożeń przemocnością trwa."
    assert repairs(text, "MISPRINT")[-1] == ("l.3", "przemocnością", "przestępczością")


def test_wrong_word_that_only_lost_its_end_teaches_nothing() -> None:
    name = STATUTE.replace("Publicznego", "Publiczego").replace("Bezpieczeństwa", "Bezpieeczeństwa")
    text = f"Program {name} trwa.\n\nMiejsca publiczne są bezpieczne dla pieszych."
    assert sorted(subjects(text, "MISPRINT")) == ["Bezpieeczeństwa", "Publiczego"]


def test_violence_is_not_taken_for_the_wrong_word() -> None:
    name = STATUTE.replace("Przestępczości", "Przemocności")
    assert subjects(f"Program {name} trwa.\n\nPomoc ofiarom przemocy trwa.", "MISPRINT") == ["Przemocności"]


OTHER = "Program zapobiegania przestępczości oraz porządku publicznego i ochrony bezpieczeństwa obywateli trwa."


def test_name_in_another_order() -> None:
    assert places(TITLE + OTHER, "TITLE_VARIANT") == [("l.5",)]


@pytest.mark.parametrize(
    "text",
    [
        TITLE + f"Program {STATUTE} trwa.",
        "§ 1. Uchwala się „Bezpieczny Powiat na lata 2024–2026”.\n\n" + OTHER,
        TITLE
        + "Do zadań komisji należy:\n1) przygotowanie projektu programu zapobiegania przestępczości oraz porządku "
        "publicznego i bezpieczeństwa obywateli;\n2) opiniowanie.",
    ],
    ids=["same name", "title of its own", "words of the statute about the commission"],
)
def test_name_in_its_order_or_in_the_words_of_the_statute(text: str) -> None:
    assert findings(text, "TITLE_VARIANT") == []


@pytest.mark.parametrize(
    ("cover", "told"),
    [
        (f"POWIATOWY PROGRAM {STATUTE.upper()} NA LATA 2024–2026", False),
        (f"POWIATOWY PROGRAM {STATUTE.upper()} NA LATA 2024–2027", True),
        (f"POWIATOWY PROGRAM {STATUTE.upper().replace('OBYWATELI', 'MIESZKAŃCÓW')} NA LATA 2024–2026", True),
        (f"POWIATOWY PROGRAM {STATUTE.upper()} NA LATA 2024–2026 SPIS TREŚCI", False),
        ("SPRAWOZDANIE Z PROGRAMU WSPÓŁPRACY Z ORGANIZACJAMI POZARZĄDOWYMI", False),
    ],
)
def test_cover_and_resolution_have_one_title(cover: str, told: bool) -> None:
    assert places(f"{TITLE}{cover}\n\nI. WSTĘP\n\nTekst.", "TITLE_CONFLICT") == ([("l.3", "l.5")] if told else [])
