"""Forms of the page about completeness: what to show of the list, and filling in what is missing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import Filter
from bezpiecznik.institutions.choices import InstitutionChoice
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Goal, Programme, Supplement, SupplementKind, Undertaking
from bezpiecznik.plans.quality import OF_UNDERTAKINGS

LONGEST = 2000
HELP = {
    SupplementKind.DEADLINE: _("Dzień, kwartał, „co roku do 31 marca” albo „zadanie ciągłe”."),
    SupplementKind.MEASURE: _("Co policzysz, żeby ocenić wykonanie: „liczba szkoleń; liczba uczestników”."),
    SupplementKind.MONEY: _("Kwota i źródło albo „bez dodatkowych kosztów”."),
    SupplementKind.AUDIENCE: _("Dla kogo jest działanie: „seniorzy”, „uczniowie klas I–III”."),
    SupplementKind.GOAL: _("Cel szczegółowy programu, któremu służy działanie."),
}


class GoalChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Goal) -> str:
        return f"{obj.no}. {obj.text}"


class QualityFilter(Filter):
    """`missing` is a criterion, `area` the number of an area."""

    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    missing = forms.ChoiceField(
        label=_("Czego brakuje"),
        required=False,
        choices=[
            ("", _("czegokolwiek")),
            *((one.value, one.label) for one in OF_UNDERTAKINGS),
            ("nothing", _("niczego")),
        ],
    )
    area = forms.ModelChoiceField(
        label=_("Obszar"), required=False, queryset=Area.objects.none(), to_field_name="no", empty_label=_("wszystkie")
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["area"].queryset = programme.areas.all()


def _field(kind: SupplementKind, programme: Programme) -> forms.Field:
    if kind == SupplementKind.GOAL:
        return GoalChoice(
            label=_("Cel programu"),
            help_text=HELP[kind],
            required=False,
            queryset=programme.goals.all(),
            empty_label="–",
        )
    return forms.CharField(
        label=kind.label.capitalize(),
        help_text=HELP[kind],
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class FillForm(forms.Form):
    """What is said of one undertaking beside the resolution; its lead only where it has none."""

    stamp = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, undertaking: Undertaking, has_lead: bool, stamp: str) -> None:
        known = {supplement.kind: supplement for supplement in undertaking.supplements.all()}
        initial: dict[str, Any] = {kind: _value(supplement) for kind, supplement in known.items()}
        super().__init__(data, initial={**initial, "stamp": stamp})
        if not has_lead:
            self.fields["lead"] = InstitutionChoice(
                label=_("Podmiot odpowiedzialny"),
                help_text=_("Obowiązek zaczyna się dziś: sprawozdania obejmą go od następnego okresu."),
                required=False,
                queryset=Institution.objects.living().order_by("name"),
                empty_label="–",
            )
        has_goals = undertaking.programme.goals.exists()
        for kind in SupplementKind:
            if kind != SupplementKind.DIAGNOSIS and (kind != SupplementKind.GOAL or has_goals):
                self.fields[kind.value] = _field(kind, undertaking.programme)

    def said(self) -> dict[SupplementKind, Any]:
        """Cleaned supplements by kind; empty ones too, as they take away what was said."""
        return {
            SupplementKind(name): value for name, value in self.cleaned_data.items() if name in SupplementKind.values
        }


def _value(supplement: Supplement) -> Any:
    return supplement.goal if supplement.goal else supplement.text


class FillManyForm(forms.Form):
    """One thing to say of many undertakings at once."""

    kind = forms.ChoiceField(
        label=_("Co uzupełnić"),
        choices=[(kind.value, kind.label) for kind in SupplementKind if kind not in {"goal", "diagnosis"}],
    )
    text = forms.CharField(
        label=_("Treść"),
        max_length=LONGEST,
        error_messages={"required": _("Wpisz, czym uzupełnić zaznaczone działania.")},
    )
    chosen = forms.ModelMultipleChoiceField(
        label=_("Działania"),
        queryset=Undertaking.objects.none(),
        error_messages={"required": _("Zaznacz co najmniej jedno działanie.")},
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["chosen"].queryset = programme.undertakings.all()


class DiagnosisForm(forms.Form):
    """On what an area rests."""

    stamp = forms.CharField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Diagnoza"),
        help_text=_(
            "Co wiadomo o tym obszarze: liczby z ostatnich lat, głosy mieszkańców, ocena służb; z podaniem źródeł."
        ),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )
