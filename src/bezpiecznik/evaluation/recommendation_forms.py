"""Cleaning of what people type about recommendations, and the filter of their list."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.activities.forms import UndertakingChoice
from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.evaluation.models import Recommendation, RecommendationState
from bezpiecznik.evaluation.states import Addressee
from bezpiecznik.institutions.choices import InstitutionChoice
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.models import Area, Programme, Undertaking

OVERDUE = "overdue"


class RecommendationFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("Stan"),
        required=False,
        choices=[("", _("każdy")), *RecommendationState.choices, (OVERDUE, _("po terminie"))],
    )
    year = forms.TypedChoiceField(label=_("Rok oceny"), required=False, coerce=int, empty_value=None)
    addressee = forms.ChoiceField(label=_("Do kogo"), required=False, choices=[("", _("każdy")), *Addressee.choices])

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["year"]
        field.choices = [("", _("każdy")), *((year, str(year)) for year in years)]


class RecommendationForm(forms.Form):
    """What is recommended, of what, to whom and by when. `year` only for a new one, `seen` only for a known one."""

    year = forms.TypedChoiceField(label=_("Rok oceny"), coerce=int)
    text = forms.CharField(
        label=_("Treść zalecenia"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Co trzeba zrobić, tak aby po roku dało się stwierdzić, czy to zrobiono."),
    )  # fmt: skip
    undertaking = UndertakingChoice(
        label=_("Działanie"),
        required=False,
        queryset=Undertaking.objects.none(),
        empty_label=_("nie jednego działania"),
    )
    area = forms.ModelChoiceField(
        label=_("Obszar"), required=False, queryset=Area.objects.none(), empty_label=_("całego programu"),
        help_text=_("Gdy wskażesz działanie, obszar wynika z niego."),
    )  # fmt: skip
    addressee = forms.ChoiceField(label=_("Do kogo"), choices=Addressee.choices)
    institution = InstitutionChoice(label=_("Podmiot"), required=False, queryset=Institution.objects.none())
    due_on = forms.DateField(label=_("Termin"), required=False, widget=DayInput())
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any = None, *, programme: Programme, of: Recommendation | None = None, **more: Any
    ) -> None:
        super().__init__(data, **more)
        fields: Any = self.fields
        fields["undertaking"].queryset = (
            Undertaking.objects.filter(programme=programme).select_related("area").in_document_order()
        )
        fields["area"].queryset = programme.areas.all()
        fields["institution"].queryset = Institution.objects.order_by("name")
        if of is None:
            fields["year"].choices = [(year, str(year)) for year in reversed(programme.years)]
            del fields["seen"]
        else:
            del fields["year"]
            fields["seen"].initial = of.stamp

    def see_anew(self, stamp: str) -> None:
        """The page tells that somebody else saved meanwhile; from now on that counts as seen."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data["seen"] = stamp
        self.data = data

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        named = cleaned.get("institution")
        if cleaned.get("addressee") == Addressee.INSTITUTION:
            if not named and "institution" not in self.errors:
                self.add_error("institution", gettext("Wskaż podmiot, do którego kierujesz zalecenie."))
        else:
            cleaned["institution"] = None
        return cleaned


class NoteForm(forms.Form):
    on = forms.DateField(label=_("Dzień"), widget=DayInput())
    text = forms.CharField(label=_("Co ustalono"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"on": clock.today()}, auto_id="ustalenie-%s")


class EndForm(forms.Form):
    """How a recommendation ends; what became of it goes into the next yearly report."""

    state = forms.TypedChoiceField(
        label=_("Jak się zakończyło"),
        coerce=RecommendationState,
        choices=[(state.value, state.label) for state in (RecommendationState.DONE, RecommendationState.DROPPED)],
        widget=forms.RadioSelect,
    )
    outcome = forms.CharField(
        label=_("Co stało się z zaleceniem"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Trafi do następnego sprawozdania rocznego."),
    )  # fmt: skip


class ReopenForm(forms.Form):
    reason = forms.CharField(label=_("Dlaczego otwierasz je ponownie"), max_length=1000)
