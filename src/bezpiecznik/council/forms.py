"""Forms about matters for the council: cleaning only."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.council import queries
from bezpiecznik.council.states import OUTCOMES, MatterKind, MatterState
from bezpiecznik.plans.models import Programme


class MatterFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False, choices=[("", _("każdy")), *MatterKind.choices])
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *MatterState.choices])
    year = forms.TypedChoiceField(label=_("Za rok"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        year: Any = self.fields["year"]
        year.choices = [("", _("każdy")), *((year, year) for year in queries.years())]


class OpenForm(forms.Form):
    kind = forms.ChoiceField(label=_("Co idzie do rady"), choices=MatterKind.choices, widget=forms.RadioSelect)
    year = forms.IntegerField(label=_("Za który rok"), min_value=1999, max_value=2100)
    programme = forms.ModelChoiceField(Programme.objects.none(), label=_("Program"), empty_label=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        programme: Any = self.fields["programme"]
        programme.queryset = Programme.objects.newest_first()
        self.fields["year"].initial = clock.today().year - 1

    def clean_kind(self) -> MatterKind:
        return MatterKind(self.cleaned_data["kind"])


class JustificationForm(forms.Form):
    text = forms.CharField(
        label=_("Uzasadnienie"), required=False, max_length=20_000, widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Pusty wiersz zaczyna akapit, wiersz od myślnika jest punktem listy."),
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class SubmitForm(forms.Form):
    submitted_on = forms.DateField(label=_("Kiedy przekazano"), widget=DayInput())


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Co postanowiła rada"), widget=forms.RadioSelect, choices=[(one.value, one.label) for one in OUTCOMES]
    )
    decided_on = forms.DateField(label=_("Dzień sesji"), widget=DayInput())
    resolution_no = forms.CharField(label=_("Numer uchwały"), required=False, max_length=60)
    note = forms.CharField(label=_("Uwaga"), required=False, max_length=500)

    def clean_outcome(self) -> MatterState:
        return MatterState(self.cleaned_data["outcome"])


class AnnounceForm(forms.Form):
    announced_on = forms.DateField(label=_("Ogłoszono dnia"), widget=DayInput())
    journal_position = forms.CharField(
        label=_("Dziennik i pozycja"), max_length=60, help_text=_("Na przykład: Dz. Urz. Woj. Święt. poz. 1234.")
    )


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Dlaczego"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
