"""Pages of a PDF of ours as pictures, to be looked at on screen."""

import io
from threading import Lock

import pypdfium2

DOTS = 96  # per inch: an A4 page is 794 pixels wide

_one_at_a_time = Lock()  # the library may not be entered by two threads


def page_count(pdf: bytes) -> int:
    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as opened:
        return len(opened)


def page_picture(pdf: bytes, number: int) -> bytes:
    """The page (from 1) as PNG. Raises IndexError where there is no such page."""
    with _one_at_a_time, pypdfium2.PdfDocument(pdf) as opened:
        if not 1 <= number <= len(opened):
            raise IndexError(number)
        image = opened[number - 1].render(scale=DOTS / 72).to_pil()
    written = io.BytesIO()
    image.convert("P", palette=1, colors=64).save(written, "PNG")
    return written.getvalue()
