"""PDF files written by hand for tests: whole ones, and ones that nobody should trust."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def packed(content: bytes, entries: bytes = b"", times: int = 1) -> bytes:
    """A stream packed once or more by Flate."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, entries + b" /Filter [%s]" % (b"/FlateDecode " * times))


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """Objects numbered from 1, the first one the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    begun = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, begun)
    return bytes(out)


def one_page(
    content: bytes, *more: bytes, page: bytes = b"", catalogue: bytes = b"", fonts: bytes = b"/F1 5 0 R"
) -> bytes:
    """A document of one page with this content (an object from `stream` or `packed`); further objects count from 6."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalogue,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /Font << %s >> %s >> >>" % (fonts, page),
            content,
            FONT,
            *more,
        ]
    )


def written(*lines: str, size: int = 12) -> bytes:
    """Content of a page: lines of text one under another."""
    shown = [b"1 0 0 1 60 %d Tm (%s) Tj" % (780 - 16 * row, line.encode("cp1252")) for row, line in enumerate(lines)]
    return b"BT /F1 %d Tf " % size + b" ".join(shown) + b" ET"
