"""An XLSX workbook: its visible sheets, and the names defined in it."""

from __future__ import annotations

from lxml import etree

from bezpiecznik.resolution.formats.archive import Archive, damaged
from bezpiecznik.resolution.formats.docx_styles import whole
from bezpiecznik.resolution.formats.xlsx_sheet import MAX_CELLS, Book, Cells, Sheet, Strings
from bezpiecznik.resolution.formats.xlsx_values import GENERAL, format_code

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_KEY = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAIN = "xl/workbook.xml"
_MAX_SHEETS = 200


class Workbook:
    """Sheets of a workbook, each read when asked for."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        self._main = next(iter(self._archive.related("", "officeDocument")), _MAIN)
        root = self._archive.xml(self._main)
        if root is None or root.tag != _S + "workbook":
            raise damaged()
        self._room = MAX_CELLS
        self._read: dict[str, Sheet] = {}
        self._parts = _sheets(root, self._archive.relations(self._main))
        self.names = frozenset(name.get("name") or "" for name in root.iter(_S + "definedName"))
        self.visible = list(self._parts)
        properties = root.find(_S + "workbookPr")
        from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._book = Book(self._strings(), self._formats(), from_1904)

    def sheet(self, name: str) -> Sheet:
        """Filled cells of one visible sheet."""
        if name in self._read:
            return self._read[name]
        cells = Cells(self._book, self._room)
        self._archive.feed(self._parts[name], cells)
        self._room = cells.room
        self._read[name] = cells.sheet
        return cells.sheet

    def _strings(self) -> list[str]:
        strings = Strings()
        for part in self._archive.related(self._main, "sharedStrings")[:1]:
            self._archive.feed(part, strings)
        return strings.texts

    def _formats(self) -> list[str]:
        """The number format of each style of cells."""
        parts = self._archive.related(self._main, "styles")
        root = self._archive.xml(parts[0]) if parts else None
        styles = root.find(_S + "cellXfs") if root is not None else None
        if root is None or styles is None:
            return []
        own = {whole(it.get("numFmtId")) or 0: it.get("formatCode") or GENERAL for it in root.iter(_S + "numFmt")}
        return [format_code(whole(style.get("numFmtId")) or 0, own) for style in styles.findall(_S + "xf")]


def _sheets(root: etree._Element, relations: dict[str, tuple[str, str]]) -> dict[str, str]:
    """Names of visible sheets, in order, and the parts in which they lie."""
    found: dict[str, str] = {}
    for sheet in root.iter(_S + "sheet"):
        kind, part = relations.get(sheet.get(_KEY) or "", ("", ""))
        name = sheet.get("name") or ""
        if kind == "worksheet" and sheet.get("state", "visible") == "visible" and len(found) < _MAX_SHEETS:
            found.setdefault(name, part)
    return found
