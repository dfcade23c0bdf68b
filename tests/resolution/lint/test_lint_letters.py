"""Signs that do not belong where they stand."""

import pytest
from resolution.faults import actions, findings, repairs, subjects
from resolution.samples import programme


@pytest.mark.parametrize(
    ("word", "now"),
    [
        ("należyтым", "należytym"),
        ("szkоły", "szkoły"),
        ("КМР", "KMP"),
        ("bezpiecznΥm", "bezpiecznYm"),
    ],
)
def test_letters_of_another_alphabet(word: str, now: str) -> None:
    assert repairs(actions(f"Kontrola w {word} stanie."), "FOREIGN_LETTERS") == [("A1.1", word, now)]


@pytest.mark.parametrize("words", ["należytym", "Ласкаво просимо", "5 μg/m³", "ćma Ω β", "Zażółć gęślą jaźń"])
def test_polish_foreign_words_and_symbols_are_no_mixture(words: str) -> None:
    assert findings(actions(f"Kontrola {words} w mieście."), "FOREIGN_LETTERS") == []


@pytest.mark.parametrize(("word", "told"), [("szko1y", True), ("rok0w", True), ("PM10", False), ("2a", False)])
def test_digit_inside_a_word(word: str, told: bool) -> None:
    assert bool(findings(actions(f"Nadzór {word} w mieście."), "MISPRINT")) is told


def test_address_of_a_page_may_have_digits_inside() -> None:
    assert findings("Więcej na www.pomoc1gmina.pl oraz abc1de@poczta.pl stale.", "MISPRINT") == []


@pytest.mark.parametrize(
    ("head", "told"), [("1.p.", True), ("L p.", True), ("I.p.", True), ("l.p.", False), ("Lp.", False), ("Nr", False)]
)
def test_heading_of_the_number_column(head: str, told: bool) -> None:
    text = f"OBSZAR I: DROGI\n\n{head}\tDziałania\tPodmiot odpowiedzialny\tPartnerzy\n1.\tPatrole.\tAB\tCD\n"
    assert repairs(text, "MISPRINT") == ([("l.3", head, "Lp.")] if told else [])


def test_marks_of_a_web_page() -> None:
    assert subjects(actions("<p>Patrole nocne.</p>"), "MARKUP_LEFT") == ["<p>"]


def test_signs_less_and_greater_are_no_marks() -> None:
    assert findings(actions("Kontrole, gdy 5 < x > 3.", "Pył <PM10>."), "MARKUP_LEFT") == []


def test_heading_of_a_column_alone_between_tables() -> None:
    reading = programme("1.\tPatrole.\tAB\tCD", "", "Działania", "")
    assert subjects(reading, "STRAY_TEXT") == ["Działania"]


def test_heading_of_a_column_in_a_sentence_is_not_alone() -> None:
    assert findings(programme("1.\tPatrole.\tAB\tCD", "", "Działania trwają.", ""), "STRAY_TEXT") == []
