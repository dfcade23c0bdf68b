"""Forms about letters: cleaning only."""

import re
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.forms import Filter
from bezpiecznik.institutions.models import Institution
from bezpiecznik.letters import options, queries
from bezpiecznik.letters.models import Case, Letter, Sending
from bezpiecznik.letters.states import LetterState
from bezpiecznik.letters.templates import templates

E_DELIVERY = re.compile(r"AE:PL-\d{5}-\d{5}-[A-Z]{5}-\d{2}")
WORDS = ("subject", "body", "request", "annexes")
SIGNED = ("place", "signatory", "signatory_function", "copies")
HELP = {
    "addressee": _("Najpierw nazwa, w następnych wierszach adres. Tak zostanie wydrukowane."),
    "e_delivery": _("Na przykład AE:PL-12345-67890-ABCDE-12. Zostaw puste, jeśli piszesz na papierze."),
    "subject": _("Dokończenie słów „Dotyczy: …”."),
    "body": _("Akapity oddziel pustym wierszem."),
    "request": _("Osobny akapit na końcu. Podmioty są niezależne: „prosimy o …”, a nie „zobowiązujemy do …”."),
    "annexes": _("Każdy w osobnym wierszu; numery dopisze system."),
    "copies": _("Kto jeszcze otrzymuje pismo; każdy w osobnym wierszu."),
    "signatory": _("Puste miejsce zostanie na podpis i pieczątkę."),
}


def _rows(**rows: int) -> dict[str, forms.Textarea]:
    return {name: forms.Textarea(attrs={"rows": number}) for name, number in rows.items()}


def day_field(**options: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **options)


class LetterFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *LetterState.choices])
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=_("Podmiot"), required=False, empty_label=_("każdy")
    )
    since = day_field(label=_("Data pisma od"), required=False)
    until = day_field(label=_("do"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institution: Any = self.fields["institution"]
        institution.queryset = queries.written_to()


def _template_field() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Treść"), required=False)


def _offer(field: Any) -> None:
    field.choices = [("", gettext("pismo o dowolnej treści")), *((each.key, each.title) for each in templates())]


class ChooseForm(forms.Form):
    """To whom, and in what words: what the new letter begins with. Stands in the address."""

    institution = forms.ModelChoiceField(Institution.objects.none(), label=_("Podmiot"), empty_label=_("– wybierz –"))
    template = _template_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institution: Any = self.fields["institution"]
        institution.queryset = Institution.objects.in_polish_order()
        _offer(self.fields["template"])


class LetterForm(forms.ModelForm[Letter]):
    class Meta:
        model = Letter
        fields = ("addressee", "e_delivery", *WORDS, "copies", "place", "signatory", "signatory_function")
        widgets = _rows(addressee=4, body=10, request=3, annexes=3, copies=2)
        help_texts = HELP

    def clean_e_delivery(self) -> str:
        address: str = self.cleaned_data["e_delivery"].upper().replace(" ", "")
        if address and not E_DELIVERY.fullmatch(address):
            raise ValidationError(_("Adres do e-Doręczeń ma postać AE:PL-12345-67890-ABCDE-12."))
        return address

    def words(self) -> dict[str, str]:
        """Cleaned values by the names of the fields."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class DraftForm(LetterForm):
    """A draft that exists: `version` is what the page showed."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def go_over(self, sentence: str, *, version: int) -> None:
        """Keep what was typed, say that somebody else saved, and let the next save go over it knowingly."""
        self.data = {**cast(QueryDict, self.data).dict(), "version": str(version)}
        self.add_error(None, sentence)


class SeriesForm(forms.Form):
    """One letter to many; words are asked for only where no template gives them."""

    institutions = forms.ModelMultipleChoiceField(
        Institution.objects.none(), label=_("Podmioty"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Wybierz co najmniej jeden podmiot.")},
    )  # fmt: skip
    subject = forms.CharField(label=_("Dotyczy"), max_length=400, help_text=HELP["subject"])
    body = forms.CharField(
        label=_("Treść"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 10}), help_text=HELP["body"]
    )
    request = forms.CharField(
        label=_("Prośba"), required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=HELP["request"],
    )  # fmt: skip
    annexes = forms.CharField(
        label=_("Załączniki"), required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=HELP["annexes"],
    )  # fmt: skip
    copies = forms.CharField(
        label=_("Do wiadomości"), required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=HELP["copies"],
    )  # fmt: skip
    place = forms.CharField(label=_("Miejscowość"), max_length=100)
    signatory = forms.CharField(label=_("Podpisuje"), required=False, max_length=200, help_text=HELP["signatory"])
    signatory_function = forms.CharField(label=_("Stanowisko podpisującego"), max_length=200)

    def __init__(self, *args: Any, worded: bool, **kwargs: Any) -> None:
        """`worded`: a template words each letter, so that nothing of the words is asked."""
        super().__init__(*args, **kwargs)
        institutions: Any = self.fields["institutions"]
        institutions.queryset = Institution.objects.in_polish_order()
        self.order_fields((*WORDS, "copies", "place", "signatory", "signatory_function", "institutions"))
        if worded:
            for name in WORDS:
                del self.fields[name]

    def signed(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in SIGNED}


class TemplateForm(forms.Form):
    template = _template_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["template"])


class CaseForm(forms.Form):
    """To which case a paper belongs: one that is there, or a new one."""

    case = forms.ModelChoiceField(
        Case.objects.none(),
        label=_("Sprawa"),
        required=False,
        empty_label=_("nowa sprawa"),
        help_text=_("Pisma i dokumenty w tej samej sprawie mają wspólny znak."),
    )
    sign = forms.CharField(
        label=_("Znak nowej sprawy"),
        required=False,
        max_length=100,
        help_text=_("Tylko gdy znak nadał już inny system (np. EZD). Puste: następny znak z licznika."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        case: Any = self.fields["case"]
        case.queryset = queries.recent_cases()

    def clean_sign(self) -> str:
        return " ".join(str(self.cleaned_data["sign"]).split())

    def clean(self) -> None:
        if self.cleaned_data.get("case") and self.cleaned_data.get("sign"):
            self.add_error("sign", _("Wybrano istniejącą sprawę: znaku nie trzeba podawać."))


class NumberForm(CaseForm):
    dated_on = day_field(label=_("Data pisma"), initial=clock.today)
    field_order = ("dated_on", "case", "sign")


class SendingForm(forms.ModelForm[Sending]):
    sent_on = day_field(label=_("Data wysłania"))
    received_on = day_field(
        label=_("Data doręczenia"),
        required=False,
        help_text=_("Ze zwrotki albo z dowodu doręczenia; można uzupełnić później."),
    )

    class Meta:
        model = Sending
        fields = ("channel", "sent_on", "reference", "received_on")
        help_texts = {"reference": _("Numer przesyłki poleconej albo identyfikator wiadomości.")}


class CancelForm(forms.Form):
    reason = forms.CharField(label=_("Powód anulowania"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}))


def signed_by_default() -> dict[str, str]:
    """What the page of settings says of place and signature."""
    return {
        "place": options.PLACE.value(),
        "signatory": options.SIGNATORY.value(),
        "signatory_function": options.SIGNATORY_FUNCTION.value(),
    }
