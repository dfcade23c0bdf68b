from datetime import date
from decimal import Decimal

import pytest

from bezpiecznik.reporting.wording import deadline, figure, parse_decimal


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2023, 1, 8), "zostało 12\u00a0dni"),
        (date(2023, 1, 18), "zostały 2\u00a0dni"),
        (date(2023, 1, 19), "został 1\u00a0dzień"),
        (date(2023, 1, 20), "termin mija dziś"),
        (date(2023, 1, 21), "termin minął 1\u00a0dzień temu"),
        (date(2023, 1, 23), "termin minął 3\u00a0dni temu"),
    ],
)
def test_the_deadline_is_told_in_days(day: date, words: str) -> None:
    assert deadline(date(2023, 1, 20), day) == words


@pytest.mark.parametrize(
    ("typed", "value"),
    [("12", "12"), ("12,5", "12.5"), ("1 234,50", "1234.5"), ("1\u00a0234", "1234"), ("0", "0"), ("3.25", "3.25")],
)
def test_numbers_are_read_as_people_write_them(typed: str, value: str) -> None:
    assert parse_decimal(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "dużo", "-1", "1,234", "12,5,1", "NaN", "1e30", "inf"])
def test_what_is_not_a_count_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=typed if typed else None):
        parse_decimal(typed)


def test_figures_have_a_comma_and_no_needless_zeros() -> None:
    assert [figure(v) for v in ("1234.50", Decimal("12.00"), "0.25")] == ["1\u00a0234,5", "12", "0,25"]
