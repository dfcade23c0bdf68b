"""Cards in two columns of spaces in plain text, and two columns that are none."""

import pytest

from bezpiecznik.resolution import read
from bezpiecznik.resolution.document import Paragraph, Row
from bezpiecznik.resolution.formats.text import extract

HEAD = "Program – Powiat Sosnowy                          "
CARDS = f"""\
OBSZAR 1. ULICE

  Zadanie 1.1             Patrole w miejscach, które
                          wskazali miesz-
                          kańcy.
  Podmiot odpowiedzialny  KPP
  Podmioty                gminy,
  wspierające             szkoły
  Termin                  na bieżąco

{HEAD}2

  Wskaźniki               liczba patroli; liczba
                          zgłoszeń

  Zadanie 1.2             Przegląd znaków.
  Podmiot odpowiedzialny  ZDP
  Podmioty wspierające    gminy, rady

{HEAD}3

                          osiedli
  Termin                  maj

{HEAD}4

MONITORING

Sprawozdania składa się do końca stycznia każdego roku.
"""
LABELS = ("Podmiot odpowiedzialny", "Podmioty wspierające", "Termin")


def rows(text: str) -> list[tuple[str, ...]]:
    return [block.cells for block in extract(text).blocks if isinstance(block, Row)]


def test_wrapped_values_and_labels_are_made_whole_over_the_heads_of_pages() -> None:
    assert rows(CARDS) == [
        ("Zadanie 1.1", "Patrole w miejscach, które wskazali mieszkańcy."),
        *zip(LABELS, ("KPP", "gminy, szkoły", "na bieżąco"), strict=True),
        ("Wskaźniki", "liczba patroli; liczba zgłoszeń"),
        ("Zadanie 1.2", "Przegląd znaków."),
        *zip(LABELS, ("ZDP", "gminy, rady osiedli", "maj"), strict=True),
    ]
    texts = [block.text for block in extract(CARDS).blocks if isinstance(block, Paragraph)]
    assert texts[:2] == ["OBSZAR 1. ULICE", "MONITORING"]


def test_cards_are_read_as_actions_with_their_fields() -> None:
    actions = read(CARDS.encode()).areas[0].actions
    assert [(action.no, action.text, action.responsible, action.deadline) for action in actions] == [
        (1, "Patrole w miejscach, które wskazali mieszkańcy.", ("KPP",), "na bieżąco"),
        (2, "Przegląd znaków.", ("ZDP",), "maj"),
    ]
    assert actions[0].partners == ("gminy", "szkoły")
    assert actions[0].indicators == ("liczba patroli", "liczba zgłoszeń")


def test_two_columns_right_under_the_line_of_a_task_are_its_fields() -> None:
    fields = "  Realizator   KPP\n  Partnerzy    gminy,\n               szkoły\n  Termin       {}\n\n"
    text = f"""OBSZAR 1. ULICE

Zadanie 1.1. Patrole w miejscach, które wskazali w ostatnim roku mieszkańcy gmin oraz
radni.
{fields.format("maj")}Zadanie 1.2. Radary na moście

{fields.format("lipiec")}               OBSZAR 2. SZKOŁY
"""
    [area] = read(text.encode()).areas
    assert [(action.text, action.deadline) for action in area.actions] == [
        ("Patrole w miejscach, które wskazali w ostatnim roku mieszkańcy gmin oraz radni.", "maj"),
        ("Radary na moście", "lipiec"),
    ]
    assert [action.partners for action in area.actions] == [("gminy", "szkoły")] * 2


def test_two_columns_of_labels_under_no_task_are_not_taken_for_cards() -> None:
    assert (
        rows("KOORDYNACJA\n\n  Realizator   KPP\n  Partnerzy    gminy,\n               szkoły\n  Termin       maj")
        == []
    )


def test_heads_whose_numbers_do_not_follow_one_another_are_text() -> None:
    lines = [f"Liczba wypadków na drogach           {count}" for count in (2, 4, 3)]
    assert [block.text for block in extract("\n\n".join(lines)).blocks if isinstance(block, Paragraph)] == [
        " ".join(line.split()) for line in lines
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Termin  sprawozdania  ustala  rada,\nPodmiot wiodący  składa je zarządowi,\nPartnerzy  dodają uwagi,\n"
        "zadanie  jest oceniane.",
        "Zadanie 1:     Patrole\nPodmiot wiodący:   KPP\nPartnerzy:         gminy\nTermin:            2025",
        "Starosta      przewodniczy komisji\nKomendant     ocenia zagrożenia,\n              w tym drogowe\n"
        "Termin        maj",
    ],
)
def test_words_far_apart_and_labels_with_colons_are_no_rows(text: str) -> None:
    assert rows(text) == []


def test_list_of_abbreviations_in_two_columns_stays_one() -> None:
    text = "SKRÓTY\n\n  KPP     Komenda Powiatowa\n          Policji\n  ZDP     Zarząd Dróg\n  PCPR    Centrum Pomocy"
    assert rows(text) == [("KPP", "Komenda Powiatowa Policji"), ("ZDP", "Zarząd Dróg"), ("PCPR", "Centrum Pomocy")]
