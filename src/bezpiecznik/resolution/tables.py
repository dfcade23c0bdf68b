"""Tables of a document: heading above, roles of columns, rows cut by page breaks made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bezpiecznik.resolution.area_outline import Outline, Place
from bezpiecznik.resolution.document import Document, Paragraph, Row
from bezpiecznik.resolution.header_rows import Header, header_of, is_counting
from bezpiecznik.resolution.headers import FIELDS, Role
from bezpiecznik.resolution.inner_headings import inner_heading
from bezpiecznik.resolution.lettered_rows import LETTER
from bezpiecznik.resolution.model import Unplaced
from bezpiecznik.resolution.raw import PLAIN, Heading, number_in
from bezpiecznik.resolution.row_kinds import are_statistics, is_contents, is_figure, is_sum, single_text
from bezpiecznik.resolution.sections import is_heading, plain_heading
from bezpiecznik.resolution.table_rows import Table, TableRow

_NO_BEGINNING = re.compile(r"[(\[/%+–—-]|\d+(?![\d.)])")
_AHEAD = 4
_SAMPLE = 40


@dataclass
class _Walk:
    outline: Outline
    tables: list[Table] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    header: Header | None = None
    table: Table | None = None
    place: Place = field(default_factory=Place)
    inner: tuple[Heading, ...] = ()
    lead: str | None = None
    again: bool = False
    apart: bool = False
    fresh: bool = False


def read_tables(document: Document, outline: Outline) -> tuple[list[Table], list[Unplaced]]:
    """All tables with known columns, and the rows that belong to none."""
    walk = _Walk(outline)
    blocks = document.blocks
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Paragraph):
            _paragraph(walk, block)
            at += 1
            continue
        end = at
        while end < len(blocks) and isinstance(blocks[end], Row):
            end += 1
        walk.place = outline.places[at]
        _run(walk, [row for row in blocks[at:end] if isinstance(row, Row)])
        at = end
    return walk.tables, walk.unplaced


def _paragraph(walk: _Walk, paragraph: Paragraph) -> None:
    """A heading closes the table; a line in small letters right under a row goes on with its last cell."""
    if walk.table and walk.table.rows and not paragraph.gap and paragraph.text[0].islower():
        columns = walk.table.columns
        last = max(place for place, role in enumerate(columns) if role)
        walk.table.rows[-1].parts.setdefault(last, []).append(paragraph.text)
        return
    walk.table, walk.inner, walk.lead = None, (), None
    walk.apart, walk.fresh = True, False


def _run(walk: _Walk, rows: Sequence[Row]) -> None:
    """Rows with no running text between them: one table, or several."""
    rows = [replace(row, cells=tuple(cell.strip() for cell in row.cells)) for row in rows]
    cells = [row.cells for row in rows]
    counted: bool | None = None
    at = 0
    while at < len(rows):
        header = header_of(cells[at : at + _AHEAD])
        if header and _is_plan(header, cells[at + header.height : at + header.height + _SAMPLE]):
            _meet(walk, header, rows[at])
            at += header.height
            continue
        if end := _statistics_below(walk, rows, at):
            walk.table = None
            at = end
            continue
        if counted is None and walk.table is None:
            counted = are_statistics(cells[at : at + 200])
        if not (counted and walk.table is None):
            _row(walk, rows[at], cells[at + 1] if at + 1 < len(rows) else ())
        at += 1


def _statistics_below(walk: _Walk, rows: Sequence[Row], at: int) -> int:
    """Where a table of figures under the tasks, set off from them by an empty row, ends; 0 where there is none."""
    if walk.table is None or not rows[at].gap or not walk.table.rows or walk.table.header.periods:
        return 0
    end = next((place for place in range(at + 1, len(rows)) if rows[place].gap), len(rows))
    return end if are_statistics([row.cells for row in rows[at + 1 : min(end, at + _SAMPLE)]]) else 0


def _is_plan(header: Header, body: Sequence[tuple[str, ...]]) -> bool:
    """Tasks are told in words; a table with figures under years counts what was done."""
    tasks = [place for place, role in enumerate(header.roles) if role in (Role.TASK, Role.INITIATIVE)]
    told = [row[place] for place in tasks for row in body if place < len(row) and row[place] and not is_counting(row)]
    if told and 2 * sum(is_figure(cell) for cell in told) > len(told):
        return False
    if not header.periods or FIELDS & set(header.roles):
        return True
    timed = [row[place] for place in header.periods for row in body if place < len(row) and row[place]]
    timed = [cell for cell in timed if any(sign.isdigit() for sign in cell)]
    return not timed


def _meet(walk: _Walk, header: Header, row: Row) -> None:
    """A heading of columns; the same one repeated on the next page does not open another table."""
    same = walk.table is not None and walk.header is not None and walk.header.roles == header.roles
    walk.header = header if not same else walk.header
    if same:
        walk.again = True
        _rest_in_heading(walk, header)
        return
    if walk.table is not None and not walk.fresh:
        walk.inner, walk.lead = (), None
    _open(walk, row)


def _rest_in_heading(walk: _Walk, header: Header) -> None:
    """The end of a cut row may have run into the repeated heading: "Zadanie w parkach"."""
    if walk.table is None or walk.header is None or not walk.table.rows:
        return
    for place, (was, now) in enumerate(zip(walk.header.labels, header.labels, strict=True)):
        if was and now.startswith(f"{was} "):
            walk.table.rows[-1].parts.setdefault(place, []).append(now[len(was) + 1 :])


def _open(walk: _Walk, row: Row) -> None:
    if walk.header is None:
        return
    place = walk.place if walk.apart or not walk.tables else replace(walk.place, plain=None)
    walk.table = Table(walk.header, place, row.source)
    walk.tables.append(walk.table)
    walk.again = walk.apart = False


def _row(walk: _Walk, row: Row, following: tuple[str, ...]) -> None:
    text = single_text(row.cells)
    if not any(row.cells) or (walk.header and is_counting(row.cells)):
        return
    if text is not None and walk.table is None and len(row.cells) > 1 and _names(text):
        walk.inner = (Heading(PLAIN, *plain_heading(text), row.source),)
        if found := inner_heading(None, row, following):
            walk.inner, walk.lead = found.path_after((), row.source), found.lead
        return
    if walk.table is None and text is None and (found := inner_heading(None, row, following)):
        walk.inner = found.path_after((), row.source)
    elif walk.table and (found := inner_heading(walk.table.header, row, following, _last(walk.table))):
        walk.inner = found.path_after(walk.inner, row.source)
        walk.lead = found.lead
        walk.again, walk.fresh = False, True
    elif walk.table and is_sum(row.cells):
        _unplaced(walk, row)
    elif walk.header and len(row.cells) >= 2 and (walk.table or _resumes(walk.header, row)):
        if walk.table is None:
            _open(walk, row)
        _add(walk, row)
    elif not is_contents(row.cells):
        _unplaced(walk, row)


def _last(table: Table) -> str:
    """The number written in the last row."""
    return (table.rows[-1].cell(Role.NUMBER) or "") if table.rows else ""


def _names(text: str) -> bool:
    return number_in(text) is None and is_heading(text) and len(text.split()) <= 30


def _unplaced(walk: _Walk, row: Row) -> None:
    walk.unplaced.append(Unplaced(" | ".join(_line(cell) for cell in row.cells if cell), row.source))


def _line(cell: str) -> str:
    return " ".join(cell.split())


def _resumes(header: Header, row: Row) -> bool:
    """After a heading without its own row of column names the same columns go on."""
    numbered = header.roles[0] is Role.NUMBER and number_in(row.cells[0]) is not None
    return numbered and len(row.cells) == len(header.roles)


def _add(walk: _Walk, row: Row) -> None:
    table = walk.table
    if table is None:
        return
    width = len(table.columns)
    cells = row.cells + ("",) * (width - len(row.cells))
    if surplus := [cell for cell in cells[width:] if cell]:
        walk.unplaced.append(Unplaced(" | ".join(surplus), row.source))
    number = _of(table, cells, Role.NUMBER)
    letter = LETTER.fullmatch(number)
    counted = number_in(number) is not None or (letter is not None and (bool(table.rows) or letter[1] == "a"))
    if number and not counted:
        _unplaced(walk, row)
    elif table.rows and _continues(table, cells) and table.rows[-1].path == walk.inner:
        for place in range(width):
            table.rows[-1].parts.setdefault(place, []).append(cells[place])
    else:
        if walk.again and number and _starts_anew(table, number):
            _open(walk, row)
            table = walk.tables[-1]
        parts = {place: [cells[place]] for place in range(width)}
        table.rows.append(TableRow(table.header, parts, row.source, walk.inner, walk.lead))
    walk.again = walk.fresh = False


def _of(table: Table, cells: Sequence[str], role: Role) -> str:
    return next((cell for cell, own in zip(cells, table.columns, strict=False) if own is role), "")


def _starts_anew(table: Table, number: str) -> bool:
    """After a repeated heading a number that does not grow begins another table."""
    fresh = TableRow(table.header, {place: [number] for place in range(len(table.columns))}, table.source).number
    last = next((row.number for row in reversed(table.rows) if row.number), None)
    in_parts = any(sign in number.strip(".) ") for sign in ".-/")
    return fresh is not None and last is not None and fresh <= last and not in_parts


def _continues(table: Table, cells: Sequence[str]) -> bool:
    """Is this the rest of the row above: no number of its own, or no task, or a task that goes on in small letters?"""
    task = next(
        (_of(table, cells, role) for role in (Role.TASK, Role.INITIATIVE, Role.ABBR) if role in table.columns), ""
    )
    grouped = Role.AREA in table.columns or Role.GOAL in table.columns
    if Role.NUMBER in table.columns:
        number = _of(table, cells, Role.NUMBER)
        if number:
            return False
        above = table.rows[-1].cell(Role.TASK) or ""
        starts = task[:1].isupper() and bool(_of(table, cells, Role.LEAD))
        whole = len(cells) > 3 and all(
            cell for cell, role in zip(cells, table.columns, strict=False) if role is not Role.NUMBER
        )
        return not (starts and ((grouped and above.endswith((".", ";"))) or (whole and Role.DEADLINE in table.columns)))
    if not task:
        return not (_leads_first(table) and _of(table, cells, Role.LEAD)[:1].isupper())
    return task[0].islower() or _is_rest(table, cells, task)


def _is_rest(table: Table, cells: Sequence[str], task: str) -> bool:
    """Words alone that begin as no task does ("(50% kosztów)", "24 godziny") under a task without its full stop."""
    above = (table.rows[-1].cell(Role.TASK) or "").rstrip()
    alone = sum(1 for cell in cells if cell) == 1
    return alone and bool(above) and above[-1] not in ".;!?:" and _NO_BEGINNING.match(task) is not None


def _leads_first(table: Table) -> bool:
    columns = list(table.columns)
    return Role.LEAD in columns and Role.TASK in columns and columns.index(Role.LEAD) < columns.index(Role.TASK)
