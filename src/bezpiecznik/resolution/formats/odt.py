"""ODT documents (and ODS sheets), read from their XML in the order of the text.

Read: paragraphs with their automatic numbers, tables, text boxes, sections; footnotes at the end. Not read: headers,
footers, comments, deleted and hidden text, tables of contents, macros, pictures, and whatever lies outside the file.
"""

from __future__ import annotations

from lxml import etree

from bezpiecznik.resolution.document import Opened
from bezpiecznik.resolution.formats.archive import Archive, damaged
from bezpiecznik.resolution.formats.odt_body import Body
from bezpiecznik.resolution.formats.odt_lists import Lists
from bezpiecznik.resolution.formats.odt_styles import OFFICE, Styles
from bezpiecznik.resolution.formats.options import Options
from bezpiecznik.resolution.formats.refusals import locked

_MANIFEST, _CONTENT, _STYLES = "META-INF/manifest.xml", "content.xml", "styles.xml"
_STORIES = ("text", "spreadsheet")


def open_odt(data: bytes, options: Options) -> Opened:
    """Blocks of an ODT file; raises UnreadableDocument."""
    archive = Archive(data)
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise locked()
    content = archive.xml(_CONTENT)
    story = _story(content)
    if content is None or story is None:
        raise damaged()
    options.progress("Odczyt tekstu dokumentu", 0.0)
    roots = [root for root in (archive.xml(_STYLES), content) if root is not None]
    body = Body(Styles(roots), Lists(roots))
    body.read(story)
    return body.gathering.opened("odt")


def _story(content: etree._Element | None) -> etree._Element | None:
    body = content.find(OFFICE + "body") if content is not None else None
    stories = (body.find(OFFICE + name) for name in _STORIES) if body is not None else ()
    return next((story for story in stories if story is not None), None)
