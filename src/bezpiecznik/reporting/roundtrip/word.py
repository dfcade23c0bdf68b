"""The packet as a DOCX form: to be filled in in a word processor, or printed, filled in by hand and signed."""

from datetime import date, datetime

from django.utils import timezone
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from bezpiecznik.core.frozen import digest
from bezpiecznik.core.polish import long_date
from bezpiecznik.documents.content import Column, DocumentContent, Table
from bezpiecznik.documents.docx_lines import Lines, add_field
from bezpiecznik.documents.docx_package import new_document, package_bytes
from bezpiecznik.documents.docx_tables import add_table
from bezpiecznik.documents.text import clean
from bezpiecznik.reporting.roundtrip.content import PacketContent, Row
from bezpiecznik.reporting.roundtrip.controls import (
    SEAL_NAME,
    choice_control,
    inline_control,
    text_control,
    tick_control,
)
from bezpiecznik.reporting.roundtrip.fields import AUDIENCE, OUTCOME
from bezpiecznik.reporting.roundtrip.help_sheet import where_to
from bezpiecznik.reporting.roundtrip.numbers_sheet import NumberRow, number_rows
from bezpiecznik.reporting.roundtrip.seal import row_key, sealed
from bezpiecznik.reporting.roundtrip.shape import (
    ANSWERS,
    COVERAGE,
    COVERAGES,
    INITIATIVE,
    MEASURE,
    OUTCOMES,
    SHARE,
    SHARES,
    VALUE,
)
from bezpiecznik.reporting.wording import numbers as numbers_in_words

PROPERTIES_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    f'<property fmtid="{{{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}}}" pid="2" name="{SEAL_NAME}">'
    "<vt:lpwstr>{}</vt:lpwstr></property></Properties>"
)
DOTS_OF = {"text": 5, "reason": 2}
SHORT_DOTS = "." * 24
NUMBERS = ((MEASURE, 62.0), (VALUE, 26.0), (SHARE, 38.0), (COVERAGE, 40.0))
BEFORE = 1_500
"""Signs of what was said in the period before: enough to remember, short enough to print."""


def write_form(content: PacketContent) -> bytes:
    """The form as bytes. `word_reading.read_form` gives back every answer written here."""
    document = new_document(_frame(content))
    lines = Lines(document, {})
    _head(document, content)
    for row in content.rows:
        _entry(document, lines, row, content.packet.pk)
    _signature(document)
    _footer(document, content)
    _seal(document, sealed(content.seal))
    return package_bytes(document)


def _frame(content: PacketContent) -> DocumentContent:
    packet = content.packet
    made = datetime.fromisoformat(content.made_at)
    return DocumentContent(
        kind="Formularz sprawozdania",
        title=f"Sprawozdanie za {packet.period}",
        subtitle=packet.institution.name,
        number="",
        issued_on=date(made.year, made.month, made.day),
        organisation=content.office,
        author=content.office,
        snapshot_sha256=digest(f"{packet.pk} {content.made_at}"),
        blocks=(),
    )


def _head(document: Document, content: PacketContent) -> None:
    packet = content.packet
    _line(document, "Title", f"Sprawozdanie za {packet.period}")
    _line(document, "Subtitle", packet.institution.name)
    if content.made_up:
        _line(document, "Normal", "Dane zmyślone, na pokaz.").runs[0].bold = True
    _line(document, "Normal", f"Termin: {long_date(content.due_on)}").runs[0].bold = True
    _line(document, "Normal", str(packet.period.programme))
    _line(document, "Normal", where_to(content))
    _line(
        document,
        "Normal",
        "Przy każdym działaniu prosimy zaznaczyć jeden stan realizacji i napisać kilka zdań. Gdy nic nie zrobiono, "
        "pominięto albo działanie nie dotyczy Państwa instytucji, prosimy podać powód.",
    )


def _line(document: Document, style: str, text: str) -> Paragraph:
    return document.add_paragraph(clean(text), style=style)


