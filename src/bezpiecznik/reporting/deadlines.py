"""Until when a report is in time, and until when anything may be written in it. Pure.

A period has a deadline (`due_on`), days of grace after it (`grace_until`) and a lock (`locks_on`). The office grants
single packets exceptions: each opens the packet until a day, and may move the deadline to that day. Days are those of
Europe/Warsaw; the last day of each term still belongs to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bezpiecznik.core.holidays import add_working_days, working_day_from, working_days_between
from bezpiecznik.core.polish import forms, long_date


class OfPeriod(Protocol):
    """What of a period decides."""

    due_on: date
    grace_until: date | None
    locks_on: date | None


class Grant(Protocol):
    """What of an exception decides."""

    until: date
    moves_deadline: bool
    at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True)
class Deadline:
    """The days of one packet."""

    due_on: date
    """The day asked for: the period's, or a later one that an exception gave."""
    in_time_until: date
    """The last day on which a report sent for the first time still counts as in time."""
    locks_on: date | None = None
    """The first day of the period's lock."""
    open_until: date | None = None
    """The last day on which the standing exception lets the institution write."""

    def wait_until(self, *, returned: bool) -> date:
        """The last day on which nobody is late; of a report to be corrected also the day given for that."""
        return max(self.in_time_until, self.open_until) if returned and self.open_until else self.in_time_until

    def is_late(self, today: date, *, returned: bool = False) -> bool:
        """Whether what was not sent, or not sent again, is late."""
        return today > self.wait_until(returned=returned)

    def is_locked(self, today: date) -> bool:
        """Whether the institution may write and send nothing today."""
        if self.locks_on is None or today < self.locks_on:
            return False
        return self.open_until is None or today > self.open_until

    @property
    def is_moved(self) -> bool:
        """Whether the exception gives more time than the others have."""
        return self.open_until is not None and self.open_until >= self.due_on


def deadline_of(period: OfPeriod, exceptions: Iterable[Grant] = (), *, at: datetime | None = None) -> Deadline:
    """The days of a packet with these exceptions, as they stand now or stood at a moment.

    What was granted after that moment, or withdrawn before it, decides nothing then: a deadline that was moved when the
    report came stays moved for it.
    """
    standing = [exception for exception in exceptions if _stands(exception, at)]
    moved = [exception.until for exception in standing if exception.moves_deadline]
    return Deadline(
        due_on=max([period.due_on, *moved]),
        in_time_until=max([period.grace_until or period.due_on, *moved]),
        locks_on=period.locks_on,
        open_until=max((exception.until for exception in standing), default=None),
    )


def _stands(exception: Grant, at: datetime | None) -> bool:
    if at is None:
        return exception.withdrawn_at is None
    return exception.at <= at and (exception.withdrawn_at is None or exception.withdrawn_at > at)


@dataclass(frozen=True)
class Proposed:
    """Days that the form of a period offers; each may be changed."""

    opens_on: date
    due_on: date
    grace_until: date | None
    locks_on: date | None


def proposed(ends_on: date, *, due: int, grace: int, lock: int) -> Proposed:
    """Days counted in working days from the end of what is reported on; 0 leaves grace or the lock out."""
    due_on = add_working_days(ends_on, due)
    return Proposed(
        opens_on=working_day_from(ends_on),
        due_on=due_on,
        grace_until=add_working_days(due_on, grace) if grace else None,
        locks_on=add_working_days(due_on, lock) if lock else None,
    )


def problems(opens_on: date, due_on: date, grace_until: date | None, locks_on: date | None) -> list[str]:
    """What is wrong with the days of a period, in sentences; nothing when they agree."""
    wrong = []
    if due_on < opens_on:
        wrong.append("Termin składania nie może być wcześniejszy niż otwarcie.")
    if grace_until and grace_until < due_on:
        wrong.append("Dzień, do którego sprawozdanie liczy się jako złożone w terminie, nie może być przed terminem.")
    if locks_on and locks_on <= due_on:
        wrong.append("Blokada zaczyna się po terminie składania.")
    if grace_until and locks_on and locks_on <= grace_until:
        wrong.append("Blokada nie może zacząć się, gdy sprawozdanie liczy się jeszcze jako złożone w terminie.")
    return wrong


def locked_sentence(deadline: Deadline, *, asked: str) -> str:
    """Why nothing can be written, and whom to ask. `asked`: names of those who grant exceptions, or nothing."""
    since = f"{long_date(deadline.locks_on)} r." if deadline.locks_on else ""
    ended = (
        f" Wyjątek dla tego sprawozdania trwał do {long_date(deadline.open_until)} r." if deadline.open_until else ""
    )
    whom = f"O wyjątek można poprosić: {asked}." if asked else "O wyjątek można poprosić koordynatora programu."
    return f"Od {since} okres jest zablokowany: nie można zmieniać wpisów ani składać sprawozdania.{ended} {whom}"


def standing_sentence(deadline: Deadline, today: date) -> str:
    """What else than the deadline a person should know of the days ahead; nothing when there is nothing."""
    if deadline.is_locked(today):
        return ""
    if deadline.open_until and deadline.open_until >= today and deadline.locks_on:
        return f"Wyjątek pozwala pisać i złożyć sprawozdanie do {long_date(deadline.open_until)} r. włącznie."
    if deadline.due_on < today <= deadline.in_time_until:
        return (
            f"Sprawozdanie złożone do {long_date(deadline.in_time_until)} r. liczy się jeszcze jako złożone w terminie."
        )
    if deadline.locks_on is None:
        return ""
    left = working_days_between(today, deadline.locks_on)
    days = f"{left}\u00a0{forms(left, 'dzień roboczy,dni robocze,dni roboczych')}"
    return f"Blokada od {long_date(deadline.locks_on)} r. (za {days}): potem bez wyjątku nic nie można zmienić."
