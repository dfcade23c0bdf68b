"""Yearly reports of the Commission: which years are owed, by when, and what changed against the year before."""

import json
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.commission.models import Commission, CommissionReport
from bezpiecznik.commission.states import ReportState
from bezpiecznik.core.worddiff import Piece, pieces
from bezpiecznik.plans.models import StatutoryDate

CALENDAR = "commission-report"
"""The date of the statutory calendar by which the council gets the report."""
MONTH, DAY = 1, 31
FIRST_YEARS = 5
"""So many years back a report that nobody wrote is still offered."""


def due_of(year: int) -> date:
    """By when the council gets the report of the year: as the statutory calendar says."""
    return _day_after(year, *_day_of_calendar())


def _day_of_calendar() -> tuple[int, int]:
    row = StatutoryDate.objects.filter(slug=CALENDAR).values_list("month", "day").first()
    return (row[0] or MONTH, row[1] or DAY) if row else (MONTH, DAY)


def _day_after(year: int, month: int, day: int) -> date:
    return date(year + 1, month, min(day, monthrange(year + 1, month)[1]))


@dataclass(frozen=True)
class YearRow:
    """A year of the Commission with its report, if there is one already."""

    year: int
    due_on: date
    report: CommissionReport | None
    today: date

    @property
    def is_given(self) -> bool:
        return bool(self.report and self.report.state in {ReportState.SUBMITTED, ReportState.ANNOUNCED})

    @property
    def is_overdue(self) -> bool:
        return not self.is_given and self.due_on < self.today

    @property
    def days_left(self) -> int:
        return (self.due_on - self.today).days

    @property
    def days_over(self) -> int:
        return (self.today - self.due_on).days


def year_rows(commission: Commission, today: date) -> list[YearRow]:
    """Years that are over (and the present one, once its report was begun), the latest first."""
    written = {report.year: report for report in reports_of(commission)}
    first = max(commission.created_on.year, today.year - FIRST_YEARS)
    years = {*range(first, today.year), *written}
    month, day = _day_of_calendar()
    return [
        YearRow(year, _day_after(year, month, day), written.get(year), today) for year in sorted(years, reverse=True)
    ]


def reports_of(commission: Commission) -> QuerySet[CommissionReport]:
    rows = CommissionReport.objects.filter(commission=commission).select_related("document", "commission")
    return rows.defer("document__snapshot").order_by("-year")


def year_before(report: CommissionReport) -> dict[str, Any] | None:
    """The frozen year before this report's, if its report was approved."""
    before = CommissionReport.objects.filter(commission=report.commission_id, year=report.year - 1)
    snapshot = before.exclude(document=None).values_list("document__snapshot", flat=True).first()
    return json.loads(snapshot) if snapshot else None


PARTS = {
    "basis": gettext_lazy("podstawa sprawozdania"),
    "composition": gettext_lazy("kto tworzy Komisję"),
    "administration": gettext_lazy("obsługa i koszty"),
    "cooperation": gettext_lazy("współdziałanie z innymi"),
    "assessment": gettext_lazy("ocena ogólna"),
    "plans": gettext_lazy("zamierzenia na następny rok"),
}


@dataclass(frozen=True)
class TextChange:
    """One text of the report against the year before, word by word."""

    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class NumberChange:
    title: str
    before: int
    now: int

    @property
    def difference(self) -> int:
        return self.now - self.before


@dataclass(frozen=True)
class Comparison:
    """What changed against the year before: texts by words, numbers by how many, and people."""

    year: int
    texts: list[TextChange]
    numbers: list[NumberChange]
    came: list[str]
    left: list[str]


def compare(before: dict[str, Any], now: dict[str, Any]) -> Comparison:
    """Two frozen years. Pure."""
    were, are = (_names(year) for year in (before, now))
    return Comparison(
        year=before["year"],
        texts=list(_text_changes(before, now)),
        numbers=[NumberChange(title, count(before), count(now)) for title, count in _counts()],
        came=[name for name in are if name not in were],
        left=[name for name in were if name not in are],
    )


def _text_changes(before: dict[str, Any], now: dict[str, Any]) -> Iterator[TextChange]:
    for name, title in PARTS.items():
        old, new = before["texts"].get(name, ""), now["texts"].get(name, "")
        if old != new:
            yield TextChange(str(title), pieces(old, new))


def _counts() -> list[tuple[str, Any]]:
    return [
        (_("posiedzenia"), lambda year: len(year["work"]["meetings"])),
        (_("opinie"), lambda year: len(year["work"]["opinions"])),
        (_("żądania informacji"), lambda year: len(year["requests"])),
        (_("ustalenia do wykonania"), lambda year: len(year["work"]["tasks"])),
    ]


def _names(year: dict[str, Any]) -> list[str]:
    return list(dict.fromkeys(f"{row['name']} ({row['seat_label']})" for row in year["composition"]))
