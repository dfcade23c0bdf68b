"""DOCX, DOCM and DOTX documents, read straight from their XML in the order of the text.

Read: paragraphs with their automatic numbers, tables, text boxes, content controls, results of fields, inserted text
of tracked changes; footnotes at the end. Not read: headers, footers, comments, deleted and hidden text, tables of
contents, macros, pictures, and whatever lies outside the file.
"""

from __future__ import annotations

from lxml import etree

from bezpiecznik.resolution.document import Opened
from bezpiecznik.resolution.formats.archive import Archive, damaged
from bezpiecznik.resolution.formats.docx_body import Body
from bezpiecznik.resolution.formats.docx_numbering import Numbering
from bezpiecznik.resolution.formats.docx_styles import Styles, W
from bezpiecznik.resolution.formats.options import Options

MAIN = "word/document.xml"


def open_docx(data: bytes, options: Options) -> Opened:
    """Blocks of a DOCX file; raises UnreadableDocument."""
    archive = Archive(data)
    main = next(iter(archive.related("", "officeDocument")), MAIN)
    root = archive.xml(main)
    story = root.find(W + "body") if root is not None else None
    if story is None:
        raise damaged()
    options.progress("Odczyt tekstu dokumentu", 0.0)
    body = Body(Styles(_part(archive, main, "styles")), Numbering(_part(archive, main, "numbering")))
    body.read(story)
    notes = _part(archive, main, "footnotes")
    if notes is not None:
        body.read_notes(notes)
    return body.gathering.opened("docx")


def _part(archive: Archive, main: str, kind: str) -> etree._Element | None:
    """A helping part of the document, wherever it lies."""
    found = archive.related(main, kind)
    return archive.xml(found[0]) if found else None
