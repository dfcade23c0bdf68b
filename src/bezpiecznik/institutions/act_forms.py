"""Forms of single acts in the register: a spelling, a member, a name, a dissolution, a merge, a file, a contact."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import Filter
from bezpiecznik.institutions.contacts import FIELDS, contact_of, fingerprint
from bezpiecznik.institutions.importing.reading import MAX_BYTES
from bezpiecznik.institutions.kinds import Kind
from bezpiecznik.institutions.models import Contact, Institution


def tell(form: forms.BaseForm, fault: ValidationError) -> None:
    """Show the sentences of a refusal at the fields they speak of, or above the form."""
    if not hasattr(fault, "error_dict"):
        form.add_error(None, fault)
        return
    for name, errors in fault.error_dict.items():
        form.add_error(name if name in form.fields else None, cast(Any, errors))


def _day(label: Any, **kwargs: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **kwargs)


class AliasForm(forms.Form):
    text = forms.CharField(label=_("Inna pisownia"), max_length=300)


class MemberForm(forms.Form):
    institution = forms.ModelChoiceField(Institution.objects.none(), label=_("Podmiot"), empty_label=_("– wybierz –"))
    since = _day(_("Od dnia"), required=False, help_text=_("Puste: należy od zawsze."))
    until = _day(_("Do dnia (włącznie)"), required=False, help_text=_("Puste: należy nadal."))

    def __init__(self, *args: Any, collective: Institution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["institution"]
        choice.queryset = Institution.objects.living().filter(collective=False).in_polish_order()
        self.collective = collective


class EndForm(forms.Form):
    until = _day(_("Ostatni dzień"))


class RenameForm(forms.Form):
    name = forms.CharField(label=_("Nowa pełna nazwa"), max_length=300)
    abbr = forms.CharField(label=_("Skrót"), max_length=40, required=False)
    since = _day(_("Nazwa od dnia"), help_text=_("Może być w przyszłości: do tego dnia zostaje obecna nazwa."))
    basis = forms.CharField(
        label=_("Podstawa zmiany"), max_length=300, required=False, help_text=_("Np. numer uchwały lub zarządzenia.")
    )


class DissolveForm(forms.Form):
    day = _day(_("Zniesiono z dniem"), help_text=_("Pierwszy dzień, w którym podmiotu już nie ma."))
    successor = forms.ModelChoiceField(
        Institution.objects.none(),
        label=_("Następca"),
        required=False,
        empty_label=_("– nikt nie przejmuje zadań –"),
        help_text=_("Podmiot, który w nowych okresach odpowie za zadania zniesionego."),
    )

    def __init__(self, *args: Any, institution: Institution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["successor"]
        choice.queryset = Institution.objects.active().exclude(pk=institution.pk).in_polish_order()


class MergeForm(forms.Form):
    """Which row stays; `seen` is the fingerprint of the preview that was shown."""

    survivor = forms.ModelChoiceField(
        Institution.objects.none(), label=_("Wpis, który zostaje"), empty_label=_("– wybierz –")
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, duplicate: Institution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["survivor"]
        choice.queryset = Institution.objects.living().exclude(pk=duplicate.pk).in_polish_order()


class RegisterFileForm(forms.Form):
    file = forms.FileField(
        label=_("Plik z wykazem podmiotów"),
        help_text=_("CSV albo XLSX, najwyżej 2 MB i 500 wierszy. W pierwszym wierszu tytuły kolumn jak we wzorze."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"required": _("Wybierz plik CSV albo XLSX.")},
    )

    def clean_file(self) -> tuple[str, bytes]:
        """The name of the file and its bytes, one more than may be when it is too large."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        return file.name or "podmioty", file.read(MAX_BYTES + 1)


class ContactFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False, choices=[("", _("każdy")), *Kind.choices])
    lacks = forms.ChoiceField(
        label=_("Brakuje"),
        required=False,
        choices=[("", _("bez znaczenia")), ("any", _("całego kontaktu")), ("e_delivery", _("adresu e-Doręczeń"))],
    )


class ContactForm(forms.ModelForm[Contact]):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    website = forms.URLField(label=_("Strona internetowa"), required=False, assume_scheme="https")

    class Meta:
        model = Contact
        fields = FIELDS
        help_texts = {
            "phone": _("Sekretariat lub dyżurny, nie numer prywatny. Np. 41 123 45 67 wew. 8."),
            "email": _("Adres instytucji, np. sekretariat@instytucja.example."),
            "address": _("Ulica i numer, kod i miejscowość."),
            "e_delivery": _("W postaci AE:PL-12345-67890-ABCDE-12."),
            "inbox": _("Adres na ePUAP, np. /instytucja/SkrytkaESP."),
        }

    def __init__(self, *args: Any, institution: Institution, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "instance": contact_of(institution)})
        self.initial["seen"] = fingerprint(self.instance)

    def clean_e_delivery(self) -> str:
        return str(self.cleaned_data["e_delivery"]).strip()

    def show_changes_of_others(self) -> None:
        """Keep what was typed, say what is stored now, and let the next save go over it knowingly."""
        stored = contact_of(self.instance.institution)
        self.data = {**cast(QueryDict, self.data).dict(), "seen": fingerprint(stored)}
        theirs = [
            f"{self.fields[name].label} – „{value}”"
            if (value := getattr(stored, name))
            else f"{self.fields[name].label} – puste"
            for name in FIELDS
            if getattr(stored, name) != self.cleaned_data.get(name)
        ]
        sentence = _(
            "W międzyczasie ktoś zmienił ten kontakt. Teraz zapisane jest: %(stored)s. "
            "Zapisz jeszcze raz, jeśli mają obowiązywać wartości wpisane przez Ciebie."
        )
        self.add_error(None, sentence % {"stored": "; ".join(theirs)})

    def fields_to_save(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in FIELDS}
