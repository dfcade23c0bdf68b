from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import Filter
from bezpiecznik.evaluation.disclosure import Suspect
from bezpiecznik.evaluation.models import Evaluation, Grade, GradeValue, Verdict
from bezpiecznik.evaluation.paragraph import as_lines
from bezpiecznik.plans.models import Area


class GradeFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    area = forms.ModelChoiceField(
        label=_("Obszar"),
        required=False,
        queryset=Area.objects.none(),
        to_field_name="no",
        empty_label=_("wszystkie"),
    )
    grade = forms.ChoiceField(label=_("Ocena"), required=False, choices=[("", _("każda")), *GradeValue.choices])
    state = forms.ChoiceField(
        label=_("Rozstrzygnięcie"),
        required=False,
        choices=[
            ("", _("każde")),
            ("undecided", _("nierozstrzygnięte")),
            ("decided", _("rozstrzygnięte")),
            ("changed", _("inne niż propozycja")),
        ],
    )

    def __init__(self, *args: Any, evaluation: Evaluation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas: Any = self.fields["area"]
        areas.queryset = Area.objects.filter(programme=evaluation.programme_id)


class GradeForm(forms.Form):
    """The decision on one action. Another grade than the proposed one needs a reason."""

    value = forms.ChoiceField(label=_("Ocena"), choices=GradeValue.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Uzasadnienie"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Podaj je, gdy ocena jest inna niż propozycja. Trafi do sprawozdania rocznego."),
    )

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    """The stamp of what the page showed."""

    def __init__(self, data: Any = None, *, grade: Grade) -> None:
        super().__init__(data, initial={"value": grade.given, "reason": grade.reason, "seen": grade.stamp})
        self.grade = grade

    def see(self, grade: Grade) -> None:
        """Keep what was typed; the next save goes knowingly over what stands there now."""
        self.data = {**cast(QueryDict, self.data).dict(), "seen": grade.stamp}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        differs = cleaned.get("value") not in {None, self.grade.proposed}
        if differs and not cleaned.get("reason"):
            self.add_error("reason", gettext("Napisz, dlaczego ocena jest inna niż propozycja."))
        return cleaned


class ParagraphForm(forms.Form):
    """The paragraph about an action, one sentence a line. The draft stands in the field until a person changes it."""

    text = forms.CharField(
        label=_("Opis w sprawozdaniu rocznym"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Jedno zdanie w wierszu; numer w nawiasie to sprawozdanie, z którego zdanie pochodzi. Zdanie zmienione "
            "albo dopisane oznaczymy jako dopisek urzędu. Puste pole przywraca szkic."
        ),
    )
    seen_text = forms.CharField(widget=forms.HiddenInput, required=False)
    """The stamp of the paragraph that the page showed."""

    def __init__(self, data: Any = None, *, grade: Grade) -> None:
        initial = {"text": as_lines(grade.sentences), "seen_text": grade.paragraph_stamp}
        super().__init__(data, initial=initial, auto_id="opis-%s")


class ReportForm(forms.Form):
    issued_on = forms.DateField(
        label=_("Data dokumentu"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class TextDecisionForm(forms.Form):
    """What is to be done with one text before residents read it."""

    verdict = forms.ChoiceField(
        label=_("Co zrobić z tą treścią"),
        choices=Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Wybierz, czy treść ukryć, czy pokazać.")},
    )
    reason = forms.CharField(
        label=_("Powód"), max_length=1000, error_messages={"required": _("Podaj powód: zostanie w dzienniku.")}
    )
    place = forms.CharField(widget=forms.HiddenInput, max_length=80)
    sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)

    @classmethod
    def of(cls, suspect: Suspect, number: int) -> "TextDecisionForm":
        """The form of one text on a page of many; `number` keeps identifiers apart."""
        kept = suspect.decision
        decided = {"verdict": kept.verdict, "reason": kept.reason} if kept else {}
        initial = {"place": suspect.text.place, "sha256": suspect.text.sha256, **decided}
        return cls(initial=initial, auto_id=f"tresc-{number}-%s")
