"""Content into PDF: archival (PDF/A-2a) and read aloud (PDF/UA-1) in one file, by typst.

The template is fixed; content reaches it as JSON and is set as strings, so no text can be read as markup.
"""

import json
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path

import typst

from bezpiecznik.documents import serial
from bezpiecznik.documents.content import DocumentContent
from bezpiecznik.documents.pdf_streams import with_plain_ends
from bezpiecznik.documents.text import FONTS

TEMPLATE = Path(__file__).parent / "typst" / "document.typ"


def render_pdf(content: DocumentContent) -> bytes:
    """The document as one PDF; the same content gives the same bytes.

    Letters the font cannot draw are printed as �.
    """
    data = json.dumps(serial.document(content), ensure_ascii=False, separators=(",", ":"))
    pdf = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"content": data},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime.combine(content.issued_on, time(), UTC),
    )
    return with_plain_ends(pdf)


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
