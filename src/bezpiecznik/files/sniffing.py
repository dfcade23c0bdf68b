"""What a file is by its bytes, not by its name or by what the browser says. Pure: bytes in, a media type out."""

import io
import zipfile

DOCUMENTS = "PDF, DOCX, XLSX, ODT, TXT"
ENDINGS = (".pdf", ".docx", ".xlsx", ".odt", ".txt")
PDF = "application/pdf"
TEXT = "text/plain"
OFFICE = "application/vnd.openxmlformats-officedocument."
PACKED = {
    "word/document.xml": f"{OFFICE}wordprocessingml.document",
    "xl/workbook.xml": f"{OFFICE}spreadsheetml.sheet",
}
ODT = b"application/vnd.oasis.opendocument.text"
MACROS = "vbaProject.bin"
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\x00", b"MM\x00*")
HEAD = 1024
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script")


def document_type(data: bytes, name: str = "") -> str:
    """The media type of a document that may be kept; blank for all else, also for documents with macros.

    Plain text under the `name` of another document is none: a broken or renamed file.
    """
    if b"%PDF-" in data[:HEAD]:
        return PDF
    if data.startswith(b"PK"):
        return _packed(data)
    renamed = name.casefold().endswith(tuple(ending for ending in ENDINGS if ending != ".txt"))
    return TEXT if _is_text(data) and not renamed else ""


def looks_like_picture(data: bytes) -> bool:
    return data.startswith(PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _packed(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if any(name.endswith(MACROS) for name in names):
                return ""
            if data[30:38] == b"mimetype" and data[38 : 38 + len(ODT)] == ODT:
                return ODT.decode()
    except (zipfile.BadZipFile, ValueError):
        return ""
    return next((kind for name, kind in PACKED.items() if name in names), "")


def _is_text(data: bytes) -> bool:
    """Words in UTF-8 or in the old Windows code page; markup that a browser would run is no text."""
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(MARKUP) or looks_like_picture(data) or any(byte < 9 or 13 < byte < 32 for byte in data):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return all(byte not in data for byte in (0x81, 0x83, 0x88, 0x90, 0x98))
    return True
