"""The office's own words and look of documents."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.documents.logos import Drawn, drawn
from bezpiecznik.documents.models import OfficeLook, UnitChoice
from bezpiecznik.documents.texts import Text
from bezpiecznik.files.pictures import BadPicture
from bezpiecznik.notices.wording import text_faults

MOST_HEADER_LINES = 4
MOST_SIGNATORIES = 4


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


class LookForm(forms.Form):
    """What stands around every document."""

    logo = forms.FileField(
        label=_("Logo albo herb"), required=False, widget=forms.FileInput(attrs={"accept": ".png,.svg"}),
        help_text=_("Plik PNG albo SVG do 1 MB. Na papierze ma najwyżej 16 mm wysokości."),
    )  # fmt: skip
    logo_alt = forms.CharField(
        label=_("Co przedstawia logo"), required=False, max_length=200,
        help_text=_("Dla osób, które nie widzą obrazu, na przykład: Herb Kielc."),
    )  # fmt: skip
    drop_logo = forms.BooleanField(label=_("Usuń obecne logo"), required=False)
    header = forms.CharField(
        label=_("Wiersze nagłówka"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Najwyżej cztery wiersze, na przykład nazwa i adres urzędu."),
    )  # fmt: skip
    footer = forms.CharField(label=_("Stopka"), required=False, max_length=200)
    unit = forms.ChoiceField(
        label=_("Rodzaj jednostki"), required=False, choices=UnitChoice.choices,
        help_text=_("Od tego zależą słowa w dokumentach: prezydent miasta i rada miasta albo starosta i rada powiatu."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, known: OfficeLook | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        if not (known and known.logo):
            del self.fields["drop_logo"]

    def clean_logo(self) -> Drawn | None:
        brought: Any = self.cleaned_data["logo"]
        if not brought:
            return None
        try:
            return drawn(brought.read())
        except BadPicture as refusal:
            raise ValidationError(str(refusal)) from refusal

    def clean_header(self) -> str:
        lines = [line.strip() for line in str(self.cleaned_data["header"]).splitlines() if line.strip()]
        if len(lines) > MOST_HEADER_LINES:
            raise ValidationError(gettext("Nagłówek może mieć najwyżej cztery wiersze."))
        return "\n".join(lines)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = {"drop_logo": False, **self.cleaned_data}
        has_logo = cleaned.get("logo") or (self.known and self.known.logo and not cleaned["drop_logo"])
        if has_logo and not cleaned.get("logo_alt"):
            self.add_error("logo_alt", gettext("Opisz krótko, co przedstawia logo."))
        return cleaned

    def note_changes_of_others(self, version: int) -> None:
        """Keep what was typed, and let the next save go over the other change knowingly."""
        self.data = {**cast(QueryDict, self.data).dict(), "seen": str(version)}
        self.add_error(None, CHANGED_MEANWHILE)


CHANGED_MEANWHILE = _(
    "W międzyczasie ktoś zmienił wygląd dokumentów. Zapisz jeszcze raz, jeśli ma obowiązywać to, co tu wpisano."
)


class SignatoriesForm(forms.Form):
    """Who signs documents of a kind: up to four, each with the post and, if it is known, the name."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, people: list[dict[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for no in range(MOST_SIGNATORIES):
            known = people[no] if no < len(people) else {}
            count = {"no": no + 1}
            self.fields[f"post_{no}"] = forms.CharField(
                label=gettext("Stanowisko %(no)s. osoby") % count, required=False, max_length=200,
                initial=known.get("post", ""),
            )  # fmt: skip
            self.fields[f"name_{no}"] = forms.CharField(
                label=gettext("Imię i nazwisko %(no)s. osoby") % count, required=False, max_length=200,
                initial=known.get("name", ""),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        for no in range(MOST_SIGNATORIES):
            if self.cleaned_data.get(f"name_{no}") and not self.cleaned_data.get(f"post_{no}"):
                self.add_error(f"post_{no}", gettext("Podaj stanowisko tej osoby."))
        return self.cleaned_data

    @property
    def people(self) -> list[dict[str, str]]:
        pairs = ((self.cleaned_data[f"post_{no}"], self.cleaned_data[f"name_{no}"]) for no in range(MOST_SIGNATORIES))
        return [{"post": post, "name": name} for post, name in pairs if post]

    def note_changes_of_others(self, version: int) -> None:
        self.data = {**cast(QueryDict, self.data).dict(), "seen": str(version)}
        self.add_error(None, CHANGED_MEANWHILE)
