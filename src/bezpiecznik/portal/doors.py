"""Doors „for whom”: a person's own word, and the word under which programmes for them are sought."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Door:
    label: str | Promise
    words: str


DOORS = (
    Door(_("Dla seniorów"), "senior"),
    Door(_("Dla rodziców"), "rodzice"),
    Door(_("Dla dzieci"), "dzieci"),
    Door(_("Dla młodzieży"), "młodzież"),
    Door(_("Dla kierowców"), "kierowcy"),
    Door(_("Dla mieszkańców"), "mieszkańcy"),
)
