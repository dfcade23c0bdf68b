"""Whether a DOCX can be read by ear and by keyboard: what the rules of digital accessibility ask of a document.

Looks at the file itself, not at what it was made of: headings in order, header rows of tables, words for pictures, real
lists, language and title.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise

from django.utils.translation import gettext as _
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
TYPED_LIST = re.compile(r"\s*(?:[•▪◦*-]|\d{1,2}[.)]) +\S")
PLAIN_STYLES = ("", "Normal")
SHOWN = 60


def faults(docx: bytes) -> list[str]:
    """One sentence for each fault; empty for a document that anybody can read."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body, styles, core = (
            etree.fromstring(archive.read(name))
            for name in ("word/document.xml", "word/styles.xml", "docProps/core.xml")
        )
    names = {style.get(f"{W}styleId", ""): _name(style) for style in styles.iter(f"{W}style")}
    return [
        *_of_properties(core, styles),
        *_of_headings(body, names),
        *_of_tables(body),
        *_of_pictures(body),
        *_of_lists(body, names),
    ]


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return name.get(f"{W}val", "") if name is not None else ""


def _of_properties(core: etree._Element, styles: etree._Element) -> Iterator[str]:
    if not (core.findtext(TITLE) or "").strip():
        yield _("Dokument nie ma tytułu we właściwościach.")
    languages = [lang.get(f"{W}val", "") for lang in styles.iterfind(f"{W}docDefaults//{W}lang")]
    if not any(languages):
        yield _("Nie podano języka dokumentu.")


def _of_headings(body: etree._Element, names: dict[str, str]) -> Iterator[str]:
    found = [(int(level[1]), _text(paragraph)) for paragraph, level in _headings(body, names)]
    for _level, text in found:
        if not text.strip():
            yield _("Jest pusty nagłówek.")
    for (before, _before), (level, text) in pairwise([(0, ""), *found]):
        if level > before + 1:
            yield _("Nagłówek „%(text)s” pomija poziom.") % {"text": text[:SHOWN]}


def _headings(body: etree._Element, names: dict[str, str]) -> Iterator[tuple[etree._Element, re.Match[str]]]:
    for paragraph in body.iter(f"{W}p"):
        if level := HEADING.fullmatch(names.get(_style(paragraph), "")):
            yield paragraph, level


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val", "") if style is not None else ""


def _text(element: etree._Element) -> str:
    return "".join(str(text.text or "") for text in element.iter(f"{W}t"))


def _of_tables(body: etree._Element) -> Iterator[str]:
    for number, table in enumerate(body.iter(f"{W}tbl"), start=1):
        first = table.find(f"{W}tr")
        if first is None or first.find(f"{W}trPr/{W}tblHeader") is None:
            yield _("Tabela %(number)s nie ma oznaczonego wiersza nagłówka.") % {"number": number}
        caption = table.find(f"{W}tblPr/{W}tblCaption")
        if caption is None or not caption.get(f"{W}val", "").strip():
            yield _("Tabela %(number)s nie ma nazwy.") % {"number": number}


def _of_pictures(body: etree._Element) -> Iterator[str]:
    for number, picture in enumerate(body.iter(DRAWING), start=1):
        decorative = any(mark.get("val") == "1" for mark in picture.iter(DECORATIVE))
        if not decorative and not picture.get("descr", "").strip():
            yield _("Rysunek %(number)s nie ma opisu.") % {"number": number}


def _of_lists(body: etree._Element, names: dict[str, str]) -> Iterator[str]:
    """Several paragraphs in a row that begin with a typed mark are a list which nothing but the eye knows of."""
    typed = [
        names.get(_style(paragraph), "") in PLAIN_STYLES
        and paragraph.find(f"{W}pPr/{W}numPr") is None
        and bool(TYPED_LIST.match(_text(paragraph)))
        for paragraph in body.iter(f"{W}p")
    ]
    if any(before and after for before, after in pairwise(typed)):
        yield _("Lista ma wpisane znaki zamiast stylu listy.")
