"""References to acts and words that the law changed."""

import pytest
from resolution.faults import YEARS, findings, places, repairs, subjects

ACT = "ustawy z dnia 5 czerwca 1998 r. o samorządzie powiatowym"


def test_one_provision_cited_in_two_ways() -> None:
    text = f"Na podstawie art. 12 pkt 9b {ACT} działa rada.\n\nZgodnie z dyspozycją artykułu 12, ust. 9b {ACT} trzeba."
    assert places(text, "LEGAL_REFERENCE_CONFLICT") == [("l.1", "l.3")]
    assert repairs(text, "LEGAL_REFERENCE_CONFLICT") == [("l.3", "artykułu 12, ust. 9b", "artykułu 12 pkt 9b")]


@pytest.mark.parametrize(
    "other",
    [
        f"art. 12 pkt 9b {ACT}",
        f"art. 92 ust. 1 pkt 2 i ust. 2 {ACT}",
        "art. 12 ust. 9b ustawy z dnia 8 marca 1990 r. o samorządzie gminnym",
        f"art. 13 ust. 9b {ACT}",
    ],
    ids=["the same way", "deeper units", "another act", "another article"],
)
def test_other_provisions_do_not_conflict(other: str) -> None:
    text = f"Na podstawie art. 12 pkt 9b {ACT} działa rada.\n\nStosuje się {other} stale."
    assert findings(text, "LEGAL_REFERENCE_CONFLICT") == []


def test_competence_of_the_council_cited_wrong() -> None:
    text = f"Na podstawie art. 12 ust. 9b {ACT} działa rada."
    assert repairs(text, "LEGAL_REFERENCE_WRONG") == [("l.1", "art. 12 ust. 9b", "art. 12 pkt 9b")]
    assert findings(text.replace("ust.", "pkt"), "LEGAL_REFERENCE_WRONG") == []
    assert findings(text.replace("12", "38"), "LEGAL_REFERENCE_WRONG") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mowa w pkt. 1 i 2.", ["pkt."]),
        ("Ustawa (Dz.U. z 2020 poz. 920).", ["Dz. U."]),
        ("Mowa w pkt 1 i 2.", []),
        ("Mowa o tym pkt. Dalej.", []),
        ("Ustawa (Dz. U. z 2020 r. poz. 920).", []),
        ("Ustawa (Dz. U. Nr 162, poz. 1568).", []),
    ],
)
def test_ways_of_citing(text: str, told: list[str]) -> None:
    assert subjects(text, "LEGAL_CITATION") == told


FAMILY, HOME = "Pomoc ofiarom przemocy w rodzinie.", "Przeciwdziałanie przemocy domowej."


@pytest.mark.parametrize(
    ("date", "texts", "mixed", "changed"),
    [
        ("5 lutego 2021 r.", (FAMILY, HOME), True, False),
        ("5 lutego 2021 r.", (FAMILY, FAMILY), False, False),
        ("5 lutego 2024 r.", (FAMILY, HOME), False, True),
        ("21 czerwca 2023 r.", (FAMILY, FAMILY), False, False),
        ("22 czerwca 2023 r.", (FAMILY, FAMILY), False, True),
        ("5 lutego 2024 r.", (HOME, HOME), False, False),
        ("5 lutego 2024 r.", ("Nauka o przemocy. W rodzinie spokój.", HOME), False, False),
        ("5 lutego 2021 r.", ("Ustawa o przeciwdziałaniu przemocy w rodzinie.", HOME), False, False),
    ],
)
def test_violence_in_the_words_of_its_time(date: str, texts: tuple[str, str], mixed: bool, changed: bool) -> None:
    text = YEARS.format(date=date, years="2024–2026") + "\n\n".join(texts)
    assert (bool(findings(text, "TERM_INCONSISTENT")), bool(findings(text, "LAW_WORDING"))) == (mixed, changed)


@pytest.mark.parametrize(("date", "told"), [("2 czerwca 2025 r.", True), ("2 maja 2025 r.", False)])
def test_act_on_employment_after_it_was_replaced(date: str, told: bool) -> None:
    text = YEARS.format(date=date, years="2025–2027")
    text += "Zadania z ustawy o promocji zatrudnienia i instytucjach rynku pracy."
    assert subjects(text, "LAW_WORDING") == (
        ["ustawa o promocji zatrudnienia i instytucjach rynku pracy"] if told else []
    )


def test_without_a_date_the_first_year_has_to_be_later_than_the_change() -> None:
    assert findings("Program na lata 2023–2025.\n\n" + FAMILY, "LAW_WORDING") == []
    assert len(findings("Program na lata 2024–2026.\n\n" + FAMILY, "LAW_WORDING")) == 1


def test_sentence_about_the_law_names_its_source() -> None:
    text = YEARS.format(date="5 lutego 2024 r.", years="2024–2026") + FAMILY
    assert "ustawa z dnia 9 marca 2023 r." in findings(text, "LAW_WORDING")[0].message.replace("\u00a0", " ")
