"""Coarse days: „II kwartał 2022” is kept as its last day and shown in words. Pure."""

from calendar import monthrange
from datetime import date

from babel.dates import get_month_names
from django.utils.translation import gettext as _

from bezpiecznik.core.polish import long_date
from bezpiecznik.plans.models import Precision

MONTHS = {Precision.MONTH: 1, Precision.QUARTER: 3, Precision.HALF: 6, Precision.YEAR: 12}
"""How many months a coarse day stands for."""
ROMAN = ("I", "II", "III", "IV")


def span(day: date, precision: str) -> tuple[date, date]:
    """The first and the last day of the month, quarter, half-year or year in which the day lies; or the day twice."""
    months = MONTHS.get(Precision(precision))
    if months is None:
        return day, day
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return date(day.year, first, 1), date(day.year, last, monthrange(day.year, last)[1])


def coarse(day: date, precision: str) -> date:
    """As the day is kept: the last one of its month, quarter, half-year or year."""
    return span(day, precision)[1]


def month_name(month: int) -> str:
    """`marzec`: the month standing alone."""
    return str(get_month_names("wide", context="stand-alone", locale="pl")[month])


def words(day: date, precision: str) -> str:
    """„5 marca 2022”, „marzec 2022”, „II kwartał 2022”, „I półrocze 2022”, „rok 2022”."""
    kind = Precision(precision)
    if kind == Precision.DAY:
        return long_date(day)
    if kind == Precision.MONTH:
        return f"{month_name(day.month)} {day.year}"
    if kind == Precision.YEAR:
        return _("rok %(year)s") % {"year": day.year}
    part = {"part": ROMAN[(day.month - 1) // MONTHS[kind]], "year": day.year}
    return (_("%(part)s kwartał %(year)s") if kind == Precision.QUARTER else _("%(part)s półrocze %(year)s")) % part
