"""Pictures of the pages of a PDF, for the screen that shows a reading beside the document it was read from."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image

from bezpiecznik.resolution.document import UnreadableDocument
from bezpiecznik.resolution.formats.pdf_file import LOCK, MAX_SIDE, broken, pdf_document

MAX_WIDTH = 4_000
MAX_PIXELS = 12_000_000


def page_picture(data: bytes, page: int, *, width: int) -> bytes:
    """A page (counted from 1) as PNG about so many pixels wide; raises UnreadableDocument.

    A point of a `Source.box` stands in it at its distance times the picture's width over the page's.
    """
    picture = _rendered(data, page, width)
    out = io.BytesIO()
    picture.save(out, format="PNG")
    return out.getvalue()


def page_size(data: bytes, page: int) -> tuple[float, float]:
    """Width and height in points, in the coordinates of `Source.box`; raises UnreadableDocument."""
    with pdf_document(data) as document, LOCK:
        opened = _page(document, page)
        try:
            width, height = opened.get_size()
            return round(width, 2), round(height, 2)
        finally:
            opened.close()


def _rendered(data: bytes, page: int, width: int) -> Image.Image:
    with pdf_document(data) as document, LOCK:
        return render(document, page - 1, width)


def render(document: pypdfium2.PdfDocument, index: int, width: int) -> Image.Image:
    """A page (counted from 0) as it prints, never larger than `MAX_PIXELS`; the caller holds `LOCK`."""
    opened = _page(document, index + 1)
    try:
        across, down = opened.get_size()
        if not (0 < across <= MAX_SIDE and 0 < down <= MAX_SIDE):
            raise broken()
        scale = min(max(1, min(width, MAX_WIDTH)) / across, (MAX_PIXELS / (across * down)) ** 0.5)
        bitmap = opened.render(scale=scale, may_draw_forms=False)
        try:
            picture: Image.Image = bitmap.to_pil().copy()
            return picture
        finally:
            bitmap.close()
    except (pypdfium2.PdfiumError, ValueError, MemoryError) as fault:
        raise broken() from fault
    finally:
        opened.close()


def _page(document: pypdfium2.PdfDocument, page: int) -> pypdfium2.PdfPage:
    if not 1 <= page <= len(document):
        raise UnreadableDocument(f"Plik PDF nie ma strony {page}: ma ich {len(document)}.")
    try:
        return document[page - 1]
    except pypdfium2.PdfiumError as fault:
        raise broken() from fault
