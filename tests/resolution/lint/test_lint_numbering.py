"""Numbers that skip or come twice."""

import pytest
from resolution.faults import areas, findings, initiatives, places
from resolution.samples import programme

ROW = "Zima\tNauka\tAB\tdzieci\t2024\tx\tw"


@pytest.mark.parametrize(
    ("numbers", "gaps", "repeats"),
    [
        ((1, 2, 4), [("A1.4",)], []),
        ((1, 2, 2, 3), [], [("A1.2", "A1.3")]),
        ((1, 2, 3), [], []),
        ((7, 8, 9), [], []),
        ((1, 2, 10), [], []),
        ((1, 2), [], []),
    ],
)
def test_numbers_of_actions(numbers: tuple[int, ...], gaps: list[object], repeats: list[object]) -> None:
    reading = programme(*(f"{no}.\tPatrole ulicy {at}.\tAB\tCD" for at, no in enumerate(numbers)))
    assert places(reading, "NUMBERING_GAP") == gaps
    assert [found[:1] for found in places(reading, "NUMBER_REPEATED")] == [found[:1] for found in repeats]


def test_numbers_of_two_parts_go_on_within_their_area() -> None:
    reading = programme("1.1.\tPatrole.\tAB\tCD", "1.2.\tDyżury.\tAB\tCD", "1.3.\tKontrole.\tAB\tCD")
    assert findings(reading, "NUMBERING_GAP") == findings(reading, "NUMBER_REPEATED") == []


def test_numbers_of_areas() -> None:
    assert places(areas("OBSZAR I: DROGI", "OBSZAR II: WODA", "OBSZAR IV: LAS"), "NUMBERING_GAP") == [("A4",)]
    assert places(areas("OBSZAR I: DROGI", "OBSZAR II: WODA", "OBSZAR III: LAS"), "NUMBERING_GAP") == []


@pytest.mark.parametrize(
    ("items", "told"),
    [("1) spokój;\n2) ład;\n4) pomoc.", True), ("1) spokój;\n2) ład;\n3) pomoc.", False), ("- spokój,\n- ład.", False)],
)
def test_numbers_of_a_list(items: str, told: bool) -> None:
    assert bool(findings(f"Cele szczegółowe:\n{items}\n", "NUMBERING_GAP")) is told


def test_chapter_right_after_a_list_does_not_go_on_with_it() -> None:
    text = "Cele szczegółowe:\n1) spokój,\n2) ład,\n3) pomoc.\n\n2. Diagnoza\n"
    assert findings(text, "NUMBER_REPEATED") == findings(text, "NUMBERING_GAP") == []


def test_gap_where_an_area_was_not_read_is_not_told() -> None:
    text = areas("OBSZAR I: DROGI", "OBSZAR III: LAS", "OBSZAR IV: DOM")
    assert findings(text, "NUMBERING_GAP") != []
    assert findings(text + "\n\nOBSZAR II: WODA\n\nBez tabeli.", "NUMBERING_GAP") == []


def test_paragraphs_of_the_resolution() -> None:
    text = "UCHWAŁA NR 1/2\n\n§ 1. Uchwala się.\n\n§ 2. Wykonuje zarząd.\n\n§ {}. Wchodzi w życie.\n\n§ 1. Załącznik."
    assert places(text.format(4), "NUMBERING_GAP") == [("l.7",)]
    assert places(text.format(2), "NUMBER_REPEATED") == [("l.5", "l.7")]
    assert findings(text.format(3), "NUMBERING_GAP") == findings(text.format(3), "NUMBER_REPEATED") == []


def test_chapters_under_roman_numbers() -> None:
    text = "I. WSTĘP\n\nTekst.\n\nII. CELE\n\nTekst.\n\nIII. FORMY\n\nTekst.\n\n{}. KONTROLA\n\nTekst."
    assert places(text.format("V"), "NUMBERING_GAP") == [("l.13",)]
    assert findings(text.format("IV"), "NUMBERING_GAP") == []


def test_numbers_of_initiatives() -> None:
    text = initiatives(ROW, ROW.replace("Zima", "Lato"), ROW.replace("Zima", "Dom"))
    assert findings(text, "NUMBERING_GAP") == findings(text, "NUMBER_REPEATED") == []
    assert places(text.replace("3.\tDom", "2.\tDom"), "NUMBER_REPEATED") == [("P2",)]
