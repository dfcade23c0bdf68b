"""Names out of cells: what divides them, what keeps them together, what they stand for."""

import pytest
from resolution.samples import HEADER, reading_of

from bezpiecznik.resolution.parts import SURE
from bezpiecznik.resolution.resolve import Resolver

ROWS = (
    ("AK", "Agencja Kultury w Lipnie"),
    ("KM STR", "Komenda Miejska Straży Tatrzańskiej"),
    ("KW STR", "Komenda Wojewódzka Straży Tatrzańskiej"),
    ("WOiS", "Wydział Oświaty, Kultury i Sportu"),
    ("ŚCPiR", "Środkowe Centrum Profilaktyki"),
    ("DELTAX", "Dział Leśny"),
)
LIST = "Lp.\tSkrót\tPełna nazwa\n" + "".join(f"{no}.\t{abbr}\t{name}\n" for no, (abbr, name) in enumerate(ROWS, 1))


def partners(cell: str, *others: str, abbreviations: str = LIST) -> tuple[str, ...]:
    """How a cell is divided, in a document that also has the other cells."""
    rows = [f"{no}.\tZadanie {no}.\tAK\t{text}" for no, text in enumerate((cell, *others), 1)]
    reading = reading_of(f"{abbreviations}\nOBSZAR I: ULICE\n\n{HEADER}" + "\n".join(rows))
    return reading.areas[0].actions[0].partners


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("AK, WOiS", ("AK", "WOiS")),
        ("AK WOiS", ("AK", "WOiS")),
        ("AK i WOiS oraz KM STR", ("AK", "WOiS", "KM STR")),
        ("KM STR KW STR", ("KM STR", "KW STR")),
        ("AK rady dzielnic WOiS", ("AK", "rady dzielnic", "WOiS")),
        ("szkoły; mieszkańcy", ("szkoły", "mieszkańcy")),
        ("- AK - WOiS", ("AK", "WOiS")),
        ("AK, AK", ("AK",)),
        ("XYZ AK", ("XYZ", "AK")),
        ("", ()),
    ],
)
def test_lists_with_and_without_commas(cell: str, expected: tuple[str, ...]) -> None:
    assert partners(cell) == expected


@pytest.mark.parametrize(
    "cell",
    [
        "gminne komisje rozwiązywania problemów alkoholowych",
        "rady dzielnic",
        "kluby i stowarzyszenia sportowe",
        "organizacje (fundacje, stowarzyszenia) pożytku",
    ],
)
def test_one_phrase_is_one_name(cell: str) -> None:
    assert partners(cell) == (cell,)


def test_phrases_side_by_side_come_apart_when_each_stands_alone_elsewhere() -> None:
    assert partners("Szkoły Media miejskie") == ("Szkoły Media miejskie",)
    assert partners("Szkoły Media miejskie", "szkoły", "Media miejskie, AK") == ("Szkoły", "Media miejskie")


def test_conjunction_divides_only_what_stands_alone_elsewhere() -> None:
    assert partners("szkoły i placówki", "Szkoły, placówki") == ("Szkoły", "placówki")
    assert partners("jednostki i spółki") == ("jednostki i spółki",)


def test_part_of_a_body_keeps_its_abbreviation() -> None:
    assert partners("Wydział Prewencji AK, WOiS") == ("Wydział Prewencji AK", "WOiS")


def test_comma_inside_a_listed_name_does_not_divide_it() -> None:
    assert partners("Wydział Oświaty, Kultury i Sportu, szkoły") == ("WOiS", "szkoły")


@pytest.mark.parametrize(
    "cell", ["AK W LIPNIE", "AK w Lipnie", "AK LIPNO", "Agencją Kultury w Lipnie", "AGENCJA KULTURY"]
)
def test_seat_and_full_name_lead_to_the_abbreviation(cell: str) -> None:
    assert partners(cell, "Agencja kultury") == ("AK",)


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("SCPiR", "ŚCPiR"),  # no diacritic
        ("WOS", "WOiS"),  # small letter lost
        ("DELTEX", "DELTAX"),  # one letter changed
        ("DELTX", "DELTAX"),  # one letter lost
        ("KP STR", "KM STR"),  # unlisted head of a listed tail; the body used more often
    ],
)
def test_variant_spelling_is_resolved(written: str, listed: str) -> None:
    assert partners(written, "KM STR") == (listed,)


