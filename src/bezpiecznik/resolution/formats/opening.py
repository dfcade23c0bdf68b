"""Which format a file is, and who opens it. The first bytes decide, never the name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from bezpiecznik.resolution.document import FileKind, Opened, UnreadableDocument
from bezpiecznik.resolution.formats.options import Options
from bezpiecznik.resolution.formats.parts_inside import parts_inside
from bezpiecznik.resolution.formats.refusals import locked, too_deep

MAX_BYTES = 20_000_000
HEAD = 4096
_TWO_BYTES = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
"""How a text begins whose signs take two or four bytes, so that zeros are among them."""

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
    kind = sniff(data)
    try:
        return _opener(kind)(data, options or Options())
    except RecursionError as fault:
        raise too_deep() from fault


def _opener(kind: FileKind) -> Callable[[bytes, Options], Opened]:
    """Formats are imported when they are met: each brings a library that the others do not need."""
    opener: Callable[[bytes, Options], Opened] = getattr(
        import_module(f"bezpiecznik.resolution.formats.{kind}"), f"open_{kind}"
    )
    return opener


def sniff(data: bytes) -> FileKind:
    """The format by its signs, without opening: safe on any bytes, whoever sent them.

    Raises UnreadableDocument for what cannot be a resolution.
    """
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
    if data.startswith(b"PK"):
        return _packed(data)
    if b"\x00" in data[:HEAD] and not data.startswith(_TWO_BYTES):
        raise UnreadableDocument("To nie jest dokument tekstowy. " + _SAVE_AS)
    return "text"


def _of_old_office(data: bytes) -> UnreadableDocument:
    """A container that holds either a document of the old formats or one locked with a password."""
    for stream, what in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return UnreadableDocument(f"{what} {_SAVE_AS}") if what else locked()
    return UnreadableDocument(f"To jest plik dawnego Worda lub Excela albo plik z\u00a0hasłem. {_SAVE_AS}")


def _packed(data: bytes) -> FileKind:
    """DOCX, XLSX and ODT are all ZIP archives: the parts inside tell which."""
    names = parts_inside(data)
    if names is None:
        raise UnreadableDocument(f"Plik jest uszkodzony i\u00a0nie da się go otworzyć. {_SAVE_AS}")
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
