"""The shortest ways to a motion in each state, and days on which things happen."""

from contextlib import AbstractContextManager
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from bezpiecznik.core import clock
from bezpiecznik.motions.content import Content

MONDAY = date(2023, 6, 5)
FULL = Content(
    "Doświetlenie przejścia przy ul. Szkolnej",
    "Dwie lampy nad przejściem przy szkole.",
    "W 2022 r. doszło tu do 4 potrąceń po zmroku.",
    Decimal("48000.00"),
    "budżet miasta",
)


def at(day: date) -> AbstractContextManager[None]:
    """Everything inside happens at ten o'clock of this day."""
    return clock.pretend(datetime(day.year, day.month, day.day, 10, tzinfo=ZoneInfo("Europe/Warsaw")))


def met(*answers: bool) -> list[dict[str, object]]:
    return [{"point": f"punkt {no}", "met": answer} for no, answer in enumerate(answers, start=1)]
