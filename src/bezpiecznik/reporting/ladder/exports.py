"""The log of reminders as a list to download."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.reporting.ladder.queries import Line


def _message(line: Line) -> str:
    return str(line.told.message.get_state_display()) if line.told and line.told.message else ""


LINES: list[Column[Line]] = [
    Column(_("Skrót"), lambda line: line.packet.institution.abbr),
    Column(_("Podmiot"), lambda line: line.packet.institution.name),
    Column(_("Termin"), lambda line: line.reminder.due_on),
    Column(_("Krok"), lambda line: str(line.reminder.step or _("ręcznie"))),
    Column(_("Kiedy"), lambda line: line.reminder.at),
    Column(_("Skutek"), lambda line: str(line.reminder.get_outcome_display())),
    Column(_("W jakiej roli"), lambda line: str(line.told.get_reached_display()) if line.told else ""),
    Column(_("Adres"), lambda line: line.told.address if line.told else ""),
    Column(_("Wiadomość"), _message),
    Column(_("Zakończono"), lambda line: line.reminder.ended_at),
    Column(_("Dlaczego"), lambda line: str(line.reminder.get_ended_because_display())),
]
