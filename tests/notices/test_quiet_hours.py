"""When messages may go: the night, days off, and the two nights of the year when the clocks change."""

from datetime import UTC, datetime

import pytest

from bezpiecznik.notices.quiet import WARSAW, Hours

HOUSE = Hours(quiet_from=20, quiet_until=7, days_off=True, digest_at=8)


def warsaw(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=WARSAW)


@pytest.mark.parametrize(
    ("asked", "free"),
    [
        ("2026-11-26T12:00", "2026-11-26T12:00"),
        ("2026-11-26T19:59", "2026-11-26T19:59"),
        ("2026-11-26T20:00", "2026-11-27T07:00"),
        ("2026-11-27T03:15", "2026-11-27T07:00"),
        ("2026-11-27T07:00", "2026-11-27T07:00"),
        ("2026-11-27T21:00", "2026-11-30T07:00"),  # Friday evening: Monday
        ("2026-11-28T12:00", "2026-11-30T07:00"),  # Saturday
        ("2026-12-23T22:00", "2026-12-28T07:00"),  # Christmas and the Sunday after
        ("2026-12-31T21:00", "2027-01-04T07:00"),  # New Year on Friday
    ],
)
def test_a_message_waits_for_the_end_of_silence(asked: str, free: str) -> None:
    assert HOUSE.first_free(warsaw(asked)) == warsaw(free)


@pytest.mark.parametrize(
    ("asked", "free"),
    [
        (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), datetime(2026, 3, 29, 5, tzinfo=UTC)),  # spring: 7:00 is 5 UTC
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 6, tzinfo=UTC)),  # autumn: 7:00 is 6 UTC
    ],
)
def test_silence_ends_at_seven_by_the_clock_on_the_wall(asked: datetime, free: datetime) -> None:
    every_day = Hours(quiet_from=20, quiet_until=7, days_off=False, digest_at=8)
    assert every_day.first_free(asked) == free


def test_silence_inside_one_day_ends_on_that_day() -> None:
    siesta = Hours(quiet_from=13, quiet_until=15, days_off=False, digest_at=8)
    assert siesta.first_free(warsaw("2026-11-26T13:30")) == warsaw("2026-11-26T15:00")
    assert siesta.first_free(warsaw("2026-11-26T01:00")) == warsaw("2026-11-26T01:00")


def test_equal_hours_mean_no_silence() -> None:
    open_all_night = Hours(quiet_from=0, quiet_until=0, days_off=False, digest_at=8)
    assert open_all_night.first_free(warsaw("2026-11-28T03:00")) == warsaw("2026-11-28T03:00")


@pytest.mark.parametrize(
    ("asked", "goes"),
    [
        ("2026-11-26T07:59", "2026-11-26T08:00"),
        ("2026-11-26T08:00", "2026-11-27T08:00"),
        ("2026-11-27T12:00", "2026-11-30T08:00"),  # over the weekend
        ("2026-03-27T12:00", "2026-03-30T08:00"),  # over the change of clocks
    ],
)
def test_the_digest_of_a_day_goes_on_the_next_working_day(asked: str, goes: str) -> None:
    assert HOUSE.next_daily(warsaw(asked)) == warsaw(goes)


@pytest.mark.parametrize(
    ("asked", "goes"),
    [
        ("2026-11-26T12:00", "2026-11-30T08:00"),
        ("2026-11-30T07:00", "2026-11-30T08:00"),
        ("2026-11-30T08:00", "2026-12-07T08:00"),
        ("2026-04-01T12:00", "2026-04-07T08:00"),  # Easter Monday is off: Tuesday
        ("2026-04-06T12:00", "2026-04-07T08:00"),
    ],
)
def test_the_digest_of_a_week_goes_on_monday_or_the_first_working_day_after(asked: str, goes: str) -> None:
    assert HOUSE.next_weekly(warsaw(asked)) == warsaw(goes)


def test_a_digest_set_into_the_night_goes_when_silence_ends() -> None:
    nightly = Hours(quiet_from=20, quiet_until=7, days_off=True, digest_at=5)
    assert nightly.next_daily(warsaw("2026-11-26T12:00")) == warsaw("2026-11-27T07:00")
