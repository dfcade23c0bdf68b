"""Arithmetic of the timetable: coarse days, rules of recurrence, deadlines. Properties are sought by hypothesis."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bezpiecznik.core.holidays import is_day_off, working_days_between
from bezpiecznik.plans.models import DayUnit, Precision
from bezpiecznik.plans.timetable import days, recurrence, repeats
from bezpiecznik.plans.timetable.deadlines import report_deadline
from bezpiecznik.plans.timetable.recurrence import RuleRefused, check, normal, occurrences
from bezpiecznik.plans.timetable.repeats import Every, Repeat

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no fault of the arithmetic."""
some_day = st.dates(date(1999, 1, 1), date(2060, 12, 31))
START, END = date(2022, 1, 1), date(2023, 12, 31)


@pytest.mark.parametrize(
    ("precision", "kept", "said"),
    [
        ("day", date(2022, 5, 5), "5 maja 2022"),
        ("month", date(2022, 5, 31), "maj 2022"),
        ("quarter", date(2022, 6, 30), "II kwartał 2022"),
        ("half", date(2022, 6, 30), "I półrocze 2022"),
        ("year", date(2022, 12, 31), "rok 2022"),
    ],
)
def test_coarse_days_are_kept_as_their_last_day_and_said_in_words(precision: str, kept: date, said: str) -> None:
    day = date(2022, 5, 5)
    assert days.coarse(day, precision) == kept
    assert days.words(day, precision).replace("\u00a0", " ") == said
    assert days.words(kept, precision) == days.words(day, precision)


@calm
@given(some_day, st.sampled_from(Precision.values))
def test_a_coarse_day_lies_in_its_span_and_stays_as_it_is(day: date, precision: str) -> None:
    first, last = days.span(day, precision)
    assert first <= day <= last
    assert days.span(first, precision) == days.span(last, precision) == (first, last)
    assert precision == "day" or (first.day == 1 and (last + timedelta(days=1)).day == 1)


@calm
@given(some_day, st.integers(0, 90))
def test_a_deadline_in_working_days_falls_on_a_working_day(happened: date, within: int) -> None:
    found = report_deadline(happened, within, DayUnit.WORKING)
    assert found
    assert working_days_between(happened, found.day) == within
    assert within == 0 or (not is_day_off(found.day) and not found.falls_on_day_off)


@calm
@given(some_day, st.integers(0, 90))
def test_a_calendar_deadline_is_kept_and_the_next_working_day_told_beside(happened: date, within: int) -> None:
    found = report_deadline(happened, within, DayUnit.CALENDAR)
    assert found
    assert (found.day - happened).days == within
    assert not is_day_off(found.working_day)
    assert all(is_day_off(found.day + timedelta(days=n)) for n in range((found.working_day - found.day).days))


