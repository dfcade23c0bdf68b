"""Columns of the list of matters as a file."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.council.models import Matter

MATTERS: tuple[Column[Matter], ...] = (
    Column(_("Sprawa"), lambda matter: str(matter.get_kind_display())),
    Column(_("Za rok"), lambda matter: matter.year),
    Column(_("Program"), lambda matter: matter.programme.title),
    Column(_("Stan"), lambda matter: str(matter.get_state_display())),
    Column(_("Dokument"), lambda matter: matter.report.number if matter.report else ""),
    Column(_("Projekt uchwały"), lambda matter: matter.draft.number if matter.draft else ""),
    Column(_("Przekazano"), lambda matter: matter.submitted_on),
    Column(_("Sesja"), lambda matter: matter.decided_on),
    Column(_("Numer uchwały"), lambda matter: matter.resolution_no),
    Column(_("Ogłoszono"), lambda matter: matter.announced_on),
    Column(_("Pozycja"), lambda matter: matter.journal_position),
    Column(_("Uwaga"), lambda matter: matter.note),
)
