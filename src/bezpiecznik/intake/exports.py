"""Columns of the list of documents as a file."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.intake.models import Intake

COLUMNS: tuple[Column[Intake], ...] = (
    Column(_("Dokument"), lambda intake: intake.file_name),
    Column(_("Stan"), lambda intake: intake.get_state_display()),
    Column(_("Wczytano"), lambda intake: intake.uploaded_at),
    Column(_("Wczytał(a)"), lambda intake: intake.uploaded_by.get_full_name()),
    Column(_("Program"), lambda intake: intake.programme.title if intake.programme else ""),
)
