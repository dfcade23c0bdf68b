"""What a name stands for: the list's body in any case, a part of it, a bracket, a mark for the row above."""

import pytest

from bezpiecznik.resolution.model import Institution
from bezpiecznik.resolution.parts import SURE
from bezpiecznik.resolution.resolve import Names, Resolver

LISTED = (
    ("KPP", "Komenda Powiatowa Policji w Lipnie"),
    ("KP PSP", "Komenda Powiatowa Państwowej Straży Pożarnej w Lipnie"),
    ("PSSE", "Powiatowa Stacja Sanitarno-Epidemiologiczna w Lipnie"),
    ("PINB", "Powiatowy Inspektorat Nadzoru Budowlanego"),
    ("PIW", "Powiatowy Inspektorat Weterynarii"),
    ("WZK", "Wydział Zarządzania Kryzysowego"),
    ("WO", "Wydział Oświaty"),
    ("SM", "Komenda Straży Miejskiej w Lipnie"),
    ("WK", "Wydział Komunikacji"),
)


def resolver(*cells: str, listed: bool = True, elsewhere: tuple[str, ...] = ()) -> Resolver:
    """A document of the county of Lipno with these cells."""
    rows = [Institution(abbr, name) for abbr, name in LISTED] if listed else []
    return Resolver(rows, cells, words=frozenset({"szkoły"}), unit="Powiat Lipnowski", elsewhere=elsewhere)


def names(cell: str, *others: str, listed: bool = True) -> tuple[str, ...]:
    return resolver(cell, *others, listed=listed).resolve(cell).texts


def score(cell: str, *others: str, listed: bool = True) -> float:
    return resolver(cell, *others, listed=listed).resolve(cell).confidence


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Komendy Powiatowej Policji", ("KPP",)),
        ("Komendą Powiatową PSP", ("KP PSP",)),
        ("Komenda Powiatowa PSP w Lipnie, szkoły", ("KP PSP", "szkoły")),
        ("Komenda Powiatowa PSP i KPP", ("KP PSP", "KPP")),
        ("KPP we współpracy z Komendą Powiatową PSP", ("KPP", "KP PSP")),
        ("Straż Miejska", ("SM",)),
        ("Komenda Powiatowa Policji (KPP)", ("KPP",)),
        ("KPP (Komenda Powiatowa Policji)", ("KPP",)),
        ("KPP w Lipnie", ("KPP",)),
        ("Wydziały Urzędu: WZK, WO", ("WZK", "WO")),
        ("m.in. KPP, np. szkoły", ("KPP", "szkoły")),
        ("inspekcje (PINB, PIW)", ("PINB", "PIW")),
        ("organizacje pozarządowe (np. ZHP, TPD)", ("organizacje pozarządowe", "ZHP", "TPD")),
        ("KPP/PSSE", ("KPP", "PSSE")),
        ("KPP; PSSE i inne", ("KPP", "PSSE")),
        ("KPP, ITD", ("KPP", "ITD")),
        ("KPP, szkoły itd.", ("KPP", "szkoły")),
        ("KPP\nKP PSP\nszkoły", ("KPP", "KP PSP", "szkoły")),
        ("1) KPP\n2) szkoły", ("KPP", "szkoły")),
        ("- KPP\n- rady osiedli", ("KPP", "rady osiedli")),
        ("KPP w tym dzielnicowi", ("KPP", "dzielnicowi")),
        ("szkoły, wszystkie podmioty, jst", ("szkoły", "wszystkie podmioty", "jst")),
        ("Kornenda Powiatowa Policji", ("KPP",)),
        ("GOPS-y, SP nr 3", ("GOPS", "SP nr 3")),
        ("Powiatowa Stacja Sanitarno – Epidemiologiczna", ("PSSE",)),
        ("Wydział Edukacji, Kultury i Sportu", ("Wydział Edukacji, Kultury i Sportu",)),
    ],
)
def test_a_sure_name_leads_to_its_body(cell: str, expected: tuple[str, ...]) -> None:
    assert (names(cell), score(cell) >= SURE) == (expected, True)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("KPP – Wydział Prewencji", ("KPP",)),
        ("KPP (dzielnicowi)", ("KPP",)),
        ("Policja", ("KPP",)),
        ("Komenda Miejska Policji", ("KPP",)),
        ("Sanepid", ("PSSE",)),
    ],
)
def test_a_doubtful_name_is_asked(cell: str, expected: tuple[str, ...]) -> None:
    assert (names(cell), score(cell) < SURE) == (expected, True)


@pytest.mark.parametrize(
    "cell",
    [
        "PPIS",
        "Państwowy Powiatowy Inspektor Sanitarny",
        "WSSE",
        "KW PSP",
        "Komenda Wojewódzka Policji",
        "Wojewódzki Inspektorat Nadzoru Budowlanego",
        "Wydział Komunalny",
        "Spółdzielnia Mieszkaniowa",
        "sołtysi gminy",
        "rodzice i nauczyciele",
        "Starostwo Powiatowe – Wydział Promocji",
        "kluby i stowarzyszenia sportowe",
    ],
)
def test_another_body_stays_itself(cell: str) -> None:
    assert names(cell) == (cell,)


def test_two_lines_that_make_one_listed_name_are_one() -> None:
    assert names("Komenda Powiatowa\nPolicji\nszkoły") == ("KPP", "szkoły")
    assert names("szkoły\nw Lipnie") == ("szkoły w Lipnie",)


