"""What the half-yearly report is made of: figures, comparisons and comments frozen as text."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from bezpiecznik.core.frozen import as_text
from bezpiecznik.core.polish import forms
from bezpiecznik.documents.kinds import Material, NotReady, Wanted
from bezpiecznik.indicators import queries
from bezpiecznik.indicators.comparison import plain
from bezpiecznik.indicators.models import Indicator, Value
from bezpiecznik.indicators.queries import Line
from bezpiecznik.indicators.states import Half, period_label
from bezpiecznik.plans.models import Programme

FORMAT = "bezpiecznik/indicators-1"


def find_material(wanted: Wanted) -> Material:
    """The report of a half-year whose figures are all known and final. Raises NotReady, with a sentence."""
    found = _lines(wanted)
    half = _half(wanted)
    if absent := [line.indicator.name for line in found if line.now is None]:
        told = {"names": ", ".join(f"„{name}”" for name in absent), "period": period_label(wanted.year, half)}
        raise NotReady(_("Brakuje wartości za %(period)s: %(names)s.") % told)
    if preliminary := sum(not line.now.is_final for line in found if line.now):
        words = forms(preliminary, _("wartość jest wstępna,wartości są wstępne,wartości jest wstępnych"))
        raise NotReady(_("Nie wszystkie dane są ostateczne: %(n)s %(words)s.") % {"n": preliminary, "words": words})
    return _material(wanted, found, draft=False)


def draft_material(wanted: Wanted) -> Material:
    """The same out of whatever is known today. Raises NotReady where nothing is measured."""
    return _material(wanted, _lines(wanted), draft=True)


def _half(wanted: Wanted) -> Half:
    return Half(wanted.half or Half.SECOND)


def _lines(wanted: Wanted) -> list[Line]:
    indicators = list(Indicator.objects.half_yearly().select_related("institution"))
    if not indicators:
        raise NotReady(_("Nie ma jeszcze wskaźników do sprawozdania półrocznego."))
    return queries.lines(indicators, wanted.year, _half(wanted))


def _material(wanted: Wanted, found: list[Line], *, draft: bool) -> Material:
    half = _half(wanted)
    indicators = [line.indicator for line in found]
    whole = queries.lines(indicators, wanted.year, Half.YEAR) if half == Half.SECOND else []
    programme = _programme(wanted)
    content = {
        "format": FORMAT,
        "draft": draft,
        "unit": programme.unit if programme else "",
        "programme": programme.title if programme else "",
        "made_up": bool(programme and programme.made_up),
        "year": wanted.year,
        "period": period_label(wanted.year, half),
        "former_period": period_label(wanted.year - 1, half),
        "lines": [_told(line) for line in found],
        "whole_year": [_told(line) for line in whole],
    }
    title = f"Sprawozdanie ze wskaźników za {period_label(wanted.year, half)}"
    return Material(wanted.year, as_text(content), title, subject=f"half:{wanted.year}-{half}")


def _programme(wanted: Wanted) -> Programme | None:
    """The programme of the year, for its names only: indicators go on through editions."""
    chosen = Q(pk=wanted.programme) if wanted.programme else Q(year_from__lte=wanted.year, year_to__gte=wanted.year)
    return Programme.objects.filter(chosen).newest_first().first()


def _told(line: Line) -> dict[str, Any]:
    indicator = line.indicator
    return {
        "name": indicator.name,
        "definition": indicator.definition,
        "source": indicator.source,
        "unit_name": indicator.unit_name or str(indicator.get_unit_display()),
        "direction": str(indicator.get_direction_display()),
        "period": line.period,
        "former_period": line.former_period,
        "now": _value(line.now),
        "before": _value(line.before),
        "compared": {
            "sentence": line.compared.sentence,
            "verdict": line.compared.verdict.value,
            "difference": _number(line.compared.difference),
            "change": _number(line.compared.change),
            "low": _number(line.compared.low),
            "high": _number(line.compared.high),
        },
        "target": {"amount": plain(line.target.amount), "basis": line.target.basis} if line.target else None,
        "comment": line.comment,
        "breaks": list(line.breaks),
    }


def _value(value: Value | None) -> dict[str, str] | None:
    if value is None:
        return None
    return {
        "amount": plain(value.amount),
        "raw": str(value.amount),
        "state": str(value.get_state_display()),
        "coverage": str(value.get_coverage_display()),
        "note": value.note,
    }


def _number(value: Any) -> str | None:
    return None if value is None else str(value)
