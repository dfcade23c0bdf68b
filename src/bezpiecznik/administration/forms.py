from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.forms import Filter


class PersonFilter(Filter):
    q = forms.CharField(label=_("Szukaj osoby"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("Które osoby"),
        required=False,
        choices=[("", _("wszystkie")), ("due", _("po okresie przechowywania")), ("removed", _("zanonimizowane"))],
    )


class AnonymiseForm(forms.Form):
    """The second step: the name is typed, so that nobody does it by habit."""

    typed = forms.CharField(
        label=_("Przepisz imię i nazwisko tej osoby"),
        max_length=201,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    reason = forms.CharField(
        label=_("Powód"), required=False, max_length=1000, help_text=_("Bez nazwiska: zostanie w dzienniku.")
    )

    def __init__(self, data: Any = None, *, person: User, reason_needed: bool) -> None:
        super().__init__(data)
        self.person = person
        self.fields["reason"].required = reason_needed

    def clean_typed(self) -> str:
        typed = str(self.cleaned_data["typed"])
        if typed.casefold() != self.person.get_full_name().casefold():
            raise forms.ValidationError(gettext("To nie jest imię i nazwisko tej osoby. Przepisz je dokładnie."))
        return typed

    def clean_reason(self) -> str:
        reason = str(self.cleaned_data["reason"])
        if self.person.last_name and self.person.last_name.casefold() in reason.casefold():
            raise forms.ValidationError(gettext("Nie wpisuj nazwiska: powód zostaje w dzienniku na zawsze."))
        return reason
