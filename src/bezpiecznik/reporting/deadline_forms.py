"""Forms about deadlines: the days of a period, exceptions for single packets. Cleaning only."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.reporting.forms import GRACE_HELP, GRACE_LABEL, LOCK_HELP, LOCK_LABEL
from bezpiecznik.reporting.models import PacketQuerySet, Period
from bezpiecznik.reporting.queries.exceptions import ExceptionState


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Powód"), max_length=500, help_text=_("Trafi do dziennika i do wiadomości, którą dostaną podmioty.")
    )


class PeriodDaysForm(ReasonForm):
    """Other days for a period."""

    due_on = forms.DateField(label=_("Termin składania"), widget=DayInput())
    grace_until = forms.DateField(label=GRACE_LABEL, widget=DayInput(), required=False, help_text=GRACE_HELP)
    locks_on = forms.DateField(label=LOCK_LABEL, widget=DayInput(), required=False, help_text=LOCK_HELP)
    field_order = ("due_on", "grace_until", "locks_on", "reason")

    def __init__(self, data: QueryDict | None = None, *, period: Period) -> None:
        days = {name: getattr(period, name) for name in ("due_on", "grace_until", "locks_on")}
        super().__init__(data, initial=days)


class GrantForm(ReasonForm):
    """More time for the packets that were chosen."""

    until = forms.DateField(
        label=_("Do kiedy podmiot może pisać i złożyć sprawozdanie"),
        widget=DayInput(),
        help_text=_("Ten dzień włącznie."),
    )
    moves_deadline = forms.BooleanField(
        label=_("Przesuń też termin: złożone do tego dnia będzie w terminie"), required=False, initial=True
    )
    field_order = ("until", "moves_deadline", "reason")

    def __init__(
        self, data: QueryDict | None = None, *, packets: PacketQuerySet, chosen: list[str] | None = None
    ) -> None:
        super().__init__(data, initial={"packet": chosen})
        self.fields["packet"] = forms.ModelMultipleChoiceField(
            packets,
            widget=forms.MultipleHiddenInput,
            label=_("Sprawozdania"),
            error_messages={"required": _("Zaznacz co najmniej jedno sprawozdanie.")},
        )


class ChosenForm(forms.Form):
    """Packets ticked on a page; those that are not among the offered ones are left out."""

    def __init__(self, data: QueryDict, *, packets: PacketQuerySet) -> None:
        super().__init__(data)
        keys = [key for key in data.getlist("packet") if key.isascii() and key.isdigit() and len(key) < LONGEST_KEY]
        self.packets = packets.filter(pk__in=keys)


LONGEST_KEY = 10
"""Digits; longer numbers are no keys of ours, and SQLite takes none longer than 19."""


class ExceptionFilter(Filter):
    q = forms.CharField(label=_("Podmiot"), required=False, max_length=200)
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *ExceptionState.choices])
    period = forms.ModelChoiceField(Period.objects.none(), label=_("Okres"), required=False, empty_label=_("każdy"))

    def __init__(self, data: QueryDict, *, periods: Any) -> None:
        super().__init__(data)
        period: Any = self.fields["period"]
        period.queryset = periods
