"""Forms about meetings: when, agenda, who comes. Cleaning only."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.meeting_states import Answer, MeetingMode, MeetingState, OpinionKind, Presence
from bezpiecznik.commission.models import Attendance, Meeting
from bezpiecznik.commission.services.session import Seen
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.documents.models import Document, DocumentKind
from bezpiecznik.files.sniffing import DOCUMENTS, ENDINGS

WARSAW = ZoneInfo("Europe/Warsaw")
NOT_PAPERS = (DocumentKind.MEETING_PACK, DocumentKind.LETTER, DocumentKind.PACKET)
LAST_DOCUMENTS = 60


class MeetingFilter(Filter):
    year = forms.ChoiceField(label=_("Rok"), required=False)
    state = forms.ChoiceField(label=_("Stan"), required=False, choices=[("", _("każdy")), *MeetingState.choices])

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["year"]
        field.choices = [("", gettext("każdy")), *((str(year), str(year)) for year in years)]


class MeetingForm(forms.Form):
    """When and where; the hour is that of Europe/Warsaw."""

    day = forms.DateField(label=_("Dzień"), widget=DayInput())
    hour = forms.TimeField(label=_("Godzina"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    place = forms.CharField(label=_("Miejsce"), max_length=300)
    mode = forms.ChoiceField(label=_("Tryb"), choices=MeetingMode)
    link = forms.URLField(
        label=_("Adres połączenia zdalnego"), max_length=500, required=False, assume_scheme="https",
        help_text=_("Gdy ktoś bierze udział zdalnie."),
    )  # fmt: skip

    def words(self) -> dict[str, Any]:
        """Fields of `plan_meeting`."""
        given = dict(self.cleaned_data)
        starts_at = datetime.combine(given.pop("day"), given.pop("hour"), tzinfo=WARSAW)
        return {**given, "starts_at": starts_at}


class MoveForm(MeetingForm):
    reason = forms.CharField(
        label=_("Powód zmiany"), max_length=500, required=False,
        help_text=_("Potrzebny, gdy zaproszenia są już wysłane: przeczytają go zaproszeni."),
    )  # fmt: skip

    @classmethod
    def of(cls, meeting: Meeting, data: Any = None) -> "MoveForm":
        local = meeting.local
        return cls(
            data,
            initial={
                "day": local.date(), "hour": local.time(), "place": meeting.place, "mode": meeting.mode,
                "link": meeting.link,
            },
        )  # fmt: skip


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Powód"), max_length=500)


class InviteForm(forms.Form):
    late_because = forms.CharField(
        label=_("Dlaczego później niż mówi regulamin"), max_length=500, required=False,
        help_text=_("Tylko wtedy, gdy do posiedzenia zostało mniej dni, niż trzeba."),
    )  # fmt: skip


class ItemForm(forms.Form):
    title = forms.CharField(label=_("Przedmiot"), max_length=400)
    why = forms.CharField(
        label=_("Dlaczego"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    referent = forms.CharField(label=_("Referuje"), max_length=200, required=False)
    opinion_kind = forms.ChoiceField(
        label=_("Potrzebna opinia"), required=False, choices=[("", _("nie")), *OpinionKind.choices]
    )


class DocumentPaperForm(forms.Form):
    document = forms.ModelChoiceField(
        Document.objects.none(), label=_("Dokument systemu"), empty_label=_("– wybierz –"),
        help_text=_("Wejdzie w całości do materiałów na posiedzenie."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["document"]
        found = Document.objects.exclude(kind__in=NOT_PAPERS).without_snapshot().order_by("-made_at")
        field.queryset = Document.objects.filter(pk__in=list(found.values_list("pk", flat=True)[:LAST_DOCUMENTS]))
        field.queryset = field.queryset.without_snapshot()


class FilePaperForm(forms.Form):
    file = forms.FileField(
        label=_("Plik"), widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
        help_text=_("%(kinds)s, najwyżej 15 MB. W materiałach stanie jego nazwa z adresem, a plik zostaje osobno.")
        % {"kinds": DOCUMENTS},
    )  # fmt: skip


class GuestForm(forms.Form):
    name = forms.CharField(label=_("Imię i nazwisko"), max_length=200)
    function = forms.CharField(label=_("Funkcja"), max_length=300, required=False)
    email = forms.EmailField(label=_("Adres e-mail"), required=False)


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(choices=Answer)
    note = forms.CharField(max_length=300, required=False)


class AttendanceForm(forms.Form):
    """Presence of everybody on the list; only what differs from what the page showed is passed on."""

    def __init__(self, rows: list[Attendance], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            self.fields[f"presence-{row.pk}"] = forms.ChoiceField(choices=Presence)
            self.fields[f"substitute-{row.pk}"] = forms.CharField(max_length=200, required=False)
            self.fields[f"left-{row.pk}"] = forms.BooleanField(required=False)
            self.fields[f"was-{row.pk}"] = forms.CharField(max_length=300, required=False)

    def changed_rows(self) -> dict[int, Seen]:
        """By the key of the row: a colleague's change of another row is not written over."""
        given = {row.pk: self._seen(row.pk) for row in self.rows}
        return {key: seen for key, seen in given.items() if told(seen) != self.cleaned_data[f"was-{key}"]}

    def _seen(self, key: int) -> Seen:
        data = self.cleaned_data
        return Seen(data[f"presence-{key}"], data[f"substitute-{key}"], data[f"left-{key}"])


def told(seen: Seen) -> str:
    """One row as the page showed it, to be compared with what came back."""
    return f"{seen.presence}|{seen.substitute}|{int(seen.has_left)}"


def seen_of(row: Attendance) -> Seen:
    return Seen(row.presence, row.substitute, row.left_at is not None)
