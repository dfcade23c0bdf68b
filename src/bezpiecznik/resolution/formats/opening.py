"""Which format a file is, and who opens it. The first bytes decide, never the name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from bezpiecznik.resolution.document import FileKind, Opened, UnreadableDocument
from bezpiecznik.resolution.formats.options import Options
from bezpiecznik.resolution.formats.parts_inside import parts_inside

MAX_BYTES = 20_000_000
HEAD = 4096
_TWO_BYTES = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
"""How a text begins whose signs take two or four bytes, so that zeros are among them."""

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
    kind = sniff(data)
    return _opener(kind)(data, options or Options())


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


def _packed(data: bytes) -> FileKind:
    """DOCX, XLSX and ODT are all ZIP archives: the parts inside tell which."""
    names = parts_inside(data)
    if names is None:
        raise UnreadableDocument(f"Plik jest uszkodzony i\u00a0nie da się go otworzyć. {_SAVE_AS}")
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names:
        return "odt"
    raise UnreadableDocument(f"To jest archiwum ZIP, a\u00a0nie dokument. {_SAVE_AS}")
