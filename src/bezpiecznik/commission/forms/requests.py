"""Forms of requests for information."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.forms.composition import day, long_text
from bezpiecznik.commission.models import InformationRequest
from bezpiecznik.commission.queries import requests as of_requests
from bezpiecznik.commission.states import RequestState
from bezpiecznik.core.forms import Filter
from bezpiecznik.institutions.choices import InstitutionChoice
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters.addressing import addressee_of
from bezpiecznik.letters.states import Channel

SIGN_HELP = _("Tylko gdy znak nadał już inny system (np. EZD). Puste: następny znak z licznika.")


class RequestFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("Stan"), required=False,
        choices=[("", _("każdy")), (of_requests.OVERDUE, _("po terminie")), *RequestState.choices],
    )  # fmt: skip
    year = forms.TypedChoiceField(label=_("Rok"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["year"]
        field.choices = [("", gettext("każdy")), *((year, year) for year in of_requests.years())]


class RequestForm(forms.Form):
    institution = InstitutionChoice(
        label=_("Podmiot"), queryset=Institution.objects.none(), required=False, empty_label=_("spoza wykazu")
    )
    addressee = long_text(
        _("Adresat"), rows=4, required=False, max_length=600,
        help_text=_("Najpierw nazwa, w następnych wierszach adres. Puste: z wykazu podmiotów."),
    )  # fmt: skip
    subject = forms.CharField(label=_("Czego dotyczy"), max_length=300)
    asked = long_text(
        _("O co prosimy"), rows=8, max_length=8_000,
        help_text=_("Wiersz, który zaczyna się od myślnika i spacji, będzie punktem listy. Bez danych osób."),
    )  # fmt: skip
    purpose = long_text(_("Do czego jest to potrzebne"), rows=2, required=False, max_length=2_000,
                        help_text=_("Dokończenie słów „Są potrzebne do: …”."))  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    WORDS = ("institution", "addressee", "subject", "asked", "purpose")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["institution"]
        field.queryset = Institution.objects.living().in_polish_order()

    def clean(self) -> None:
        given = self.cleaned_data
        if not given.get("addressee") and not given.get("institution"):
            self.add_error("addressee", _("Wybierz podmiot albo wpisz adresata."))
        elif not given.get("addressee"):
            given["addressee"] = addressee_of(given["institution"])

    def words(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.WORDS}

    @classmethod
    def of(cls, request: InformationRequest) -> dict[str, Any]:
        return {"version": request.version, **{name: getattr(request, name) for name in cls.WORDS}}


class AskForm(forms.Form):
    asked_on = day(_("Data pisma"))
    due_on = day(_("Termin odpowiedzi"))
    case_sign = forms.CharField(label=_("Znak sprawy"), max_length=80, required=False, help_text=SIGN_HELP)


class SentForm(forms.Form):
    sent_by = forms.ChoiceField(label=_("Droga wysłania"), choices=Channel)
    sent_on = day(_("Data wysłania"))


class AnswerForm(forms.Form):
    answered_on = day(_("Data odpowiedzi"))
    answer_note = long_text(
        _("Co wynika z odpowiedzi"), rows=5, required=False, max_length=8_000,
        help_text=_("Krótko i bez nazwisk: liczby, terminy, stanowisko."),
    )  # fmt: skip


class RefusalForm(forms.Form):
    answered_on = day(_("Data odmowy"))
    because = long_text(_("Na co się powołano"), rows=3, max_length=2_000)


class ReopenForm(forms.Form):
    because = long_text(_("Czego brakuje albo na czym polegała pomyłka"), rows=3, max_length=2_000)
    due_on = day(_("Nowy termin odpowiedzi"))


class FileForm(forms.Form):
    attached = forms.FileField(label=_("Plik odpowiedzi"))
