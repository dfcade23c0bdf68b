"""Small PDF documents set by typst for tests."""

from __future__ import annotations

import typst

from bezpiecznik.resolution.document import Opened, Paragraph, Row
from bezpiecznik.resolution.formats import open_document

A4 = '#set page(paper: "a4", margin: 2cm)\n#set text(lang: "pl", size: 10pt)\n'


def set_as_pdf(source: str, *, page: str = A4) -> bytes:
    """What typst makes of its markup."""
    made: bytes = typst.compile((page + source).encode())
    return made


def opened(source: str, *, page: str = A4) -> Opened:
    """The document read back."""
    return open_document(set_as_pdf(source, page=page))


def rows(document: Opened) -> list[tuple[str, ...]]:
    """Cells of all its rows."""
    return [block.cells for block in document.document.blocks if isinstance(block, Row)]


def texts(document: Opened) -> list[str]:
    """Texts of all its paragraphs."""
    return [block.text for block in document.document.blocks if isinstance(block, Paragraph)]
