"""Columns of the lists of meetings, opinions and tasks as files."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from bezpiecznik.commission.models import Opinion, Task
from bezpiecznik.core.lists import Column

MEETINGS: tuple[Column[Any], ...] = (
    Column(_("Numer"), lambda meeting: meeting.number),
    Column(_("Dzień"), lambda meeting: meeting.starts_at),
    Column(_("Godzina"), lambda meeting: f"{meeting.local:%H:%M}"),
    Column(_("Miejsce"), lambda meeting: meeting.place),
    Column(_("Tryb"), lambda meeting: meeting.get_mode_display()),
    Column(_("Stan"), lambda meeting: meeting.get_state_display()),
    Column(_("Punktów"), lambda meeting: meeting.points),
    Column(_("Opinii"), lambda meeting: meeting.given),
)
OPINIONS: tuple[Column[Opinion], ...] = (
    Column(_("Numer"), lambda opinion: opinion.document.number if opinion.document else ""),
    Column(_("Dzień"), lambda opinion: opinion.given_on),
    Column(_("Rodzaj"), lambda opinion: opinion.get_kind_display()),
    Column(_("Czego dotyczy"), lambda opinion: opinion.subject),
    Column(_("Stanowisko"), lambda opinion: opinion.get_position_display()),
    Column(_("Treść"), lambda opinion: opinion.text),
    Column(_("Posiedzenie"), lambda opinion: opinion.item.meeting.number),
    Column(_("Za"), lambda opinion: opinion.vote.in_favour if opinion.vote else None),
    Column(_("Przeciw"), lambda opinion: opinion.vote.against if opinion.vote else None),
    Column(_("Wstrzymało się"), lambda opinion: opinion.vote.abstained if opinion.vote else None),
)
TASKS: tuple[Column[Task], ...] = (
    Column(_("Co zrobić"), lambda task: task.text),
    Column(_("Kto"), lambda task: task.owner),
    Column(_("Termin"), lambda task: task.due_on),
    Column(_("Wykonano"), lambda task: task.done_on),
    Column(_("Jak wykonano"), lambda task: task.done_note),
    Column(_("Posiedzenie"), lambda task: task.item.meeting.number),
)
