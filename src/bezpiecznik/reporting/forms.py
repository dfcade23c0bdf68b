"""Cleaning of what people type."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import (
    Area,
    Programme,
    ProgrammeQuerySet,
    Responsibility,
    ResponsibilityRole,
    UndertakingKind,
)
from bezpiecznik.reporting.models import Part, Period
from bezpiecznik.reporting.states import ObligationState

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
    kind = forms.ChoiceField(
        label=_("Czego"), required=False, choices=[("", _("działania i programy")), *UndertakingKind.choices]
    )

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


class MoneyFilter(Filter):
    """Which initiatives, and which year of the programme."""

    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    year = forms.ChoiceField(label=_("Rok"), required=False)

    def __init__(self, data: QueryDict, *, programme: Programme) -> None:
        super().__init__(data)
        field: Any = self.fields["year"]
        field.choices = [("", _("wszystkie")), *((str(year), str(year)) for year in programme.years)]
