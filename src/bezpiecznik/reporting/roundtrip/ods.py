"""Sheets of an OpenDocument spreadsheet, as LibreOffice saves them."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal, InvalidOperation

from lxml import etree

from bezpiecznik.reporting.roundtrip.grids import (
    BLANK,
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SHEETS,
    Cell,
    Grid,
    Kind,
    broken,
    refuse_hostile,
)

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NUMBERS = {"float", "currency", "percentage"}


def ods_grids(data: bytes) -> list[Grid]:
    """All sheets, the hidden ones too. Raises UnreadableFile."""
    refuse_hostile(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            content = archive.read("content.xml")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(content, parser)
        tables = list(root.iter(f"{TABLE}table"))[:MAX_SHEETS]
        return [Grid(table.get(f"{TABLE}name") or "", list(_rows(table))) for table in tables]
    except Exception as fault:  # no content, broken XML, odd values
        raise broken() from fault


def _rows(table: etree._Element) -> Iterator[tuple[int, list[Cell]]]:
    no = 0
    for row in table.iter(f"{TABLE}table-row"):
        times = int(row.get(f"{TABLE}number-rows-repeated") or 1)
        cells = _cells(row)
        if not any(cell.text or cell.kind != Kind.BLANK for cell in cells):
            no += times
            continue
        for _time in range(times):
            no += 1
            if no > MAX_ROWS:
                return
            yield no, cells


def _cells(row: etree._Element) -> list[Cell]:
    cells: list[Cell] = []
    for cell in row:
        if cell.tag in {f"{TABLE}table-cell", f"{TABLE}covered-table-cell"}:
            times = int(cell.get(f"{TABLE}number-columns-repeated") or 1)
            cells += [_cell(cell)] * min(times, MAX_COLUMNS - len(cells))
    return cells


def _cell(cell: etree._Element) -> Cell:
    kind = cell.get(f"{OFFICE}value-type") or ""
    told = "\n".join(_line(line) for line in cell.iterchildren(f"{TEXT}p"))
    if cell.get("{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type") == "error":
        return Cell(told, Kind.ERROR)
    if kind in NUMBERS:
        try:
            return Cell(f"{Decimal(cell.get(f'{OFFICE}value') or ''):f}", Kind.NUMBER)
        except InvalidOperation:
            return Cell(told, Kind.TEXT)
    if kind == "date":
        return Cell(f"{datetime.fromisoformat(cell.get(f'{OFFICE}date-value') or ''):%d.%m.%Y}", Kind.DAY)
    return Cell(told, Kind.TEXT) if told.strip() else BLANK


def _line(paragraph: etree._Element) -> str:
    """The words of a paragraph: several spaces, tabs and line breaks are elements there."""
    told = [paragraph.text or ""]
    for part in paragraph:
        if part.tag == f"{TEXT}s":
            told.append(" " * int(part.get(f"{TEXT}c") or 1))
        elif part.tag == f"{TEXT}line-break":
            told.append("\n")
        elif part.tag == f"{TEXT}tab":
            told.append("\t")
        else:
            told.append(_line(part))
        told.append(part.tail or "")
    return "".join(told)
