"""Streams of a PDF say truly how long they are, whatever byte they end with."""

import io
import re
from itertools import chain

import page
import pytest
from made_up_report import content
from pypdf import PdfReader

from bezpiecznik.documents.content import PageBreak, Paragraph
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.documents.pdf_streams import with_plain_ends

SMALL = b"""%%PDF-1.7
1 0 obj
<</Length 4>>
stream
abc%(last)s
endstream
endobj
2 0 obj
<<>>
endobj
xref
0 3
0000000000 65535 f
0000000010 00000 n
%(second)010d 00000 n
trailer
<</Size 3>>
startxref
%(table)d
%%%%EOF"""


def small(last: bytes, added: bytes = b"") -> bytes:
    """A file of two objects whose stream ends with this byte; `added` comes before the line end."""
    filled = SMALL % {b"last": last + added, b"second": 0, b"table": 0}
    places = {b"second": filled.index(b"2 0 obj"), b"table": filled.index(b"xref\n0 3")}
    return SMALL % {b"last": last + added, **places}


def test_a_carriage_return_at_the_end_gets_a_line_end_of_its_own() -> None:
    assert with_plain_ends(small(b"\r")) == small(b"\r", added=b"\r")


@pytest.mark.parametrize("last", [b"\n", b"d", b"\x00"])
def test_other_ends_stay_as_they_are(last: bytes) -> None:
    assert with_plain_ends(small(last)) == small(last)


def test_a_long_paper_conforms_whatever_its_bytes() -> None:
    """About one stream in 256 ends with a carriage return; a thousand pages hold several."""
    blocks = chain.from_iterable((Paragraph(f"Pismo numer {number}."), PageBreak()) for number in range(1000))
    pdf = render_pdf(content(blocks=tuple(blocks), cover=False))
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_A_2A)
    assert [failure.message for failure in report.failures] == []
    assert len(PdfReader(io.BytesIO(pdf)).pages) >= 1000
    assert re.findall(rb"\r\r\nendstream", pdf) != []
