"""Cleaning of what people type about activities, and filters of their lists."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.activities.facts import Facts
from bezpiecznik.activities.models import Activity
from bezpiecznik.activities.queries import OVERDUE
from bezpiecznik.activities.services.attachments import MOST_BYTES, MOST_FILES
from bezpiecznik.activities.states import ActivityKind, ActivityState
from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.files.sniffing import DOCUMENTS, ENDINGS
from bezpiecznik.institutions.choices import InstitutionChoice, InstitutionsChoice
from bezpiecznik.institutions.models import Institution, InstitutionQuerySet
from bezpiecznik.plans.models import Undertaking, UndertakingQuerySet

BY_DAY = ""
"""A state chosen by the day: what has passed was held, what is to come is planned."""
MOST = 1_000_000
SEVERAL = 2
ACCEPTED = ",".join(("image/*", *ENDINGS))


class Files(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files; clean values are pairs of name and bytes."""

    widget = Files(attrs={"accept": ACCEPTED, "multiple": True})

    def clean(self, data: Any, initial: Any = None) -> Any:
        given: Iterable[UploadedFile[Any]] = data if isinstance(data, list | tuple) else [data] if data else []
        kept = [(file.name or "plik", file.read(MOST_BYTES + 1)) for file in given]
        if self.required and not kept:
            raise forms.ValidationError(self.error_messages["required"])
        return kept


class UndertakingsChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return label_of(obj)


class UndertakingChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return label_of(obj)


def label_of(undertaking: Undertaking) -> str:
    """Its number and the beginning of its wording."""
    return f"{undertaking.code} {Truncator(undertaking.wording).chars(110)}"