@pytest.mark.parametrize("written", ["AM", "XELTAX", "DELTOS", "KOS"])
def test_short_or_distant_or_other_first_letter_stays_itself(written: str) -> None:
    assert partners(written) == (written,)


def test_one_body_has_one_spelling_in_the_whole_document() -> None:
    assert partners("SZKOŁY, Rodzice", "Szkoły", "Szkoły, rodzice", "rodzice") == ("Szkoły", "rodzice")


def test_abbreviations_that_never_stand_alone_are_one_name() -> None:
    assert partners("KP ZZZ, szkoły", abbreviations="") == ("KP ZZZ", "szkoły")
    assert partners("KP ZZZ, szkoły", "ZZZ", abbreviations="") == ("KP", "ZZZ", "szkoły")


def test_office_shortenings_are_spelled_out() -> None:
    assert partners("plac. opiekuńczo- wychowawcze") == ("placówki opiekuńczo-wychowawcze",)
    assert partners("Jednostki org. gminy") == ("Jednostki organizacyjne gminy",)


def test_word_in_capitals_is_no_abbreviation_when_the_document_uses_the_word() -> None:
    assert partners("STRAŻ LEŚNA", "straż leśna") == ("STRAŻ LEŚNA",)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("KPP Lipno, OSP Nowa Wieś", ("KPP Lipno", "OSP Nowa Wieś")),
        ("KPP Lipno oraz szkoły", ("KPP Lipno", "szkoły")),
        ("KPP Sołtysi", ("KPP", "Sołtysi")),
        ("KPP Lipnowska Rada Seniorów", ("KPP", "Lipnowska Rada Seniorów")),
        ("SP ZOZ w Lipnie", ("SP ZOZ w Lipnie",)),
        ("jednostki OSP", ("jednostki OSP",)),
        ("jednostki miejskie oraz OSP", ("jednostki miejskie", "OSP")),
        ("Miejska Komenda PSP", ("Miejska Komenda PSP",)),
        ("Zarząd Powiatowy ZOSP", ("Zarząd Powiatowy ZOSP",)),
        ("szkoły oraz Komenda Powiatowa PSP", ("szkoły", "Komenda Powiatowa PSP")),
        ("Sąd Rejonowy MOPS", ("Sąd Rejonowy", "MOPS")),
        ("Lipnowskie TBS", ("Lipnowskie TBS",)),
        ("KP Państwowej Straży Pożarnej, OSP", ("KP Państwowej Straży Pożarnej", "OSP")),
        ("PPP nr 2/szkoły", ("PPP nr 2", "szkoły")),
        ("organizacje; pozarządowe", ("organizacje pozarządowe",)),
        ("OSP oraz organizacje; pozarządowe", ("OSP", "organizacje pozarządowe")),
        ("wspólnie ze szpitalem miejskim oraz Radą Seniorów", ("szpital miejski", "Rada Seniorów")),
        ("wspólnie z Radą Seniorów i szpitalem miejskim", ("Rada Seniorów", "szpital miejski")),
        ("Komenda Powiatowa Policji i straże gminne", ("Komenda Powiatowa Policji", "straże gminne")),
        ("Straż Miejska i nadleśnictwo", ("Straż Miejska", "nadleśnictwo")),
        ("Wydział Edukacji i Sportu", ("Wydział Edukacji i Sportu",)),
        ("Biuro Bezpieczeństwa i Zarządzania Kryzysowego", ("Biuro Bezpieczeństwa i Zarządzania Kryzysowego",)),
        ("Dyrektorzy szkół i przedszkoli", ("Dyrektorzy szkół i przedszkoli",)),
    ],
)
def test_names_beside_one_another_are_told_apart_in_a_county_without_a_list(
    cell: str, expected: tuple[str, ...]
) -> None:
    assert Resolver([], [cell], words=frozenset(), unit="powiat lipnowski").resolve(cell).texts == expected


@pytest.mark.parametrize(
    "cell", ["szkoły i przedszkola", "szkoły i przychodnie", "50% kosztów", "raz w roku]", "OSP Wieś"]
)
def test_what_may_be_two_names_or_none_is_asked(cell: str) -> None:
    assert Resolver([], [cell], words=frozenset(), unit="powiat lipnowski").resolve(cell).confidence < SURE
