"""Days off by Polish law."""

from datetime import date

import pytest

from bezpiecznik.core.holidays import easter, is_day_off, is_holiday, working_day_from


@pytest.mark.parametrize(
    "day",
    [date(2008, 3, 23), date(2011, 4, 24), date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2038, 4, 25)],
)  # fmt: skip
def test_easter_falls_as_in_the_calendar(day: date) -> None:
    assert easter(day.year) == day


def test_the_holidays_of_2026_are_those_of_the_act() -> None:
    days = [date.fromordinal(n) for n in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal())]
    assert [f"{day:%d.%m}" for day in days if is_holiday(day)] == [
        "01.01", "06.01", "05.04", "06.04", "01.05", "03.05", "24.05", "04.06", "15.08", "01.11", "11.11",
        "24.12", "25.12", "26.12",
    ]  # fmt: skip


def test_christmas_eve_is_free_since_2025() -> None:
    assert [is_holiday(date(year, 12, 24)) for year in (2024, 2025, 2026)] == [False, True, True]


def test_weekends_are_off_though_no_holidays() -> None:
    saturday = date(2026, 11, 28)
    assert is_day_off(saturday)
    assert not is_holiday(saturday)


def test_a_working_day_is_found_behind_a_long_weekend() -> None:
    assert working_day_from(date(2026, 12, 24)) == date(2026, 12, 28)
    assert working_day_from(date(2026, 12, 23)) == date(2026, 12, 23)
