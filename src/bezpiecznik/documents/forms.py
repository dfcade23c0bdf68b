from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import Filter
from bezpiecznik.documents.kinds import listed
from bezpiecznik.documents.queries import years
from bezpiecznik.documents.texts import Text
from bezpiecznik.notices.wording import text_faults


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


class TextForm(forms.Form):
    """The office's own words for one fixed text."""

    body = forms.CharField(
        label=_("Treść"), widget=forms.Textarea(attrs={"rows": 12}), max_length=10_000, strip=True,
        help_text=_("Pusty wiersz zaczyna nowy akapit, a wiersz od myślnika i spacji jest punktem listy."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    """The version that the page showed: who saves over a colleague's words is told."""

    def __init__(self, text: Text, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = text

    def clean_body(self) -> str:
        body = str(self.cleaned_data["body"]).replace("\r\n", "\n")
        if found := text_faults(body, self.text.variables):
            raise ValidationError([ValidationError(sentence) for sentence in found])
        return body

    def show_changes_of_others(self, body: str, version: int) -> None:
        """Keep what was typed, show what is in force now, and let the next save go over it knowingly."""
        self.data = {**cast(QueryDict, self.data).dict(), "seen": str(version)}
        sentence = gettext(
            "W międzyczasie ktoś zmienił ten tekst. Teraz obowiązuje: „%(body)s”. "
            "Zapisz jeszcze raz, jeśli mają obowiązywać słowa wpisane przez Ciebie."
        )
        self.add_error(None, sentence % {"body": body})
