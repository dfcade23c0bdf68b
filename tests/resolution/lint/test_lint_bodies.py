"""Names of institutions: variants, wrong abbreviations, two names of one body."""

import pytest
from resolution.faults import findings, places, repairs, subjects
from resolution.samples import programme


def listed(*rows: str, before: str = "", cells: str = "AB\tCD") -> str:
    table = "".join(f"{number}.\t{row}\n" for number, row in enumerate(rows, start=1))
    head = f"{before}\n\nLp.\tSkrót\tPełna nazwa\n{table}\n"
    return f"{head}OBSZAR I: SPOKOJNE ULICE\n\nLp.\tDziałania\tPodmiot odpowiedzialny\tPartnerzy\n1.\tPatrole.\t{cells}"


def test_abbreviation_of_the_list_spelled_otherwise() -> None:
    text = listed("WSOiZ\tWydział Spraw Obywatelskich i Zdrowia", "AB\tAgencja Bezpieczeństwa", cells="AB\tWSOZ")
    assert repairs(text, "ABBR_VARIANT") == [("A1.1", "WSOZ", "WSOiZ")]


@pytest.mark.parametrize("cells", ["AB\tWSOiZ", "AB\tWydział Spraw Obywatelskich", "AB\tWSR"])
def test_abbreviation_as_listed_a_full_name_and_another_abbreviation_are_no_variants(cells: str) -> None:
    text = listed("WSOiZ\tWydział Spraw Obywatelskich i Zdrowia", "AB\tAgencja Bezpieczeństwa", cells=cells)
    assert findings(text, "ABBR_VARIANT") == []


@pytest.mark.parametrize(
    ("row", "severity"),
    [
        ("PIH\tPaństwowa Inspekcja Pracy w Lipnie", "error"),
        ("PUP\tWojewódzki Urząd Pracy", "error"),
        ("PPIS\tPowiatowy Inspektor Sanitarny", "warning"),
        ("PIW\tPowiatowy Inspektor Weterynarii w Lipnie", "info"),
        ("MOPR\tMiejski Ośrodek Pomocy w Rodzinie", "info"),
        ("ZDK\tMiejski Klub Sportowy w Lipnie", "warning"),
    ],
)
def test_abbreviation_explained_by_another_name(row: str, severity: str) -> None:
    assert [found.severity for found in findings(listed(row), "ABBR_WRONG_NAME")] == [severity]


@pytest.mark.parametrize(
    "row",
    [
        "PIP\tPaństwowa Inspekcja Pracy w Lipnie",
        "SM\tKomenda Straży Miejskiej w Lipnie",
        "EKS\tWydział Edukacji, Kultury i Sportu Urzędu Miasta",
        "PSSE\tPowiatowa Stacja Sanitarno – Epidemiologiczna",
        "NGO\tOrganizacje pozarządowe",
        "PINB\tPowiatowy Inspektor Nadzoru Budowlanego w Lipnie",
        "OSP\tOchotnicze Straże Pożarne",
        "MOPR\tMiejski Ośrodek Pomocy Rodzinie w Lipnie",
        "ŚDS\tŚrodowiskowy Dom Samopomocy",
        "SCP\tŚląskie Centrum Pomocy",
        "Sanepid\tPowiatowa Stacja Sanitarno-Epidemiologiczna",
        "KP\tKlub Piłkarski Lipno",
        "OSP\tOSP w Lipnie",
        "KMP\t– Komenda Miejska Policji",
    ],
)
def test_abbreviation_and_name_that_belong_together(row: str) -> None:
    assert findings(listed(row), "ABBR_WRONG_NAME") == []


def test_name_without_its_first_word_is_mended_when_the_name_is_statutory() -> None:
    text = listed("PPIS\tPowiatowy Inspektor Sanitarny w Lipnie")
    assert repairs(text, "ABBR_WRONG_NAME") == [
        ("E1", "Powiatowy Inspektor Sanitarny", "Państwowy Powiatowy Inspektor Sanitarny")
    ]


TAKE_PART = "W realizacji programu biorą udział:\n1) {};\n2) szkoły;\n3) mieszkańcy.\n\n"


@pytest.mark.parametrize(
    ("row", "participant"),
    [
        ("MOPR\tMiejski Ośrodek Pomocy w Rodzinie w Lipnie", "Miejski Ośrodek Pomocy Rodzinie w Lipnie"),
        ("PINB\tPowiatowy Inspektor Nadzoru Budowlanego", "Inspektorat Nadzoru Budowlanego dla Miasta Lipno"),
    ],
)
def test_one_body_under_two_names(row: str, participant: str) -> None:
    assert places(listed(row, before=TAKE_PART.format(participant)), "NAME_CONFLICT") == [("E1", "U1")]


