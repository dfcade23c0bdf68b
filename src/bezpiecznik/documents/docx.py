"""Content into DOCX: an ordinary word-processor file that an office can correct and sign."""

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from bezpiecznik.documents import verify_code, wording
from bezpiecznik.documents.bars import with_tables
from bezpiecznik.documents.content import (
    Annex,
    BarChart,
    Block,
    BulletList,
    Callout,
    DocumentContent,
    Heading,
    Inline,
    KeyValues,
    NumberedList,
    PageBreak,
    Paragraph,
    Part,
    Quote,
    Signatory,
    Signatures,
    StateChart,
    Table,
    TableOfContents,
    Tone,
    as_heading,
    targets,
)
from bezpiecznik.documents.docx_bars import bar_pictures, size_of
from bezpiecznik.documents.docx_lines import Lines, add_field, begin_field, bookmark, end_field, hyperlink
from bezpiecznik.documents.docx_package import new_document, package_bytes
from bezpiecznik.documents.docx_tables import add_chart, add_table, hold_to_next
from bezpiecznik.documents.text import clean

CALLOUTS = {Tone.INFO: "Uwaga", Tone.WARNING: "Uwaga pilna"}
ADDRESSEE_FROM = Mm(84)  # from the left margin, where the window of an envelope is
VERIFY_CODE = (20.0, 20.0)  # millimetres
NUMBERED = 2  # the list definition of `word/numbering.xml` with numbers


def render_docx(content: DocumentContent) -> bytes:
    """The document as one DOCX; the same content gives the same bytes."""
    return package_bytes(_Printer(content).print())