class ActivityForm(forms.Form):
    """The short part is what a phone shows at once; the rest stands under „więcej”."""

    kind = forms.ChoiceField(label=_("Rodzaj"), choices=ActivityKind)
    title = forms.CharField(
        label=_("Co"),
        max_length=300,
        widget=forms.TextInput(attrs={"placeholder": _("np. Spotkanie z seniorami o oszustwach")}),
        error_messages={"required": _("Napisz w kilku słowach, co to było.")},
    )
    starts_on = forms.DateField(label=_("Kiedy"), widget=DayInput())
    place = forms.CharField(label=_("Gdzie"), max_length=300, required=False)
    participants = forms.IntegerField(
        label=_("Ile osób"),
        required=False,
        min_value=0,
        max_value=MOST,
        help_text=_("Zostaw puste, jeśli nikt nie liczył. Bez imion i nazwisk: wystarczy liczba."),
    )
    undertakings = UndertakingsChoice(
        label=_("Które działanie programu to realizuje"),
        queryset=Undertaking.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Z tego wpisu uzupełni się sprawozdanie z zaznaczonych działań."),
    )
    others = InstitutionsChoice(
        label=_("Z kim"),
        queryset=Institution.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Inne podmioty, które prowadziły to razem z Wami."),
    )
    attached = FilesField(
        label=_("Zdjęcia i dokumenty"),
        required=False,
        help_text=_("Ze zdjęć usuwamy miejsce, czas i dane aparatu. Dokumenty: %(kinds)s. Razem najwyżej 20 MB.")
        % {"kinds": DOCUMENTS},
    )
    shows_people = forms.BooleanField(
        label=_("Na zdjęciach można kogoś rozpoznać"),
        required=False,
        initial=True,
        help_text=_("Takich zdjęć nie pokazujemy mieszkańcom. Odznacz, jeśli nikogo nie można rozpoznać."),
    )
    state = forms.ChoiceField(
        label=_("Stan"),
        required=False,
        choices=[
            (BY_DAY, _("według daty")),
            (ActivityState.HELD, _("odbyła się")),
            (ActivityState.PLANNED, _("planowana")),
        ],
    )
    starts_at = forms.TimeField(
        label=_("Godzina"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends_on = forms.DateField(
        label=_("Ostatni dzień"), required=False, widget=DayInput(), help_text=_("Gdy trwa dłużej niż jeden dzień.")
    )
    times = forms.IntegerField(
        label=_("Ile razy"),
        min_value=1,
        max_value=100_000,
        initial=1,
        help_text=_("Kilka takich samych możesz wpisać razem, np. 8 lekcji w jednym tygodniu."),
    )
    audience = forms.CharField(label=_("Dla kogo"), max_length=300, required=False)
    description = forms.CharField(
        label=_("Opis"), required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    found = forms.IntegerField(
        label=_("Stwierdzone nieprawidłowości"),
        required=False,
        min_value=0,
        max_value=MOST,
        help_text=_("Tylko przy kontroli."),
    )
    sanctioned = forms.IntegerField(
        label=_("Zastosowane sankcje"),
        required=False,
        min_value=0,
        max_value=MOST,
        help_text=_("Mandaty, decyzje, wnioski do sądu. Tylko przy kontroli."),
    )
    public = forms.BooleanField(
        label=_("Pokaż mieszkańcom w „Wydarzeniach”"),
        required=False,
        help_text=_("Zobaczą rodzaj, tytuł, dzień, miejsce, opis i zdjęcia, na których nikogo nie można rozpoznać."),
    )

    SHORT = ("kind", "title", "starts_on", "place", "participants")
    MORE = ("state", "starts_at", "ends_on", "times", "audience", "description", "found", "sanctioned", "public")

    def __init__(
        self,
        *args: Any,
        institution: Institution,
        undertakings: Iterable[Undertaking],
        others: InstitutionQuerySet,
        must_choose: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        offered = list(undertakings)
        fields["undertakings"].queryset = Undertaking.objects.filter(pk__in=[one.pk for one in offered])
        fields["undertakings"].choices = [(one.pk, label_of(one)) for one in offered]
        fields["undertakings"].required = must_choose
        fields["undertakings"].error_messages["required"] = gettext("Zaznacz, które działanie programu to realizuje.")
        fields["others"].queryset = others.exclude(pk=institution.pk)
        self.initial.setdefault("starts_on", clock.today())

    @property
    def short(self) -> list[Any]:
        return [self[name] for name in self.SHORT]

    @property
    def more(self) -> list[Any]:
        return [self[name] for name in self.MORE]

    @property
    def has_more(self) -> bool:
        """Whether the part under „więcej” is shown open: something in it is wrong, or already said."""
        said = any(self[name].value() not in (None, "", False, 1, "1") for name in self.MORE if name != "state")
        return said or any(name in self.errors for name in self.MORE)

    def facts(self) -> Facts:
        """What was said, the state by its day unless it was chosen."""
        data = self.cleaned_data
        names = (name for name in Facts.__dataclass_fields__ if name != "state")
        return Facts(**{name: data[name] for name in names}, state=data["state"] or state_by(data["starts_on"]))

    def refuse(self, sentences: Sequence[str]) -> None:
        for sentence in sentences:
            self.add_error(None, sentence)


def state_by(day: date) -> str:
    """Held when the day has come, else planned."""
    return (ActivityState.PLANNED if day > clock.today() else ActivityState.HELD).value


def initial_of(activity: Activity) -> dict[str, Any]:
    """The form as the row says it."""
    return {
        **asdict(Facts.of(activity)),
        "undertakings": [link.undertaking_id for link in activity.undertakings.all()],
        "others": [body.institution_id for body in activity.bodies.all()],
        "public": activity.public,
    }


def initial_again(activity: Activity) -> dict[str, Any]:
    """The same once more, today: without what has to be counted anew, and shown to nobody yet."""
    anew = {"starts_on": clock.today(), "ends_on": None, "state": BY_DAY, "public": False}
    return {**initial_of(activity), **anew, "participants": None, "found": None, "sanctioned": None}


class ActivityFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False, choices=[("", _("każdy")), *ActivityKind.choices])
    state = forms.ChoiceField(
        label=_("Stan"),
        required=False,
        choices=[("", _("każdy")), *ActivityState.choices, (OVERDUE, _("planowana, a dzień minął"))],
    )
    since = forms.DateField(label=_("Od dnia"), required=False, widget=DayInput())
    until = forms.DateField(label=_("Do dnia"), required=False, widget=DayInput())
    institution = InstitutionChoice(
        label=_("Podmiot"), required=False, queryset=Institution.objects.none(), empty_label=_("wszystkie")
    )
    undertaking = UndertakingChoice(
        label=_("Działanie programu"),
        required=False,
        queryset=Undertaking.objects.none(),
        empty_label=_("wszystkie"),
    )
    public = forms.ChoiceField(
        label=_("Widoczność"),
        required=False,
        choices=[("", _("każda")), ("public", _("widoczne dla mieszkańców")), ("internal", _("wewnętrzne"))],
    )

    def __init__(
        self, *args: Any, institutions: InstitutionQuerySet, undertakings: UndertakingQuerySet, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["institution"].queryset = institutions
        if institutions.count() < SEVERAL:
            del fields["institution"]  # nothing to choose from
        fields["undertaking"].queryset = undertakings


class InspectionFilter(ActivityFilter):
    """The kind is known; the rest as in the list of all activities."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["kind"], self.fields["public"]


class HeldForm(forms.Form):
    """One click: it took place; with how many people, if somebody counted."""

    participants = forms.IntegerField(label=_("Ile osób"), required=False, min_value=0, max_value=MOST)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Dlaczego"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Napisz, dlaczego.")},
    )


class FilesForm(forms.Form):
    """More files for an activity that is already there."""

    attached = FilesField(
        label=_("Zdjęcia i dokumenty"),
        help_text=_("Najwyżej %(most)d plików przy jednym wpisie, razem najwyżej 20 MB naraz.") % {"most": MOST_FILES},
        error_messages={"required": _("Wybierz plik.")},
    )
    description = forms.CharField(
        label=_("Co przedstawia"),
        max_length=300,
        required=False,
        help_text=_("Jednym zdaniem. Czyta to osoba, która nie widzi zdjęcia."),
    )
    shows_people = forms.BooleanField(
        label=_("Na zdjęciu można kogoś rozpoznać"),
        required=False,
        initial=True,
        help_text=_("Takich zdjęć nie pokazujemy mieszkańcom."),
    )


class AttachmentForm(forms.Form):
    """What a file shows."""

    description = forms.CharField(label=_("Co przedstawia"), max_length=300, required=False)
    shows_people = forms.BooleanField(
        label=_("Na zdjęciu można kogoś rozpoznać"),
        required=False,
        help_text=_("Takich zdjęć nie pokazujemy mieszkańcom."),
    )
