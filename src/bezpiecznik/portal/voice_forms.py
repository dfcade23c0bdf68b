"""What a resident writes about the programme: an area, and words. No name, no address, no e-mail."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.core.personal import Finding, Severity
from bezpiecznik.core.privacy import Check
from bezpiecznik.plans.models import Area, Programme

SHORTEST, LONGEST, MOST_LINKS = 15, 2_000, 2
ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
SIGNS = 12
"""Of a case number, besides its first letter."""


class VoiceForm(forms.Form):
    area = forms.ModelChoiceField(
        label=gettext_lazy("Czego dotyczy uwaga"),
        required=False,
        queryset=Area.objects.none(),
        to_field_name="no",
        empty_label=gettext_lazy("Cały program albo nie wiem"),
    )
    text = forms.CharField(
        label=gettext_lazy("Treść uwagi"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy(
            "Najwyżej 2000 znaków. Prosimy nie podawać imion, nazwisk, adresów ani telefonów, także własnych."
        ),
        error_messages={"required": gettext_lazy("Napisz, proszę, czego dotyczy uwaga.")},
    )
    cleared = forms.BooleanField(
        label=gettext_lazy("To nie są dane osób. Proszę wysłać uwagę w tej postaci."), required=False
    )
    strona = forms.CharField(label=gettext_lazy("Zostaw to pole puste"), required=False, max_length=200)
    """A trap: people do not see it, machines fill it in."""

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas: Any = self.fields["area"]
        areas.queryset = programme.areas.all()
        self.fields["strona"].widget.attrs.update({"tabindex": "-1", "autocomplete": "off"})
        self.findings: list[Finding] = []

    @property
    def trapped(self) -> bool:
        """Whether a machine wrote it: nothing of it is kept."""
        return bool(self.data.get("strona"))

    @property
    def may_be_cleared(self) -> bool:
        """Whether what looks like data of a person may be something else; a PESEL number may not."""
        return bool(self.findings) and all(found.severity != Severity.CERTAIN for found in self.findings)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\x00", "").strip()
        if len(text) < SHORTEST:
            raise forms.ValidationError(_("Napisz, proszę, choć jedno zdanie."))
        if len(ADDRESS.findall(text)) > MOST_LINKS:
            raise forms.ValidationError(_("Prosimy zostawić najwyżej dwa adresy stron internetowych."))
        return text

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.findings = Check().findings(data.get("text", ""))
        if self.findings and not (self.may_be_cleared and data.get("cleared")):
            self.add_error("text", _("Treść wygląda na dane osób. Uwaga nie została jeszcze wysłana."))
        return data


class CaseForm(forms.Form):
    numer = forms.CharField(
        label=gettext_lazy("Numer sprawy"),
        max_length=40,
        widget=forms.TextInput(attrs={"placeholder": "S-7K4M-92QD-3XHT", "autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Podaj numer sprawy.")},
    )

    def clean_numer(self) -> str:
        """As it is kept, however it was typed; blank where it cannot be a number of a case."""
        signs = re.sub(r"[^A-Z0-9]", "", self.cleaned_data["numer"].upper())
        if len(signs) != SIGNS + 1 or not signs.startswith("S"):
            return ""
        return f"S-{signs[1:5]}-{signs[5:9]}-{signs[9:]}"
