"""How all sheets of the workbook look: letters, colours, page, protection."""

from typing import Any

from bezpiecznik.reporting.roundtrip.shape import MAX_CELL, TOO_LONG

FONT = {"font_name": "Calibri", "font_size": 11, "text_wrap": True, "valign": "top"}
DARK, PALE, GREY, LINE, ASK = "#1F3A5F", "#EEF2F7", "#4A4A4A", "#8A97A8", "#FFE9B8"
PROTECTION = {"format_rows": True, "format_columns": True, "autofilter": True, "sort": False}
"""Locked cells may be selected and read, rows and columns made larger; there is no password."""
A4 = 9


class Pen:
    """Formats of one workbook, and sheets that all look alike."""

    def __init__(self, book: Any, footer: str) -> None:
        self.book = book
        self._footer = footer
        edge = {"border": 1, "border_color": LINE}
        self.head = book.add_format(FONT | edge | {"bold": True, "font_color": "white", "bg_color": DARK})
        self.locked = book.add_format(FONT | edge | {"bg_color": PALE})
        self.strong = book.add_format(FONT | edge | {"bg_color": PALE, "bold": True})
        self.before = book.add_format(FONT | edge | {"bg_color": PALE, "font_color": GREY, "italic": True})
        self.open = book.add_format(FONT | edge | {"locked": False, "num_format": "@"})
        self.number = book.add_format(FONT | edge | {"locked": False, "align": "right"})
        self.ask = book.add_format({"bg_color": ASK})
        self.plain = book.add_format(FONT)
        self.title = book.add_format(FONT | {"bold": True, "font_size": 15})
        self.section = book.add_format(FONT | {"bold": True, "font_size": 12})

    def sheet(self, name: str, *, landscape: bool = True) -> Any:
        """A protected sheet with its page set up: A4, one page wide, its name and page numbers at the foot."""
        sheet = self.book.add_worksheet(name)
        sheet.set_paper(A4)
        if landscape:
            sheet.set_landscape()
        sheet.set_margins(0.4, 0.4, 0.5, 0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{self._footer}&CStrona &P z &N&R{name}")
        sheet.protect("", PROTECTION)
        return sheet

    def heads(self, sheet: Any, columns: list[tuple[str, int]]) -> None:
        """The first row: names of columns, repeated on each page; it stays in sight. The first column is hidden."""
        for place, (name, width) in enumerate(columns):
            sheet.set_column(place, place, width, None, {"hidden": place == 0})
            sheet.write_string(0, place, name, self.head)
        sheet.set_row(0, 36)
        sheet.freeze_panes(1, 2)
        sheet.repeat_rows(0)


def fitting(text: str) -> str:
    """The text, or a sentence in its place when a cell cannot hold it: what is not shown cannot be lost."""
    return text if len(text.encode("utf-16-le")) // 2 <= MAX_CELL else TOO_LONG


def height(*cells: tuple[str, int]) -> float:
    """Of a row with these texts in columns of these widths: not every office program finds it out by itself."""
    lines = max(sum(1 + len(part) // max(width - 2, 1) for part in text.split("\n")) for text, width in cells)
    return min(lines * 15.0 + 4, 400.0)
