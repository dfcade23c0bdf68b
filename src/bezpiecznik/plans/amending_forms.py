"""One change of the programme as it is typed in: which, from when, on what basis and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import DayInput
from bezpiecznik.institutions.choices import InstitutionChoice, InstitutionsChoice
from bezpiecznik.institutions.models import Institution
from bezpiecznik.plans.amending import AddAction, AddDuty, Change, EndDuty, Reword, Withdraw
from bezpiecznik.plans.models import Area, Goal, Programme, Responsibility, ResponsibilityRole, Undertaking
from bezpiecznik.plans.rewording import FIELDS_OF_UNDERTAKINGS, NEVER_BLANK, current, label_of


class UndertakingChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Undertaking) -> str:
        words = obj.wording if len(obj.wording) <= 100 else f"{obj.wording[:99]}…"
        return f"{obj.code}. {words}"


class DutiesChoice(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Responsibility) -> str:
        return f"{obj.institution.name} ({obj.get_role_display()})"


def institutions() -> Any:
    return Institution.objects.active().in_polish_order()


class AmendmentForm(forms.Form):
    """What every change has."""

    of_undertaking = False
    """Whether it can be asked only of an undertaking that was chosen before."""

    basis = forms.CharField(
        label=_("Podstawa"), max_length=300, help_text=_("Na przykład: uchwała nr LX/1200/2022 Rady Miasta.")
    )
    effective_on = forms.DateField(label=_("Obowiązuje od"), widget=DayInput())
    reason = forms.CharField(label=_("Powód"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: Any = None, *, programme: Programme, of: Undertaking | None = None) -> None:
        super().__init__(data)
        self.programme, self.of = programme, of
        self.order_fields([name for name in self.fields if name not in AmendmentForm.base_fields])

    def said(self) -> dict[str, Any]:
        """For `amending.amend` and `amending.preview`."""
        own = {name: self.cleaned_data[name] for name in AmendmentForm.base_fields}
        return {**own, "changes": self.changes()}

    def changes(self) -> list[Change]:
        """What is to be done, out of cleaned data."""
        raise NotImplementedError


class AddActionForm(AmendmentForm):
    area = forms.ModelChoiceField(label=_("Obszar"), queryset=Area.objects.none())
    wording = forms.CharField(
        label=_("Treść działania w brzmieniu zmiany"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 4})
    )
    leads = InstitutionsChoice(
        label=_("Podmioty odpowiedzialne"),
        queryset=Institution.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )
    partners = InstitutionsChoice(
        label=_("Partnerzy"),
        queryset=Institution.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    no = forms.IntegerField(
        label=_("Numer w obszarze"),
        required=False,
        min_value=1,
        max_value=9_999,
        help_text=_("Puste: następny wolny numer. Numeru, który już był, nie nadaje się drugi raz."),
    )
    term_raw = forms.CharField(label=_("Termin w brzmieniu zmiany"), required=False, max_length=1_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["area"].queryset = self.programme.areas.all()
        fields["leads"].queryset = fields["partners"].queryset = institutions()

    def changes(self) -> list[Change]:
        said = self.cleaned_data
        return [
            AddAction(
                said["area"],
                said["wording"],
                leads=tuple(said["leads"]),
                partners=tuple(said["partners"]),
                no=said["no"],
                term_raw=said["term_raw"],
            )
        ]


class WithdrawForm(AmendmentForm):
    undertaking = UndertakingChoice(label=_("Co się skreśla"), queryset=Undertaking.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["undertaking"].queryset = standing(self.programme)
        self.initial["undertaking"] = self.of.pk if self.of else None

    def changes(self) -> list[Change]:
        return [Withdraw(self.cleaned_data["undertaking"])]


class BodiesForm(AmendmentForm):
    """Who joins and who leaves one undertaking."""

    of_undertaking = True

    ended = DutiesChoice(
        label=_("Kto przestaje odpowiadać"),
        queryset=Responsibility.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    lead = InstitutionChoice(
        label=_("Nowy podmiot odpowiedzialny"), queryset=Institution.objects.none(), required=False
    )
    partner = InstitutionChoice(label=_("Nowy partner"), queryset=Institution.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["lead"].queryset = fields["partner"].queryset = institutions()
        if self.of:
            fields["ended"].queryset = self.of.responsibilities.filter(until=None).select_related("institution")

    def changes(self) -> list[Change]:
        if self.of is None:
            return []
        ended: list[Change] = [
            EndDuty(self.of, duty.institution, ResponsibilityRole(duty.role)) for duty in self.cleaned_data["ended"]
        ]
        given: list[Change] = [
            AddDuty(self.of, self.cleaned_data[role], role)
            for role in (ResponsibilityRole.LEAD, ResponsibilityRole.PARTNER)
            if self.cleaned_data[role]
        ]
        return ended + given


class RewordForm(AmendmentForm):
    """Other words of one undertaking; fields that stay as they were change nothing."""

    of_undertaking = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.of:
            self.fields |= {name: _field_of(self.of, name) for name in FIELDS_OF_UNDERTAKINGS}
        self.order_fields([*FIELDS_OF_UNDERTAKINGS, *AmendmentForm.base_fields])

    def changes(self) -> list[Change]:
        if self.of is None:
            return []
        said = {name: self.cleaned_data[name] for name in FIELDS_OF_UNDERTAKINGS}
        return [Reword(self.of, name, text) for name, text in said.items() if text != _as_typed(current(self.of, name))]


def _field_of(undertaking: Undertaking, name: str) -> forms.CharField:
    return forms.CharField(
        label=label_of(undertaking, name).capitalize(),
        required=name in NEVER_BLANK,
        max_length=20_000,
        initial=current(undertaking, name),
        widget=forms.Textarea(attrs={"rows": 4 if name == "wording" else 2}),
    )


def _as_typed(text: str) -> str:
    """As a browser sends back what it was given."""
    return text.replace("\r\n", "\n").strip()


class AreaForm(AmendmentForm):
    area = forms.ModelChoiceField(label=_("Obszar"), queryset=Area.objects.none())
    name = forms.CharField(
        label=_("Nowa nazwa obszaru"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 2})
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["area"].queryset = self.programme.areas.all()

    def changes(self) -> list[Change]:
        return [Reword(self.cleaned_data["area"], "official_name", self.cleaned_data["name"])]


class GoalChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Goal) -> str:
        return f"{obj.no}. {obj.text}"


class GoalForm(AmendmentForm):
    goal = GoalChoice(label=_("Cel szczegółowy"), queryset=Goal.objects.none())
    text = forms.CharField(
        label=_("Nowa treść celu"), max_length=4_000, widget=forms.Textarea(attrs={"rows": 3})
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["goal"].queryset = self.programme.goals.all()

    def changes(self) -> list[Change]:
        return [Reword(self.cleaned_data["goal"], "text", self.cleaned_data["text"])]


class WhichForm(forms.Form):
    """Whose bodies change: chosen before the rest can be asked."""

    undertaking = UndertakingChoice(label=_("Działanie albo program"), queryset=Undertaking.objects.none())

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["undertaking"].queryset = standing(programme)


def standing(programme: Programme) -> Any:
    """Undertakings that no amendment has withdrawn, in the document's order."""
    found = programme.undertakings.filter(withdrawn_on=None).select_related("area")
    return found.in_document_order()


FORMS: dict[str, type[AmendmentForm]] = {
    "add": AddActionForm, "withdraw": WithdrawForm, "bodies": BodiesForm, "reword": RewordForm, "area": AreaForm,
    "goal": GoalForm,
}  # fmt: skip
