from datetime import date

import pytest

from bezpiecznik.core.polish import fold, forms, long_date, remaining, search_text, slug


def test_folding_leaves_no_diacritics() -> None:
    assert fold("Zażółć GĘŚLĄ jaźń, Łódź") == "zazolc gesla jazn, lodz"


def test_slug_keeps_every_polish_letter() -> None:
    assert slug("Łódź, Źródło") == "lodz-zrodlo"


@pytest.mark.parametrize(
    ("count", "word"),
    [(0, "działań"), (1, "działanie"), (2, "działania"), (4, "działania"), (5, "działań"), (12, "działań"),
     (14, "działań"), (21, "działań"), (22, "działania"), (112, "działań"), (1004, "działania")],
)  # fmt: skip
def test_counted_noun_takes_its_polish_form(count: int, word: str) -> None:
    assert forms(count, "działanie,działania,działań") == word


def test_a_date_is_written_in_words_without_breaks() -> None:
    assert long_date(date(2026, 11, 3)) == "3\u00a0listopada\u00a02026"


def test_no_words_give_an_empty_key() -> None:
    assert search_text("", " – ") == ""


@pytest.mark.parametrize(
    ("count", "told"), [(1, "został 1\u00a0dzień"), (2, "zostały 2\u00a0dni"), (12, "zostało 12\u00a0dni")]
)
def test_what_remains_is_told_with_the_verb_that_fits(count: int, told: str) -> None:
    assert remaining(count, "dzień,dni,dni") == told
