"""The story of a DOCX: paragraphs, tables and text boxes one after another."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bezpiecznik.resolution.formats.docx_numbering import Numbering
from bezpiecznik.resolution.formats.docx_styles import Style, Styles, W, left_indent, list_place, toggle
from bezpiecznik.resolution.formats.docx_tables import cells_of, is_frame, rows_of, width_of
from bezpiecznik.resolution.formats.docx_text import TBL, Fields, P, Printed, Printer, inside
from bezpiecznik.resolution.formats.gathering import Gathering, squeeze_lines
from bezpiecznik.resolution.formats.grid import Cell, GridRow, flatten

_SIGN_WIDTH = 120
_NOTE = W + "footnote"


class Body:
    """Reads a story into a gathering of blocks."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.gathering = Gathering()
        self._styles = styles
        self._numbering = numbering
        self._fields = Fields()
        self._printer = Printer(styles, self._fields)
        self._page = 0
        self._paged = False
        self._row_page: int | None = None
        self._pending = ""
        self._after_heading = False

    def read(self, story: etree._Element) -> None:
        """All blocks of a story in order."""
        self._paged = next(story.iter(W + "lastRenderedPageBreak"), None) is not None
        self._fields.ignored = _unbalanced(story)
        self._blocks(story)
        self._flush()

    def read_notes(self, notes: etree._Element) -> None:
        """Footnotes, after the text, each on its own."""
        self._fields.stack.clear()
        for note in notes.iter(_NOTE):
            text = "\n".join(self._lines(note))
            if text and note.get(W + "type") is None:
                self.gathering.gap()
                self.gathering.paragraph(text, cell=f"przypis {note.get(W + 'id')}")

    def _blocks(self, container: etree._Element) -> None:
        for child in inside(container):
            if child.tag == P:
                self._paragraph(child)
            elif child.tag == TBL:
                self._flush()
                self._table(child)

    def _paragraph(self, element: etree._Element) -> None:
        said, style, printed, indent = self._numbered(element)
        page = self._turn(printed)
        number, text = said[0], self._pending + said[1]
        self._pending = ""
        if _goes_on(element):
            self._pending = text
        else:
            self._emit(number, text, style, indent, page)
        for box in printed.boxes:
            self.gathering.gap()
            self._blocks(box)
            self.gathering.gap()

    def _numbered(self, element: etree._Element) -> tuple[tuple[str, str], Style, Printed, int]:
        """Number and text of a paragraph, its style, all it prints, and how far in it stands.

        A paragraph that goes on in the next one has no number: the whole has that of its end.
        """
        properties = element.find(W + "pPr")
        key, style = self._styles.of_paragraph(properties)
        printed = self._printer.paragraph(element, style)
        number, by_list = "", None
        if not _goes_on(element) and (printed.text or not style.hidden):
            number, by_list = self._numbering.number(list_place(properties), style, key)
        own = left_indent(properties)
        indent = next((it for it in (own, by_list, style.indent) if it is not None), 0)
        return (number, printed.text), style, printed, max(indent, 0) // _SIGN_WIDTH

    def _emit(self, number: str, text: str, style: Style, indent: int, page: int | None) -> None:
        if _is_contents_style(style):
            return
        if not text.strip():
            self.gathering.gap()
            return
        if style.heading or self._after_heading:
            self.gathering.gap()
        self._after_heading = style.heading
        self.gathering.paragraph(f"{number} {text}" if number else text, indent=indent, page=page)

    def _flush(self) -> None:
        text, self._pending = self._pending, ""
        if text.strip():
            self._emit("", text, Style(), 0, self._here())

    def _turn(self, printed: Printed) -> int | None:
        """The page on which a paragraph begins."""
        self._page += printed.breaks_before
        page = self._here()
        self._page += printed.breaks_after
        return page

    def _here(self) -> int | None:
        return self._page + 1 if self._paged else None

    def _lines(self, container: etree._Element) -> Iterator[str]:
        """Lines of a cell or a note: paragraphs, text boxes, and tables within it row by row."""
        carried = ""
        for child in inside(container):
            if child.tag == TBL:
                for row in self._flat(child):
                    yield " ".join(filter(None, (cell.replace("\n", " ") for cell in row)))
            elif child.tag == P:
                (number, text), _, printed, _ = self._numbered(child)
                page = self._turn(printed)
                self._row_page = page if self._row_page is None else self._row_page
                carried = f"{number} {carried}{text}" if number else carried + text
                if not _goes_on(child):
                    yield from filter(None, squeeze_lines(carried).split("\n"))
                    carried = ""
                for box in printed.boxes:
                    yield from self._lines(box)
        yield from filter(None, squeeze_lines(carried).split("\n"))

    def _table(self, table: etree._Element) -> None:
        """A table of one column is a frame around text, not a table."""
        self.gathering.gap()
        if is_frame(table):
            for row in rows_of(table):
                for cell in cells_of(row):
                    self._blocks(cell.element)
                    self._flush()
        else:
            self.gathering.tables += 1
            name = f"T{self.gathering.tables}"
            rows = self._grid(table)
            for number, texts in flatten(rows):
                self.gathering.row(texts, cell=f"{name}.R{number + 1}", page=rows[number].page)
        self.gathering.gap()
        self._after_heading = False

    def _flat(self, table: etree._Element) -> list[tuple[str, ...]]:
        return [texts for _, texts in flatten(self._grid(table))]

    def _grid(self, table: etree._Element) -> list[GridRow]:
        """The rows with their cells on the grid; a cell merged with the one above carries its text on."""
        above: dict[int, Cell] = {}
        grid: list[GridRow] = []
        page_of_outer_row = self._row_page
        for row in rows_of(table):
            line = GridRow()
            self._row_page = None
            start = width_of(row, "gridBefore")
            merged: dict[int, Cell] = {}
            for cell in cells_of(row):
                line.cells.append(self._cell(cell.element, start, start + cell.span, above if cell.goes_on else {}))
                if cell.merged:
                    merged[start] = line.cells[-1]
                start += cell.span
            line.page = self._row_page
            self.gathering.places(len(line.cells))
            above = merged
            grid.append(line)
        self._row_page = page_of_outer_row
        return grid

    def _cell(self, element: etree._Element, start: int, end: int, above: dict[int, Cell]) -> Cell:
        text = "\n".join(self._lines(element))
        merged = above.get(start)
        return Cell(start, end, merged.text, goes_on=True) if merged else Cell(start, end, text)


def _goes_on(element: etree._Element) -> bool:
    """Was the end of this paragraph deleted, moved away or hidden, or is it a large first letter of the next one?"""
    properties = element.find(W + "pPr")
    if properties is None:
        return False
    frame, mark = properties.find(W + "framePr"), properties.find(W + "rPr")
    if frame is not None and frame.get(W + "dropCap", "none") != "none":
        return True
    if mark is None:
        return False
    gone = (mark.find(W + name) is not None for name in ("del", "moveFrom"))
    return any(gone) or toggle(mark, "specVanish") is True


def _is_contents_style(style: Style) -> bool:
    return style.name.startswith(("toc ", "table of figures"))


def _unbalanced(story: etree._Element) -> bool:
    """A field that never ends would swallow the rest of the text."""
    signs = [sign.get(W + "fldCharType") for sign in story.iter(W + "fldChar")]
    return signs.count("begin") != signs.count("end")
