"""Sheets of a file as plain cells, whatever office program saved it. Nothing is calculated, nothing is fetched."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from bezpiecznik.institutions.importing.reading import UnreadableFile, refuse_bomb

MAX_BYTES = 5_000_000
MAX_ROWS = 5_000
MAX_COLUMNS = 60
MAX_SHEETS = 20


class Kind(StrEnum):
    BLANK = "blank"
    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    ERROR = "error"
    FORMULA = "formula"
    """A formula whose result was not kept."""


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, as text; a number with a point, a day as 31.12.2022."""

    text: str = ""
    kind: Kind = Kind.BLANK


BLANK = Cell()


@dataclass(frozen=True)
class Grid:
    """One sheet: its name, and its rows with their numbers as the program shows them."""

    name: str
    rows: list[tuple[int, list[Cell]]]


def broken() -> UnreadableFile:
    """What is said of a file that does not open."""
    return UnreadableFile(
        _(
            "Pliku nie da się otworzyć. Prosimy otworzyć go w Excelu albo LibreOffice, zapisać jako XLSX "
            "i wczytać jeszcze raz."
        )
    )


def refuse_hostile(data: bytes) -> None:
    """Raises UnreadableFile for an archive that unfolds into too much, or whose parts define entities of their own."""
    refuse_bomb(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(name).replace(b"\x00", b""):
                    raise broken()
    except UnreadableFile:
        raise
    except Exception as fault:  # encrypted, cut short, or packed in a way the library does not know
        raise broken() from fault


def xlsx_grids(data: bytes) -> list[Grid]:
    """All sheets of a workbook, the hidden ones too. Raises UnreadableFile."""
    refuse_hostile(data)
    try:
        values, formulas = (
            openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
            for data_only in (True, False)
        )
        return [_grid(*pair) for pair in zip(values.worksheets[:MAX_SHEETS], formulas.worksheets, strict=False)]
    except Exception as fault:  # the library raises whatever the parts of a broken file make it raise
        raise broken() from fault


def _grid(values: Any, formulas: Any) -> Grid:
    rows = zip(_rows(values), _rows(formulas), strict=False)
    return Grid(
        str(values.title),
        [(no, [_cell(*pair) for pair in zip(got, written, strict=False)]) for (no, got), (_no, written) in rows],
    )


def _rows(sheet: Any) -> Iterator[tuple[int, Any]]:
    yield from enumerate(sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS), start=1)


def _cell(got: Any, written: Any) -> Cell:
    if written.data_type == "f" and got.value is None:
        return Cell(kind=Kind.FORMULA)
    if got.data_type == "e":
        return Cell(str(got.value), Kind.ERROR)
    return cell_of(got.value)


def cell_of(value: Any) -> Cell:
    """A value of the library as a cell."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return BLANK
    if isinstance(value, bool):
        return Cell("PRAWDA" if value else "FAŁSZ", Kind.TEXT)
    if isinstance(value, int | float | Decimal):
        return Cell(f"{Decimal(repr(value) if isinstance(value, float) else value):f}", Kind.NUMBER)
    if isinstance(value, datetime | date):
        return Cell(f"{value:%d.%m.%Y}", Kind.DAY)
    if isinstance(value, time | timedelta):
        return Cell(str(value), Kind.DAY)
    return Cell(str(value), Kind.TEXT)
