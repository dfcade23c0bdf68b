"""Forms of the composition and its terms."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from bezpiecznik.accounts.models import User
from bezpiecznik.commission.models import Commission, Membership, SeatKind, Term
from bezpiecznik.commission.services.composition import Person
from bezpiecznik.commission.states import EndReason
from bezpiecznik.core.forms import DayInput
from bezpiecznik.institutions.choices import InstitutionChoice
from bezpiecznik.institutions.models import Institution
from bezpiecznik.institutions.rights import Role


def day(label: Any, **options: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput(), **options)


def long_text(label: Any, *, rows: int = 4, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **options)


class DayForm(forms.Form):
    """Composition as of a day; stands in the address."""

    on = day(_("Skład na dzień"), required=False)


class CommissionForm(forms.Form):
    name = forms.CharField(label=_("Nazwa"), max_length=300)
    created_on = day(_("Data utworzenia"))
    created_by_act = forms.CharField(
        label=_("Akt tworzący"), max_length=300, help_text=_("Na przykład: zarządzenie nr 1/2019 Prezydenta Miasta.")
    )
    joint_with = forms.CharField(
        label=_("Wspólna z"), max_length=200, required=False,
        help_text=_("Nazwa powiatu albo miasta, z którym utworzono Komisję wspólną. Zwykle puste."),
    )  # fmt: skip

    @classmethod
    def of(cls, commission: Commission) -> dict[str, Any]:
        return {name: getattr(commission, name) for name in cls.base_fields}


class TermForm(forms.Form):
    starts_on = day(_("Pierwszy dzień kadencji"))
    ends_on = day(
        _("Ostatni dzień kadencji"), required=False,
        help_text=_("Zostaw puste: system policzy trzy lata według ustawy."),
    )  # fmt: skip
    act = forms.CharField(label=_("Akt powołujący skład"), max_length=300, required=False)
    reason = long_text(
        _("Powód innego końca"), rows=2, required=False, max_length=2_000,
        help_text=_("Potrzebny tylko, gdy kadencja ma się skończyć w innym dniu niż ustawowy."),
    )  # fmt: skip


class MoveEndForm(forms.Form):
    ends_on = day(_("Nowy ostatni dzień kadencji"))
    reason = long_text(_("Powód"), rows=3, max_length=2_000)


class FollowedChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Membership) -> str:
        return f"{obj.name} ({obj.get_kind_display()}, do {obj.until:%d.%m.%Y})"


class UserChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: User) -> str:
        return f"{obj.get_full_name()}, {obj.email}"


def _with_seats(member: Membership | None) -> QuerySet[User]:
    """Accounts with a post of a member or of the president, and the one already linked."""
    seated = Q(holdings__post__role__in=(Role.MEMBER, Role.PRESIDENT), is_active=True)
    found = User.objects.filter(seated | Q(pk=member.user_id) if member and member.user_id else seated)
    return found.distinct().order_by("last_name", "first_name")


class MemberForm(forms.Form):
    """Who sits where; used for a new member and to mend a mistake."""

    kind = forms.ChoiceField(label=_("Miejsce w składzie"), choices=SeatKind)
    name = forms.CharField(label=_("Imię i nazwisko"), max_length=200)
    function = forms.CharField(label=_("Funkcja"), max_length=300, required=False)
    institution = InstitutionChoice(
        label=_("Podmiot"), queryset=Institution.objects.none(), required=False, empty_label=_("spoza wykazu")
    )
    user = UserChoice(
        label=_("Konto w systemie"), queryset=User.objects.none(), required=False, empty_label=_("nie ma konta"),
        help_text=_("Kto ma konto ze stanowiskiem członka komisji, czyta materiały w systemie."),
    )  # fmt: skip
    email = forms.EmailField(label=_("Adres e-mail"), required=False, help_text=_("Dla zaproszeń, gdy nie ma konta."))
    since = day(_("Od"))
    basis = forms.CharField(
        label=_("Podstawa powołania"), max_length=300, required=False,
        help_text=_("Na przykład: uchwała rady, zarządzenie, pismo komendanta z dnia …"),
    )  # fmt: skip
    of_other_unit = forms.BooleanField(label=_("Deleguje druga jednostka Komisji wspólnej"), required=False)
    follows = FollowedChoice(
        label=_("W miejsce"), queryset=Membership.objects.none(), required=False, empty_label=_("niczyje"),
        help_text=_("Następca zasiada do końca kadencji."),
    )  # fmt: skip

    FACTS = ("kind", "name", "function", "institution", "user", "email", "basis", "of_other_unit")

    def __init__(self, *args: Any, term: Term, member: Membership | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["institution"].queryset = Institution.objects.living().in_polish_order()
        fields["user"].queryset = _with_seats(member)
        ended = term.memberships.exclude(until=None).filter(followed_by=None)
        fields["follows"].queryset = ended
        if not term.commission.is_joint:
            del self.fields["of_other_unit"]
            fields["kind"].choices = [pair for pair in SeatKind.choices if pair[0] != SeatKind.CO_CHAIR]
        if member is not None or not ended.exists():
            del self.fields["follows"]

    def person(self) -> Person:
        return Person(**self.facts())

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.FACTS if name in self.cleaned_data}


class CorrectForm(MemberForm):
    """The same, with the last day where there is one."""

    until = day(_("Do"), required=False)

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, member=member, **kwargs)
        if member.until is None:
            del self.fields["until"]

    def said(self) -> dict[str, Any]:
        days: dict[str, Any] = {
            name: self.cleaned_data[name] for name in ("since", "until") if name in self.cleaned_data
        }
        return {**self.facts(), **days}


class EndForm(forms.Form):
    until = day(_("Ostatni dzień udziału"))
    ended_by = forms.ChoiceField(label=_("Dlaczego"), choices=EndReason)
    because = long_text(
        _("Uzasadnienie"), rows=4, required=False, max_length=4_000,
        help_text=_("Przy odwołaniu konieczne: ważne powody podane na piśmie. Bez danych o zdrowiu i życiu prywatnym."),
    )  # fmt: skip

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if member.kind != SeatKind.COUNCILLOR:
            field: Any = self.fields["ended_by"]
            field.choices = [pair for pair in EndReason.choices if pair[0] != EndReason.MANDATE]


class BecauseForm(forms.Form):
    """A reason, and nothing else."""

    because = long_text(_("Powód"), rows=3, max_length=2_000)


class NextTermForm(TermForm):
    """The next term with those of the former composition who stay."""

    stay = forms.ModelMultipleChoiceField(
        label=_("Kto zostaje w składzie"), queryset=Membership.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Propozycja: wszyscy, którzy zasiadali na koniec kadencji. Nowe osoby dopiszesz potem."),
    )  # fmt: skip

    def __init__(self, *args: Any, former: list[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["stay"]
        field.queryset = Membership.objects.filter(pk__in=[member.pk for member in former]).order_by("pk")
        field.label_from_instance = lambda row: f"{row.name} – {row.get_kind_display()}"
