"""Content into PDF: archival (PDF/A-2a) and read aloud (PDF/UA-1) in one file, by typst.

The template is fixed; content reaches it as JSON and is set as strings, so no text can be read as markup.
"""

import json

from bezpiecznik.documents import serial
from bezpiecznik.documents.content import DocumentContent
from bezpiecznik.documents.pdf_streams import with_plain_ends
from bezpiecznik.documents.typesetting import typeset


def render_pdf(content: DocumentContent) -> bytes:
    """The document as one PDF; the same content gives the same bytes.

    Letters the font cannot draw are printed as �. Raises RuntimeError where the typesetter came to nothing.
    """
    data = json.dumps(serial.document(content), ensure_ascii=False, separators=(",", ":"))
    return with_plain_ends(typeset(data, content.issued_on))
