"""Terms of the Commission in days and words. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from bezpiecznik.core.polish import forms, long_date

DAYS = "dzień,dni,dni"


class Nearness(StrEnum):
    FUTURE = "future"
    RUNNING = "running"
    SOON = "soon"
    VERY_SOON = "very_soon"
    EXPIRED = "expired"


@dataclass(frozen=True)
class TermClock:
    """A term on a day: how much of it is behind, and how near its end is."""

    first: date
    last: date
    day: date
    nearness: Nearness

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def passed(self) -> int:
        return min(max((self.day - self.first).days, 0), self.length)

    @property
    def left(self) -> int:
        """Days to the last one; none once it is over."""
        return max((self.last - self.day).days, 0)

    @property
    def percent(self) -> str:
        """How much of the bar is behind, of a hundred, as SVG takes it."""
        return f"{100 * self.passed / self.length:.1f}"

    @property
    def over_for(self) -> int:
        return max((self.day - self.last).days, 0)

    @property
    def is_expired(self) -> bool:
        return self.nearness == Nearness.EXPIRED

    @property
    def warns(self) -> bool:
        return self.nearness in {Nearness.SOON, Nearness.VERY_SOON, Nearness.EXPIRED}

    @property
    def sentence(self) -> str:
        """How it stands, in one sentence."""
        end = long_date(self.last)
        if self.nearness == Nearness.FUTURE:
            return _("Kadencja zacznie się %(day)s.") % {"day": long_date(self.first)}
        if self.is_expired:
            words = {"day": end, "n": self.over_for, "days": forms(self.over_for, DAYS)}
            return _("Kadencja wygasła %(day)s, %(n)d %(days)s temu, a nowej nie powołano.") % words
        words = {"day": end, "n": self.left, "days": forms(self.left, DAYS)}
        if self.left == 0:
            return _("Kadencja kończy się dziś, %(day)s.") % words
        if self.nearness == Nearness.RUNNING:
            return _("Kadencja trwa do %(day)s: jeszcze %(n)d %(days)s.") % words
        return _("Kadencja kończy się %(day)s, za %(n)d %(days)s. Czas przygotować następny skład.") % words


def end_of(starts_on: date, years: int) -> date:
    """The last day of a term: the one that by its date answers the first (art. 112 of the Civil Code)."""
    try:
        return starts_on.replace(year=starts_on.year + years)
    except ValueError:
        return date(starts_on.year + years, 2, 28)


def months_before(day: date, months: int) -> date:
    """The same day of the month so many months earlier, or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    for number in range(day.day, day.day - 4, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise ValueError(day)


def clock_of(first: date, last: date, day: date, *, soon: int, very_soon: int) -> TermClock:
    """`soon` and `very_soon`: so many months before the end the page begins to warn, and warns more."""
    nearness = Nearness.RUNNING
    if day < first:
        nearness = Nearness.FUTURE
    elif day > last:
        nearness = Nearness.EXPIRED
    elif day >= months_before(last, very_soon):
        nearness = Nearness.VERY_SOON
    elif day >= months_before(last, soon):
        nearness = Nearness.SOON
    return TermClock(first, last, day, nearness)
