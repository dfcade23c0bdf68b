"""Abbreviations explained in passing, in a document that has no list of them."""

import pytest
from resolution.laid_out import read_blocks

from bezpiecznik.resolution import Reading

TABLE = (
    "OBSZAR I: ULICE",
    ("Lp.", "Zadanie", "Realizator", "Partnerzy"),
    ("1.", "Patrole w parkach.", "KPP", "Powiatowy Urząd Pracy (PUP)"),
)


def listed(reading: Reading) -> list[tuple[str, str]]:
    return [(row.abbr, row.name) for row in reading.institutions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Działa Komenda Powiatowa Policji w Lipnie (zwana dalej „KPP”).",
            ("KPP", "Komenda Powiatowa Policji w Lipnie"),
        ),
        ("Nadzoruje Zarząd Dróg Powiatowych (ZDP) od 2020 r.", ("ZDP", "Zarząd Dróg Powiatowych")),
        (
            "Ośrodek Interwencji Kryzysowej, zwany dalej OIK, przyjmuje całą dobę.",
            ("OIK", "Ośrodek Interwencji Kryzysowej"),
        ),
        ("Powiatowe Centrum Pomocy Rodzinie – PCPR", ("PCPR", "Powiatowe Centrum Pomocy Rodzinie")),
        ("PZD – Zarząd Dróg Powiatowych;", ("PZD", "Zarząd Dróg Powiatowych")),
        ("Wydział Oświaty i Sportu (dalej: WOiS)", ("WOiS", "Wydział Oświaty i Sportu")),
        ("Objaśnienia skrótów: ZHP – Związek Harcerstwa; TPD – Towarzystwo Przyjaciół", ("ZHP", "Związek Harcerstwa")),
        ("* ZHP – Związek Harcerstwa, OIK – Ośrodek Interwencji Kryzysowej", ("OIK", "Ośrodek Interwencji Kryzysowej")),
    ],
)
def test_what_the_text_explains_is_the_documents_own_list(text: str, expected: tuple[str, str]) -> None:
    assert expected in listed(read_blocks(text, *TABLE))


@pytest.mark.parametrize(
    "text",
    [
        "Program (zwany dalej Programem) przyjmuje Rada.",
        "Krajowa Mapa Zagrożeń Bezpieczeństwa (KMZB) jest dostępna w internecie.",
        "Bezpieczeństwo ruchu drogowego (BRD) poprawiono.",
        "Zakup samochodu terenowego (SUV) dla Policji.",
        "KPP – patrole w rejonie szkół",
        "Komenda Policji działa z innymi służbami (ZHP).",
        "Ustawa o policji (Dz. U. z 2020 r.).",
    ],
)
def test_what_explains_no_body_is_not_taken_for_a_list(text: str) -> None:
    assert listed(read_blocks(text, *TABLE)) == [("PUP", "Powiatowy Urząd Pracy")]


def test_a_name_explained_in_a_cell_is_resolved_to_what_it_explains() -> None:
    action = read_blocks(*TABLE).areas[0].actions[0]
    assert (action.responsible, action.partners, action.confidence) == (("KPP",), ("PUP",), 1.0)


def test_a_list_makes_explanations_in_passing_needless() -> None:
    reading = read_blocks(
        "Wykaz skrótów", "KPP – Komenda Powiatowa Policji", "Rozdział 1", "Szkoła Muzyczna (SM).", *TABLE
    )
    assert listed(reading) == [("KPP", "Komenda Powiatowa Policji")]


def test_a_list_may_have_the_name_first_or_stand_in_cells_without_headings() -> None:
    turned = read_blocks("Wykaz skrótów", "Komenda Powiatowa Policji – KPP", "Nasz Urząd (NU)", *TABLE)
    celled = read_blocks(
        "Wykaz skrótów", ("1.", "KPP", "Komenda Powiatowa Policji"), ("2.", "NU", "Nasz Urząd"), *TABLE
    )
    assert listed(turned) == listed(celled) == [("KPP", "Komenda Powiatowa Policji"), ("NU", "Nasz Urząd")]