def test_a_deadline_over_long_weekend_of_may() -> None:
    found = report_deadline(date(2022, 4, 29), 2, DayUnit.WORKING)
    assert found
    assert found.day == date(2022, 5, 4)
    calendar = report_deadline(date(2022, 4, 29), 2, DayUnit.CALENDAR)
    assert calendar
    assert (calendar.day, calendar.working_day) == (date(2022, 5, 1), date(2022, 5, 2))
    assert report_deadline(date(2022, 4, 29), None, DayUnit.WORKING) is None


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("", "nie jest częścią reguły"),
        ("codziennie", "„CODZIENNIE” nie jest częścią reguły"),
        ("FREQ=HOURLY", "FREQ to DAILY, WEEKLY, MONTHLY albo YEARLY"),
        ("FREQ=DAILY;BYHOUR=8", "nie może zawierać części BYHOUR"),
        ("FREQ=MONTHLY;DTSTART=20220101", "nie może zawierać części DTSTART"),
        ("FREQ=MONTHLY;FREQ=DAILY", "nie jest częścią reguły"),
        ("FREQ=MONTHLY;COUNT=3;UNTIL=20230101", "nie oba naraz"),
        ("FREQ=MONTHLY;COUNT=1001", "COUNT musi być liczbą od 1 do 1000"),
        ("FREQ=MONTHLY;INTERVAL=0", "INTERVAL musi być liczbą od 1 do 1000"),
        ("FREQ=MONTHLY;INTERVAL=1,2", "INTERVAL musi być liczbą"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "BYMONTHDAY musi być liczbą od -31 do 31, inną niż zero"),
        ("FREQ=MONTHLY;BYDAY=9MO", "nie są dni tygodnia"),
        ("FREQ=WEEKLY;BYDAY=1MO", "nie są dni tygodnia"),
        ("FREQ=MONTHLY;UNTIL=20230231", "Nie wiadomo, jaki to dzień"),
        ("FREQ=DAILY", ""),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "nie wskazuje żadnego dnia"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=MO", "nie wskazuje żadnego dnia"),
    ],
)
def test_what_nobody_means_is_refused_in_a_sentence(rule: str, says: str) -> None:
    if not says:
        assert check(rule, START, END)
        return
    with pytest.raises(RuleRefused) as refusal:
        check(rule, START, END)
    assert says in str(refusal.value)


def test_more_than_a_thousand_times_is_continuous() -> None:
    with pytest.raises(RuleRefused, match="oznacz jako ciągłe"):
        check("FREQ=DAILY", date(2021, 1, 1), END)
    assert len(occurrences("FREQ=DAILY", date(1999, 1, 1), date(1999, 1, 1), END)) == recurrence.MOST


def test_the_last_occurrence_is_told() -> None:
    assert check("rrule:byday=1mo;freq=monthly;count=8", START, END) == (
        "FREQ=MONTHLY;COUNT=8;BYDAY=1MO",
        date(2022, 8, 1),
    )
    assert check("FREQ=YEARLY;UNTIL=20220630T000000Z", START, END) == ("FREQ=YEARLY;UNTIL=20220630", START)


def test_a_rule_may_reach_beyond_the_window_and_the_calendar() -> None:
    assert occurrences("FREQ=YEARLY;UNTIL=99991231", date(2024, 2, 29), START, date(2032, 12, 31)) == [
        date(2024, 2, 29),
        date(2028, 2, 29),
        date(2032, 2, 29),
    ]
    assert occurrences("FREQ=YEARLY", END, START, START) == []


weekdays = st.lists(st.sampled_from(sorted(repeats.WEEKDAYS)), min_size=1, max_size=3, unique=True).map(tuple)
ends = st.one_of(
    st.just({}), st.integers(1, 50).map(lambda n: {"times": n}), st.dates(START, END).map(lambda day: {"until": day})
)
on_weeks = st.builds(
    lambda every, days: {"every": every, "weekdays": days}, st.sampled_from(("week", "fortnight")), weekdays
)
on_days = st.builds(
    lambda every, day, month: {"every": every, "month_day": day, **({"month": month} if every == "year" else {})},
    st.sampled_from(("month", "two_months", "quarter", "half", "year")),
    st.sampled_from((*range(1, 32), -1)),
    st.integers(1, 12),
)
on_nth = st.builds(
    lambda every, nth, day, month: {
        "every": every, "nth": nth, "weekdays": (day,), **({"month": month} if every == "year" else {}),
    },
    st.sampled_from(("month", "two_months", "quarter", "half", "year")),
    st.sampled_from(repeats.ORDINALS),
    st.sampled_from(sorted(repeats.WEEKDAYS)),
    st.integers(1, 12),
)  # fmt: skip
any_repeat = st.builds(
    lambda on, end: Repeat(**{**on, **end, "every": Every(on["every"])}), st.one_of(on_weeks, on_days, on_nth), ends
)


