"""Terms and dates that do not fit."""

import pytest
from resolution.faults import FULL_HEADER, YEARS, actions, findings, initiatives, places, subjects

ROW = "Zima\tNauka\tAB\tdzieci\t{}\tx\tw"


@pytest.mark.parametrize(
    ("deadline", "told"),
    [
        ("2023", True),
        ("do 31 maja 2028 r.", True),
        ("2025", False),
        ("raz w roku", False),
        ("do 30 czerwca", False),
        ("rok szkolny 2023/2024", False),
        ("rok szkolny 2021/2022", True),
    ],
)
def test_deadline_of_an_action_within_the_years(deadline: str, told: bool) -> None:
    text = YEARS.format(years="2024–2027", date="5 lutego 2024 r.") + "OBSZAR I: DROGI\n\n" + FULL_HEADER
    text += f"1.\tPatrole.\tAB\tCD\t{deadline}\tliczba patroli\twłasne\n"
    assert bool(findings(text, "TERM_OUTSIDE_YEARS")) is told


@pytest.mark.parametrize(
    ("term", "early", "endless"),
    [
        ("2024–2025", True, False),
        ("2024", True, False),
        ("2024–2026", False, False),
        ("2024 – bezterminowo", False, True),
        ("od 2025", False, True),
        ("2025–2027", False, False),
        ("cały rok", False, False),
    ],
)
def test_initiative_that_ends_early_or_never(term: str, early: bool, endless: bool) -> None:
    text = initiatives(ROW.format(term))
    assert (bool(findings(text, "TERM_ENDS_EARLY")), bool(findings(text, "TERM_OPEN_ENDED"))) == (early, endless)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Program na lata 2027–2024 trwa.", ["2027–2024"]),
        ("Okres 2026 - 2025 r.", ["2026 - 2025"]),
        ("Program na lata 2024–2027 trwa.", []),
        ("Telefon 2027-2024-11.", []),
        ("Uchwała 1/2027 – 2024 rok.", []),
    ],
)
def test_years_the_wrong_way_round(text: str, told: list[str]) -> None:
    assert subjects(text, "YEARS_REVERSED") == told


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("31 czerwca", True),
        ("30 lutego 2024 r.", True),
        ("29 lutego 2023", True),
        ("31.04.2025", True),
        ("0 maja", True),
        ("31 maja", False),
        ("29 lutego", False),
        ("29 lutego 2024 r.", False),
        ("30.06.2025", False),
        ("45 maja 1945 ulicy".replace("45 maja 1945", "99 majaków"), False),
        ("100 lipców", False),
        ("15 kwietniowych spotkań", False),
        ("wersja 1.13.2025.7", False),
    ],
)
def test_day_that_its_month_does_not_have(date: str, told: bool) -> None:
    assert bool(findings(actions(f"Przegląd szkół do {date} w powiecie."), "DATE_IMPOSSIBLE")) is told


def test_place_of_an_impossible_deadline_is_its_action() -> None:
    text = "OBSZAR I: DROGI\n\n" + FULL_HEADER + "1.\tPatrole.\tAB\tCD\tdo 31 czerwca\tliczba\twłasne\n"
    assert places(text, "DATE_IMPOSSIBLE") == [("A1.1",)]
