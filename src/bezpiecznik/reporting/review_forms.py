"""Forms of the office's side: the queue, a return with remarks on fields, acceptance, reopening. Cleaning only."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import DayInput, Filter, free_text
from bezpiecznik.reporting.models import Entry, PacketQuerySet, Period, RemarkField
from bezpiecznik.reporting.queries.queue import Kind

LONGEST_REMARK = 2_000


class QueueFilter(Filter):
    q = forms.CharField(label=_("Podmiot"), required=False, max_length=200)
    period = forms.ModelChoiceField(Period.objects.none(), label=_("Okres"), required=False, empty_label=_("każdy"))
    kind = forms.ChoiceField(label=_("Które"), required=False, choices=[("", _("wszystkie")), *Kind.choices])

    def __init__(self, data: QueryDict, *, periods: Any) -> None:
        super().__init__(data)
        period: Any = self.fields["period"]
        period.queryset = periods


class ChosenPacketsForm(forms.Form):
    """Packets ticked in the queue, each with the version that was shown (`version-<packet>`)."""

    def __init__(self, data: QueryDict, *, waiting: PacketQuerySet) -> None:
        super().__init__(data)
        self.fields["packet"] = forms.ModelMultipleChoiceField(waiting)

    @property
    def seen(self) -> dict[int, int]:
        """The number of the version that was shown, by the packet's key."""
        shown = {packet.pk: self.data.get(f"version-{packet.pk}", "") for packet in self.cleaned_data["packet"]}
        return {pk: int(no) for pk, no in shown.items() if no.isascii() and no.isdigit()}


class AcceptForm(forms.Form):
    """Which version the person read."""

    version = forms.IntegerField(required=False)


class NoteForm(forms.Form):
    """A reason for the other side, in words, and until when it is asked to correct."""

    note = forms.CharField(
        label=_("Uwaga"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4_000,
        error_messages={"required": _("Napisz, co trzeba poprawić.")},
    )
    correct_by = forms.DateField(
        label=_("Prosimy o poprawę do"),
        widget=DayInput(),
        required=False,
        help_text=_("Do tego dnia podmiot może pisać mimo blokady. Puste: tyle dni roboczych, ile mówią ustawienia."),
    )


@dataclass(frozen=True)
class RemarkLine:
    """One field of one entry on which a remark may be made: the name of its input, and what was typed there."""

    name: str
    field: str
    label: str
    text: str


class ReturnForm(NoteForm):
    """A note on the whole packet, and remarks named `remark-<entry>` or `remark-<entry>-<field>`."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: QueryDict | None = None, *, entries: Sequence[Entry] = (), remarked: Mapping[str, str] | None = None
    ) -> None:
        """`remarked`: texts that stand ready in the fields of remarks, by name."""
        super().__init__(data)
        self._typed = data or QueryDict()
        self._entries = entries
        self.remarked = remarked or {}

    @property
    def shows_remarks(self) -> bool:
        """Whether there is something in the fields of remarks to be seen."""
        return bool(self.remarked or self.errors)

    def lines(self, entry: Entry) -> list[RemarkLine]:
        """Where remarks on this entry may be made."""
        places = [("", str(_("cały wpis"))), *((field.value, str(field.label)) for field in RemarkField)]
        return [self._line(entry, field, label) for field, label in places]

    def _line(self, entry: Entry, field: str, label: str) -> RemarkLine:
        name = f"remark-{entry.pk}-{field}" if field else f"remark-{entry.pk}"
        text = free_text(self._typed, name) or self.remarked.get(name, "")
        return RemarkLine(name, field, label, text[:LONGEST_REMARK])

    def clean(self) -> dict[str, Any]:
        said = {
            (entry, line.field): line.text for entry in self._entries for line in self.lines(entry) if line.text
        }  # fmt: skip
        return {**(super().clean() or {}), "remarks": said}


class ReopenForm(NoteForm):
    """Why accepted packets are given back; `packet` names them."""

    def __init__(self, data: QueryDict | None = None, *, packets: PacketQuerySet) -> None:
        super().__init__(data)
        self.fields["packet"] = forms.ModelMultipleChoiceField(
            packets,
            widget=forms.MultipleHiddenInput,
            error_messages={"required": _("Zaznacz co najmniej jedno przyjęte sprawozdanie.")},
        )
