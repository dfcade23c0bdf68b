"""What time it is. One place, so that a demonstration or a simulation can live through past years."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_pretended: ContextVar[datetime | None] = ContextVar("pretended moment", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC; or the pretended one."""
    return _pretended.get() or timezone.now()


def today() -> date:
    """The present day in Europe/Warsaw."""
    return timezone.localdate(now())


def day_of(moment: datetime) -> date:
    """The day in Europe/Warsaw on which this moment falls."""
    return timezone.localdate(moment)


@contextmanager
def pretend(moment: datetime) -> Iterator[None]:
    """Let everything inside happen at this moment (aware). For made-up data and simulations only."""
    token = _pretended.set(moment)
    try:
        yield
    finally:
        _pretended.reset(token)
