"""Forms about people: the filter, an invitation, the first password, changes."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.demo import is_shared
from bezpiecznik.accounts.models import User
from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.institutions.models import Holding, Institution, Post
from bezpiecznik.institutions.people.invitations import Newcomer
from bezpiecznik.institutions.people.states import State
from bezpiecznik.institutions.posts.queries import institutions_with_posts
from bezpiecznik.institutions.posts.services import NewPost
from bezpiecznik.institutions.rights import Role


class PeopleFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    role = forms.ChoiceField(label=_("Rola"), required=False, choices=[("", _("każda")), *Role.choices])
    institution = forms.ModelChoiceField(
        label=_("Podmiot"), required=False, queryset=Institution.objects.none(), empty_label=_("każdy")
    )
    state = forms.ChoiceField(label=_("Konto"), required=False, choices=[("", _("każde")), *State.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institution: Any = self.fields["institution"]
        institution.queryset = institutions_with_posts()


class NewcomerForm(forms.Form):
    """Who is invited."""

    email = forms.EmailField(
        label=_("Adres e-mail"), max_length=254, help_text=_("Służbowy. Na ten adres pójdzie zaproszenie.")
    )
    first_name = forms.CharField(label=_("Imię"), max_length=100)
    last_name = forms.CharField(label=_("Nazwisko"), max_length=100)
    function = forms.CharField(
        label=_("Stanowisko służbowe"), max_length=200, required=False, help_text=_("Tak, jak ma stać pod podpisem.")
    )

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).strip().lower()
        if known := User.objects.filter(email__iexact=email).first():
            raise forms.ValidationError(
                _("%(person)s ma już konto z tym adresem. Obsadź stanowisko tą osobą, bez zaproszenia."),
                params={"person": known},
            )
        return email

    @property
    def newcomer(self) -> Newcomer:
        """Of a valid form."""
        said = self.cleaned_data
        return Newcomer(said["email"], said["first_name"], said["last_name"], said["function"])


class AddPersonForm(NewcomerForm):
    """A new person and the post: one that waits, or a new one."""

    post = forms.ModelChoiceField(
        label=_("Nieobsadzone stanowisko"),
        queryset=Post.objects.none(),
        required=False,
        empty_label=_("– nowe stanowisko, opisane niżej –"),
    )
    role = forms.ChoiceField(label=_("Rola na nowym stanowisku"), required=False)
    institution = forms.ModelChoiceField(
        label=_("Podmiot nowego stanowiska"),
        queryset=Institution.objects.none(),
        required=False,
        empty_label=_("– żaden: cała jednostka –"),
        help_text=_("Sprawozdawca i kierownik zawsze należą do podmiotu."),
    )
    post_name = forms.CharField(
        label=_("Nazwa nowego stanowiska"),
        max_length=200,
        required=False,
        help_text=_("Np. naczelnik wydziału prewencji. Bez niej stanowisko nazywa się jak rola."),
    )
    since = forms.DateField(label=_("Od dnia"), widget=DayInput())

    def __init__(self, *args: Any, roles: frozenset[Role], **kwargs: Any) -> None:
        """`roles`: those that the inviting person may give."""
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["post"].queryset = (
            Post.objects.vacant()
            .filter(role__in=roles)
            .exclude(pk__in=Holding.objects.filter(since__gt=clock.today()).values("post"))
            .select_related("institution")
            .order_by("institution__name", "name")
        )
        fields["role"].choices = [("", _("– wybierz –")), *((role, role.label) for role in Role if role in roles)]
        fields["institution"].queryset = Institution.objects.in_polish_order()
        fields["since"].initial = clock.today()
        if not fields["post"].queryset.exists():
            del fields["post"]
            fields["role"].required = True

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if "post" in self.fields and not said.get("post") and not said.get("role"):
            self.add_error("post", _("Wybierz stanowisko z listy albo podaj rolę nowego."))
        if said.get("post") and (said.get("role") or said.get("post_name")):
            self.add_error("post", _("Wybierz albo stanowisko z listy, albo nowe, nie oba naraz."))
        if not said.get("post") and said.get("role") in {Role.REPORTER, Role.HEAD} and not said.get("institution"):
            self.add_error("institution", _("Ta rola wymaga wskazania podmiotu."))
        return said

    @property
    def chosen_post(self) -> Post | NewPost:
        """Of a valid form."""
        said = self.cleaned_data
        post: Post | None = said.get("post")
        if post:
            return post
        role = Role(said["role"])
        return NewPost(said["post_name"] or str(role.label), role, said["institution"])


class EditPersonForm(forms.ModelForm[User]):
    class Meta:
        model = User
        fields = ("first_name", "last_name", "function", "email")
        error_messages = {"email": {"unique": _("Osoba o tym adresie e-mail już istnieje.")}}
        help_texts = {"email": _("Tym adresem osoba się loguje i na niego dostaje wiadomości.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shared = is_shared(self.instance)  # asked before what was typed is put into the instance

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"]).strip().lower()
        if email != self.initial["email"] and self.shared:
            raise forms.ValidationError(
                _("Na to konto logują się wszyscy, którzy oglądają pokaz. Jego adres zostaje, jaki jest.")
            )
        return email


class SwitchOffForm(forms.Form):
    reason = forms.CharField(
        label=_("Powód"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zostanie w dzienniku, np. „odejście z pracy 30.11.2026”."),
    )


class TakeFactorsForm(forms.Form):
    reason = forms.CharField(
        label=_("Powód i sposób sprawdzenia, kto prosi"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Zostanie w dzienniku, np. „zgubiony telefon; sprawdzono legitymację”."),
    )


def seatable() -> QuerySet[User]:
    """People who may be seated in a post: with an account that is on, in the order of names."""
    return User.objects.filter(is_active=True).order_by("last_name", "first_name", "pk")
