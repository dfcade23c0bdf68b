"""Which format a file is, and who opens it. The first bytes decide, never the name."""

from __future__ import annotations

from collections.abc import Callable

from bezpiecznik.resolution.document import FileKind, Opened, UnreadableDocument
from bezpiecznik.resolution.formats.archive import Archive, locked, too_deep
from bezpiecznik.resolution.formats.docx import open_docx
from bezpiecznik.resolution.formats.odt import open_odt
from bezpiecznik.resolution.formats.options import Options
from bezpiecznik.resolution.formats.pdf import open_pdf
from bezpiecznik.resolution.formats.text import open_text
from bezpiecznik.resolution.formats.xlsx import open_xlsx

MAX_BYTES = 20_000_000

_SAVE_AS = "Zapisz dokument jako DOCX, PDF lub zwykły tekst (TXT) i\u00a0wczytaj go ponownie."
_MAIN_PARTS: tuple[tuple[str, FileKind], ...] = (
    ("word/document", "docx"),
    ("xl/workbook", "xlsx"),
    ("content.xml", "odt"),
)
_OLE = b"\xd0\xcf\x11\xe0"
_STREAMS = (
    ("EncryptedPackage", ""),
    ("WordDocument", "To jest plik dawnego Worda (DOC)."),
    ("Workbook", "To jest plik dawnego Excela (XLS)."),
    ("Book", "To jest plik dawnego Excela (XLS)."),
)
_FOREIGN = (
    (b"{\\rtf", "To jest plik RTF."),
    (b"\x89PNG", "To jest obraz PNG."),
    (b"\xff\xd8\xff", "To jest obraz JPEG."),
    (b"GIF8", "To jest obraz GIF."),
    (b"II*\x00", "To jest obraz TIFF."),
    (b"MM\x00*", "To jest obraz TIFF."),
)


def open_document(data: bytes, options: Options | None = None) -> Opened:
    """Blocks and text of a file; raises UnreadableDocument with one Polish sentence."""
    try:
        return _OPENERS[sniff(data)](data, options or Options())
    except RecursionError as fault:
        raise too_deep() from fault


def sniff(data: bytes) -> FileKind:
    """The format by the first bytes, without opening; raises UnreadableDocument for what cannot be a resolution."""
    if not data:
        raise UnreadableDocument("Plik jest pusty: wybierz plik z\u00a0treścią uchwały.")
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(
            f"Plik jest za duży (najwyżej {MAX_BYTES // 1_000_000}\u00a0MB): wczytaj sam tekst uchwały, bez obrazów."
        )
    if data.startswith(_OLE):
        raise _of_old_office(data)
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise UnreadableDocument(f"{what} {_SAVE_AS}")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return _packed(data) if data.startswith(b"PK") else "text"


def _of_old_office(data: bytes) -> UnreadableDocument:
    """A container that holds either a document of the old formats or one locked with a password."""
    for stream, what in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return UnreadableDocument(f"{what} {_SAVE_AS}") if what else locked()
    return UnreadableDocument(f"To jest plik dawnego Worda lub Excela albo plik z\u00a0hasłem. {_SAVE_AS}")


def _packed(data: bytes) -> FileKind:
    """DOCX, XLSX and ODT are all ZIP archives: the parts inside tell which."""
    names = Archive(data).names
    for part, kind in _MAIN_PARTS:
        if any(name.startswith(part) and name.endswith(".xml") for name in names):
            return kind
    if "xl/workbook.bin" in names:
        raise UnreadableDocument(
            "To jest arkusz XLSB: zapisz go w\u00a0Excelu jako zwykły skoroszyt (XLSX) i\u00a0wczytaj ponownie."
        )
    if any(name.startswith("ppt/") for name in names):
        raise UnreadableDocument(f"To jest prezentacja, a\u00a0nie dokument. {_SAVE_AS}")
    raise UnreadableDocument(f"To jest archiwum ZIP, a\u00a0nie dokument. {_SAVE_AS}")


_OPENERS: dict[FileKind, Callable[[bytes, Options], Opened]] = {
    "text": open_text,
    "docx": open_docx,
    "odt": open_odt,
    "xlsx": open_xlsx,
    "pdf": open_pdf,
}
