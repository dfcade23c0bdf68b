"""Programmes run by institutions."""

import pytest
from resolution.faults import findings, initiatives, places

LONG = "Zajęcia w szkołach podstawowych, pokazy sprzętu i konkurs dla uczniów z nagrodami rzeczowymi."
ROW = "{}\t{}\tAB\tdzieci\t2024–2026\t{}\t{}"


def test_two_initiatives_of_one_name() -> None:
    text = initiatives(
        ROW.format("Bezpieczny Senior", "Cel A", "x", "własne"),
        ROW.format("BEZPIECZNY SENIOR!", "Cel B", "y", "własne"),
    )
    assert places(text, "INITIATIVE_NAME_REPEATED") == [("P1", "P2")]


def test_name_inside_a_longer_one_is_another_name() -> None:
    text = initiatives(
        ROW.format("Bezpieczny Senior", "A", "x", "w"), ROW.format("Przezorny i Bezpieczny Senior", "B", "y", "w")
    )
    assert findings(text, "INITIATIVE_NAME_REPEATED") == []


def test_description_copied() -> None:
    text = initiatives(
        ROW.format("Zima", "A", LONG, "w"), ROW.format("Lato", "B", LONG + " Źródło finansowania: własne", "")
    )
    assert places(text, "INITIATIVE_TEXT_COPIED") == [("P1", "P2")]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zajęcia w szkole.", "Zajęcia w szkole."), (LONG, "Montaż czujek w mieszkaniach osób samotnych.")],
)
def test_short_and_different_descriptions_are_not_copied(one: str, other: str) -> None:
    text = initiatives(ROW.format("Zima", "A", one, "w"), ROW.format("Lato", "B", other, "w"))
    assert findings(text, "INITIATIVE_TEXT_COPIED") == []


def test_aim_missing_only_where_others_have_it() -> None:
    both = (ROW.format("Zima", "Nauka", "x", "w"), ROW.format("Lato", "", "y", "w"))
    assert places(initiatives(*both), "GOAL_MISSING")[:1] == [("P2",)]
    assert places(initiatives(both[0], both[0].replace("Zima", "Lato")), "GOAL_MISSING") == []


def test_money_missing() -> None:
    rows = (ROW.format("Zima", "A", "x", ""), ROW.format("Lato", "B", "y. Źródło finansowania: własne.", ""))
    assert places(initiatives(*rows), "FUNDING_MISSING") == [("P1",)]
    assert places(initiatives(rows[1]), "FUNDING_MISSING") == []


def test_aim_that_begins_alike_for_the_greater_part_is_copied() -> None:
    aim = "Podniesienie wiedzy i umiejętności osób zajmujących się opieką, edukacją i wychowaniem {}."
    rows = [ROW.format(name, aim.format(whom), "x", "w") for name, whom in (("Zima", "dzieci"), ("Lato", "ucznia"))]
    assert places(initiatives(*rows), "INITIATIVE_TEXT_COPIED") == [("P1", "P2")]


def test_aims_of_a_common_form_are_not_copied() -> None:
    aim = "Podniesienie poziomu wiedzy o zagrożeniach {}."
    rows = [ROW.format(name, aim.format(what), "x", "w") for name, what in (("Zima", "na lodzie"), ("Lato", "w sieci"))]
    assert findings(initiatives(*rows), "INITIATIVE_TEXT_COPIED") == []
