"""Columns of the register as a file."""

from django.utils.translation import gettext_lazy as _

from bezpiecznik.core.lists import Column
from bezpiecznik.documents.models import Document

DOCUMENTS: tuple[Column[Document], ...] = (
    Column(_("Numer"), lambda document: document.number),
    Column(_("Rodzaj"), lambda document: str(document.get_kind_display())),
    Column(_("Tytuł"), lambda document: document.title),
    Column(_("Znak sprawy"), lambda document: document.case_sign),
    Column(_("Czego dotyczy"), lambda document: document.subject),
    Column(_("Rok"), lambda document: document.year),
    Column(_("Data dokumentu"), lambda document: document.issued_on),
    Column(_("Sporządził(a)"), lambda document: str(document.made_by or "")),
    Column(_("Skrót migawki (sha256)"), lambda document: document.snapshot_sha256),
    Column(_("Pliki"), lambda document: ", ".join(sorted(file.format for file in document.files.all()))),
)
