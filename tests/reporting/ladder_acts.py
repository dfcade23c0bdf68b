"""Days lived through with the ladder at work, and its log in short words."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from bezpiecznik.core import clock
from bezpiecznik.notices.models import BounceKind, Message, MessageState
from bezpiecznik.notices.quiet import WARSAW
from bezpiecznik.reporting.ladder import services
from bezpiecznik.reporting.models import Reminder

HOURS = (3, 9, 13, 22)
"""When somebody ticks: at night, in quiet hours, and by day."""


def moment(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=WARSAW)


def days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def live(first: date, last: date, hours: Iterable[int] = HOURS) -> None:
    """The ladder ticks several times a day, nights and holidays too."""
    for day in days(first, last):
        for hour in hours:
            with clock.pretend(moment(day, hour)):
                services.make_round()


def log() -> list[tuple[str, str, str, str]]:
    """Day, institution, step, and to whom or what became of it; in order of time."""
    rows = Reminder.objects.select_related("packet__institution", "step").order_by("at", "packet__institution__abbr")
    return [
        (
            clock.day_of(row.at).isoformat(),
            row.packet.institution.abbr,
            str(row.step.offset) if row.step else "ręcznie",
            ", ".join(f"{told.reached} {told.address.split('@')[0]}" for told in row.recipients.all()) or row.outcome,
        )
        for row in rows
    ]


def bounce(message: Message) -> None:
    """It came back for good."""
    message.state, message.bounce = MessageState.BOUNCED, BounceKind.HARD
    message.sent_at = message.bounced_at = clock.now()
    message.save()
