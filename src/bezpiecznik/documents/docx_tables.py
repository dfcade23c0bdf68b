"""Tables of a DOCX: header rows that repeat, rows that do not break, widths that hold."""

from collections.abc import Callable, Sequence

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.table import CT_Row, CT_Tbl
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from bezpiecznik.documents.content import Align, Column, Inline, Run, State, StateChart, StateCounts, Table, is_long
from bezpiecznik.documents.docx_body import Body
from bezpiecznik.documents.docx_lines import Lines
from bezpiecznik.documents.text import clean

LINE = Mm(166)
COUNT_WIDTH, TOTAL_WIDTH = 18.2, 13.0  # millimetres
HEAD_SIZE = Pt(6.5)

Write = Callable[[Paragraph], object]


def add_table(lines: Lines, table: Table) -> None:
    """The table under its caption; without rows it says so in one row across."""
    header = [_writer(lines, column.header) for column in table.columns]
    rows = [[_writer(lines, cell) for cell in row] for row in table.rows]
    element = _frame(lines.body, table.caption, table.columns, [header, *rows] if rows else [header, header])
    _fill(lines.body, element, [header, *rows], table.columns)
    if not rows:
        _span(lines.body, element.tr_lst[1], table.empty)
    for row, tr in zip(table.rows, element.tr_lst[1:], strict=False):
        if not is_long(row):
            _keep_whole(tr)
    _close(lines.body, element, kept=table.kept_whole)


def add_chart(lines: Lines, chart: StateChart) -> None:
    """The counts as a table; the last row sums them."""
    counts = [Column(state.word, COUNT_WIDTH, Align.CENTRE) for state in State]
    name = Column(chart.heading, LINE.mm - 6 * COUNT_WIDTH - TOTAL_WIDTH)
    columns = (name, *counts, Column("Razem", TOTAL_WIDTH, Align.CENTRE))
    header = [_writer(lines, chart.heading), *(_head(lines, state) for state in State), _write_total_head]
    rows = [header, *([_writer(lines, figure) for figure in _figures(group)] for group in chart.rows)]
    if chart.total_label:
        rows.append([_writer(lines, Run(figure, bold=True)) for figure in _figures(chart.total)])
    element = _frame(lines.body, chart.caption, columns, rows)
    _fill(lines.body, element, rows, columns)
    for tr in element.tr_lst[1:]:
        _keep_whole(tr)
    _close(lines.body, element, kept=chart.kept_whole)


def _figures(group: StateCounts) -> list[str]:
    return [group.label, *(str(group.of(state)) for state in State), str(group.total)]


def _writer(lines: Lines, cell: Inline) -> Write:
    return lambda paragraph: lines.write(paragraph, cell)


def _head(lines: Lines, state: State) -> Write:
    def write(paragraph: Paragraph) -> None:
        lines.write_mark(paragraph, state)
        paragraph.add_run(f"\n{state.word}").font.size = HEAD_SIZE

    return write


def _write_total_head(paragraph: Paragraph) -> None:
    paragraph.add_run("Razem").font.size = HEAD_SIZE


def _frame(body: Body, caption: str, columns: Sequence[Column], rows: Sequence[object]) -> CT_Tbl:
    """An empty table of the right shape in the body, under its caption."""
    body.add_paragraph("Caption").add_run(clean(caption))
    element = CT_Tbl.new_tbl(len(rows), len(columns), LINE)
    body.append(element)
    _describe(element.tblPr, caption)
    line = sum(column.width for column in columns)
    for grid, column in zip(element.tblGrid.gridCol_lst, columns, strict=True):
        grid.w = Mm(LINE.mm * column.width / line)
    for tr in element.tr_lst:
        for tc, grid in zip(tr.tc_lst, element.tblGrid.gridCol_lst, strict=True):
            tc.width = grid.w or Mm(0)
    return element


def _describe(properties: BaseOxmlElement, caption: str) -> None:
    """Style, width, layout, and the name a reader by ear hears."""
    parts = (
        '<w:tblStyle {} w:val="TabelaDokumentu"/>',
        f'<w:tblW {{}} w:w="{LINE.twips}" w:type="dxa"/>',
        '<w:tblLayout {} w:type="fixed"/>',
        '<w:tblLook {} w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
    )
    properties[:] = [parse_xml(part.format(nsdecls("w"))) for part in parts]
    name = OxmlElement("w:tblCaption")
    name.set(qn("w:val"), clean(caption))
    properties.append(name)


def _fill(body: Body, element: CT_Tbl, rows: Sequence[Sequence[Write]], columns: Sequence[Column]) -> None:
    for tr, row in zip(element.tr_lst, rows, strict=False):
        for tc, write, column in zip(tr.tc_lst, row, columns, strict=True):
            write(_paragraph(body, tc.p_lst[0], column.align))
    header = element.tr_lst[0].get_or_add_trPr()
    header.append(OxmlElement("w:cantSplit"))
    header.append(OxmlElement("w:tblHeader"))


def _paragraph(body: Body, element: BaseOxmlElement, align: Align = Align.LEFT) -> Paragraph:
    justified = "" if align is Align.LEFT else f'<w:jc w:val="{align}"/>'
    element.insert(0, parse_xml(f'<w:pPr {nsdecls("w")}><w:pStyle w:val="TekstTabeli"/>{justified}</w:pPr>'))
    return body.paragraph_of(element)


def _span(body: Body, tr: CT_Row, words: str) -> None:
    """One cell across the row, in which `words` stand for the rows that are not there."""
    first, *others = tr.tc_lst
    first.grid_span = len(others) + 1
    for tc in others:
        tr.remove(tc)
    first.width = LINE
    _paragraph(body, first.p_lst[0]).add_run(clean(words)).italic = True


def _keep_whole(tr: CT_Row) -> None:
    tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _close(body: Body, element: CT_Tbl, *, kept: bool) -> None:
    """Leave a space after the table; a short table stays on one page."""
    rows = element.tr_lst[:-1] if kept else element.tr_lst[:1]
    for tr in rows:
        _hold(tr)
    after = body.add_paragraph().paragraph_format
    after.space_after = after.space_before = Mm(0)
    after.line_spacing = Mm(3)


def _hold(tr: CT_Row) -> None:
    for properties in tr.iter(qn("w:pPr")):
        properties.insert(1, OxmlElement("w:keepNext"))


def hold_to_next(last: Paragraph) -> None:
    """Keep the end of what was printed so far, the last row of a table with it, on the page of what comes next."""
    last.paragraph_format.keep_with_next = True
    before = last._p.getprevious()
    if isinstance(before, CT_Tbl):
        _hold(before.tr_lst[-1])
