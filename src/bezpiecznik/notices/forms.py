"""What a person chooses about their messages, what the log is searched by, and how a wording is edited."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core.forms import Filter
from bezpiecznik.notices import wording
from bezpiecznik.notices.kinds import KINDS, MAIL, MAIL_TITLE, Kind, optional
from bezpiecznik.notices.models import Message, MessageState, Rhythm
from bezpiecznik.notices.queries import TROUBLE


class DayInput(forms.DateInput):
    input_type = "date"


class ChoiceForm(forms.Form):
    """How often, and what: ticked kinds are wanted."""

    rhythm = forms.ChoiceField(
        label=_("Jak często"), choices=Rhythm.choices, widget=forms.RadioSelect,
        help_text=_("Dotyczy wiadomości, z których możesz zrezygnować. Pozostałe przychodzą od razu."),
    )  # fmt: skip
    wanted = forms.MultipleChoiceField(label=_("Chcę dostawać"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["wanted"]
        chosen.choices = [(kind.name, _with_occasion(kind)) for kind in optional()]


def _with_occasion(kind: Kind) -> str:
    return f"{kind.title} – {kind.occasion}" if kind.occasion else str(kind.title)


class MessageFilter(Filter):
    q = forms.CharField(label=_("Szukaj w tematach i adresatach"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("Stan"), required=False, choices=[("", _("każdy")), (TROUBLE, _("wymaga uwagi")), *MessageState.choices]
    )
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False)
    person = forms.ModelChoiceField(User.objects.none(), label=_("Osoba"), required=False, empty_label=_("każda"))
    since = forms.DateField(label=_("Od dnia"), required=False, widget=DayInput)
    until = forms.DateField(label=_("Do dnia"), required=False, widget=DayInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = sorted(((kind.name, str(kind.title)) for kind in KINDS.values()), key=lambda pair: pair[1])
        chosen: Any = self.fields["kind"]
        chosen.choices = [("", _("każdy")), *kinds, (MAIL, MAIL_TITLE)]
        person: Any = self.fields["person"]
        person.queryset = User.objects.filter(pk__in=Message.objects.values("user"))


class WordingForm(forms.Form):
    """The office's own words for one kind of message."""

    subject = forms.CharField(label=_("Temat"), max_length=300)
    body = forms.CharField(
        label=_("Treść"), widget=forms.Textarea(attrs={"rows": 12}), max_length=10_000, strip=True,
        help_text=_("Zwykły tekst; pusty wiersz zaczyna nowy akapit. Przycisk z odnośnikiem i stopkę dopisze system."),
    )  # fmt: skip
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    """The version that the page showed: who saves over a colleague's words is told."""

    def __init__(self, kind: Kind, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = self.cleaned_data
        if "subject" in cleaned and "body" in cleaned:
            cleaned["body"] = cleaned["body"].replace("\r\n", "\n")
            found = wording.faults(self.kind, cleaned["subject"], cleaned["body"])
            for field, sentences in found.items():
                self.add_error(field, [ValidationError(sentence) for sentence in sentences])
        return cleaned

    def show_changes_of_others(self, subject: str, body: str, version: int) -> None:
        """Keep what was typed, show what is in force now, and let the next save go over it knowingly."""
        self.data = {**cast(QueryDict, self.data).dict(), "seen": str(version)}
        sentence = _(
            "W międzyczasie ktoś zmienił ten wzór. Teraz obowiązuje temat „%(subject)s” i treść: „%(body)s”. "
            "Zapisz jeszcze raz, jeśli mają obowiązywać słowa wpisane przez Ciebie."
        )
        self.add_error(None, sentence % {"subject": subject, "body": body})
