"""From a document's snapshot to its files. Reads the document only; the same snapshot gives the same bytes."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from bezpiecznik.core.polish import slug
from bezpiecznik.documents import office
from bezpiecznik.documents.content import Block, DocumentContent, Signatory, Signatures
from bezpiecznik.documents.docx import render_docx
from bezpiecznik.documents.kinds import KINDS, Meta
from bezpiecznik.documents.models import Document, DocumentKind, FileFormat, file_label
from bezpiecznik.documents.pdf import render_pdf
from bezpiecznik.documents.volumes import volumes
from bezpiecznik.documents.xlsx import render_xlsx

RENDERERS: dict[FileFormat, Callable[[DocumentContent], bytes]] = {
    FileFormat.DOCX: render_docx,
    FileFormat.PDF: render_pdf,
    FileFormat.XLSX: render_xlsx,
}


class FileKey(NamedTuple):
    """Which of a document's files: its format, and its volume (0 where the document is not divided)."""

    format: FileFormat
    volume: int = 0

    @property
    def label(self) -> str:
        return file_label(self.format, self.volume)

    @property
    def noted(self) -> str:
        """How the journal names it: `docx`, `pdf-2`."""
        return f"{self.format}-{self.volume}" if self.volume else str(self.format)


def contents_of(document: Document) -> dict[FileKey, DocumentContent]:
    """Which files the document is to have, and what each of them says. A PDF that would be too long is divided."""
    content = content_of(document)
    divided = volumes(content)
    numbers = range(1, len(divided) + 1) if len(divided) > 1 else (0,)
    files = {FileKey(FileFormat.DOCX): content}
    files |= {FileKey(FileFormat.PDF, no): volume for no, volume in zip(numbers, divided, strict=True)}
    return files | ({FileKey(FileFormat.XLSX): content} if KINDS[DocumentKind(document.kind)].tabular else {})


def made(key: FileKey, content: DocumentContent) -> bytes:
    return RENDERERS[key.format](content)


def content_of(document: Document) -> DocumentContent:
    """What the document says, out of its snapshot and row alone: the look and the code are those given on its day."""
    kind = KINDS[DocumentKind(document.kind)]
    meta = Meta(document.number, document.title, document.issued_on, document.snapshot_sha256)
    content = kind.build(json.loads(document.snapshot), meta)
    sign = document.case_sign if document.case_printed else ""
    look = office.look_of(document.look)
    blocks = _signed(content.blocks, office.signatories(document.look, DocumentKind(document.kind)))
    return replace(
        content, case_sign=content.case_sign or sign, look=look, verify_url=document.verify_url, blocks=blocks
    )


def _signed(blocks: tuple[Block, ...], signatories: tuple[Signatory, ...]) -> tuple[Block, ...]:
    """The blocks signed by those whom the office named, where it named any and the document is signed at all."""
    named = Signatures(signatories)
    return tuple(named if isinstance(block, Signatures) and signatories else block for block in blocks)


def file_name(document: Document, key: FileKey) -> str:
    """`sprawozdanie-roczne-z-realizacji-programu-sr-2022-1.pdf`, or `…-tom-2.pdf`"""
    volume = f" tom {key.volume}" if key.volume else ""
    return f"{slug(f'{document.get_kind_display()} {document.number}{volume}')}.{key.format}"