LISTS = {
    "nothing between": ("Skróty", "KPP Komenda Powiatowa Policji w Lipnie", "PZD Powiatowy Zarząd Dróg"),
    "dots": ("SKRÓTY W TEKŚCIE", "KPP ........ Komenda Powiatowa Policji w Lipnie", "PZD ...... Powiatowy Zarząd Dróg"),
    "brackets": ("Stosowane skróty:", "• KPP (Komenda Powiatowa Policji w Lipnie)", "• PZD (Powiatowy Zarząd Dróg)"),
    "one sentence": ("WYJAŚNIENIE SKRÓTÓW", "KPP – Komenda Powiatowa Policji w Lipnie; PZD – Powiatowy Zarząd Dróg."),
    "commas": ("Użyte skróty: KPP – Komenda Powiatowa Policji w Lipnie, PZD – Powiatowy Zarząd Dróg",),
    "understood": (
        "Ilekroć w Programie użyto wyrazów:",
        "1) KPP – należy przez to rozumieć Komendę Powiatową Policji w Lipnie;",
        "2) PZD – należy przez to rozumieć Powiatowy Zarząd Dróg.",
    ),
    "meaning": ("Słowniczek", "KPP oznacza Komendę Powiatową Policji w Lipnie", "PZD oznacza Powiatowy Zarząd Dróg"),
    "name first": ("Skróty", "Komenda Powiatowa Policji w Lipnie (dalej: KPP)", "Powiatowy Zarząd Dróg → PZD"),
    "table": (
        "Skróty",
        ("Jest", "Znaczy"),
        ("KPP", "Komenda Powiatowa Policji w Lipnie"),
        ("PZD", "Powiatowy Zarząd Dróg"),
    ),
    "two pairs in a row": (
        "Skróty",
        ("KPP", "Komenda Powiatowa Policji w Lipnie", "PZD", "Powiatowy Zarząd Dróg"),
    ),
    "lines in cells": (
        "Skróty",
        ("KPP\nPZD", "Komenda Powiatowa Policji w Lipnie\nPowiatowy Zarząd Dróg"),
    ),
    "after words": (
        "2. Wykaz skrótów",
        "W dokumencie posłużono się skrótami podanymi niżej.",
        "KPP – Komenda Powiatowa Policji w Lipnie",
        "Jednostki powiatu:",
        "PZD – Powiatowy Zarząd Dróg",
    ),
}


@pytest.mark.parametrize("way", LISTS)
def test_a_list_is_read_however_it_is_written(way: str) -> None:
    expected = [("KPP", "Komenda Powiatowa Policji w Lipnie"), ("PZD", "Powiatowy Zarząd Dróg")]
    assert listed(read_blocks(*LISTS[way], *TABLE)) == expected


def test_a_table_without_any_heading_is_a_list_where_its_cells_agree() -> None:
    rows = (("KPP", "Komenda Powiatowa Policji"), ("PZD", "Powiatowy Zarząd Dróg"), ("PUP", "Powiatowy Urząd Pracy"))
    assert listed(read_blocks(*rows, *TABLE)) == list(rows)


@pytest.mark.parametrize(
    "blocks",
    [
        ("Diagnoza w skrócie", "KPP – patrole w rejonie szkół", "PZD – remonty mostów"),
        ("Objaśnienia", "KPP – patrole szkół w powiecie", "Dane za 2024 r."),
        (("KPP", "986 000 111"), ("PZD", "986 000 112"), ("OIK", "986 000 113")),
        (("KPP", "patrole w parkach"), ("PZD", "remont mostu"), ("OIK", "dyżury psychologa")),
    ],
)
def test_what_only_looks_like_a_list_is_none(blocks: tuple[str | tuple[str, ...], ...]) -> None:
    assert listed(read_blocks(*blocks, *TABLE)) == [("PUP", "Powiatowy Urząd Pracy")]
