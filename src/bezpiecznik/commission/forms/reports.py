"""Forms of the yearly report."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.forms.composition import day, long_text
from bezpiecznik.commission.forms.requests import SIGN_HELP
from bezpiecznik.commission.models import CommissionReport
from bezpiecznik.commission.models.reports import VARIABLE


class TextsForm(forms.Form):
    assessment = long_text(
        _("Ocena ogólna"), rows=10, max_length=20_000,
        help_text=_("Jak Komisja ocenia stan bezpieczeństwa i swoją pracę. Akapity oddziel pustym wierszem."),
    )  # fmt: skip
    cooperation = long_text(
        _("Współdziałanie z innymi"), rows=5, required=False, max_length=20_000,
        help_text=_("Z gminami, stowarzyszeniami, fundacjami i innymi (art. 38b ust. 2). Puste: bez rozdziału."),
    )  # fmt: skip
    plans = long_text(_("Zamierzenia na następny rok"), rows=5, required=False, max_length=20_000,
                      help_text=_("Puste: bez rozdziału."))  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput)

    def texts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name].replace("\r\n", "\n").strip() for name in VARIABLE}

    @classmethod
    def of(cls, report: CommissionReport) -> dict[str, Any]:
        return {"version": report.version, **{name: getattr(report, name) for name in VARIABLE}}


class ApproveForm(forms.Form):
    approved_on = day(_("Data zatwierdzenia"))
    case_sign = forms.CharField(label=_("Znak sprawy"), max_length=80, required=False, help_text=SIGN_HELP)


class SubmitForm(forms.Form):
    submitted_on = day(_("Przekazano radzie dnia"))
    other_submitted_on = day(_("Przekazano radzie drugiej jednostki dnia"), required=False)

    def __init__(self, *args: Any, joint: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not joint:
            del self.fields["other_submitted_on"]


class AnnounceForm(forms.Form):
    announced_on = day(_("Data ogłoszenia"))
    journal_name = forms.CharField(label=_("Dziennik urzędowy"), max_length=200)
    journal_position = forms.RegexField(
        label=_("Pozycja"), regex=r"^[0-9]{1,6}$", error_messages={"invalid": _("Wpisz numer pozycji: same cyfry.")}
    )
