"""The packet as an XLSX workbook: what may be filled in is open, all else is locked; no macros, nothing calculated
but the words that tell what is missing."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import xlsxwriter

from bezpiecznik.reporting.roundtrip.content import PacketContent, Row
from bezpiecznik.reporting.roundtrip.fields import AUDIENCE, OUTCOME, Fields, numbers_in
from bezpiecznik.reporting.roundtrip.help_sheet import write_help
from bezpiecznik.reporting.roundtrip.numbers_sheet import measures_of, write_numbers
from bezpiecznik.reporting.roundtrip.pen import Pen, fitting, height
from bezpiecznik.reporting.roundtrip.seal import row_key, sealed
from bezpiecznik.reporting.roundtrip.shape import (
    ANSWERS,
    ANSWERS_SHEET,
    ASIDE,
    CHOOSE,
    COVERAGES,
    DATA_SHEET,
    EXPLAIN,
    FACT_LABELS,
    INITIATIVE,
    KEY,
    OUTCOMES,
    READY,
    SHARES,
    SHORTEST_ROW,
    STATUS,
    WRITE,
    AnswerColumn,
    what_lacks,
)
from bezpiecznik.reporting.versions import NumberContent
from bezpiecznik.reporting.wording import numbers as numbers_in_words

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CHUNK = 30_000
FIRST_ANSWER = 1 + len(ASIDE)
FIRST_FIGURE = FIRST_ANSWER + len(ANSWERS) + 1


def write_workbook(content: PacketContent) -> bytes:
    """The workbook as bytes. `reading.read_filled` gives back every answer written here."""
    content = _fitted(content)
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        packet = content.packet
        title = f"Sprawozdanie za {packet.period}: {packet.institution.name}"
        book.set_properties({"title": title[:255], "subject": str(packet.period.programme)[:255],
                             "author": content.office[:255], "category": "Sprawozdanie"})  # fmt: skip
        book.set_custom_property("Language", "pl-PL")
        mark = " – DANE ZMYŚLONE" if content.made_up else ""
        pen = Pen(book, f"{packet.institution.short.replace('&', '&&')}, {packet.period}{mark}"[:150])
        write_help(pen, content)
        answers = _write_answers(pen, content)
        write_numbers(pen, content)
        _write_data(book, content)
        answers.activate()
    return out.getvalue()


def _fitted(content: PacketContent) -> PacketContent:
    """What is too long for a cell is written as a sentence, and sealed so: untouched, it changes nothing."""
    rows = tuple(
        replace(row, fields={n: fitting(v) if isinstance(v, str) else v for n, v in row.fields.items()})
        for row in content.rows
    )
    return replace(content, rows=rows)


def _write_answers(pen: Pen, content: PacketContent) -> Any:
    sheet = pen.sheet(ANSWERS_SHEET)
    initiative = INITIATIVE if any(AUDIENCE in row.fields for row in content.rows) else ()
    answers = ((one.title, one.width) for one in ANSWERS)
    columns = [(KEY, 12), *ASIDE, *answers, STATUS, *((one.title, one.width) for one in initiative)]
    pen.heads(sheet, columns)
    for down, row in enumerate(content.rows, start=1):
        _write_row(pen, sheet, down, row, content.packet.pk)
        _write_figures(pen, sheet, down, row, initiative)
    last = max(len(content.rows), 1)
    for place, column in enumerate(ANSWERS, start=FIRST_ANSWER):
        sheet.data_validation(1, place, last, place, _rule(column))
    for place, column in enumerate(initiative, start=FIRST_FIGURE):
        sheet.data_validation(1, place, last, place, _rule(column))
    _mark_what_lacks(pen, sheet, last)
    if not any(row.remarks for row in content.rows):
        sheet.set_column(4, 4, None, None, {"hidden": True})
    sheet.autofilter(0, 1, last, len(columns) - 1)
    sheet.print_area(0, 0, last, len(columns) - 1)
    sheet.set_selection(1, FIRST_ANSWER, 1, FIRST_ANSWER)
    return sheet


def _write_row(pen: Pen, sheet: Any, down: int, row: Row, packet: int) -> None:
    before = row.before
    aside = (
        row.label, row.wording, row.role, "\n".join(f"Do poprawy: {remark}" for remark in row.remarks),
        OUTCOMES.get(before.outcome, "") if before else "nie było sprawozdania",
        "\n".join(filter(None, (before.text, before.reason))) if before else "",
        numbers_in_words(before.numbers).replace("; ", ";\n") if before else "",
    )  # fmt: skip
    formats = (pen.strong, pen.locked, pen.locked, pen.locked, pen.before, pen.before, pen.before)
    sheet.write_string(down, 0, row_key(packet, row.pk), pen.locked)
    for place, (text, style) in enumerate(zip(aside, formats, strict=True), start=1):
        sheet.write_string(down, place, fitting(text), style)
    said = [_shown(row.fields, column) for column in ANSWERS]
    for place, text in enumerate(said, start=FIRST_ANSWER):
        sheet.write_string(down, place, text, pen.open) if text else sheet.write_blank(down, place, None, pen.open)
    words = [str(row.fields.get(column.field, "")) for column in ANSWERS[:3]]
    sheet.write_formula(down, FIRST_ANSWER + len(ANSWERS), _formula(down), pen.locked, what_lacks(*words))
    widths = [width for _name, width in ASIDE] + [column.width for column in ANSWERS]
    sheet.set_row(down, max(height(*zip([*aside, *said], widths, strict=True)), SHORTEST_ROW))


def _write_figures(pen: Pen, sheet: Any, down: int, row: Row, columns: Sequence[AnswerColumn]) -> None:
    """People and money of an initiative; in rows of other actions these cells are locked."""
    for place, column in enumerate(columns, start=FIRST_FIGURE):
        value = str(row.fields.get(column.field, ""))
        if AUDIENCE not in row.fields:
            sheet.write_blank(down, place, None, pen.locked)
        elif not value:
            sheet.write_blank(down, place, None, pen.open if column.kind == "words" else pen.number)
        elif column.kind == "words":
            sheet.write_string(down, place, value, pen.open)
        else:
            sheet.write_number(down, place, float(value), pen.number)


def _shown(fields: Fields, column: AnswerColumn) -> str:
    value = str(fields.get(column.field, ""))
    return OUTCOMES.get(value, value) if column.field == OUTCOME else value


def _cell(place: int, down: int) -> str:
    return f"${chr(ord('A') + place)}{down + 1}"


def _formula(down: int) -> str:
    outcome, text, reason = (_cell(FIRST_ANSWER + place, down) for place in range(3))
    fact = ",".join(f'{outcome}="{label}"' for label in FACT_LABELS)
    told = f'IF(TRIM({text})="","{WRITE}","{READY}")', f'IF(TRIM({reason})="","{EXPLAIN}","{READY}")'
    return f'=IF({outcome}="","{CHOOSE}",IF(OR({fact}),{told[0]},{told[1]}))'


def _mark_what_lacks(pen: Pen, sheet: Any, last: int) -> None:
    """The cell that waits is coloured; what it waits for stands in words in the last column."""
    status = _cell(FIRST_ANSWER + len(ANSWERS), 1)
    for place, words in enumerate((CHOOSE, WRITE, EXPLAIN), start=FIRST_ANSWER):
        rule = {"type": "formula", "criteria": f'={status}="{words}"', "format": pen.ask}
        sheet.conditional_format(1, place, last, place, rule)


def _rule(column: AnswerColumn) -> dict[str, object]:
    told: dict[str, object] = {"input_title": column.title[:32], "input_message": column.hint[:255]}
    if column.field == OUTCOME:
        return told | {
            "validate": "list",
            "source": f"='{DATA_SHEET}'!$A$2:$A${1 + len(OUTCOMES)}",
            "error_title": "Stan spoza listy",
            "error_message": "Prosimy wybrać stan realizacji z listy rozwijanej w tej komórce.",
        }
    if column.kind in {"people", "money"}:
        criteria: dict[str, object] = {"criteria": ">=", "value": 0, "error_title": "To nie jest liczba"}
        validate = "integer" if column.kind == "people" else "decimal"
        return told | criteria | {"validate": validate, "error_message": "Prosimy wpisać liczbę nieujemną."}
    most = f"Tekst może mieć najwyżej {column.most} znaków. Prosimy go skrócić."
    rule: dict[str, object] = {"validate": "length", "criteria": "<=", "value": column.most}
    return told | rule | {"error_title": "Za długi tekst", "error_message": most}


def _write_data(book: Any, content: PacketContent) -> None:
    """Hidden: the lists to choose from, and the seal, cut into cells."""
    sheet = book.add_worksheet(DATA_SHEET)
    sheet.very_hidden()
    sheet.protect("")
    lists: Sequence[tuple[str, Sequence[str]]] = (
        ("Stany", list(OUTCOMES.values())),
        ("Czyja", list(SHARES.values())),
        ("Teren", list(COVERAGES.values())),
        ("Działania", [row.label for row in content.rows]),
        ("Mierniki", measures_of(content)),
        ("Pieczęć", _chunks(sealed(content.seal))),
    )
    for place, (name, values) in enumerate(lists):
        sheet.write_column(0, place, [name, *values])


def _chunks(text: str) -> list[str]:
    """Each begins with a dot: no program takes it for a number or a formula."""
    return [f".{text[at : at + CHUNK]}" for at in range(0, len(text), CHUNK)]


def as_contents(fields: Fields) -> list[NumberContent]:
    """Numbers of the fields as they are told in words."""
    keys = ("measure", "value", "share", "coverage")
    return [NumberContent(**dict(zip(keys, one, strict=True))) for one in numbers_in(fields)]  # type: ignore[typeddict-item]
