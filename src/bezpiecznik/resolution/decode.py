"""From bytes to text: which encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import re

MAX_BYTES = 5_000_000
MAX_LINES = 40_000

_MAGIC = (
    (b"%PDF", "To jest plik PDF"),
    (b"PK\x03\x04", "To jest plik DOCX, XLSX lub archiwum ZIP"),
    (b"\xd0\xcf\x11\xe0", "To jest plik dawnego Worda lub Excela"),
    (b"{\\rtf", "To jest plik RTF"),
    (b"\x89PNG", "To jest obraz PNG"),
    (b"\xff\xd8\xff", "To jest obraz JPEG"),
    (b"GIF8", "To jest obraz GIF"),
    (b"II*\x00", "To jest obraz TIFF"),
    (b"MM\x00*", "To jest obraz TIFF"),
)
_SAVE_AS_TEXT = (
    "a\u00a0czytać umiemy na razie tylko tekst: zapisz dokument jako zwykły tekst (TXT) i\u00a0wczytaj go ponownie."
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_HTML = re.compile(r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
_OFFICE_SIGNS = "„”–—…§°«»’‚‘“•·\u00a0\u00ad"


class UnreadableDocument(ValueError):
    """The file cannot be used; the text is one Polish sentence for the person who sent it."""


def decode(data: bytes) -> str:
    """The text of a file with `\\n` line ends; raises UnreadableDocument.

    Line numbers of a reading count the lines of exactly this text, divided at `\\n`.
    """
    _refuse_other_formats(data)
    text = _with_mark(data) if _mark(data) else _without_mark(data)
    if _CONTROL.search(text):
        raise UnreadableDocument(f"To nie jest plik tekstowy, {_SAVE_AS_TEXT}")
    if _HTML.match(text):
        raise UnreadableDocument(
            "To jest strona internetowa (HTML), a\u00a0nie tekst uchwały:"
            " otwórz ją w\u00a0przeglądarce i\u00a0zapisz jako zwykły tekst (TXT)."
        )
    if not text.strip():
        raise UnreadableDocument("Plik nie zawiera żadnego tekstu: wybierz plik z\u00a0treścią uchwały.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES:
        raise UnreadableDocument(
            "Plik ma więcej niż 40\u00a0000 wierszy, a\u00a0tyle nie ma żadna uchwała: wczytaj sam tekst uchwały."
        )
    return text


def _refuse_other_formats(data: bytes) -> None:
    if not data:
        raise UnreadableDocument("Plik jest pusty: wybierz plik z\u00a0treścią uchwały.")
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(
            f"Plik jest za duży (najwyżej {MAX_BYTES // 1_000_000}\u00a0MB):"
            " wczytaj sam tekst uchwały, bez obrazów i\u00a0załączników."
        )
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableDocument(f"{what}, {_SAVE_AS_TEXT}")


def _mark(data: bytes) -> tuple[bytes, str] | None:
    return next(((bom, name) for bom, name in _BOMS if data.startswith(bom)), None)


def _with_mark(data: bytes) -> str:
    bom, name = _mark(data) or (b"", "utf-8")
    try:
        return data[len(bom) :].decode(name)
    except UnicodeDecodeError:
        raise _unknown_encoding() from None


def _without_mark(data: bytes) -> str:
    if b"\x00" in data:
        raise UnreadableDocument(f"To nie jest plik tekstowy, {_SAVE_AS_TEXT}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _one_byte(data)


def _one_byte(data: bytes) -> str:
    """cp1250 or ISO-8859-2: the two differ in a few Polish letters, so the better Polish wins."""
    candidates = []
    for name in ("cp1250", "iso8859-2"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        foreign, polish = _strangeness(text)
        candidates.append((foreign, -polish, name, text))
    if not candidates:
        raise _unknown_encoding()
    foreign, polish, _, text = min(candidates)
    if foreign > -polish / 4:
        raise _unknown_encoding()
    return text


def _strangeness(text: str) -> tuple[int, int]:
    """How many signs a Polish office would not type, and how many Polish letters."""
    high = re.findall(r"[^\x00-\x7f]", text)
    polish = sum(sign in _POLISH for sign in high)
    return sum(sign not in _POLISH and sign not in _OFFICE_SIGNS for sign in high), polish


def _unknown_encoding() -> UnreadableDocument:
    return UnreadableDocument(
        "Nie udało się rozpoznać kodowania znaków: zapisz plik jako tekst"
        " w\u00a0kodowaniu UTF-8 i\u00a0wczytaj go ponownie."
    )
