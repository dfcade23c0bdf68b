"""Days on which Polish offices do not work. Pure.

Source: the act of 18 January 1951 on days free from work (Dz.U. 2025 poz. 296); Christmas Eve since 2025.
"""

from datetime import date, timedelta

FIXED = {(1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26)}
CHRISTMAS_EVE_FREE_FROM = 2025
AFTER_EASTER = (0, 1, 49, 60)  # Easter, its Monday, Pentecost, Corpus Christi
SATURDAY = 5


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def is_holiday(day: date) -> bool:
    """Whether the day is free by law, beside weekends."""
    if (day.month, day.day) in FIXED:
        return True
    if (day.month, day.day) == (12, 24):
        return day.year >= CHRISTMAS_EVE_FREE_FROM
    return (day - easter(day.year)).days in AFTER_EASTER


def is_day_off(day: date) -> bool:
    """Saturday, Sunday or a holiday."""
    return day.weekday() >= SATURDAY or is_holiday(day)


def working_day_from(day: date) -> date:
    """This day if offices work on it, else the next one on which they do."""
    while is_day_off(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, days: int) -> date:
    """The day that comes so many working days after this one (before, when negative); the day itself not counted."""
    step = timedelta(days=1 if days >= 0 else -1)
    left = abs(days)
    while left:
        day += step
        left -= not is_day_off(day)
    return day


def working_days_between(earlier: date, later: date) -> int:
    """How many working days come after the first day up to the second, both of them in order; 0 otherwise."""
    length = (later - earlier).days
    return sum(not is_day_off(earlier + timedelta(days=n)) for n in range(1, length + 1))
