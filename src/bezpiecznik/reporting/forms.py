"""Cleaning of what people type."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter, free_text
from bezpiecznik.plans.models import ProgrammeQuerySet, ResponsibilityRole
from bezpiecznik.reporting.models import Entry, PacketQuerySet, Period
from bezpiecznik.reporting.states import ObligationState


class PeriodForm(forms.ModelForm[Period]):
    """A new period of a chosen programme."""

    class Meta:
        model = Period
        fields = ("programme", "year", "part", "opens_on", "due_on")
        widgets = {"opens_on": DayInput(), "due_on": DayInput()}
        help_texts = {
            "opens_on": _("Tego dnia przypomni o tym pulpit; okres otwiera się osobnym przyciskiem."),
            "due_on": _("Ostatni dzień, w którym podmiot składa sprawozdanie w terminie."),
        }

    def __init__(self, *args: Any, programmes: ProgrammeQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"] = forms.ModelChoiceField(programmes, label=_("Program"), initial=programmes.first())


class MatrixFilter(Filter):
    q = forms.CharField(label=_("Podmiot"), required=False)
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *ObligationState.choices])
    role = forms.ChoiceField(label=_("Rola"), required=False, choices=[("", _("każda")), *ResponsibilityRole.choices])

    def __init__(self, data: QueryDict, *, period: Period) -> None:
        super().__init__(data)
        self.fields["area"] = forms.ModelChoiceField(
            period.programme.areas.all(), label=_("Obszar"), required=False, empty_label=_("wszystkie")
        )


class QueueFilter(Filter):
    q = forms.CharField(label=_("Podmiot"), required=False)


class ChosenPacketsForm(forms.Form):
    """Packets ticked in the queue; only those that wait for acceptance count."""

    def __init__(self, data: QueryDict, *, waiting: PacketQuerySet) -> None:
        super().__init__(data)
        self.fields["packet"] = forms.ModelMultipleChoiceField(waiting)


class AcceptForm(forms.Form):
    """Which version the person read."""

    version = forms.IntegerField(required=False)


class NoteForm(forms.Form):
    """A reason for the other side, in words."""

    note = forms.CharField(
        label=_("Uwaga"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4_000,
        error_messages={"required": _("Napisz, co trzeba poprawić.")},
    )


class ReturnForm(NoteForm):
    """A note on the whole packet and remarks on single entries, named `remark-<entry>`."""

    def __init__(self, data: QueryDict | None = None, *, entries: Sequence[Entry]) -> None:
        super().__init__(data)
        self.remarks = {entry: free_text(data or QueryDict(), f"remark-{entry.pk}") for entry in entries}

    def clean(self) -> dict[str, Any]:
        return {**(super().clean() or {}), "remarks": {e: text for e, text in self.remarks.items() if text}}


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
