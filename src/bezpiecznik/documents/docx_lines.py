"""Lines of a DOCX: runs, sources, links, fields and the six marks as small pictures."""

import io
from functools import cache
from pathlib import Path
from typing import cast
from xml.sax.saxutils import quoteattr

import typst
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from bezpiecznik.documents.content import Inline, Link, Run, Source, State, StateMark, Target, pieces
from bezpiecznik.documents.docx_body import Body
from bezpiecznik.documents.text import bound, clean

PICTURES = Path(__file__).parent / "typst" / "mark_pictures.typ"
MARK_WIDTH, MARK_HEIGHT = Pt(9.3), Pt(8.4)  # 15.5 : 14, as `mark_pictures.typ` draws them
FIRST_TARGET = 100_000  # headings count their bookmarks from nought
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATION = (
    f'<a:extLst><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    f'<adec:decorative xmlns:adec="{DECORATIVE}" val="1"/></a:ext></a:extLst>'
)


class Lines:
    """Writes lines into paragraphs of one document; knows where its headings are bookmarked."""

    def __init__(self, document: Document, bookmarks: dict[str, str]) -> None:
        self._document, self._bookmarks = document, bookmarks
        self.body = Body(document)
        self._pictures = {state: _embed(document, picture) for state, picture in mark_pictures().items()}
        self._drawings = 0
        self._targets = 0

    def write(self, paragraph: Paragraph, inline: Inline) -> Paragraph:
        """Append the pieces of a line to the paragraph."""
        for piece in pieces(inline):
            match piece:
                case Run():
                    run = paragraph.add_run(bound(clean(piece.text)))
                    run.bold, run.italic = piece.bold or None, piece.italic or None
                case Source():
                    self.body.add_run(paragraph, bound(clean(piece.text)), "Źródło w wierszu")
                case StateMark():
                    self.write_mark(paragraph, piece.state)
                    paragraph.add_run(f"\N{NO-BREAK SPACE}{clean(piece.label)}")
                case Link():
                    self._write_link(paragraph, piece)
                case Target():
                    self._write_target(paragraph, piece)
        return paragraph

    def write_mark(self, paragraph: Paragraph, state: State) -> None:
        """The shape alone; the word for it stands beside, so to a reader by ear the shape is decoration."""
        self._drawings += 1
        drawing = _drawing(self._drawings, self._pictures[state], (MARK_WIDTH, MARK_HEIGHT))
        paragraph.add_run()._r.append(parse_xml(drawing))

    def write_picture(self, paragraph: Paragraph, data: bytes, size: tuple[float, float], alt: str) -> None:
        """A picture (PNG) of this width and height in millimetres, with what it shows in words."""
        self._drawings += 1
        width, height = size
        drawing = _drawing(self._drawings, _embed(self._document, data), (Mm(width), Mm(height)), alt)
        paragraph.add_run()._r.append(parse_xml(drawing))

    def _write_target(self, paragraph: Paragraph, target: Target) -> None:
        name = self._bookmarks[target.anchor]
        run = paragraph.add_run(clean(target.text))
        run.bold = target.bold or None
        number = FIRST_TARGET + self._targets
        self._targets += 1
        run._r.addprevious(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{name}"/>'))
        run._r.addnext(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>'))

    def _write_link(self, paragraph: Paragraph, link: Link) -> None:
        place = hyperlink(self._bookmarks[link.anchor])
        place.append(self.body.add_run(paragraph, clean(link.text), "Odsyłacz")._r)
        paragraph._p.append(place)


def hyperlink(bookmark: str) -> BaseOxmlElement:
    """An empty link to a place in the same document; runs go into it."""
    return parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="{bookmark}" w:history="1"/>')


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Name the whole paragraph, so that links and the table of contents find it."""
    start = parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{name}"/>')
    end = parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>')
    after_properties = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(after_properties, start)
    paragraph._p.append(end)


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field with what it shows until the word processor counts anew."""
    begin_field(paragraph, instruction)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph: Paragraph, instruction: str) -> None:
    paragraph.add_run()._r.append(_field_part("begin"))
    words = parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve"> {instruction} </w:instrText>')
    paragraph.add_run()._r.append(words)
    paragraph.add_run()._r.append(_field_part("separate"))


def end_field(paragraph: Paragraph) -> None:
    paragraph.add_run()._r.append(_field_part("end"))


def _field_part(kind: str) -> BaseOxmlElement:
    return parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>')


@cache
def mark_pictures() -> dict[State, bytes]:
    """The six marks as PNG, drawn by the template that draws them in PDF."""
    states = list(State)
    pages = typst.compile(
        PICTURES,
        root=PICTURES.parent,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False),
        format="png",
        ppi=600,
        sys_inputs={"states": ",".join(states)},
    )
    return dict(zip(states, cast("list[bytes]", pages), strict=True))  # the stubs know only documents of one page


def _embed(document: Document, picture: bytes) -> str:
    relationship, _ = document.part.get_or_add_image(io.BytesIO(picture))
    return relationship


def _drawing(number: int, picture: str, extent: tuple[int, int], alt: str = "") -> str:
    """A picture in a line; without words for it, decoration that a reader by ear passes over."""
    size = f'cx="{extent[0]}" cy="{extent[1]}"'
    name = f'id="{number}" name="Rysunek {number}" descr={quoteattr(clean(alt))}'
    named = f"<wp:docPr {name}/>" if alt else f"<wp:docPr {name}>{_DECORATION}</wp:docPr>"
    return (
        f"<w:drawing {nsdecls('w', 'wp', 'a', 'pic', 'r')}>"
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>{named}<a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{picture}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing>"
    )