@calm
@given(any_repeat, st.dates(START, END))
def test_words_become_a_rule_and_words_again(repeat: Repeat, starts_on: date) -> None:
    rule = repeats.to_rule(repeat, starts_on)
    assert repeats.from_rule(rule) == repeat
    assert normal(rule) == rule
    assert repeats.sentence(rule).startswith(str(repeats.EVERY[repeat.every]))


@calm
@given(any_repeat, st.dates(START, END), some_day, st.integers(0, 800))
def test_occurrences_lie_in_the_window_in_order_and_do_not_depend_on_it(
    repeat: Repeat, starts_on: date, first: date, length: int
) -> None:
    last = min(first + timedelta(days=length), date(2040, 1, 1))
    rule = repeats.to_rule(repeat, starts_on)
    found = occurrences(rule, starts_on, first, last)
    assert found == sorted(set(found))
    assert all(max(first, starts_on) <= day <= last for day in found)
    assert repeat.until is None or all(day <= repeat.until for day in found)
    whole = occurrences(rule, starts_on, starts_on, date(2040, 1, 1))
    assert repeat.times is None or len(whole) <= repeat.times
    if len(whole) < recurrence.MOST:
        assert found == [day for day in whole if first <= day <= last]


@calm
@given(st.sampled_from(Every), st.dates(START, END))
def test_the_day_of_the_start_is_the_first_occurrence_where_no_day_is_chosen(every: Every, starts_on: date) -> None:
    rule = repeats.to_rule(Repeat(every), starts_on)
    assert occurrences(rule, starts_on, starts_on, date(2026, 12, 31))[0] == starts_on


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=MONTHLY;INTERVAL=3;COUNT=8;BYDAY=1MO", "co kwartał, w pierwszy poniedziałek miesiąca, 8 razy"),
        ("FREQ=MONTHLY;BYDAY=-1WE", "co miesiąc, w ostatnią środę miesiąca"),
        ("FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1;COUNT=3", "co pół roku, ostatniego dnia miesiąca, 3 razy"),
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=15;COUNT=1", "co rok, 15 marca, 1 raz"),
        ("FREQ=YEARLY;BYMONTH=9;BYDAY=2SA", "co rok, w drugą sobotę września"),
        (
            "FREQ=WEEKLY;BYDAY=TU,TH,SU;UNTIL=20221231",
            "co tydzień, we wtorek, w czwartek i w niedzielę, do 31 grudnia 2022",
        ),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "co dwa tygodnie, we wtorek"),
        ("FREQ=MONTHLY;BYMONTHDAY=10", "co miesiąc, 10. dnia miesiąca"),
        ("FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=31", "co rok, 31 października"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1", "co rok, 29 lutego albo ostatniego dnia"),
        ("FREQ=YEARLY;BYYEARDAY=100", "według reguły FREQ=YEARLY;BYYEARDAY=100"),
        ("FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=1", "według reguły FREQ=MONTHLY;BYMONTH=3;BYMONTHDAY=1"),
        ("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "co miesiąc, 30. dnia miesiąca (w krótszych ostatniego)"),
        ("FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=1", "według reguły FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=1"),
    ],
)
def test_a_rule_is_read_as_a_polish_sentence(rule: str, said: str) -> None:
    assert repeats.sentence(rule).replace("\u00a0", " ") == said


half_rules = st.lists(
    st.tuples(
        st.sampled_from((*recurrence.PARTS, "BYHOUR")), st.sampled_from(("DAILY", "YEARLY", "MO", "1MO", "5", "-1", ""))
    )
).map(lambda pieces: ";".join(f"{name}={value}" for name, value in pieces))


def refused(text: str) -> bool:
    try:
        normal(text)
    except RuleRefused:
        return True
    return False


@calm
@given(st.one_of(st.text(max_size=60), half_rules))
def test_any_text_is_a_rule_or_a_refusal(text: str) -> None:
    assert refused(text) or normal(normal(text)) == normal(text)
