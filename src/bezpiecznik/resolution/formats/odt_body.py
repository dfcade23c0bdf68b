"""The story of an ODT: paragraphs, lists, tables and text boxes one after another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from bezpiecznik.resolution.formats.docx_styles import whole
from bezpiecznik.resolution.formats.gathering import Gathering, squeeze_lines
from bezpiecznik.resolution.formats.grid import GridRow, flatten
from bezpiecznik.resolution.formats.odt_lists import Count, Lists
from bezpiecznik.resolution.formats.odt_styles import DRAW, OFFICE, TABLE, TEXT, Styles
from bezpiecznik.resolution.formats.odt_tables import grid_of, is_frame, rows_of, sheet_of
from bezpiecznik.resolution.formats.odt_text import Printed, Printer, boxes_in
from bezpiecznik.resolution.formats.xlsx_sheet import MAX_CELLS
from bezpiecznik.resolution.formats.xlsx_tables import gather_sheet

_P, _H, _LIST, _TBL = TEXT + "p", TEXT + "h", TEXT + "list", TABLE + "table"
_WRAPPERS = {TEXT + "section", TEXT + "numbered-paragraph", TABLE + "table-cell", OFFICE + "text"}
_STEP = 4


@dataclass
class _Place:
    """The list in which the story is now."""

    count: Count
    style: str
    level: int
    number: str = ""


@dataclass
class _Line:
    """A paragraph met in a story, with its number and depth."""

    element: etree._Element
    printed: Printed
    number: str = ""
    depth: int = 0

    @property
    def text(self) -> str:
        """Number and text."""
        return f"{self.number} {self.printed.text}" if self.number else self.printed.text


class Body:
    """Reads a story into a gathering of blocks."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.gathering = Gathering()
        self._styles = styles
        self._lists = lists
        self._printer = Printer(styles)
        self._page = 0
        self._paged = False
        self._notes: list[etree._Element] = []

    def read(self, story: etree._Element) -> None:
        """All blocks of a story in order, then its footnotes."""
        self._paged = next(story.iter(TEXT + "soft-page-break"), None) is not None
        if story.tag == OFFICE + "spreadsheet":
            self._sheets(story)
        else:
            self._blocks(story)
        for number, note in enumerate(self._notes, start=1):
            body = note.find(TEXT + "note-body")
            self.gathering.gap()
            if body is not None and (text := "\n".join(self._lines(body))):
                self.gathering.paragraph(text, cell=f"przypis {number}")

    def _blocks(self, container: etree._Element) -> None:
        for part in self._parts(container, None):
            if isinstance(part, _Line):
                self._paragraph(part)
            elif part.tag == _TBL:
                self._table(part)

    def _parts(self, container: etree._Element, place: _Place | None) -> Iterator[_Line | etree._Element]:
        """Paragraphs and tables of a container, out of sections and lists."""
        for child in container:
            if child.tag in (_P, _H):
                yield self._line(child, place)
            elif child.tag == _LIST:
                yield from self._list(child, place)
            elif child.tag == _TBL:
                yield child
            elif child.tag == TEXT + "soft-page-break":
                self._page += 1
            elif child.tag in _WRAPPERS:
                yield from self._parts(child, place)
            elif isinstance(child.tag, str) and child.tag.startswith(DRAW):
                for box in boxes_in(child):
                    yield from self._parts(box, None)

    def _list(self, element: etree._Element, place: _Place | None) -> Iterator[_Line | etree._Element]:
        style = element.get(TEXT + "style-name") or (place.style if place else self._style_of_first(element))
        count = place.count if place else self._lists.begin(element, style)
        level = place.level + 1 if place else 0
        if level > 20:
            return
        for item in element:
            number = ""
            if item.tag == TEXT + "list-item" and _opens_with_text(item):
                count.style = style
                number = self._lists.number(count, level, whole(item.get(TEXT + "start-value")))
            if item.tag in (TEXT + "list-item", TEXT + "list-header"):
                yield from self._parts(item, _Place(count, style, level, number))

    def _style_of_first(self, element: etree._Element) -> str:
        """A list without a style of its own has that of its first paragraph."""
        first = next(element.iter(_P, _H), None)
        name = first.get(TEXT + "style-name") if first is not None else None
        return self._styles.get("paragraph", name).list_style or ""

    def _line(self, element: etree._Element, place: _Place | None) -> _Line:
        number = ""
        if place is not None:
            number, place.number = place.number, ""
        elif element.tag == _H:
            number = self._lists.heading(element)
        printed = self._printer.paragraph(element)
        self._notes += printed.notes
        return _Line(element, printed, number, (place.level + 1) * _STEP if place else 0)

    def _paragraph(self, line: _Line) -> None:
        self._page += line.printed.breaks_before
        heading = line.element.tag == _H
        if heading:
            self.gathering.gap()
        text = line.text if line.printed.text.strip() else ""
        self.gathering.paragraph(text, indent=line.depth, page=self._page + 1 if self._paged else None)
        if heading:
            self.gathering.gap()
        self._page += line.printed.breaks_after
        for box in line.printed.boxes:
            self.gathering.gap()
            self._blocks(box)
            self.gathering.gap()

    def _lines(self, container: etree._Element) -> Iterator[str]:
        """Lines of a cell or a note; a table within it row by row."""
        for part in self._parts(container, None):
            if isinstance(part, _Line):
                self._page += part.printed.breaks_before + part.printed.breaks_after
                yield from filter(None, squeeze_lines(part.text).split("\n"))
                for box in part.printed.boxes:
                    yield from self._lines(box)
            else:
                for _, texts in flatten(self._grid(part)):
                    yield " ".join(filter(None, (cell.replace("\n", " ") for cell in texts)))

    def _turn(self, pages: int) -> None:
        self._page += pages

    def _say(self, cell: etree._Element) -> str:
        return "\n".join(self._lines(cell))

    def _table(self, table: etree._Element) -> None:
        self.gathering.gap()
        if is_frame(table):
            for row in rows_of(table):
                for cell in row:
                    self._blocks(cell)
        else:
            self.gathering.tables += 1
            name = f"T{self.gathering.tables}.R"
            grid = self._grid(table)
            for at, texts in flatten(grid):
                self.gathering.row(texts, cell=f"{name}{at + 1}", page=grid[at].page)
        self.gathering.gap()

    def _grid(self, table: etree._Element) -> list[GridRow]:
        grid: list[GridRow] = []
        for line in grid_of(table, self._say, self._turn):
            line.page = self._page + 1 if self._paged else None
            self.gathering.places(len(line.cells))
            grid.append(line)
        return grid

    def _sheets(self, book: etree._Element) -> None:
        """Visible sheets of a spreadsheet, read as those of any other."""
        room = MAX_CELLS
        for table in book.findall(_TBL):
            if not self._styles.hides_table(table.get(TABLE + "style-name")):
                sheet = sheet_of(table, self._say, room)
                room -= sum(map(len, sheet.rows.values()))
                gather_sheet(table.get(TABLE + "name") or "", sheet, self.gathering)


def _opens_with_text(item: etree._Element) -> bool:
    """An item that only holds a deeper list has no number of its own."""
    first = next((child for child in item if isinstance(child.tag, str)), None)
    return first is not None and first.tag != _LIST
