"""Which kind of file was brought, by its first bytes and parts, never by its name."""

import io
import zipfile
from collections.abc import Callable
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bezpiecznik.institutions.importing.reading import UnreadableFile
from bezpiecznik.reporting.roundtrip.grids import MAX_BYTES, broken

OLE = b"\xd0\xcf\x11\xe0"
AGAIN = gettext_lazy("Prosimy zapisać go jako XLSX („Zapisz jako…”) i wczytać jeszcze raz.")


class FileKind(StrEnum):
    XLSX = "xlsx"
    ODS = "ods"
    DOCX = "docx"


MEDIA_TYPES = {
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def kind_of(data: bytes) -> FileKind:
    """Raises UnreadableFile with a sentence for anything that cannot be a filled-in packet."""
    if not data:
        raise UnreadableFile(_("Plik jest pusty. Prosimy wybrać plik pobrany z systemu."))
    if len(data) > MAX_BYTES:
        raise UnreadableFile(_("Plik jest za duży: przyjmujemy najwyżej 5 MB. Prosimy usunąć z niego wklejone obrazy."))
    if data.startswith(b"PK"):
        return _packed(data)
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableFile(
                _("Plik jest zabezpieczony hasłem. Prosimy zdjąć hasło, zapisać plik i wczytać go jeszcze raz.")
            )
        raise UnreadableFile(_("To jest plik dawnego Excela albo Worda (XLS, DOC). %s") % AGAIN)
    if b"%PDF-" in data[:1024]:
        raise UnreadableFile(
            _("To jest plik PDF, z którego nie da się wczytać odpowiedzi. Prosimy wczytać wypełniony plik XLSX.")
        )
    raise UnreadableFile(
        _("To nie jest skoroszyt pobrany z systemu (plik CSV ani tekstowy nie ma potrzebnych ukrytych danych). "
          "Prosimy wczytać wypełniony plik XLSX.")
    )  # fmt: skip


def _packed(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            declared = archive.read("mimetype")[:200] if "mimetype" in names else b""
    except Exception as fault:  # cut short, encrypted, or packed in a way the library does not know
        raise broken() from fault
    rules: tuple[tuple[bool, Callable[[], FileKind]], ...] = (
        ("xl/workbook.xml" in names, lambda: FileKind.XLSX),
        (b"opendocument.spreadsheet" in declared, lambda: FileKind.ODS),
        ("word/document.xml" in names, lambda: FileKind.DOCX),
    )
    for holds, answer in rules:
        if holds:
            return answer()
    if "xl/workbook.bin" in names:
        raise UnreadableFile(_("To jest skoroszyt XLSB. %s") % AGAIN)
    if b"opendocument.text" in declared:
        raise UnreadableFile(_("To jest dokument ODT. Prosimy zapisać go jako DOCX i wczytać jeszcze raz."))
    raise UnreadableFile(
        _("To jest archiwum ZIP, a nie skoroszyt. Prosimy wyjąć z niego plik XLSX i wczytać sam ten plik.")
    )
