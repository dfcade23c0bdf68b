"""Cleaning of what people type about signals, and filters of their list."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.core.privacy import Check
from bezpiecznik.observations.facts import Answer, Facts
from bezpiecznik.observations.models import Channel, Observation
from bezpiecznik.observations.queries import UNDECIDED
from bezpiecznik.observations.states import CorrectionKind, ObservationKind, ObservationState, Outcome, Received
from bezpiecznik.plans.models import Amendment, Area, Programme, Undertaking

LONG = forms.Textarea(attrs={"rows": 6})
SHORT = forms.Textarea(attrs={"rows": 3})


class _Refusing(forms.Form):
    def refuse(self, sentences: Sequence[str]) -> None:
        for sentence in sentences:
            self.add_error(None, sentence)


class Undertakings(forms.ModelMultipleChoiceField[Undertaking]):
    def label_from_instance(self, obj: Undertaking) -> str:
        return f"{obj.code} {Truncator(obj.wording).chars(110)}"


class ObservationForm(_Refusing):
    kind = forms.ChoiceField(label=_("Rodzaj"), choices=ObservationKind)
    title = forms.CharField(
        label=_("Tytuł"),
        max_length=300,
        widget=forms.TextInput(attrs={"placeholder": _("np. Zamknięty most na czas remontu")}),
        error_messages={"required": _("Napisz w kilku słowach, czego dotyczy sygnał.")},
    )
    happened_on = forms.DateField(label=_("Dzień zdarzenia lub publikacji"), widget=DayInput())
    text = forms.CharField(
        label=_("Treść"), required=False, max_length=20_000, widget=LONG,
        help_text=_("Bez imion, nazwisk i innych danych osób."),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Źródło"), required=False, max_length=200, help_text=_("Nazwa redakcji, portalu albo instytucji.")
    )
    link = forms.URLField(
        label=_("Adres w internecie"), required=False, max_length=1000, assume_scheme="https",
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )  # fmt: skip
    areas = forms.ModelMultipleChoiceField(
        label=_("Obszary"), queryset=Area.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    undertakings = Undertakings(
        label=_("Działania"), queryset=Undertaking.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    BASIC = ("kind", "title", "happened_on", "text", "source", "link")

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["areas"].queryset = Area.objects.filter(programme=programme)
        offered = Undertaking.objects.filter(programme=programme).select_related("area")
        fields["undertakings"].queryset = offered.in_document_order()
        self.initial.setdefault("happened_on", clock.today())

    @property
    def basic(self) -> list[Any]:
        return [self[name] for name in self.BASIC]

    def facts(self) -> Facts:
        return Facts(**{name: self.cleaned_data[name] for name in self.BASIC})

    def clean_link(self) -> str:
        return _only_web(self.cleaned_data["link"])


def initial_of(observation: Observation) -> dict[str, Any]:
    """The form as the row says it."""
    facts = Facts.of(observation)
    return {
        **{name: getattr(facts, name) for name in ObservationForm.BASIC},
        "areas": [area.pk for area in observation.areas.all()],
        "undertakings": [one.pk for one in observation.undertakings.all()],
    }


class AnswerForm(_Refusing):
    """The outcome. What belongs to a correction is asked always and used only for one: the page needs no script."""

    outcome = forms.ChoiceField(
        label=_("Rozstrzygnięcie"), choices=Outcome, widget=forms.RadioSelect,
        error_messages={"required": _("Wskaż, czy z sygnału wynika korekta.")},
    )  # fmt: skip
    correction = forms.ChoiceField(
        label=_("Co skorygowano"), required=False, choices=[("", _("wybierz przy korekcie")), *CorrectionKind.choices]
    )
    amendment = forms.ModelChoiceField(
        label=_("Zmiana programu"), required=False, queryset=Amendment.objects.none(), empty_label=_("brak"),
        help_text=_("Gdy korektą jest zmiana programu."),
    )  # fmt: skip
    moved_to = forms.DateField(
        label=_("Nowy termin"), required=False, widget=DayInput(), help_text=_("Gdy przesunięto termin.")
    )
    corrected = forms.CharField(
        label=_("Na czym polega korekta"), required=False, max_length=4_000, widget=SHORT,
        help_text=_("Treść zalecenia albo opis innej korekty."),
    )  # fmt: skip
    answer = forms.CharField(
        label=_("Uzasadnienie"), max_length=4_000, widget=LONG,
        help_text=_("Wejdzie do oceny rocznej. Bez danych osób."),
        error_messages={"required": _("Napisz uzasadnienie: bez niego sygnał nie jest rozstrzygnięty.")},
    )  # fmt: skip
    public = forms.BooleanField(
        label=_("Opublikuj odpowiedź pod numerem sprawy"), required=False,
        help_text=_("Mieszkaniec przeczyta rozstrzygnięcie i uzasadnienie na stronie publicznej."),
    )  # fmt: skip
    cleared = forms.BooleanField(label=_("To nie są dane osób"), required=False)

    CORRECTION = ("correction", "amendment", "moved_to", "corrected")

    def __init__(self, *args: Any, observation: Observation, publishable: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["amendment"].queryset = Amendment.objects.filter(programme=observation.programme_id)
        if not publishable:
            del fields["public"]
        self.suspect = False

    @property
    def of_correction(self) -> list[Any]:
        return [self[name] for name in self.CORRECTION]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        words = "\n".join(filter(None, (data.get("answer"), data.get("corrected"))))
        found = Check().findings(words) if data.get("public") else []
        self.suspect = bool(found)
        if found and not data.get("cleared"):
            told = ", ".join(f"{one.kind.value} ({one.excerpt})" for one in found)
            self.add_error("answer", now("Wygląda na dane osoby: %(what)s. Popraw albo potwierdź niżej, że to nie one.")
                           % {"what": told})  # fmt: skip
        if data.get("outcome") == Outcome.CORRECTION:
            self._clean_correction(data)
        return data

    def _clean_correction(self, data: dict[str, Any]) -> None:
        kind = data.get("correction")
        needs = {
            "": ("correction", now("Wskaż, co skorygowano.")),
            CorrectionKind.AMENDMENT: ("amendment", now("Wskaż zmianę programu, która wynikła z sygnału.")),
            CorrectionKind.DATE: ("moved_to", now("Podaj nowy termin.")),
        }
        field, sentence = needs.get(kind or "", ("corrected", now("Napisz, na czym polega korekta.")))
        if not data.get(field) and field not in self.errors:
            self.add_error(field, sentence)

    def given(self) -> Answer:
        data = self.cleaned_data
        return Answer(
            outcome=data["outcome"], answer=data["answer"], correction=data["correction"],
            amendment=data["amendment"], moved_to=data["moved_to"], corrected=data["corrected"],
            public=data.get("public", False),
        )  # fmt: skip


class ReasonForm(_Refusing):
    reason = forms.CharField(
        label=_("Dlaczego"), max_length=500, widget=SHORT, error_messages={"required": _("Napisz, dlaczego.")}
    )


class ObservationFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False, choices=[("", _("każdy")), *ObservationKind.choices])
    state = forms.ChoiceField(
        label=_("Stan"), required=False,
        choices=[("", _("każdy")), (UNDECIDED, _("czeka na rozstrzygnięcie")), *ObservationState.choices],
    )  # fmt: skip
    outcome = forms.ChoiceField(label=_("Wynik"), required=False, choices=[("", _("każdy")), *Outcome.choices])
    received = forms.ChoiceField(label=_("Jak wpłynął"), required=False, choices=[("", _("każdy")), *Received.choices])
    year = forms.ChoiceField(label=_("Rok"), required=False)
    area = forms.ModelChoiceField(
        label=_("Obszar"), required=False, queryset=Area.objects.none(), empty_label=_("wszystkie")
    )
    undertaking = forms.ModelChoiceField(
        required=False, queryset=Undertaking.objects.all(), widget=forms.HiddenInput, label=_("Działanie")
    )

    def __init__(self, *args: Any, years: Iterable[int], areas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["year"].choices = [("", now("wszystkie")), *((str(year), str(year)) for year in years)]
        fields["area"].queryset = areas


class ChannelForm(forms.Form):
    name = forms.CharField(
        label=_("Nazwa"), max_length=200, help_text=_("Stanie przy każdym sygnale jako źródło, np. nazwa gazety.")
    )
    address = forms.URLField(
        label=_("Adres kanału"), max_length=1000, assume_scheme="https",
        help_text=_("Adres pliku RSS albo Atom, zaczyna się od http:// albo https://."),
    )  # fmt: skip
    keywords = forms.CharField(
        label=_("Słowa kluczowe"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Po jednym w wierszu. Słowo znajdujemy też odmienione i bez polskich liter; można podać sam początek, "
            "np. „przystan”. Kilka słów w wierszu musi wystąpić razem."
        ),
    )  # fmt: skip
    active = forms.BooleanField(
        label=_("Pobieraj ten kanał"), required=False, initial=True, help_text=_("Odznacz, żeby przestać pobierać.")
    )

    FIELDS = ("name", "address", "keywords", "active")

    def __init__(self, *args: Any, channel: Channel, **kwargs: Any) -> None:
        known = {} if channel.pk is None else {name: getattr(channel, name) for name in self.FIELDS}
        super().__init__(*args, **kwargs)
        self.initial = known
        self.channel = channel

    def clean_address(self) -> str:
        address = _only_web(self.cleaned_data["address"])
        if Channel.objects.filter(address=address).exclude(pk=self.channel.pk).exists():
            raise forms.ValidationError(now("Ten kanał jest już na liście."))
        return address

    def filled(self) -> Channel:
        """The channel as the form says it, not saved."""
        for name in self.FIELDS:
            setattr(self.channel, name, self.cleaned_data[name])
        return self.channel


def _only_web(address: str) -> str:
    """Raises ValidationError for what a page must not link to and nobody fetches: ftp, javascript."""
    if address and not address.lower().startswith(("http://", "https://")):
        raise forms.ValidationError(now("Adres musi zaczynać się od http:// albo https://."))
    return address
