"""Cleaning of what people type."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter, free_text
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, ProgrammeQuerySet, Responsibility, ResponsibilityRole
from bezpiecznik.reporting.models import Entry, Part, Period
from bezpiecznik.reporting.services import Number
from bezpiecznik.reporting.states import Coverage, ObligationState, Outcome, Share
from bezpiecznik.reporting.wording import figure, parse_decimal

BLANK_ROWS = 2
ROW = ("measure", "value", "share", "coverage")


GRACE_LABEL = _("Liczone jako w terminie do")
GRACE_HELP = _(
    "Ostatni dzień łaski: sprawozdanie złożone do tego dnia nie jest spóźnione. Puste: liczy się sam termin."
)
LOCK_LABEL = _("Blokada od")
LOCK_HELP = _("Od tego dnia podmiot pisze tylko z wyjątkiem. Puste: podmioty piszą aż do zamknięcia okresu.")


class PeriodForm(forms.ModelForm[Period]):
    """A new period of a chosen programme."""

    class Meta:
        model = Period
        fields = ("programme", "year", "part", "opens_on", "due_on", "grace_until", "locks_on")
        widgets = {name: DayInput() for name in ("opens_on", "due_on", "grace_until", "locks_on")}
        labels = {"grace_until": GRACE_LABEL, "locks_on": LOCK_LABEL}
        help_texts = {
            "opens_on": _("Tego dnia przypomni o tym pulpit; okres otwiera się osobnym przyciskiem."),
            "due_on": _("Dzień, do którego prosimy o sprawozdanie."),
            "grace_until": GRACE_HELP,
            "locks_on": LOCK_HELP,
        }

    def __init__(self, *args: Any, programmes: ProgrammeQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"] = forms.ModelChoiceField(programmes, label=_("Program"), initial=programmes.first())


class ProposalForm(forms.Form):
    """For which period days are to be proposed."""

    year = forms.IntegerField(min_value=2000, max_value=2200)
    part = forms.TypedChoiceField(choices=Part.choices, coerce=int)


class MatrixFilter(Filter):
    q = forms.CharField(label=_("Podmiot"), required=False)
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *ObligationState.choices])
    role = forms.ChoiceField(label=_("Rola"), required=False, choices=[("", _("każda")), *ResponsibilityRole.choices])

    def __init__(self, data: QueryDict, *, period: Period) -> None:
        super().__init__(data)
        self.fields["area"] = forms.ModelChoiceField(
            period.programme.areas.all(), label=_("Obszar"), required=False, empty_label=_("wszystkie")
        )


class PeriodsMatrixFilter(Filter):
    rows = forms.ChoiceField(
        label=_("Wiersze"), required=False, choices=[("institutions", _("podmioty")), ("areas", _("obszary"))]
    )
    q = forms.CharField(label=_("Podmiot"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *ObligationState.choices])
    role = forms.ChoiceField(label=_("Rola"), required=False, choices=[("", _("każda")), *ResponsibilityRole.choices])

    def __init__(self, data: QueryDict, *, programmes: ProgrammeQuerySet) -> None:
        super().__init__(data)
        self.fields["programme"] = forms.ModelChoiceField(
            programmes, label=_("Program"), required=False, empty_label=_("najnowszy")
        )


class ObligationFilter(Filter):
    q = forms.CharField(label=_("Słowa działania"), required=False, max_length=200)
    period = forms.ModelChoiceField(Period.objects.none(), label=_("Okres"), required=False, empty_label=_("każdy"))
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=_("Podmiot"), required=False, empty_label=_("każdy")
    )
    area = forms.ModelChoiceField(Area.objects.none(), label=_("Obszar"), required=False, empty_label=_("wszystkie"))
    role = forms.ChoiceField(label=_("Rola"), required=False, choices=[("", _("każda")), *ResponsibilityRole.choices])
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *ObligationState.choices])

    def __init__(self, data: QueryDict, *, periods: Any) -> None:
        super().__init__(data)
        fields: Any = self.fields
        fields["period"].queryset = periods.select_related("programme")
        programmes = periods.order_by().values("programme")
        named = Responsibility.objects.filter(undertaking__programme__in=programmes).values("institution")
        fields["institution"].queryset = Institution.objects.filter(pk__in=named).in_polish_order()
        fields["area"].queryset = Area.objects.filter(programme__in=programmes).order_by("no")


class SubmitForm(forms.Form):
    """Who signed the report on paper, in what function, on which day."""

    signatory = forms.CharField(label=_("Imię i nazwisko podpisującego"), max_length=200)
    signatory_function = forms.CharField(label=_("Stanowisko podpisującego"), max_length=200)
    signed_on = forms.DateField(label=_("Data podpisu"), widget=DayInput())

    def __init__(self, *args: Any, complete: bool = True, **kwargs: Any) -> None:
        """`complete`: whether every entry is described, so that there is something to send."""
        super().__init__(*args, **kwargs)
        self.complete = complete

    def clean(self) -> dict[str, Any]:
        if not self.complete:
            raise forms.ValidationError(
                _("Nie złożono sprawozdania. Najpierw uzupełnij to, co wymienia lista powyżej.")
            )
        return super().clean() or {}

    def clean_signed_on(self) -> Any:
        day = self.cleaned_data["signed_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Data podpisu nie może być w przyszłości."))
        return day


@dataclass(frozen=True)
class NumberRow:
    """A row of numbers as it stands on the page, right or wrong."""

    measure: str = ""
    value: str = ""
    share: str = Share.OWN.value
    coverage: str = Coverage.UNIT.value

    @property
    def is_blank(self) -> bool:
        return not (self.measure or self.value)


@dataclass(frozen=True)
class Typed:
    """What stands in the fields of one entry: stored, or typed and not stored."""

    version: int
    outcome: str
    text: str
    reason: str
    rows: list[NumberRow]
    errors: list[str] = field(default_factory=list)


def stored(entry: Entry) -> Typed:
    rows = [NumberRow(n.measure, figure(n.value), n.share, n.coverage) for n in entry.numbers.all()]
    return Typed(entry.version, entry.outcome, entry.text, entry.reason, rows + [NumberRow()] * BLANK_ROWS)


class EntryForm(forms.Form):
    """One entry with its rows of numbers (`measure-0`, `value-0`, `share-0`, `coverage-0`, `measure-1` …)."""

    version = forms.IntegerField(min_value=0)
    outcome = forms.ChoiceField(choices=[("", ""), *Outcome.choices], required=False)
    text = forms.CharField(required=False, max_length=20_000)
    reason = forms.CharField(required=False, max_length=4_000)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.rows = list(_rows(data))

    def clean(self) -> dict[str, Any]:
        given = [row for row in self.rows if not row.is_blank]
        numbers = [self._number(row) for row in given]
        if len({row.measure.casefold() for row in given}) < len(given):
            self.add_error(None, _("Każdy miernik podaj tylko raz."))
        cleaned = super().clean() or {}
        for name in ("text", "reason"):  # browsers send line ends of their own
            cleaned[name] = cleaned.get(name, "").replace("\r\n", "\n")
        return {**cleaned, "numbers": [number for number in numbers if number]}

    def _number(self, row: NumberRow) -> Number | None:
        problem = _problem(row)
        if problem:
            self.add_error(None, problem)
            return None
        return Number(row.measure, parse_decimal(row.value), row.share, row.coverage)

    def typed(self, *, version: int, errors: Sequence[str] = ()) -> Typed:
        """What was typed, to be shown again; `version` is the one to save over."""
        given = [row for row in self.rows if not row.is_blank]
        own = [str(message) for messages in self.errors.values() for message in messages]
        return Typed(
            version=version,
            outcome=self.data.get("outcome", ""),
            text=self.data.get("text", ""),
            reason=self.data.get("reason", ""),
            rows=given + [NumberRow()] * BLANK_ROWS,
            errors=[*own, *errors],
        )


def _rows(data: QueryDict) -> Iterator[NumberRow]:
    for no in count():
        if f"measure-{no}" not in data:
            return
        measure, value, share, coverage = (free_text(data, f"{name}-{no}") for name in ROW)
        yield NumberRow(" ".join(measure.split()), value, share, coverage)


def _problem(row: NumberRow) -> str:
    if not row.measure:
        return _g("Przy liczbie %(value)s napisz, czego dotyczy.") % {"value": row.value}
    if len(row.measure) > 200:
        return _g("Nazwa miernika może mieć najwyżej 200 znaków.")
    if not row.value:
        return _g("Przy mierniku „%(measure)s” podaj liczbę.") % {"measure": row.measure}
    if row.share not in Share.values or row.coverage not in Coverage.values:
        return _g("Wybierz z listy, czyja jest liczba i jakiego obszaru dotyczy.")
    try:
        parse_decimal(row.value)
    except ValueError:
        return _g("„%(value)s” to nie jest liczba. Wpisz na przykład 12 albo 12,5.") % {"value": row.value}
    return ""