def _entry(document: Document, lines: Lines, row: Row, packet: int) -> None:
    key = row_key(packet, row.pk)
    _line(document, "Heading 2", f"Działanie {row.label}")
    _line(document, "Quote", row.wording)
    _line(document, "Normal", f"Rola: {row.role}.").paragraph_format.space_before = Pt(6)
    for remark in row.remarks:
        _line(document, "Normal", f"Do poprawy: {remark}").runs[0].bold = True
    _before(document, row)
    _line(document, "Heading 3", ANSWERS[0].title)
    for value, label in OUTCOMES.items():
        paragraph = _line(document, "Normal", "")
        paragraph.paragraph_format.space_after, paragraph.paragraph_format.keep_with_next = Pt(1), True
        title = f"{row.label}: {label}"
        paragraph._p.append(tick_control(f"{key}|{OUTCOME}|{value}", title, ticked=row.fields.get(OUTCOME) == value))
        paragraph.add_run(f" {label}")
    for column in ANSWERS[1:]:
        _line(document, "Heading 3", column.title).paragraph_format.keep_with_next = True
        said = str(row.fields.get(column.field, ""))
        title = f"{row.label}: {column.title}"
        _append(document, text_control(f"{key}|{column.field}", title, said, dots=DOTS_OF.get(column.field, 1)))
    _numbers(document, lines, row, packet)
    if AUDIENCE in row.fields:
        _initiative(document, row, key)


def _initiative(document: Document, row: Row, key: str) -> None:
    """People and money of an initiative, a line each."""
    _line(document, "Heading 3", "Odbiorcy i pieniądze").paragraph_format.keep_with_next = True
    for column in INITIATIVE:
        said = str(row.fields.get(column.field, ""))
        paragraph = _line(document, "Normal", f"{column.title}: ")
        told = said if column.kind == "words" else said.replace(".", ",")
        title = f"{row.label}: {column.title}"
        paragraph._p.append(inline_control(f"{key}|{column.field}", title, told, blank=SHORT_DOTS))


def _append(document: Document, element: object) -> None:
    document.element.body.insert(len(document.element.body) - 1, element)  # before the properties of the section


def _before(document: Document, row: Row) -> None:
    if row.before is None:
        return
    said = " ".join(filter(None, (row.before.text, row.before.reason)))
    told = [f"{OUTCOMES.get(row.before.outcome, '')}.", said if len(said) <= BEFORE else f"{said[:BEFORE]}…"]
    paragraph = _line(document, "Normal", f"Poprzednio ({row.before.period}): ")
    paragraph.runs[0].bold = True
    paragraph.add_run(clean(" ".join(filter(None, [*told, numbers_in_words(row.before.numbers)])))).italic = True


def _numbers(document: Document, lines: Lines, row: Row, packet: int) -> None:
    """A table of its own for each action, with the head repeated and every cell a place to fill in."""
    rows = list(number_rows(row, packet))
    columns = tuple(Column(name, width) for name, width in NUMBERS)
    add_table(lines, Table(f"Liczby do działania {row.label}", columns, tuple(("", "", "", "") for _row in rows)))
    table = document.tables[-1]
    for no, (number, cells) in enumerate(zip(rows, table.rows[1:], strict=True)):
        _number_row(number, no, list(cells.cells))


def _number_row(number: NumberRow, no: int, cells: list[_Cell]) -> None:
    title = f"{number.label}, liczba {no + 1}"
    tags = [f"{number.key}|{name}|{no}" for name in ("measure", "value", "share", "coverage")]
    value = number.value.replace(".", ",")
    for cell, control in zip(
        cells,
        (
            inline_control(tags[0], f"{title}: czego", number.measure, blank=SHORT_DOTS),
            inline_control(tags[1], f"{title}: ile", value, blank="." * 12),
            choice_control(tags[2], f"{title}: czyja", SHARES, number.share),
            choice_control(tags[3], f"{title}: teren", COVERAGES, number.coverage),
        ),
        strict=True,
    ):
        cell.paragraphs[0]._p.append(control)


def _signature(document: Document) -> None:
    _line(document, "Heading 2", "Podpis")
    for words in ("Imię i nazwisko osoby, która podpisuje", "Stanowisko", "Data i podpis"):
        paragraph = _line(document, "Normal", f"{words}: ")
        paragraph.add_run("." * 60)
        paragraph.paragraph_format.space_before = Mm(6)
        paragraph.paragraph_format.keep_with_next = words != "Data i podpis"


def _footer(document: Document, content: PacketContent) -> None:
    packet = content.packet
    made = timezone.localtime(datetime.fromisoformat(content.made_at))
    line = document.sections[0].footer.paragraphs[0]
    mark = " · DANE ZMYŚLONE" if content.made_up else ""
    line.add_run(clean(f"{packet.institution.short}, {packet.period}, {made:%d.%m.%Y}{mark}") + "\tstrona ")
    add_field(line, "PAGE", "1")
    line.add_run(" z ")
    add_field(line, "NUMPAGES", "1")


def _seal(document: Document, text: str) -> None:
    """Among the properties of the document: office programs carry them along, also those that drop other parts."""
    blob = PROPERTIES.format(text).encode()
    package = document.part.package
    package.relate_to(Part(PackURI("/docProps/custom.xml"), PROPERTIES_TYPE, blob, package), PROPERTIES_KIND)
