"""How the archive is searched, and what is noted of a document."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.documents.kinds import listed
from bezpiecznik.documents.models import Document
from bezpiecznik.documents.queries import years


class DocumentFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False)
    year = forms.ChoiceField(label=_("Rok"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind: Any = self.fields["kind"]
        kind.choices = [("", gettext("każdy")), *((each.value, each.label) for each in listed())]
        year: Any = self.fields["year"]
        year.choices = [("", gettext("każdy")), *((str(each), str(each)) for each in years())]


class SigningForm(forms.Form):
    signed_on = forms.DateField(label=_("Podpisano dnia"), widget=DayInput, initial=clock.today)
    signed_by = forms.CharField(
        label=_("Kto podpisał"),
        max_length=200,
        help_text=_("Imię i nazwisko ze stanowiskiem, na przykład: Jan Nowak, Prezydent Miasta."),
    )

    def __init__(self, data: Any = None, *, document: Document) -> None:
        super().__init__(data)
        self.document = document

    def clean_signed_on(self) -> Any:
        day = self.cleaned_data["signed_on"]
        if day > clock.today():
            raise forms.ValidationError(gettext("Ten dzień jeszcze nie nadszedł."))
        if day < self.document.issued_on:
            raise forms.ValidationError(gettext("Dokumentu nie można było podpisać, zanim powstał."))
        return day
