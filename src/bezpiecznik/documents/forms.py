from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import Filter
from bezpiecznik.documents.kinds import listed
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
