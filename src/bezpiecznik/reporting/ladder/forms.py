"""Cleaning of what people type about reminders."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.reporting.models import LadderPause, LadderStep, PacketQuerySet
from bezpiecznik.reporting.models.reminders import FURTHEST

STATES = [
    ("", _("każdy")),
    ("waiting", _("przypomniano, bez odpowiedzi")),
    ("answered", _("odpowiedziano")),
    ("none", _("bez przypomnień")),
    ("nobody", _("nikt nie odbierze")),
    ("bounced", _("wiadomość odbita")),
    ("paused", _("wstrzymane")),
]


class ReminderFilter(Filter):
    q = forms.CharField(label=_("Podmiot"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("Przebieg"), required=False, choices=STATES)
    step = forms.ModelChoiceField(LadderStep.objects.all(), label=_("Krok"), required=False, empty_label=_("każdy"))


class RemindForm(forms.Form):
    """Packets ticked on the page of the preview, and what the coordinator adds in their own words."""

    note = forms.CharField(
        label=_("Dopisek od siebie"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Stanie na końcu każdej wiadomości, po słowach „Od koordynatora programu”."),
    )

    def __init__(self, data: QueryDict | None, *, packets: PacketQuerySet, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["packet"] = forms.ModelMultipleChoiceField(
            packets, required=False, widget=forms.MultipleHiddenInput()
        )


class PauseForm(forms.ModelForm[LadderPause]):
    class Meta:
        model = LadderPause
        fields = ("until", "reason")
        widgets = {"until": DayInput(), "reason": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "until": _("Ostatni dzień bez przypomnień. Następnego dnia roboczego pójdą dalej, od właściwego kroku."),
            "reason": _("Na przykład: uzgodniono telefonicznie późniejszy dzień."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].widget.attrs["min"] = clock.today().isoformat()


class StepForm(forms.ModelForm[LadderStep]):
    side = forms.ChoiceField(
        label=_("Kiedy"), choices=[("before", _("przed terminem")), ("after", _("po terminie albo w dniu terminu"))]
    )
    days = forms.IntegerField(label=_("Ile dni roboczych"), min_value=0, max_value=FURTHEST)

    class Meta:
        model = LadderStep
        fields = ("name", "audience", "copied", "way", "automatic", "active")
        help_texts = {
            "audience": _("Gdy nie ma nikogo takiego, piszemy do następnej osoby, a na końcu do sekretariatu."),
            "way": _("Pisma powstają jako projekty: numer i podpis nadaje człowiek."),
            "automatic": _("Bez tego krok czeka na pulpicie, aż ktoś obejrzy wiadomości i je wyśle."),
        }

    field_order = ("name", "days", "side", "audience", "copied", "way", "automatic", "active")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["days"] = abs(self.instance.offset)
            self.initial["side"] = "before" if self.instance.offset < 0 else "after"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        days = cleaned.get("days")
        if days is not None:
            self.instance.offset = -days if cleaned.get("side") == "before" else days
        return cleaned

    def _post_clean(self) -> None:
        """The database's rule about two steps on one day is told here, before anything is saved."""
        super()._post_clean()  # type: ignore[misc]
        if not self.errors:
            try:
                self.instance.validate_constraints()
            except forms.ValidationError as wrong:
                self.add_error(None, wrong.messages)
