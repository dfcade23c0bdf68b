"""From a document's snapshot to its files. Reads the document only; the same snapshot gives the same bytes."""

import json
from collections.abc import Callable
from dataclasses import replace

from bezpiecznik.core.polish import slug
from bezpiecznik.documents import office
from bezpiecznik.documents.content import DocumentContent
from bezpiecznik.documents.docx import render_docx
from bezpiecznik.documents.kinds import KINDS, Meta
from bezpiecznik.documents.models import Document, DocumentKind, FileFormat
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.documents.xlsx import render_xlsx

RENDERERS: dict[FileFormat, Callable[[DocumentContent], bytes]] = {
    FileFormat.DOCX: render_docx,
    FileFormat.PDF: render_pdf,
    FileFormat.XLSX: render_xlsx,
}


def formats_of(kind: DocumentKind) -> list[FileFormat]:
    """Formats in which documents of the kind are made."""
    tabular = KINDS[kind].tabular
    return [each for each in RENDERERS if tabular or each is not FileFormat.XLSX]


def content_of(document: Document) -> DocumentContent:
    """What the document says, out of its snapshot and row alone: the look and the code are those given on its day."""
    kind = KINDS[DocumentKind(document.kind)]
    meta = Meta(document.number, document.title, document.issued_on, document.snapshot_sha256)
    content = kind.build(json.loads(document.snapshot), meta)
    sign = document.case_sign if document.case_printed else ""
    look = office.look_of(document.look)
    return replace(content, case_sign=content.case_sign or sign, look=look, verify_url=document.verify_url)


def file_name(document: Document, file_format: FileFormat) -> str:
    """`sprawozdanie-roczne-z-realizacji-programu-sr-2022-1.pdf`"""
    return f"{slug(f'{document.get_kind_display()} {document.number}')}.{file_format}"
