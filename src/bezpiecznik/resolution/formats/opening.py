"""Which format a file is, and who opens it. The first bytes decide, never the name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from bezpiecznik.resolution.document import FileKind, Opened, UnreadableDocument
from bezpiecznik.resolution.formats.docx import open_docx
from bezpiecznik.resolution.formats.odt import open_odt
from bezpiecznik.resolution.formats.options import Options
from bezpiecznik.resolution.formats.pdf import open_pdf
from bezpiecznik.resolution.formats.text import open_text
from bezpiecznik.resolution.formats.xlsx import open_xlsx

MAX_BYTES = 20_000_000

_SAVE_AS = "Zapisz dokument jako DOCX, PDF lub zwykły tekst (TXT) i\u00a0wczytaj go ponownie."
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "To jest plik dawnego Worda lub Excela albo plik z\u00a0hasłem."),
    (b"{\\rtf", "To jest plik RTF."),
    (b"\x89PNG", "To jest obraz PNG."),
    (b"\xff\xd8\xff", "To jest obraz JPEG."),
    (b"GIF8", "To jest obraz GIF."),
    (b"II*\x00", "To jest obraz TIFF."),
    (b"MM\x00*", "To jest obraz TIFF."),
)


def open_document(data: bytes, options: Options | None = None) -> Opened:
    """Blocks and text of a file; raises UnreadableDocument with one Polish sentence."""
    return _OPENERS[sniff(data)](data, options or Options())


def sniff(data: bytes) -> FileKind:
    """The format by the first bytes, without opening; raises UnreadableDocument for what cannot be a resolution."""
    if not data:
        raise UnreadableDocument("Plik jest pusty: wybierz plik z\u00a0treścią uchwały.")
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(
            f"Plik jest za duży (najwyżej {MAX_BYTES // 1_000_000}\u00a0MB): wczytaj sam tekst uchwały, bez obrazów."
        )
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise UnreadableDocument(f"{what} {_SAVE_AS}")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return _packed(data) if data.startswith(b"PK") else "text"


def _packed(data: bytes) -> FileKind:
    """DOCX, XLSX and ODT are all ZIP archives: the parts inside tell which."""
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
        raise UnreadableDocument(f"Plik jest uszkodzony i\u00a0nie da się go otworzyć. {_SAVE_AS}") from fault
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names:
        return "odt"
    raise UnreadableDocument(f"To jest archiwum ZIP, a\u00a0nie dokument. {_SAVE_AS}")


_OPENERS: dict[FileKind, Callable[[bytes, Options], Opened]] = {
    "text": open_text,
    "docx": open_docx,
    "odt": open_odt,
    "xlsx": open_xlsx,
    "pdf": open_pdf,
}
