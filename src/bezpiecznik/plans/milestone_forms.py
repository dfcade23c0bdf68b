"""Forms of milestones and of completion."""

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import DayInput
from bezpiecznik.plans.models import Precision


class CompletionForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    completed_on = forms.DateField(label=_("Dzień zakończenia"), widget=DayInput())


class MilestoneForm(forms.Form):
    name = forms.CharField(label=_("Kamień milowy"), max_length=300, help_text=_("Na przykład „wybór wykonawcy”."))
    due_on = forms.DateField(label=_("Termin"), widget=DayInput())
    precision = forms.ChoiceField(label=_("Jak dokładnie znany jest termin"), choices=Precision.choices)


class MoveForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    due_on = forms.DateField(label=_("Nowy termin"), widget=DayInput())
    precision = forms.ChoiceField(label=_("Jak dokładnie znany jest termin"), choices=Precision.choices)
    reason = forms.CharField(
        label=_("Dlaczego termin się zmienia"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Napisz, dlaczego termin się zmienia.")},
    )


class FinishForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    done_on = forms.DateField(label=_("Dzień osiągnięcia"), widget=DayInput())


class DropForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    reason = forms.CharField(
        label=_("Dlaczego rezygnujesz z kamienia milowego"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Napisz, dlaczego rezygnujesz z kamienia milowego.")},
    )
