"""Until when a report is due after something happened. Pure.

Working days skip weekends and Polish holidays. A calendar deadline that falls on a day off stays where it is: the rule
of art. 57 § 4 of the code of administrative procedure is about terms in administrative cases, and a request to another
body is not one. The next working day is told beside it, so that nobody works on Sunday (ADR 0025).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bezpiecznik.core.holidays import add_working_days, working_day_from
from bezpiecznik.plans.models import DayUnit


@dataclass(frozen=True)
class Deadline:
    """The day itself, and the first day from it on which offices work."""

    day: date

    @property
    def working_day(self) -> date:
        return working_day_from(self.day)

    @property
    def falls_on_day_off(self) -> bool:
        return self.day != self.working_day


def report_deadline(happened: date, within: int | None, unit: str) -> Deadline | None:
    """So many calendar or working days after the day; None where nothing was agreed."""
    if within is None:
        return None
    if unit == DayUnit.WORKING:
        return Deadline(add_working_days(happened, within))
    return Deadline(happened + timedelta(days=within))
