"""Filters of the journal and of the log of readings."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.forms import Filter
from bezpiecznik.core.models import AccessEntry, JournalEntry

ROOMS: dict[str, str | Promise] = {
    "reporting": _("sprawozdania i okresy"),
    "evaluation": _("oceny"),
    "documents": _("dokumenty"),
    "plans": _("program"),
    "intake": _("wczytanie uchwały"),
    "institutions": _("podmioty i stanowiska"),
    "letters": _("pisma i odnośniki"),
    "notices": _("wiadomości"),
    "accounts": _("konta"),
    "administration": _("administracja"),
    "core": _("dziennik i ustawienia"),
}
LONGEST = 200


class _Day(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def people(model: type[JournalEntry] | type[AccessEntry]) -> list[tuple[str, str]]:
    """Everyone who stands in the lines, under the name they had last."""
    names = model._default_manager.order_by("actor_key", "actor_name").values_list("actor_key", "actor_name").distinct()
    by_key = {key or SYSTEM_KEY: name for key, name in names}
    return [("", str(_("każda osoba"))), *sorted(by_key.items(), key=lambda pair: pair[1])]


SYSTEM_KEY = "0"
"""Stands for the system itself, whose lines bear no key of a person."""


class _OfLines(Filter):
    q = forms.CharField(label=_("Szukaj"), required=False, max_length=LONGEST)
    person = forms.ChoiceField(label=_("Kto"), required=False)
    since = forms.DateField(label=_("Od dnia"), required=False, widget=_Day())
    until = forms.DateField(label=_("Do dnia"), required=False, widget=_Day())
    model: type[JournalEntry] | type[AccessEntry]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.choices = people(self.model)


class JournalFilter(_OfLines):
    model = JournalEntry
    room = forms.ChoiceField(label=_("Czego dotyczy"), required=False, choices=[("", _("wszystko")), *ROOMS.items()])
    object = forms.CharField(required=False, max_length=LONGEST, widget=forms.HiddenInput)
    """`type:key` of one object, set by links."""

    field_order = ("q", "person", "room", "since", "until", "object")


class ReadingFilter(_OfLines):
    model = AccessEntry
