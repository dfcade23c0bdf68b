"""The sheet of numbers: a row for each number that stands, for each measure of the period before, and some blank."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from bezpiecznik.reporting.roundtrip.content import PacketContent, Row
from bezpiecznik.reporting.roundtrip.fields import number_name, numbers_in
from bezpiecznik.reporting.roundtrip.pen import Pen, height
from bezpiecznik.reporting.roundtrip.seal import row_key
from bezpiecznik.reporting.roundtrip.shape import (
    BLANK_NUMBERS,
    COVERAGES,
    DATA_SHEET,
    KEY,
    MAX_MEASURE,
    NUMBER_COLUMNS,
    NUMBERS_SHEET,
    SHARES,
    SPARE_NUMBERS,
)
from bezpiecznik.reporting.states import Coverage, Share
from bezpiecznik.reporting.wording import figure

SHORT = 110
"""Signs of the official wording: enough to know the action again; the whole stands beside the answers."""
MEASURES = 5
"""The column of the hidden sheet with names of measures, counted from one."""


@dataclass(frozen=True)
class NumberRow:
    """One row of the sheet: `no` is the place of a number that stands already."""

    key: str
    label: str
    wording: str
    before: str = ""
    measure: str = ""
    value: str = ""
    share: str = Share.OWN.value
    coverage: str = Coverage.UNIT.value


def number_rows(row: Row, packet: int) -> Iterator[NumberRow]:
    """Numbers that stand, then measures of the period before without a value, then blank ones."""
    earlier = {number_name(one["measure"]): one for one in row.before.numbers} if row.before else {}
    for no, (measure, value, share, coverage) in enumerate(numbers_in(row.fields)):
        was = earlier.pop(number_name(measure), None)
        told = figure(was["value"]) if was else ""
        key = row_key(packet, row.pk, no)
        yield NumberRow(key, row.label, row.wording, told, measure, value, share, coverage)
    key = row_key(packet, row.pk)
    for was in earlier.values():
        told = figure(was["value"])
        yield NumberRow(key, row.label, row.wording, told, was["measure"], "", was["share"], was["coverage"])
    for _no in range(BLANK_NUMBERS):
        yield NumberRow(key, row.label, row.wording)


def measures_of(content: PacketContent) -> list[str]:
    """Names of measures that the packet knows, to be offered."""
    named: dict[str, str] = {}
    for row in content.rows:
        earlier = row.before.numbers if row.before else []
        for measure in [*(one[0] for one in numbers_in(row.fields)), *(one["measure"] for one in earlier)]:
            named.setdefault(number_name(measure), measure)
    return sorted(named.values(), key=str.casefold)


def write_numbers(pen: Pen, content: PacketContent) -> None:
    """One sheet with all numbers of the packet; at its end spare rows in which the action is chosen."""
    sheet = pen.sheet(NUMBERS_SHEET)
    pen.heads(sheet, [(KEY, 12), *NUMBER_COLUMNS])
    rows = [number for row in content.rows for number in number_rows(row, content.packet.pk)]
    for down, number in enumerate(rows, start=1):
        _write(pen, sheet, down, number)
    for down in range(len(rows) + 1, len(rows) + 1 + SPARE_NUMBERS):
        for place in range(1, 1 + len(NUMBER_COLUMNS)):
            style = pen.locked if place in {2, 3} else pen.number if place == 5 else pen.open
            sheet.write_blank(down, place, None, style)
    last = len(rows) + SPARE_NUMBERS
    _ask(sheet, len(rows), last, content)
    sheet.autofilter(0, 1, last, len(NUMBER_COLUMNS))
    sheet.print_area(0, 0, len(rows), len(NUMBER_COLUMNS))


def _write(pen: Pen, sheet: Any, down: int, row: NumberRow) -> None:
    sheet.write_string(down, 0, row.key, pen.locked)
    for place, (text, style) in enumerate(
        ((row.label, pen.strong), (shorten(row.wording, SHORT, placeholder="…"), pen.locked), (row.before, pen.before)),
        start=1,
    ):
        sheet.write_string(down, place, text, style)
    sheet.write_string(down, 4, row.measure, pen.open) if row.measure else sheet.write_blank(down, 4, None, pen.open)
    if row.value:
        sheet.write_number(down, 5, float(row.value), pen.number)
    else:
        sheet.write_blank(down, 5, None, pen.number)
    sheet.write_string(down, 6, SHARES[row.share], pen.open)
    sheet.write_string(down, 7, COVERAGES[row.coverage], pen.open)
    sheet.set_row(down, height((row.wording[:SHORT], 44), (row.measure, 40)))


def _ask(sheet: Any, keyed: int, last: int, content: PacketContent) -> None:
    def among(column: str, count: int) -> dict[str, object]:
        source = f"='{DATA_SHEET}'!${column}$2:${column}${1 + max(count, 1)}"
        return {"validate": "list", "source": source, "error_title": "Wartość spoza listy",
                "error_message": "Prosimy wybrać jedną z wartości z listy rozwijanej w tej komórce."}  # fmt: skip

    def told(title: str, message: str) -> dict[str, object]:
        return {"input_title": title, "input_message": message}

    spare = told("Dodatkowa liczba", "Prosimy wybrać z listy numer działania, którego dotyczy liczba.")
    sheet.data_validation(keyed + 1, 1, last, 1, among("D", len(content.rows)) | spare)
    named = told("Czego dotyczy liczba", "Na przykład: liczba spotkań, godziny patroli. Każdy miernik tylko raz.")
    offered = among(chr(ord("A") + MEASURES - 1), len(measures_of(content))) | {"show_error": False}
    length = {"validate": "length", "criteria": "<=", "value": MAX_MEASURE, "error_title": "Za długa nazwa",
              "error_message": f"Nazwa miernika może mieć najwyżej {MAX_MEASURE} znaków."}  # fmt: skip
    sheet.data_validation(1, 4, last, 4, (offered if measures_of(content) else length) | named)
    sheet.data_validation(1, 5, last, 5, {
        "validate": "decimal", "criteria": ">=", "value": 0, "error_title": "To nie jest liczba",
        "error_message": "Prosimy wpisać liczbę nieujemną, na przykład 12 albo 12,5. Gdy nie ma czego podać, "
                         "komórkę zostawia się pustą.",
    } | told("Ile", "Liczba, na przykład 12 albo 12,5. Pusta komórka: nie podajemy."))  # fmt: skip
    sheet.data_validation(1, 6, last, 6, among("B", len(SHARES)))
    sheet.data_validation(1, 7, last, 7, among("C", len(COVERAGES)))
