"""One cell that names both who leads and who helps."""

import pytest
from resolution.samples import reading_of

from bezpiecznik.resolution.headers import Role, role_of
from bezpiecznik.resolution.performers import marked_as_leading


@pytest.mark.parametrize(
    ("cell", "lead", "partners"),
    [
        ("KPP (podmiot wiodący), szkoły, PCPR", "KPP", "szkoły, PCPR"),
        ("szkoły; KPP – lider; PCPR", "KPP", "szkoły, PCPR"),
        ("szkoły\nKomenda Powiatowa Policji [koordynator]", "Komenda Powiatowa Policji", "szkoły"),
        ("KPP (jednostka wiodąca), ZDP (jednostka wiodąca), gminy", "KPP, ZDP", "gminy"),
    ],
)
def test_the_one_marked_leads(cell: str, lead: str, partners: str) -> None:
    assert marked_as_leading(cell) == (lead, partners)


@pytest.mark.parametrize(
    "cell",
    [
        "KPP, szkoły",
        "KPP (podmiot wiodący)",
        "KPP (lider), PSP (lider)",
        "inspekcje (PINB, PIW), KPP",
        "",
        "liderzy osiedli, KPP",
    ],
)
def test_where_nobody_or_everybody_is_marked_nothing_is_divided(cell: str) -> None:
    assert marked_as_leading(cell) is None


def test_a_table_with_one_column_of_performers() -> None:
    reading = reading_of("OBSZAR I: ULICE\n\nLp.\tZadanie\tWykonawcy\tTermin\n1.\tPatrole.\tKPP (lider), SM\tstale\n")
    action = reading.areas[0].actions[0]
    assert (action.responsible, action.partners) == (("KPP",), ("SM",))


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Sposób oceny wykonania", Role.INDICATORS),
        ("Sposoby weryfikacji", Role.INDICATORS),
        ("Sposób realizacji", Role.METHOD),
        ("Początek", Role.DEADLINE),
        ("Koniec", Role.DEADLINE),
        ("Początkowe założenia", None),
    ],
)
def test_ways_of_doing_and_of_judging_are_told_apart(title: str, role: Role | None) -> None:
    assert role_of(title) is role


@pytest.mark.parametrize(("seat", "kind"), [("Brzegowicach", "miasto na prawach powiatu"), ("Kielcach", "gmina")])
def test_a_city_with_its_own_command_has_county_rights(seat: str, kind: str) -> None:
    reading = reading_of(f"UCHWAŁA NR V/7/2025\nRADY MIASTA BRZEGOWICE\n\nKomenda Miejska Policji w {seat}\n")
    assert reading.meta.unit_kind == kind
