"""Forms about what comes of a meeting: notes, votes, opinions, tasks, minutes. Cleaning only."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.meeting_states import Choice, OpinionKind, Position
from bezpiecznik.commission.models import AgendaItem, Attendance, Meeting, Membership, Vote
from bezpiecznik.commission.queries.meetings import (
    DONE,
    OPEN,
    OVERDUE,
    opinion_years,
    places_to_adopt,
    sitting_on,
)
from bezpiecznik.core import clock
from bezpiecznik.core.forms import DayInput, Filter
from bezpiecznik.institutions.choices import InstitutionChoice
from bezpiecznik.institutions.models import Institution

MOST_VOTES = 99
LONG = forms.Textarea(attrs={"rows": 6})


class NotesForm(forms.Form):
    discussion = forms.CharField(required=False, max_length=50_000, strip=False)
    decision = forms.CharField(required=False, max_length=20_000, strip=False)
    version = forms.IntegerField(min_value=1)

    def words(self) -> dict[str, Any]:
        """As browsers send them, ends of lines made plain."""
        return {
            name: value.replace("\r\n", "\n") if isinstance(value, str) else value
            for name, value in self.cleaned_data.items()
        }


def _count(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=MOST_VOTES, initial=0)


class VoteForm(forms.Form):
    subject = forms.CharField(label=_("Nad czym głosowano"), max_length=400)
    in_favour = _count(_("Za"))
    against = _count(_("Przeciw"))
    abstained = _count(_("Wstrzymało się"))


class NamedVoteForm(forms.Form):
    """A choice for each member with a vote in the room; who gave none did not vote."""

    subject = forms.CharField(label=_("Nad czym głosowano"), max_length=400)

    def __init__(self, rows: list[Attendance], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = rows
        for row in rows:
            choices = [("", gettext("nie głosuje")), *Choice.choices]
            self.fields[f"choice-{row.pk}"] = forms.ChoiceField(label=row.name, required=False, choices=choices)

    def choices(self) -> dict[int, str]:
        given = {row.pk: self.cleaned_data[f"choice-{row.pk}"] for row in self.rows}
        return {key: choice for key, choice in given.items() if choice}


class VoteChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Vote) -> str:
        return f"{obj.subject}: {obj.in_favour}–{obj.against}–{obj.abstained}, {obj.result}"


class OpinionForm(forms.Form):
    kind = forms.ChoiceField(label=_("Rodzaj"), choices=OpinionKind)
    subject = forms.CharField(label=_("Czego dotyczy"), max_length=400)
    text = forms.CharField(label=_("Treść"), max_length=20_000, widget=LONG)
    position = forms.ChoiceField(label=_("Stanowisko"), choices=Position, widget=forms.RadioSelect)
    vote = VoteChoice(
        Vote.objects.none(), label=_("Głosowanie"), required=False, empty_label=_("bez głosowania, przez uzgodnienie")
    )

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["vote"]
        field.queryset = item.votes.all()


class CorrectedOpinionForm(OpinionForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


class OpinionFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Rodzaj"), required=False, choices=[("", _("każdy")), *OpinionKind.choices])
    position = forms.ChoiceField(label=_("Stanowisko"), required=False, choices=[("", _("każde")), *Position.choices])
    year = forms.ChoiceField(label=_("Rok"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["year"]
        field.choices = [("", gettext("każdy")), *((str(year), str(year)) for year in opinion_years())]


class IssueForm(forms.Form):
    issued_on = forms.DateField(label=_("Data dokumentu"), widget=DayInput(), initial=clock.today)


class TaskForm(forms.Form):
    text = forms.CharField(label=_("Co zrobić"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    institution = InstitutionChoice(
        Institution.objects.none(), label=_("Podmiot"), required=False, empty_label=_("– żaden –")
    )
    membership = forms.ModelChoiceField(
        Membership.objects.none(), label=_("Członek Komisji"), required=False, empty_label=_("– żaden –"),
        help_text=_("Bez podmiotu i bez członka zadanie ma obsługa Komisji."),
    )  # fmt: skip
    due_on = forms.DateField(label=_("Termin"), widget=DayInput())

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        institution: Any = self.fields["institution"]
        membership: Any = self.fields["membership"]
        institution.queryset = Institution.objects.living().in_polish_order()
        membership.queryset = sitting_on(meeting)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("institution") and data.get("membership"):
            raise forms.ValidationError(gettext("Wybierz jednego wykonawcę: podmiot albo członka Komisji."))
        return data


class CloseTaskForm(forms.Form):
    done_on = forms.DateField(label=_("Wykonano"), widget=DayInput(), initial=clock.today)
    note = forms.CharField(label=_("Jak wykonano"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class TaskFilter(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("Stan"), required=False,
        choices=[("", _("każdy")), (OPEN, _("otwarte")), (OVERDUE, _("po terminie")), (DONE, _("wykonane"))],
    )  # fmt: skip


class PlaceChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: AgendaItem) -> str:
        return f"{obj.meeting}: {obj}"


class AdoptForm(forms.Form):
    item = PlaceChoice(AgendaItem.objects.none(), label=_("W którym punkcie przyjęto"), empty_label=_("– wybierz –"))
    corrections = forms.CharField(
        label=_("Poprawki wniesione przy przyjęciu"), required=False, max_length=10_000, widget=LONG,
        help_text=_("Zostaną dopisane do protokołu. Po przyjęciu niczego już nie można zmienić."),
    )  # fmt: skip

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["item"]
        field.queryset = places_to_adopt(meeting)
        if not field.queryset.exists():
            field.help_text = _("Protokół przyjmuje się na następnym posiedzeniu. Najpierw je zwołaj i otwórz.")
        meant = field.queryset.filter(source_key=f"minutes:{meeting.pk}").first()
        self.initial.setdefault("item", meant.pk if meant else None)
