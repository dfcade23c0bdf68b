"""Which periods ask about an undertaking: one rule, once for a timetable and once for a query."""

from datetime import date
from itertools import product
from typing import Any

import pytest
from cast import MakeAction

from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Responsibility, Schedule, Undertaking
from bezpiecznik.plans.timetable import asked_in, is_asked

FIRST_HALF = (date(2022, 1, 1), date(2022, 6, 30))
SECOND_HALF = (date(2022, 7, 1), date(2022, 12, 31))


def asked(undertaking: Undertaking, period: tuple[date, date]) -> bool:
    """By the query."""
    return Responsibility.objects.filter(asked_in(*period), undertaking=undertaking).exists()


@pytest.mark.parametrize(
    ("fields", "first", "second"),
    [
        pytest.param({}, True, True, id="continuous, with the programme"),
        pytest.param({"starts_on": date(2022, 7, 1)}, False, True, id="begins with the second half"),
        pytest.param({"ends_on": date(2022, 6, 30)}, True, False, id="ends with the first half"),
        pytest.param(
            {"kind": "once", "starts_on": date(2022, 5, 1), "ends_on": date(2022, 5, 3)}, True, False, id="single"
        ),
        pytest.param({"kind": "once", "ends_on": date(2022, 9, 1)}, True, True, id="single, prepared from the start"),
        pytest.param(
            {"kind": "once", "ends_on": date(2022, 9, 1), "completed_on": date(2022, 6, 30)},
            True, False, id="completed before its day",
        ),
        pytest.param({"reported": "after_completion"}, False, False, id="after completion, not completed"),
        pytest.param(
            {"reported": "after_completion", "completed_on": date(2022, 7, 1)}, False, True, id="after completion"
        ),
        pytest.param(
            {"kind": "recurring", "rrule": "FREQ=YEARLY", "starts_on": date(2022, 12, 31)},
            False, True, id="recurring from the last day",
        ),
    ],
)  # fmt: skip
def test_a_period_asks_when_it_meets_the_timetable(
    patrols: Undertaking, fields: dict[str, Any], first: bool, second: bool
) -> None:
    schedule = Schedule.objects.create(undertaking=patrols, **fields)

    assert (is_asked(schedule, *FIRST_HALF), is_asked(schedule, *SECOND_HALF)) == (first, second)
    assert (asked(patrols, FIRST_HALF), asked(patrols, SECOND_HALF)) == (first, second)


def test_without_a_timetable_each_period_asks(patrols: Undertaking) -> None:
    assert is_asked(None, *FIRST_HALF)
    assert asked(patrols, FIRST_HALF)


DAYS = (None, date(2021, 12, 31), date(2022, 1, 1), date(2022, 6, 30), date(2022, 7, 1))


def test_the_query_says_of_many_what_the_rule_says_of_one(make_action: MakeAction, police: Institution) -> None:
    """Every timetable whose days lie around the edges of the period: 5 starts, 5 ends, 5 completions, both ways."""
    schedules = []
    for start, end, completed, reported in product(DAYS, DAYS, DAYS, ("each_period", "after_completion")):
        if start and end and end < start:
            continue
        schedules.append(
            Schedule(
                undertaking=make_action(lead=police),
                starts_on=start,
                ends_on=end,
                completed_on=completed,
                reported=reported,
            )
        )
    Schedule.objects.bulk_create(schedules)
    found = Responsibility.objects.filter(asked_in(*FIRST_HALF)).values_list("undertaking", flat=True)

    assert len(schedules) == 190
    assert set(found) == {one.undertaking_id for one in schedules if is_asked(one, *FIRST_HALF)}
