"""Columns of the list of letters as a file."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.letters.models import Letter
from bezpiecznik.letters.states import Channel


def _noted(letter: Any, name: str) -> date | None:
    """A day of the note in force, as `with_sending` reads it."""
    found: date | None = getattr(letter, name)
    return found


def channel_of(letter: Any) -> str:
    return str(Channel(letter.sent_by_channel).label) if letter.sent_by_channel else ""


LETTERS: tuple[Column[Letter], ...] = (
    Column(_("Numer"), lambda letter: letter.document.number if letter.document else ""),
    Column(_("Znak sprawy"), lambda letter: letter.case.sign if letter.case else ""),
    Column(_("Data pisma"), lambda letter: letter.dated_on),
    Column(_("Podmiot"), lambda letter: letter.institution.name),
    Column(_("Adresat"), lambda letter: letter.addressee),
    Column(_("Dotyczy"), lambda letter: letter.subject),
    Column(_("Stan"), lambda letter: str(letter.get_state_display())),
    Column(_("Wysłano"), lambda letter: _noted(letter, "sent_on")),
    Column(_("Droga"), channel_of),
    Column(_("Doręczono"), lambda letter: _noted(letter, "received_on")),
    Column(_("Powód anulowania"), lambda letter: letter.cancelled_because),
)