@pytest.mark.parametrize(
    ("row", "participant"),
    [
        ("KMP\tKomenda Miejska Policji w Lipnie", "Komenda Miejska Policji"),
        ("WUP\tWojewódzki Urząd Pracy w Lipnie", "Powiatowy Urząd Pracy w Lipnie"),
        ("ZTM\tZarząd Transportu Miejskiego", "Zarząd Dróg Miejskich"),
        ("PCPR\tPowiatowe Centrum Pomocy Rodzinie", "Powiatowe Centrum Pomocy Rodzinie (PCPR)"),
        ("WSSE\tStacja Sanitarno – Epidemiologiczna", "Stacja Sanitarno-Epidemiologiczna w Lipnie"),
    ],
)
def test_two_bodies_and_one_name_with_its_seat(row: str, participant: str) -> None:
    assert findings(listed(row, before=TAKE_PART.format(participant)), "NAME_CONFLICT") == []


def test_office_in_the_nominative_after_its_department() -> None:
    row = "WEK\tWydział Edukacji i Kultury Urząd Miasta Lipno"
    assert repairs(listed(row), "MISPRINT") == [("E1", row[4:], row[4:].replace("Urząd", "Urzędu"))]


@pytest.mark.parametrize(
    "name", ["Wydział Edukacji Urzędu Miasta Lipno", "Wydział Edukacji – Urząd Miasta Lipno", "Urząd Miasta Lipno"]
)
def test_office_in_its_case_or_after_a_dash(name: str) -> None:
    assert findings(listed(f"WE\t{name}"), "MISPRINT") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Uchwala to Rada Miasta Lipno.\n\nSprzeciw ma Rada Miasta w Lipnie.", ["Rada"]),
        ("Projekt składa Urząd Miasta Lipno.\n\nZatwierdza Urzędu Miasta w Lipnie.", ["Urząd"]),
        ("Uchwala to Rada Miasta Lipno.\n\nSprzeciw ma Rada Miasta Lipno.", []),
        ("Uchwala to Rada Miasta Lipno.\n\nSprzeciw ma Rada Miasta w Żarach.", []),
        ("Rada Miasta Lipno.\n\nUrząd Miasta w Lipnie.", []),
    ],
)
def test_council_and_office_have_one_name(text: str, told: list[str]) -> None:
    assert subjects(text, "NAME_VARIANT") == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Komisja Bezpieczeństwa i Porządku Publicznego ocenia plan.", True),
        ("Komisji Bezpieczeństwa i Porządku Publicznego przedstawia się plan.", True),
        ("Komisja Bezpieczeństwa i Porządku ocenia plan.", False),
        ("Komisja Bezpieczeństwa i Porządku Publicznego Rady Powiatu ocenia plan.", False),
        ("Komisja bada stan bezpieczeństwa i porządku publicznego.", False),
    ],
)
def test_name_of_the_statutory_commission(words: str, told: bool) -> None:
    assert bool(findings(words, "COMMISSION_NAME")) is told


WHO = "W realizacji programu biorą udział:\n1) {};\n2) Komenda Powiatowa Policji;\n3) mieszkańcy.\n\n"


@pytest.mark.parametrize(
    ("name", "participant", "told"),
    [
        ("Agencja Bezpieczeństwa Granic", "szkoły", True),
        ("Agencja Bezpieczeństwa Granic", "Agencja Bezpieczeństwa Granic w Lipnie", False),
        ("Wydział Bezpieczeństwa", "Urząd Miasta i jednostki organizacyjne", False),
        ("Miejski Zakład Bezpieczeństwa", "jednostki organizacyjne miasta", False),
        ("Centralne Biuro Bezpieczeństwa", "Urząd Miasta i jednostki organizacyjne", True),
    ],
)
def test_who_leads_an_action_takes_part_in_the_programme(name: str, participant: str, told: bool) -> None:
    text = listed(f"AB\t{name}", before=WHO.format(participant))
    assert bool(findings(text, "PARTICIPANT_MISSING")) is told


def test_partner_alone_need_not_be_among_participants() -> None:
    text = listed("CD\tCentrum Dialogu", before=WHO.format("szkoły"))
    assert findings(text, "PARTICIPANT_MISSING") == []


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("AB, CD, AB", ["AB"]),
        ("szkoły, policja, szkoły", ["szkoły"]),
        ("AB, AB CD", []),
        ("szkoły podstawowe, szkoły średnie", []),
        ("", []),
    ],
)
def test_partner_written_twice(cell: str, told: list[str]) -> None:
    rows = "1.\tAB\tAgencja Bezpieczeństwa\n2.\tCD\tCentrum Dialogu\n3.\tAB CD\tAgencja Bezpieczeństwa i Dialogu\n\n"
    reading = programme(f"1.\tPatrole.\tXY\t{cell}", abbreviations=f"Lp.\tSkrót\tPełna nazwa\n{rows}")
    assert subjects(reading, "PARTNER_REPEATED") == told
