"""The whole series of indicators as a file: a line for each figure in force."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.indicators.models import IndicatorQuerySet, Value

INDICATORS: tuple[Column[Value], ...] = (
    Column(_("Wskaźnik"), lambda value: value.indicator.name),
    Column(_("Definicja"), lambda value: value.indicator.definition),
    Column(_("Skąd liczba"), lambda value: value.indicator.source),
    Column(_("Okres"), lambda value: value.period),
    Column(_("Wartość"), lambda value: float(value.amount)),
    Column(_("Stan danych"), lambda value: str(value.get_state_display())),
    Column(_("Obszar"), lambda value: str(value.get_coverage_display())),
    Column(_("Uwaga"), lambda value: value.note),
    Column(_("Wpisano"), lambda value: value.entered_at),
)


def rows(indicators: IndicatorQuerySet) -> Iterable[Value]:
    found = Value.objects.in_force().filter(indicator__in=indicators).select_related("indicator")
    return found.order_by("indicator__place", "indicator", "year", "half")
