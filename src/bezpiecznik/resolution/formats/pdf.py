"""PDF documents with text: paragraphs and tables by where words and ruled lines stand on the page."""

from __future__ import annotations

from bezpiecznik.resolution.document import Opened, UnreadableDocument, transcribe
from bezpiecznik.resolution.formats.ocr import recognise
from bezpiecznik.resolution.formats.ocr_numbers import mend_numbers
from bezpiecznik.resolution.formats.options import Options
from bezpiecznik.resolution.formats.pdf_blocks import blocks_of
from bezpiecznik.resolution.formats.pdf_file import pdf_document
from bezpiecznik.resolution.formats.pdf_page import read_page
from bezpiecznik.resolution.formats.pdf_shapes import Page

MAX_SIGNS = 5_000_000
STAGE = "Odczytywanie stron"

_FEWEST_SIGNS = 20
_MOST_STRANGE = 0.1
_SCAN = (
    "To jest skan bez tekstu: wczytaj plik, z\u00a0którego powstał (DOCX lub PDF z\u00a0tekstem),"
    " albo zaznacz rozpoznawanie pisma (OCR) i\u00a0wczytaj skan jeszcze raz."
)
_EMPTY = "Plik PDF nie zawiera żadnego tekstu: wybierz plik z\u00a0treścią uchwały."
_GIBBERISH = (
    "Tekstu tego pliku PDF nie da się odczytać, bo brakuje w\u00a0nim opisu czcionek: zapisz dokument jeszcze raz"
    " z\u00a0programu, w\u00a0którym powstał (najlepiej jako DOCX), i\u00a0wczytaj nową kopię."
)


def open_pdf(data: bytes, options: Options) -> Opened:
    """Blocks of a PDF file, each with its page and box; raises UnreadableDocument.

    Pages that are pictures are recognised with `options.ocr`; without it a document that is mostly pictures is refused.
    """
    pages = read_pages(data, options)
    scans = [page for page in pages if _is_scan(page)] if not _is_gibberish(pages) else pages
    if scans and options.ocr:
        seen = recognise(data, scans, options)
        pages = [seen.get(page.number, page) for page in pages]
    _forbid_unread(pages)
    blocks = blocks_of(pages)
    if scans:
        blocks = mend_numbers(blocks)
    if not blocks:
        raise UnreadableDocument(_EMPTY)
    return transcribe("pdf", blocks)


def read_pages(data: bytes, options: Options) -> list[Page]:
    """What stands on every page, with progress told page by page."""
    pages: list[Page] = []
    signs = 0
    with pdf_document(data) as document:
        count = len(document)
        for index in range(count):
            options.progress(STAGE, index / count)
            pages.append(read_page(document, index))
            signs += pages[-1].signs
            if signs > MAX_SIGNS:
                raise UnreadableDocument(
                    "Plik PDF ma więcej niż 5\u00a0000\u00a0000 znaków, a\u00a0tyle nie ma żadna uchwała:"
                    " wczytaj same strony uchwały z\u00a0programem."
                )
    options.progress(STAGE, 1.0)
    return pages


def _is_scan(page: Page) -> bool:
    return bool(page.pictures) and sum(len(word.text) for word in page.words) < _FEWEST_SIGNS


def _is_gibberish(pages: list[Page]) -> bool:
    """A text layer without its table of letters gives signs that are no letters."""
    letters = sum(len(word.text) for page in pages for word in page.words)
    return sum(page.strange for page in pages) > _MOST_STRANGE * letters


def _forbid_unread(pages: list[Page]) -> None:
    if _is_gibberish(pages):
        raise UnreadableDocument(_GIBBERISH)
    if sum(_is_scan(page) for page in pages) > len(pages) / 2:
        raise UnreadableDocument(_SCAN)