class _Printer:
    """Prints one document from top to bottom; remembers what it has passed."""

    def __init__(self, content: DocumentContent) -> None:
        self.content = content
        self.document = new_document(content)
        self.places = [f"_Toc{number:06}" for number in range(1, len(content.headings) + 1)]
        anchors = zip(content.headings, self.places, strict=True)
        marks = {target.anchor: f"_Ref{no:06}" for no, target in enumerate(targets(content.blocks), start=1)}
        self.lines = Lines(self.document, marks | {heading.anchor: place for heading, place in anchors})
        self.body = self.lines.body
        charts = (part for block in content.blocks if isinstance(block, BarChart) for part in block.sheets())
        self.pictures = bar_pictures(charts)
        self.passed = 0
        self.turned = False

    def print(self) -> Document:
        _add_footer(self.document, self.content)
        self._add_head()
        for block in self.content.blocks:
            self._add_in_place(block)
        self._add_colophon()
        return self.document

    def _add_in_place(self, block: Block) -> None:
        """Add a block; if the page was turned before it, its first paragraph starts the new page."""
        turned, self.turned = self.turned, False
        before = self.body.last
        self._add(block)
        if turned and self.body.last is not before:
            first = before.getnext() if before is not None else self.document.element.body[0]
            self.body.paragraph_of(first).paragraph_format.page_break_before = True

    def _add(self, block: Block) -> None:  # noqa: PLR0912  (one arm a kind of block)
        match block:
            case Heading() | Annex() | Part():
                self._add_heading(block)
            case Paragraph(text=line):
                self._line("Normal", line).paragraph_format.keep_with_next = block.leads_on or None
            case Quote():
                self._add_quote(block)
            case BulletList(items=items):
                for item in items:
                    self._line("List Bullet", item)
            case NumberedList(items=items):
                self._add_numbered(items)
            case Table():
                add_table(self.lines, block)
            case KeyValues():
                self._add_facts(block)
            case Callout():
                self._add_callout(block)
            case StateChart():
                add_chart(self.lines, block)
            case BarChart():
                self._add_bars(block)
            case TableOfContents():
                self._add_contents(block)
            case PageBreak():
                self.turned = True
            case Signatures(signatories=signatories):
                hold_to_next(self.document.paragraphs[-1])
                for signatory in signatories:
                    self._add_signature(signatory)

    def _line(self, style: str, line: Inline) -> WordParagraph:
        return self.lines.write(self.body.add_paragraph(style), line)

    # --- the head of the document ---

    def _add_head(self) -> None:
        content = self.content
        self._add_office_head()
        if content.is_letter:
            self._add_letter_head()
            return
        self._line("Nadawca", wording.place_and_date(content)).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._line("Nadawca", content.organisation).runs[0].bold = True
        if content.case_sign:
            self._line("Nadawca", f"Znak sprawy: {content.case_sign}")
        if content.made_up:
            self._line("Dane zmyślone", wording.MADE_UP)
        self._line("Title", content.title).paragraph_format.space_before = Mm(55 if content.cover else 8)
        if content.subtitle:
            self._line("Subtitle", content.subtitle)
        if content.cover:
            self._add_cover_facts()

    def _add_office_head(self) -> None:
        """What the office puts at the head of each of its papers."""
        look = self.content.look
        if look.logo:
            self.lines.write_picture(self.body.add_paragraph("Nadawca"), look.logo.data, look.logo.size, look.logo.alt)
        for line in look.header:
            self._line("Nadawca", line)
        if look.logo or look.header:
            self.document.paragraphs[-1].paragraph_format.space_after = Mm(4)

    def _add_letter_head(self) -> None:
        """Who writes and when, to whom, by what sign, and what it concerns."""
        content = self.content
        self._line("Nadawca", wording.place_and_date(content)).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._line("Nadawca", content.organisation).runs[0].bold = True
        for line in content.sender:
            self._line("Nadawca", line)
        if content.made_up:
            self._line("Dane zmyślone", wording.MADE_UP)
        for at, line in enumerate(content.addressee):
            written = self._line("Nadawca", line)
            written.paragraph_format.left_indent = ADDRESSEE_FROM
            written.runs[0].bold = at == 0 or None
            if at == 0:
                written.paragraph_format.space_before = Mm(8)
        for line in wording.signs(content):
            self._line("Nadawca", line)
        title = self._line("Title", wording.concerns(content))
        title.runs[0].font.size, title.paragraph_format.space_before = Pt(11), Mm(8)

    def _add_cover_facts(self) -> None:
        facts = KeyValues(wording.facts(self.content))
        self._add_facts(facts)
        self.document.paragraphs[-len(facts.items)].paragraph_format.space_before = Mm(60)
        self.turned = True

    # --- blocks ---

    def _add_heading(self, block: Heading | Annex | Part) -> None:
        heading = as_heading(block)
        paragraph = self._line(f"Heading {heading.level}", heading.text)
        if isinstance(block, Annex | Part):
            paragraph.paragraph_format.page_break_before = True
        bookmark(paragraph, self.places[self.passed], self.passed)
        self.passed += 1

    def _add_quote(self, quote: Quote) -> None:
        self._line("Quote", wording.quoted(quote.text))
        sources = [self._line("Źródło", source).paragraph_format for source in quote.sources]
        for form in sources[:-1]:
            form.keep_with_next, form.space_after = True, Pt(0)

    def _add_numbered(self, items: tuple[Inline, ...]) -> None:
        definition = self.document.part.numbering_part.element.add_num(NUMBERED)
        definition.add_lvlOverride(0).add_startOverride(1)
        for item in items:
            properties = self._line("List Number", item)._p.get_or_add_pPr()
            number = f'<w:ilvl w:val="0"/><w:numId w:val="{definition.numId}"/>'
            properties.insert(1, parse_xml(f"<w:numPr {nsdecls('w')}>{number}</w:numPr>"))

    def _add_facts(self, facts: KeyValues) -> None:
        """Rows that hold together; the last lets go, or facts and headings would make one endless chain."""
        style = "Dane krótkie" if facts.narrow else "Dane"
        for row in [self._fact(style, *item) for item in facts.items][-1:]:
            row.paragraph_format.keep_with_next, row.paragraph_format.space_after = False, Pt(5)

    def _fact(self, style: str, name: str, value: Inline) -> WordParagraph:
        paragraph = self.body.add_paragraph(style)
        self.body.add_run(paragraph, clean(name), "Nazwa danych")
        paragraph.add_run().add_tab()
        return self.lines.write(paragraph, value)

    def _add_callout(self, block: Callout) -> None:
        style = CALLOUTS[block.tone]
        title = self._line(style, block.title)
        title.runs[0].bold, title.paragraph_format.keep_with_next = True, True
        title.paragraph_format.space_before = Pt(8)
        self._line(style, block.text).paragraph_format.space_after = Pt(10)

    def _add_bars(self, block: BarChart) -> None:
        """The picture under its caption, then the table of its figures."""
        for part in with_tables(block):
            if isinstance(part, Table):
                add_table(self.lines, part)
                continue
            self._line("Caption", part.caption)
            picture = self.pictures[part]
            paragraph = self.body.add_paragraph("Normal")
            self.lines.write_picture(paragraph, picture, size_of(picture), part.description)

    def _add_signature(self, signatory: Signatory) -> None:
        self._line("Podpis", signatory.post).paragraph_format.space_before = Mm(14)
        self._line("Podpis", "." * 50).paragraph_format.space_before = Mm(14)
        self._line("Podpis", signatory.name or "(podpis)").paragraph_format.keep_with_next = False

    def _add_contents(self, block: TableOfContents) -> None:
        """A real table of contents, filled in beforehand with the titles.

        Only a word processor can count its pages. Until it has (Word asks on opening) there are titles that lead to
        their places and no sign of a number that is missing.
        """
        self._line("TOC Heading", block.title)
        entries = [
            (heading, place)
            for heading, place in zip(self.content.headings, self.places, strict=True)
            if heading.level <= block.depth
        ]
        for at, (heading, place) in enumerate(entries):
            paragraph = self.body.add_paragraph(f"toc {heading.level}")
            if at == 0:
                begin_field(paragraph, f'TOC \\o "1-{block.depth}" \\h \\z \\u')
            _add_entry(paragraph, clean(heading.text), place)
        if entries:
            end_field(self.document.paragraphs[-1])
        self.turned = True

    def _add_colophon(self) -> None:
        sentences = wording.colophon(self.content)
        for at, sentence in enumerate(sentences):
            form = self._line("Metryka", sentence).paragraph_format
            form.keep_with_next = at < len(sentences) - 1
            if at == 0:
                form.space_before = Mm(14)
        self._add_verify_code()

    def _add_verify_code(self) -> None:
        if not self.content.verify_url:
            return
        paragraph = self.body.add_paragraph("Metryka")
        paragraph.paragraph_format.space_before = Mm(3 if not self.content.is_letter else 10)
        paragraph.paragraph_format.keep_with_next = True
        self.lines.write_picture(paragraph, verify_code.png(self.content.verify_url), VERIFY_CODE, verify_code.ALT)
        self._line("Metryka", wording.verifying(self.content))


def _add_entry(paragraph: WordParagraph, title: str, place: str) -> None:
    """One line of the table of contents: the title as a link."""
    paragraph.add_run(title)
    link = hyperlink(place)
    link.append(paragraph.runs[-1]._r)
    paragraph._p.append(link)


def _add_footer(document: Document, content: DocumentContent) -> None:
    """Number, date and sender, the page, the short hash of the data; on showpieces the warning."""
    footer = document.sections[0].footer
    first = footer.paragraphs[0]
    first._p.get_or_add_pPr().append(
        parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="4" w:space="4" w:color="AAB2BF"/></w:pBdr>')
    )
    first.add_run(f"{clean(wording.running_title(content))}\tstrona ")
    add_field(first, "PAGE", "1")
    first.add_run(" z ")
    add_field(first, "NUMPAGES", "1")
    second = footer.add_paragraph(style="footer")
    if content.made_up:
        second.add_run(f"{wording.MADE_UP} · ").bold = True
    second.add_run(wording.footer_hash(content))
    if content.look.footer:
        footer.add_paragraph(clean(content.look.footer), style="footer")
