"""Dates on the calendar, whoever knows them: the plan's own, and those that higher rooms add.

A room registers in its `apps.ready()` a function that gives its dates in answer to a question:

    from bezpiecznik.plans.timetable import marks

    @marks.source
    def periods(asked: marks.Question) -> Iterable[marks.Mark]: ...

It may answer with more than was asked: what lies outside the days or belongs to others is left out afterwards.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.plans.models import Precision
from bezpiecznik.plans.timetable import days


class MarkKind(models.TextChoices):
    OCCURRENCE = "occurrence", _("termin działania")
    END = "end", _("koniec działania")
    MILESTONE = "milestone", _("kamień milowy")
    REPORT = "report", _("sprawozdanie")
    PERIOD = "period", _("okres sprawozdawczy")
    STATUTORY = "statutory", _("termin ustawowy")
    ACTIVITY = "activity", _("wydarzenie")


@dataclass(frozen=True)
class Question:
    """Which dates: of these programmes, from the first day to the last, of some institutions or (None) of all."""

    programmes: frozenset[int]
    first: date
    last: date
    institutions: frozenset[int] | None = None
    user: User | None = None
    """Who asks, for sources that show some dates only to some."""


@dataclass(frozen=True)
class Mark:
    """One date. `key` is the same for ever, also when the day moves; `revision` counts its changes."""

    key: str
    day: date
    title: str
    kind: MarkKind
    url: str = ""
    programme: int | None = None
    institutions: frozenset[int] | None = None
    """Whom it concerns; None: everybody in the programme."""
    code: str = ""
    area: int | None = None
    """Number of the area of action."""
    precision: str = Precision.DAY
    is_done: bool = False
    is_overdue: bool = False
    detail: str = ""
    revision: int = 0
    changed_at: datetime | None = None

    @property
    def words(self) -> str:
        """The day in words: „II kwartał 2022”."""
        return days.words(self.day, self.precision)

    @property
    def is_coarse(self) -> bool:
        return self.precision != Precision.DAY

    @property
    def label(self) -> str:
        return str(self.kind.label)

    def concerns(self, institutions: frozenset[int] | None) -> bool:
        """Whether it is a date of any of these, or (None) of anybody."""
        return self.institutions is None or institutions is None or bool(self.institutions & institutions)


Source = Callable[[Question], Iterable[Mark]]
SOURCES: list[Source] = []


def source(function: Source) -> Source:
    """Register a function that knows dates (also as a decorator)."""
    if function not in SOURCES:
        SOURCES.append(function)
    return function


def marks(asked: Question) -> list[Mark]:
    """All dates that answer the question, in order."""
    found = (mark for give in SOURCES for mark in give(asked))
    wanted = (mark for mark in found if asked.first <= mark.day <= asked.last)
    kept = (mark for mark in wanted if mark.concerns(asked.institutions))
    return sorted(
        kept, key=lambda mark: (mark.day, list(MarkKind).index(mark.kind), mark.area or 0, mark.title, mark.key)
    )
