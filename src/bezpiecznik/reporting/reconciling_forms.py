"""Cleaning of what a lead says of a partner's contribution."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _g

from bezpiecznik.reporting.models import Stance
from bezpiecznik.reporting.refusals import Refused


class StanceForm(forms.Form):
    """The stance with a note, and the version of the partner's report that the person read."""

    stance = forms.ChoiceField(choices=Stance.choices)
    note = forms.CharField(required=False, max_length=4_000)
    version = forms.IntegerField(min_value=1)

    def cleaned(self) -> dict[str, Any]:
        """Raises Refused where nothing was chosen."""
        if not self.is_valid():
            raise Refused(_g("Wybierz, czy wkład partnera jest uzgodniony, czy jest rozbieżność."))
        return {**self.cleaned_data, "stance": Stance(self.cleaned_data["stance"])}
