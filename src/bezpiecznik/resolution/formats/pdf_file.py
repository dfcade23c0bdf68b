"""A PDF file opened by pdfium, or the sentence that says why not. Everything that calls pdfium holds `LOCK`."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
from pypdfium2 import raw

from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats.pdf_bombs import MAX_WRITTEN, forbid_bombs

MAX_PAGES = 400
MAX_SIDE = 14_400.0
WRITTEN_A_PAGE = 300_000

LOCK = threading.RLock()
"""pdfium keeps its state in the process: two threads inside it break each other's documents."""

_LOCKED = (
    "Plik PDF jest zabezpieczony hasłem: otwórz go, zapisz kopię bez hasła"
    " (Drukuj, a\u00a0potem „Zapisz jako PDF”) i\u00a0wczytaj tę kopię."
)
_BROKEN = (
    "Plik PDF jest uszkodzony i\u00a0nie da się go otworzyć: pobierz go ponownie"
    " albo zapisz dokument jeszcze raz jako PDF lub DOCX i\u00a0wczytaj nową kopię."
)
_NO_PAGES = "Plik PDF nie ma żadnej strony: zapisz dokument jeszcze raz jako PDF i\u00a0wczytaj nową kopię."
_MANY_PAGES = (
    f"Plik PDF ma więcej niż {MAX_PAGES} stron, a\u00a0tyle nie ma żadna uchwała:"
    " wczytaj same strony uchwały z\u00a0programem."
)


_MUCH_TEXT = (
    "W pliku PDF jest więcej tekstu, niż zmieści się na jego stronach:"
    " zapisz dokument jeszcze raz jako PDF lub DOCX i\u00a0wczytaj nową kopię."
)


def broken() -> UnreadableDocument:
    """The refusal of a file that does not hold together."""
    return UnreadableDocument(_BROKEN)


@contextmanager
def pdf_document(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The open document with a sane number of pages; raises UnreadableDocument."""
    written = forbid_bombs(data)
    document = _load(data)
    try:
        with LOCK:
            pages = len(document)
        if pages > MAX_PAGES:
            raise UnreadableDocument(_MANY_PAGES)
        if pages < 1:
            raise UnreadableDocument(_NO_PAGES)
        if written > MAX_WRITTEN + pages * WRITTEN_A_PAGE:
            raise UnreadableDocument(_MUCH_TEXT)
        yield document
    finally:
        with LOCK:
            document.close()


def _load(data: bytes) -> pypdfium2.PdfDocument:
    with LOCK:
        try:
            return pypdfium2.PdfDocument(data, password="")
        except pypdfium2.PdfiumError as fault:
            locked = getattr(fault, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
            raise UnreadableDocument(_LOCKED if locked else _BROKEN) from fault
