"""Forms about indicators: cleaning only."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core import forms as core_forms
from bezpiecznik.core.forms import Filter
from bezpiecznik.indicators.comparison import plain
from bezpiecznik.indicators.models import YEARS, Indicator
from bezpiecznik.indicators.queries import Line
from bezpiecznik.indicators.services import Said
from bezpiecznik.indicators.states import Coverage, Half, Unit, ValueState
from bezpiecznik.institutions.models import Institution

FACTS = (
    "name", "definition", "unit", "unit_name", "direction", "source", "institution", "coverage", "area", "half_yearly",
)  # fmt: skip
AMOUNT: dict[str, Any] = {
    "min_value": Decimal(0), "max_digits": 16, "decimal_places": 4,
}  # fmt: skip


class AmountField(core_forms.AmountField):
    """An amount of an indicator: no less than nothing, to four places."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**{**AMOUNT, "error_messages": {"invalid": _("Wpisz liczbę.")}, **more})


class IndicatorFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    unit = forms.ChoiceField(label=_("Rodzaj liczby"), required=False, choices=[("", _("każdy")), *Unit.choices])
    kept = forms.ChoiceField(
        label=_("Prowadzone"), required=False, choices=[("", _("wszystkie")), ("yes", _("tak")), ("no", _("nie"))]
    )


class IndicatorForm(forms.ModelForm[Indicator]):
    class Meta:
        model = Indicator
        fields = FACTS
        widgets = {"definition": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "definition": _("Co dokładnie się liczy i kiedy. Stoi obok liczby na ekranie i w dokumencie."),
            "source": _("System albo rejestr i podmiot, np. „KSIP, Komenda Miejska Policji”."),
            "coverage": _("Komendy obejmują często miasto i powiat: liczb z różnych obszarów nie porównujemy."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institution: Any = self.fields["institution"]
        institution.queryset = Institution.objects.in_polish_order()

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in FACTS}


class ChangeIndicatorForm(IndicatorForm):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class TargetForm(forms.Form):
    year = forms.IntegerField(label=_("Rok"), validators=YEARS)
    amount = AmountField(label=_("Cel"))
    basis = forms.CharField(label=_("Skąd ten cel"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = clock.today().year


class BreakForm(forms.Form):
    year = forms.IntegerField(label=_("Od roku"), validators=YEARS)
    half = forms.TypedChoiceField(
        label=_("Od części roku"), coerce=lambda value: Half(int(value)), choices=Half.choices[1:]
    )
    why = forms.CharField(label=_("Co się zmieniło"), max_length=500)


def _sum_of(line: Line) -> str:
    """What the year is while nobody enters it."""
    if line.now is None or line.typed:
        return ""
    said = gettext("Suma półroczy: %(sum)s. Wpisz wartość tylko wtedy, gdy za cały rok podano inną.")
    return said % {"sum": plain(line.now.amount)}


class ValuesForm(forms.Form):
    """All indicators of one period on one page: `amount-7`, `state-7` and so on. A blank amount says nothing."""

    def __init__(self, data: Any = None, *, lines: Sequence[Line]) -> None:
        super().__init__(data)
        self.lines = lines
        for line in lines:
            self._add(line)

    def _add(self, line: Line) -> None:
        key, now = line.indicator.pk, line.typed
        self.fields[f"amount-{key}"] = AmountField(
            label=_("Wartość"), required=False, help_text=_sum_of(line),
            initial=now.amount.normalize() if now else None,
        )  # fmt: skip
        self.fields[f"state-{key}"] = forms.ChoiceField(
            label=_("Stan danych"), required=False, choices=ValueState.choices,
            initial=now.state if now else ValueState.PRELIMINARY,
        )  # fmt: skip
        self.fields[f"coverage-{key}"] = forms.ChoiceField(
            label=_("Obszar"), required=False, choices=Coverage.choices,
            initial=now.coverage if now else line.indicator.coverage,
        )  # fmt: skip
        self.fields[f"note-{key}"] = forms.CharField(
            label=_("Uwaga"), required=False, max_length=300, initial=now.note if now else ""
        )
        self.fields[f"reason-{key}"] = forms.CharField(label=_("Powód poprawki"), required=False, max_length=300)
        self.fields[f"seen-{key}"] = forms.IntegerField(
            required=False, widget=forms.HiddenInput, initial=now.pk if now else None
        )

    def rows(self) -> Iterator[dict[str, Any]]:
        """Fields of each indicator, for the template."""
        for line in self.lines:
            names = ("amount", "state", "coverage", "note", "reason", "seen")
            yield {"line": line, **{name: self[f"{name}-{line.indicator.pk}"] for name in names}}

    def clean(self) -> dict[str, Any]:
        for line in self.lines:
            name = f"amount-{line.indicator.pk}"
            amount = self.cleaned_data.get(name)
            if amount is None and line.typed and name not in self.errors:
                self.add_error(name, ValidationError(_("Wpisanej wartości nie można usunąć; można ją poprawić.")))
            if amount is not None and line.indicator.unit == Unit.EVENTS and amount != int(amount):
                self.add_error(name, ValidationError(_("Liczba zdarzeń jest całkowita.")))
            if amount is not None and line.indicator.unit == Unit.PERCENT and amount > 100:
                self.add_error(name, ValidationError(_("Procent nie może przekraczać 100.")))
        return self.cleaned_data

    def said(self) -> list[Said]:
        """For `services.enter_values`."""
        return [self._said(line) for line in self.lines if self.cleaned_data[f"amount-{line.indicator.pk}"] is not None]

    def _said(self, line: Line) -> Said:
        key, told = line.indicator.pk, self.cleaned_data
        return Said(
            line.indicator, told[f"amount-{key}"], ValueState(told[f"state-{key}"] or ValueState.PRELIMINARY),
            Coverage(told[f"coverage-{key}"] or line.indicator.coverage), told[f"note-{key}"], told[f"reason-{key}"],
            told[f"seen-{key}"],
        )  # fmt: skip


class CommentsForm(forms.Form):
    """The office's words on each figure of a period."""

    def __init__(self, data: Any = None, *, lines: Sequence[Line]) -> None:
        super().__init__(data)
        self.lines = lines
        for line in lines:
            self.fields[f"comment-{line.indicator.pk}"] = forms.CharField(
                label=_("Komentarz: %(name)s") % {"name": line.indicator.name}, required=False, max_length=4000,
                initial=line.comment, widget=forms.Textarea(attrs={"rows": 3}),
            )  # fmt: skip

    def rows(self) -> Iterator[tuple[Line, Any]]:
        for line in self.lines:
            yield line, self[f"comment-{line.indicator.pk}"]

    def said(self) -> Iterator[tuple[Indicator, str]]:
        for line in self.lines:
            yield line.indicator, self.cleaned_data[f"comment-{line.indicator.pk}"]
