"""The clock, purely: working days, holidays, standing still."""

from datetime import date

import pytest

from bezpiecznik.motions.timing import clock_of, days_left, elapsed, months_later, resumed


@pytest.mark.parametrize(
    ("due", "today", "sentence", "mark"),
    [
        (date(2023, 6, 14), date(2023, 6, 5), "zostało 6\u00a0dni roboczych", "ongoing"),  # Corpus Christi on the 8th
        (date(2023, 6, 7), date(2023, 6, 5), "zostały 2\u00a0dni robocze", "due"),
        (date(2023, 6, 6), date(2023, 6, 5), "został 1\u00a0dzień roboczy", "due"),
        (date(2023, 6, 5), date(2023, 6, 5), "termin mija dziś", "due"),
        (date(2023, 6, 5), date(2023, 6, 7), "po terminie o 2\u00a0dni robocze", "overdue"),
        (date(2023, 6, 2), date(2023, 6, 4), "po terminie", "overdue"),  # a Sunday: no working day has passed yet
    ],
)
def test_the_clock_speaks_in_working_days(due: date, today: date, sentence: str, mark: str) -> None:
    clock = clock_of(due, today)

    assert clock is not None
    assert (clock.sentence, clock.mark) == (sentence, mark)


def test_no_term_has_no_clock() -> None:
    assert clock_of(None, date(2023, 6, 5)) is None


@pytest.mark.parametrize("left", [-2, 0, 5])
def test_a_clock_that_stood_still_goes_on_with_what_was_left(left: int) -> None:
    monday = date(2023, 7, 3)

    assert days_left(resumed(left, monday), monday) == left


def test_days_on_which_the_clock_stood_still_do_not_count() -> None:
    office, institution, office_again = (
        (date(2023, 7, 3), date(2023, 7, 5), False),
        (date(2023, 7, 5), date(2023, 7, 12), True),
        (date(2023, 7, 12), date(2023, 7, 13), False),
    )

    assert elapsed([office, institution, office_again]) == 3


def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month() -> None:
    assert months_later(date(2023, 8, 31), 6) == date(2024, 2, 29)
    assert months_later(date(2023, 6, 5), 6) == date(2023, 12, 5)
