"""When a message may go: quiet hours, days off, and the hour of the digest. Pure; all in Europe/Warsaw."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bezpiecznik.core.holidays import is_day_off, working_day_from

WARSAW = ZoneInfo("Europe/Warsaw")
WEEK = 7


@dataclass(frozen=True)
class Hours:
    """Silence from one hour to another (0-23; equal means none), on days off all day if so chosen."""

    quiet_from: int
    quiet_until: int
    days_off: bool
    digest_at: int

    def first_free(self, moment: datetime) -> datetime:
        """This moment (aware) if messages may go, else the first one from which they may."""
        local = moment.astimezone(WARSAW)
        while True:
            if self.days_off and is_day_off(local.date()):
                local = _at(local.date() + timedelta(days=1), 0)
            elif self._is_quiet(local.hour):
                later = local.hour >= self.quiet_until
                local = _at(local.date() + timedelta(days=int(later)), self.quiet_until)
            else:
                return local

    def _is_quiet(self, hour: int) -> bool:
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= hour < self.quiet_until
        return hour >= self.quiet_from or hour < self.quiet_until

    def next_daily(self, moment: datetime) -> datetime:
        """When the digest of a day goes next, strictly after this moment."""
        return self._digest_from(moment, moment.astimezone(WARSAW).date())

    def next_weekly(self, moment: datetime) -> datetime:
        """When the digest of a week goes next: Monday, or the first working day after."""
        monday = moment.astimezone(WARSAW).date()
        monday -= timedelta(days=monday.weekday())
        found = self._digest_on(monday)
        return found if found > moment else self._digest_on(monday + timedelta(days=WEEK))

    def _digest_from(self, moment: datetime, day: date) -> datetime:
        found = self._digest_on(day)
        return found if found > moment else self._digest_on(day + timedelta(days=1))

    def _digest_on(self, day: date) -> datetime:
        if self.days_off:
            day = working_day_from(day)
        return self.first_free(_at(day, self.digest_at))


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=WARSAW)
