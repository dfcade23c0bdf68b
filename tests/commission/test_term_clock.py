"""How near the end of a term is, and when a term of three years ends. Pure."""

from datetime import date, timedelta

import pytest

from bezpiecznik.commission.terms import Nearness, TermClock, clock_of, end_of, months_before

FIRST, LAST = date(2019, 6, 18), date(2022, 6, 18)


def on(day: date) -> TermClock:
    return clock_of(FIRST, LAST, day, soon=6, very_soon=3)


def test_the_commission_of_kielce_expired_three_years_later_to_the_day() -> None:
    assert end_of(FIRST, 3) == LAST


def test_a_term_from_a_leap_day_ends_on_the_last_of_february() -> None:
    assert end_of(date(2024, 2, 29), 3) == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("day", "nearness"),
    [
        (date(2019, 6, 17), Nearness.FUTURE),
        (FIRST, Nearness.RUNNING),
        (date(2021, 12, 17), Nearness.RUNNING),
        (date(2021, 12, 18), Nearness.SOON),
        (date(2022, 3, 17), Nearness.SOON),
        (date(2022, 3, 18), Nearness.VERY_SOON),
        (LAST, Nearness.VERY_SOON),
        (date(2022, 6, 19), Nearness.EXPIRED),
    ],
)
def test_it_warns_half_a_year_before_and_again_three_months_before(day: date, nearness: Nearness) -> None:
    assert on(day).nearness == nearness


def test_an_expired_term_says_that_no_new_one_was_appointed() -> None:
    told = on(date(2022, 6, 20)).sentence.replace("\u00a0", " ")

    assert told == "Kadencja wygasła 18 czerwca 2022, 2 dni temu, a nowej nie powołano."


def test_the_last_day_is_told_as_today() -> None:
    assert on(LAST).sentence.startswith("Kadencja kończy się dziś")


@pytest.mark.parametrize("ahead", range(0, 1200, 37))
def test_days_behind_and_ahead_always_make_the_whole(ahead: int) -> None:
    stands = on(FIRST + timedelta(days=ahead))

    assert 0 <= stands.passed <= stands.length
    assert 0 <= float(stands.percent) <= 100
    if not stands.is_expired:
        assert stands.passed + stands.left + 1 == stands.length


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2022, 8, 31), 6, date(2022, 2, 28)),
        (date(2022, 1, 15), 1, date(2021, 12, 15)),
        (date(2022, 5, 31), 3, date(2022, 2, 28)),
    ],
)
def test_months_are_counted_back_into_shorter_ones(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before
