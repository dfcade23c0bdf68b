"""From bytes to text: which encoding, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from bezpiecznik.resolution.document import UnreadableDocument

MAX_LINES = 40_000
MAX_TEXT = 5_000_000

_SAVE_AS_TEXT = "zapisz dokument jako DOCX, PDF lub zwykły tekst (TXT) i\u00a0wczytaj go ponownie."
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


def decode(data: bytes) -> str:
    """The text of a file with `\\n` line ends; raises UnreadableDocument.

    Line numbers of a reading count the lines of exactly this text, divided at `\\n`.
    """
    if len(data) > MAX_TEXT:
        raise UnreadableDocument(
            f"Plik tekstowy jest za duży (najwyżej {MAX_TEXT // 1_000_000}\u00a0MB): wczytaj sam tekst uchwały."
        )
    text = _with_mark(data) if _mark(data) else _without_mark(data)
    if _CONTROL.search(text):
        raise UnreadableDocument(f"To nie jest plik tekstowy: {_SAVE_AS_TEXT}")
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
        raise UnreadableDocument(f"To nie jest plik tekstowy: {_SAVE_AS_TEXT}")
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
