"""Areas announced and found, chapters in the contents and in the text."""

import pytest
from resolution.faults import areas, findings, places

LIST = "Działania prowadzi się w następujących obszarach:\n1) {};\n2) {};\n3) {}.\n"
NAMES = ("OBSZAR I: BEZPIECZNA DROGA", "OBSZAR II: BEZPIECZNA WODA", "OBSZAR III: OCHRONA LASU")


def test_area_of_the_list_without_actions() -> None:
    text = areas(*NAMES[:2], before=LIST.format("bezpiecznej drogi", "bezpiecznej wody", "ochrony lasu"))
    assert places(text, "AREA_MISSING") == [("l.4",)]


def test_area_that_the_list_does_not_have() -> None:
    text = areas(
        *NAMES, "OBSZAR IV: POMOC SENIOROM", before=LIST.format("bezpieczna droga", "bezpieczna woda", "ochrona lasu")
    )
    assert places(text, "AREA_MISSING") == [("A4", "l.2")]


@pytest.mark.parametrize(
    "listed",
    [
        ("bezpiecznej drogi", "bezpiecznej wody", "ochrony lasu"),
        ("miasta", "wsi", "osiedli"),
    ],
    ids=["in the genitive", "a list of something else"],
)
def test_areas_in_another_case_are_the_same(listed: tuple[str, str, str]) -> None:
    assert findings(areas(*NAMES, before=LIST.format(*listed)), "AREA_MISSING") == []


@pytest.mark.parametrize(
    ("name", "told"), [("Bezpieczna droga", False), ("Bezpieczne drogi", True), ("Współpraca", False)]
)
def test_area_quoted_by_another_name(name: str, told: bool) -> None:
    text = areas(*NAMES, before=f"Wskazano nowy obszar pn. „{name}” i działania.")
    assert bool(findings(text, "NAME_VARIANT")) is told


def test_heading_of_an_area_without_actions() -> None:
    text = areas(*NAMES[:2]) + "\n\nOBSZAR III: OCHRONA LASU\n\nZakończenie programu."
    assert places(text, "AREA_EMPTY") == [("l.13",)]


def test_heading_of_an_area_in_the_contents_is_not_empty() -> None:
    text = areas(*NAMES[:2], before="SPIS TREŚCI\nOBSZAR I: BEZPIECZNA DROGA\nOBSZAR II: BEZPIECZNA WODA")
    assert findings(text, "AREA_EMPTY") == []
    assert findings(areas(*NAMES[:2]) + "\n\nCel szczegółowy 3. Spokój", "AREA_EMPTY") == []


CONTENTS = (
    "SPIS TREŚCI\n\nI. WSTĘP\t2\nII. {}\t3\nIII. FORMY\t4\n\nI. WSTĘP\n\nTekst.\n\nII. {}\n\nTekst.\n\nIII. FORMY\n"
)


@pytest.mark.parametrize(
    ("listed", "printed", "told"),
    [
        ("WYKAZ SKRÓTÓW PROGRAMU", "WYKAZ SKRÓTÓW", True),
        ("CELE", "CELE POWIATOWEGO PROGRAMU", False),
        ("ZADANIA JEDNOSTEK LIPNA", "ZADANIA JEDNOSTEK MIASTA LIPNA", True),
        ("CELE PROGRAMU", "CELE PROGRAMU", False),
    ],
    ids=["a word more", "shortened in the contents", "a word left out inside", "the same"],
)
def test_chapter_in_the_contents_and_in_the_text(listed: str, printed: str, told: bool) -> None:
    assert places(CONTENTS.format(listed, printed), "CONTENTS_MISMATCH") == ([("l.4", "l.11")] if told else [])
