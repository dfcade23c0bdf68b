"""Forms about posts: filters, the post itself, holders, deputies, the hand-over."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.institutions.models import Holding, Institution
from bezpiecznik.institutions.people.forms import NewcomerForm, seatable
from bezpiecznik.institutions.people.invitations import Newcomer
from bezpiecznik.institutions.posts.queries import ABOLISHED, HELD, VACANT, institutions_with_posts
from bezpiecznik.institutions.posts.radar import Kind
from bezpiecznik.institutions.rights import Role

NOT_BEFORE = _("Ostatni dzień nie może być wcześniejszy niż pierwszy.")


class _OfInstitution(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    institution = forms.ModelChoiceField(
        label=_("Podmiot"), required=False, queryset=Institution.objects.none(), empty_label=_("każdy")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institution: Any = self.fields["institution"]
        institution.queryset = institutions_with_posts()


class PostFilter(_OfInstitution):
    role = forms.ChoiceField(label=_("Rola"), required=False, choices=[("", _("każda")), *Role.choices])
    state = forms.ChoiceField(
        label=_("Obsada"),
        required=False,
        choices=[
            ("", _("bez znaczenia")),
            (VACANT, _("nieobsadzone")),
            (HELD, _("obsadzone")),
            (ABOLISHED, _("zniesione")),
        ],
    )


class RadarFilter(_OfInstitution):
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False, choices=[("", _("każdy")), *Kind.choices])


class PostForm(forms.Form):
    name = forms.CharField(
        label=_("Nazwa stanowiska"), max_length=200, help_text=_("Np. naczelnik wydziału prewencji.")
    )
    role = forms.ChoiceField(label=_("Rola w systemie"), help_text=_("Rola daje prawa temu, kto zajmuje stanowisko."))

    def __init__(self, *args: Any, roles: frozenset[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role: Any = self.fields["role"]
        role.choices = [(known, known.label) for known in Role if known in roles]


class RenameForm(forms.Form):
    name = forms.CharField(label=_("Nazwa stanowiska"), max_length=200)


class AbolishForm(forms.Form):
    on = forms.DateField(
        label=_("Z dniem"), widget=DayInput(), help_text=_("Od tego dnia stanowiska już nie ma. Historia zostaje.")
    )


class _Days(forms.Form):
    since = forms.DateField(label=_("Od dnia"), widget=DayInput())
    until = forms.DateField(
        label=_("Do dnia"), widget=DayInput(), required=False, help_text=_("Włącznie. Puste: bez końca.")
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("since") and said.get("until") and said["until"] < said["since"]:
            self.add_error("until", NOT_BEFORE)
        return said


class SeatForm(_Days):
    user = forms.ModelChoiceField(label=_("Osoba"), queryset=User.objects.none(), empty_label=_("– wybierz –"))
    field_order = ("user", "since", "until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        user: Any = self.fields["user"]
        user.queryset = seatable()
        self.fields["since"].initial = clock.today()


class EndForm(forms.Form):
    until = forms.DateField(
        label=_("Ostatni dzień"), widget=DayInput(), help_text=_("Włącznie; może być w przyszłości.")
    )


class DeputyForm(_Days):
    deputy = forms.ModelChoiceField(
        label=_("Kto zastępuje"), queryset=User.objects.none(), empty_label=_("– wybierz –")
    )
    field_order = ("deputy", "since", "until")

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        """`people`: whom the person at the page may name."""
        super().__init__(*args, **kwargs)
        deputy: Any = self.fields["deputy"]
        deputy.queryset = people
        self.fields["since"].initial = clock.today()


class HandOverForm(NewcomerForm):
    """Somebody who has an account, or a new person by name and address."""

    person = forms.ModelChoiceField(
        label=_("Następca"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("– nowa osoba, opisana niżej –"),
    )
    on = forms.DateField(label=_("Pierwszy dzień następcy"), widget=DayInput())
    note = forms.CharField(
        label=_("Notatka dla następcy"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Co jest w toku, z kim rozmawiać, na co uważać. Przeczyta ją następca i biuro."),
    )
    field_order = ("on", "note", "person", "email", "first_name", "last_name", "function")

    def __init__(self, *args: Any, holding: Holding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("email", "first_name", "last_name"):
            self.fields[name].required = False
        person: Any = self.fields["person"]
        person.queryset = seatable().exclude(pk=holding.user_id)
        self.fields["on"].initial = max(clock.today(), holding.since)

    @property
    def successor(self) -> User | Newcomer:
        """Of a valid form."""
        chosen: User | None = self.cleaned_data["person"]
        return chosen or self.newcomer

    def clean_email(self) -> str:
        return super().clean_email() if self.cleaned_data.get("email") else ""

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        named = [name for name in ("email", "first_name", "last_name") if said.get(name)]
        if said.get("person") and named:
            self.add_error("person", _("Wybierz następcę z listy albo opisz nową osobę, nie oba naraz."))
        if not said.get("person") and len(named) < 3 and "email" not in self.errors:
            self.add_error("person", _("Wybierz następcę z listy albo podaj adres, imię i nazwisko nowej osoby."))
        return said
