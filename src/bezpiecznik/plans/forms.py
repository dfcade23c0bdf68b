"""Filters of the lists of the plan; all of them stand in the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import Filter
from bezpiecznik.institutions.choices import InstitutionChoice
from bezpiecznik.institutions.models import Institution, Post
from bezpiecznik.plans import finding_kinds
from bezpiecznik.plans.division import leading_posts
from bezpiecznik.plans.models import (
    Area,
    FindingSeverity,
    FindingState,
    Programme,
    Responsibility,
    ResponsibilityQuerySet,
    ResponsibilityRole,
)
from bezpiecznik.plans.queries import OPEN_ENDED, institutions_of


class PlanFilter(Filter):
    """What both lists share."""

    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    institution = InstitutionChoice(
        label=_("Podmiot"), required=False, queryset=Institution.objects.none(), empty_label=_("wszystkie")
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programme = programme
        self.choice("institution").queryset = institutions_of(programme)

    def choice(self, name: str) -> Any:
        return self.fields[name]


class ActionFilter(PlanFilter):
    area = forms.ModelChoiceField(
        label=_("Obszar"),
        required=False,
        queryset=Area.objects.none(),
        to_field_name="no",
        empty_label=_("wszystkie"),
    )
    role = forms.ChoiceField(
        label=_("Rola podmiotu"), required=False, choices=[("", _("każda")), *ResponsibilityRole.choices]
    )
    field_order = ("q", "area", "institution", "role")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choice("area").queryset = self.programme.areas.all()


class InitiativeFilter(PlanFilter):
    audience = forms.CharField(label=_("Dla kogo"), required=False, max_length=100)
    term = forms.ChoiceField(label=_("Termin"), required=False)
    field_order = ("q", "institution", "audience", "term")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["institution"].label = _("Realizator")
        years = [(str(year), gettext("trwa w %(year)s roku") % {"year": year}) for year in self.programme.years]
        self.choice("term").choices = [("", gettext("każdy")), *years, (OPEN_ENDED, gettext("bezterminowo"))]


class FindingFilter(Filter):
    """Which faults of the document to show; without a state, those that are open."""

    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False)
    severity = forms.ChoiceField(label=_("Waga"), required=False, choices=[("", _("każda")), *FindingSeverity.choices])
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *FindingState.choices])

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = programme.findings.order_by().values_list("code", flat=True).distinct()
        field: Any = self.fields["kind"]
        field.choices = [("", gettext("każdy")), *finding_kinds.choices(codes)]


class FindingReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Dlaczego ta sprawa nie wymaga zmiany"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Napisz, dlaczego sprawa nie wymaga zmiany.")},
    )


class PostProgrammesForm(forms.Form):
    """Which programmes a post reaches."""

    programmes = forms.ModelMultipleChoiceField(
        label=_("Tylko te programy"),
        help_text=_("Gdy nie zaznaczysz żadnego, stanowisko obejmuje wszystkie programy, także przyszłe."),
        queryset=Programme.objects.newest_first(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class DivisionForm(forms.Form):
    """Which duties of the institution go to which of its posts; no post: to everyone."""

    post = forms.ModelChoiceField(
        label=_("Prowadzi stanowisko"),
        queryset=Post.objects.none(),
        required=False,
        empty_label=_("wszyscy w podmiocie"),
    )
    chosen = forms.ModelMultipleChoiceField(
        label=_("Działania"),
        queryset=Responsibility.objects.none(),
        error_messages={"required": _("Zaznacz co najmniej jedno działanie.")},
    )

    def __init__(self, *args: Any, institution: Institution, duties: ResponsibilityQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["post"].queryset = leading_posts(institution)
        fields["chosen"].queryset = duties
