"""The file around a DOCX: styles and settings of our own, properties, and bytes that are the same each time."""

import io
import zipfile
from datetime import UTC, datetime, time

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Mm

from bezpiecznik.documents.content import DocumentContent
from bezpiecznik.documents.docx_fonts import embed_fonts
from bezpiecznik.documents.text import WORD, clean

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment an archive can name
CONTENT_TYPES = "[Content_Types].xml"
LEFTOVERS = ("thumbnail", "stylesWithEffects", "customXml")  # of the library's template


def new_document(content: DocumentContent) -> Document:
    """An empty A4 document with our styles and with the properties of `content`."""
    document = docx.Document()
    _replace(document.styles.element, "styles.xml")
    _replace(document.settings.element, "settings.xml")
    _replace(document.part.numbering_part.element, "numbering.xml")
    for owner in (document.part.package, document.part):
        _drop_leftovers(owner.rels)
    embed_fonts(document)
    _set_page(document)
    _set_properties(document, content)
    return document


def package_bytes(document: Document) -> bytes:
    """The document as a file, without the moment of writing in it."""
    written, steady = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(steady, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, EARLIEST)
            target.writestr(entry, source.read(name), zipfile.ZIP_DEFLATED)
    return steady.getvalue()


def _replace(element: object, name: str) -> None:
    """Put the children of our own part in place of the template's."""
    ours = parse_xml((WORD / name).read_bytes())
    element[:] = list(ours)  # type: ignore[index]


def _drop_leftovers(relationships: dict[str, object]) -> None:
    for key, relationship in list(relationships.items()):
        if any(word in relationship.reltype for word in LEFTOVERS):  # type: ignore[attr-defined]
            del relationships[key]


def _set_page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin, section.footer_distance = Mm(20), Mm(26), Mm(12)


def _set_properties(document: Document, content: DocumentContent) -> None:
    properties = document.core_properties
    moment = datetime.combine(content.issued_on, time(), UTC)
    properties.title, properties.subject = clean(content.title)[:255], clean(content.subtitle)[:255]
    properties.author = properties.last_modified_by = clean(content.author)[:255]
    properties.category, properties.identifier = clean(content.kind)[:255], clean(content.number)[:255]
    properties.keywords, properties.comments = "", ""
    properties.language, properties.revision = "pl-PL", 1
    properties.created = properties.modified = moment
