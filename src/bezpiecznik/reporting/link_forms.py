"""Forms about one-time links: cleaning only."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import Filter
from bezpiecznik.institutions.models import Institution
from bezpiecznik.reporting import queries
from bezpiecznik.reporting.models import LinkState


class LinkFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *LinkState.choices])
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=_("Podmiot"), required=False, empty_label=_("każdy")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institution: Any = self.fields["institution"]
        institution.queryset = queries.invited()


class LinkForm(forms.Form):
    institution = forms.ModelChoiceField(
        Institution.objects.none(),
        label=_("Podmiot"),
        empty_label=_("– wybierz –"),
        help_text=_("Tylko podmioty, które mają teraz otwarte sprawozdanie."),
    )
    first_name = forms.CharField(label=_("Imię"), max_length=100)
    last_name = forms.CharField(label=_("Nazwisko"), max_length=100)
    email = forms.EmailField(
        label=_("Służbowy adres e-mail"),
        help_text=_("Łącze zadziała dla każdego, kto czyta tę skrzynkę: nie podawaj skrzynki wspólnej ani prywatnej."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institution: Any = self.fields["institution"]
        institution.queryset = queries.asked_now()
