from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.documents.models import DocumentKind
from bezpiecznik.documents.queries import years


class DocumentFilter(forms.Form):
    """What to show of the register; all of it stands in the address."""

    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False, choices=[("", _("każdy")), *DocumentKind.choices])
    year = forms.ChoiceField(label=_("Rok"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        year: Any = self.fields["year"]
        year.choices = [("", gettext("każdy")), *((str(each), str(each)) for each in years())]

    def wanted(self) -> dict[str, Any]:
        """Values to filter by; those that make no sense are left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