@pytest.mark.parametrize("cell", ["–", "-", "---", "brak", "Brak.", "nie dotyczy", "n/d", "x", " "])
def test_a_cell_that_says_nobody_names_nobody(cell: str) -> None:
    document = resolver(cell)
    assert (document.resolve(cell), document.names) == (Names(), ())


@pytest.mark.parametrize("cell", ["jw.", "j.w.", "J. w.", "jak wyżej", '"', "-//-", "„", "- ” -", "idem"])
def test_a_mark_for_the_row_above_is_no_institution(cell: str) -> None:
    document = resolver(cell, "KPP, szkoły")
    above = document.resolve("KPP, szkoły")
    assert document.resolve(cell, above) == above
    assert document.resolve(cell).texts == ()
    assert document.resolve(cell).confidence < SURE
    assert [(name.text, name.resolved) for name in document.names if name.score == 0] == [(cell, "")]


def test_a_known_row_above_leaves_nothing_to_ask() -> None:
    document = resolver("jw.", "KPP")
    document.resolve("jw.", document.resolve("KPP"))
    assert [name.text for name in document.names] == ["KPP"]


def test_an_inflected_name_joins_its_nominative_in_another_cell() -> None:
    others = ("organizacje pozarządowe", "Ośrodek Kultury")
    assert names("przy współudziale organizacji pozarządowych", *others) == ("organizacje pozarządowe",)
    assert names("Ośrodka Kultury", *others) == ("Ośrodek Kultury",)
    assert score("Ośrodka Kultury", *others) >= SURE


def test_an_inflected_name_joins_its_nominative_among_the_participants() -> None:
    document = resolver("Klubem Łazika", elsewhere=("Klub Łazika;", "szkoły"))
    assert document.resolve("Klubem Łazika") == Names(("Klub Łazika",), 0.9)


def test_an_inflected_name_alone_is_asked() -> None:
    assert names("Bractwem Łazika") == ("Bractwem Łazika",)
    assert score("Bractwem Łazika") < SURE


@pytest.mark.parametrize(
    ("written", "nominative"),
    [
        ("Klubem Łazika", "Klub Łazika"),
        ("Miejskim Zakładem Kąpielowym", "Miejski Zakład Kąpielowy"),
        ("Szpitala Powiatowego", "Szpital Powiatowy"),
        ("Komendy Hufca", "Komendy Hufca"),
        ("Fundacja Dobrego Startu", "Fundacja Dobrego Startu"),
        ("Stowarzyszenie Dobrej Nadziei", "Stowarzyszenie Dobrej Nadziei"),
        ("Nadleśnictwa Kosów", "Nadleśnictwa Kosów"),
    ],
)
def test_an_inflected_name_of_a_known_kind_of_body_is_turned_by_grammar(written: str, nominative: str) -> None:
    assert names(written, listed=False) == (nominative,)


def test_a_genitive_like_a_plural_is_of_one_body_where_another_case_says_so() -> None:
    assert names("Rady Seniorów", "Radą Seniorów", listed=False) == ("Rada Seniorów",)
    assert score("Rady Seniorów", "Radą Seniorów", listed=False) < SURE


def test_a_plural_used_more_often_stays_a_plural() -> None:
    assert names("Rady Osiedli", "Rady Osiedli, KPP", "PINB, Rady Osiedli", "Radą Osiedli") == ("Rady Osiedli",)
    assert names("Rady Seniorów", listed=False) == ("Rady Seniorów",)


def test_an_inflected_name_that_the_whole_country_uses_gets_its_nominative() -> None:
    assert names("Przy udziale gmin, Szkół", "Komendantem") == ("gminy", "Szkoły")
    assert names("Powiatowym Urzędem Pracy w Lipnie", listed=False) == ("Powiatowy Urząd Pracy w Lipnie",)
    assert names("gminy", listed=False) == ("gminy",)


def test_without_a_list_one_body_of_two_names_is_asked() -> None:
    cells = ("KPP", "KPP, szkoły", "Komenda Powiatowa Policji w Lipnie", "K.P.P.")
    assert names(cells[2], *cells, listed=False) == ("KPP",)
    assert score(cells[2], *cells, listed=False) < SURE
    assert score("KPP", *cells, listed=False) == 1.0


def test_without_a_list_a_name_used_alone_keeps_its_form() -> None:
    for cell in ("Inspekcja Transportu Drogowego", "organizacje pozarządowe", "Szkoły"):
        assert (names(cell, listed=False), score(cell, listed=False)) == ((cell,), 1.0)


def test_bodies_of_two_towns_stay_two() -> None:
    cells = ("Sąd Rejonowy w Lipnie", "Sąd Rejonowy w Rypinie", "OSP w Kosowie, OSP w Lubiczu")
    document = resolver(*cells, listed=False)
    assert [document.resolve(cell).texts for cell in cells] == [
        ("Sąd Rejonowy w Lipnie",),
        ("Sąd Rejonowy w Rypinie",),
        ("OSP w Kosowie", "OSP w Lubiczu"),
    ]


def test_every_written_name_is_told_with_what_it_was_understood_as() -> None:
    document = resolver("Straży Miejskiej, KPP – Wydział Prewencji, szkoły", "SZKOŁY", "szkoły")
    assert [(name.text, name.resolved, name.score) for name in document.names] == [
        ("Straży Miejskiej", "SM", 0.95),
        ("KPP – Wydział Prewencji", "KPP", 0.85),
        ("szkoły", "szkoły", 1.0),
        ("SZKOŁY", "szkoły", 1.0),
    ]
