"""The shortest ways to a workbook that somebody filled in."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl

from bezpiecznik.reporting.models import Packet
from bezpiecznik.reporting.roundtrip.content import content_of
from bezpiecznik.reporting.roundtrip.writing import write_workbook

ANSWERS, NUMBERS, DATA = "Sprawozdanie", "Liczby", "dane systemu"
OUTCOME, TEXT, REASON = "Stan realizacji", "Co zrobiono", "Powód"
MEASURE, VALUE, SHARE, COVERAGE = "Czego dotyczy liczba", "Ile", "Czyja to liczba", "Teren"


def workbook(packet: Packet, *, own: bool = True) -> bytes:
    return write_workbook(content_of(packet, own=own))


def column(sheet: Any, title: str) -> int:
    """The place of a column by its head, from one."""
    return next(int(cell.column) for cell in sheet[1] if cell.value == title)


def put(book: Any, title: str, value: object, *, row: int = 2, sheet: str = ANSWERS) -> None:
    book[sheet].cell(row, column(book[sheet], title)).value = value


def changed(data: bytes, change: Callable[[Any], object]) -> bytes:
    """The same workbook after somebody did something to it in an office program."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def answered(
    packet: Packet, *, outcome: str = "zrealizowano", text: str = "Odbyto 120 patroli.", reason: str | None = None
) -> bytes:
    """The packet's workbook with its first action answered."""

    def fill(book: Any) -> None:
        put(book, OUTCOME, outcome)
        put(book, TEXT, text)
        put(book, REASON, reason)

    return changed(workbook(packet), fill)
