"""Small timetables that tests of the timetable share."""

from datetime import UTC, date, datetime
from typing import Any

from bezpiecznik.accounts.models import User
from bezpiecznik.plans.models import Schedule, Undertaking
from bezpiecznik.plans.timetabling import Timetable, set_schedule

JUNE = datetime(2022, 6, 15, 10, tzinfo=UTC)
"""„Today” in most of these tests."""
MONTHLY = "FREQ=MONTHLY;COUNT=6;BYMONTHDAY=10"


def monthly(undertaking: Undertaking, by: User, **said: Any) -> Schedule:
    """On the tenth of each month from January to June 2022."""
    fields = {"starts_on": date(2022, 1, 10), "rrule": MONTHLY, **said}
    return set_schedule(undertaking, Timetable("recurring", **fields), by=by)


def once(undertaking: Undertaking, day: date, by: User, **said: Any) -> Schedule:
    return set_schedule(undertaking, Timetable("once", ends_on=day, **said), by=by)
