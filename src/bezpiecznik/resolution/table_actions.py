"""Actions out of tables: cells that stand for several rows, names of areas in a column, tasks sharing a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bezpiecznik.resolution.headers import FIELDS, Role, role_of
from bezpiecznik.resolution.headings import explicit_heading
from bezpiecznik.resolution.initiatives import is_initiatives
from bezpiecznik.resolution.lettered_rows import settle_letters
from bezpiecznik.resolution.mend import mend_narrow
from bezpiecznik.resolution.model import Unplaced
from bezpiecznik.resolution.multiple import Part, parts_of_cell
from bezpiecznik.resolution.performers import divide_performers, marked_as_leading
from bezpiecznik.resolution.raw import COLUMN, GOAL_COLUMN, PLAIN, Heading, RawAction, last_number, number_in
from bezpiecznik.resolution.sections import plain_heading
from bezpiecznik.resolution.table_rows import Table, TableRow

_OF_PERFORMERS = frozenset({Role.LEAD, Role.PARTNERS, Role.LEAD_AND_PARTNERS, Role.INDICATORS})
_SHARED, _FROM_ABOVE = 0.85, 0.9
_NUMBERED_TASK = re.compile(r"(\d{1,3}(?:\.\d{1,3})*)[.)]\s+(\S.*)", re.S)
_NOTHING = re.compile(r"[-–—x.\s]*|brak|nie dotyczy|n/?d", re.I)


@dataclass
class _Above:
    """What the rows above leave to a row whose merged cells are empty."""

    rows_are_areas: bool = False
    area: Heading | None = None
    goal: str = ""
    lead: str = ""
    actions: list[RawAction] = field(default_factory=list)


def is_actions(table: Table) -> bool:
    """A table of tasks: no list of abbreviations, no initiatives."""
    return Role.TASK in table.columns and Role.ABBR not in table.columns and not is_initiatives(table)


def actions_of_tables(tables: Sequence[Table]) -> tuple[list[RawAction], list[Unplaced]]:
    """Every action of every table in order, and cells of columns that say nothing we know."""
    actions: list[RawAction] = []
    unplaced: list[Unplaced] = []
    for place, table in enumerate(tables):
        if not is_actions(table):
            continue
        _settle_two_tasks(table)
        settle_letters(table)
        own, odd = _of_table(table, actions)
        for action in own:
            action.table = place
        actions += own
        unplaced += odd
    return actions, unplaced


def _settle_two_tasks(table: Table) -> None:
    """ "Zadanie | Działanie": where the first is merged over rows it groups, else the second tells how."""
    header = table.header
    roles, first = list(header.roles), header.roles.index(Role.TASK)
    second = [at for at, role in enumerate(roles) if role is None and role_of(header.labels[at]) is Role.TASK]
    if not second:
        return
    filled = [row.at(first) for row in table.rows if row.at(first)]
    groups = len(set(filled)) < len(table.rows) and all(row.at(second[0]) for row in table.rows)
    free = Role.GOAL if Role.AREA in roles or table.place.headings else Role.AREA
    if groups and free not in roles:
        roles[first], roles[second[0]] = free, Role.TASK
    elif Role.METHOD not in roles:
        roles[second[0]] = Role.METHOD
    table.header = replace(header, roles=tuple(roles))
    for row in table.rows:
        row.header = table.header


def _of_table(table: Table, before: Sequence[RawAction]) -> tuple[list[RawAction], list[Unplaced]]:
    above = _Above(rows_are_areas=_rows_are_areas(table))
    unplaced: list[Unplaced] = []
    groups_by_goal = _groups(table, Role.GOAL)
    fallback = _unnamed(table, before)
    for row in table.rows:
        unplaced += _odd_cells(row)
        if not _told(row):
            unplaced += [Unplaced(text, row.source) for text in [_flat(row.cell(Role.NUMBER) or "")] if text]
            continue
        if not (row.cell(Role.TASK) or "").strip() and _only_lead(row):
            above.lead = row.cell(Role.LEAD) or above.lead
            continue
        column = _area_path(row, above)
        path = (*column, *(table.place.headings or (() if column or row.path else fallback)), *row.path)
        goal = _goal(row, above) if groups_by_goal else None
        for action in _actions(table, row, above):
            action.path = (*path, goal) if goal else path
            if goal and above.goal:
                action.cells[Role.GOAL] = above.goal
            if not _joins(above.actions, action):
                above.actions.append(action)
    _number_from_texts(table, above.actions)
    return above.actions, unplaced


def _told(row: TableRow) -> bool:
    """Does the row say anything of an action: its words, who, when or how?"""
    says = {role for place, role in enumerate(row.header.roles) if role and row.at(place)}
    return bool(says & (FIELDS | {Role.TASK, Role.METHOD, Role.AUDIENCE, Role.PERIOD}))


def _unnamed(table: Table, before: Sequence[RawAction]) -> tuple[Heading, ...]:
    """Without its own heading a table whose numbers go on belongs to the area before it."""
    if before and not table.place.headings:
        numbers = [row.number for row in table.rows]
        first, last = (numbers[0] if numbers else None), before[-1].no
        if first is None or last is None or first > last:
            return before[-1].path
    return table.place.names or (Heading(PLAIN, None, "", table.source),)


def _groups(table: Table, role: Role) -> bool:
    """Does a column divide the rows into groups, with empty or repeated cells?"""
    if role not in table.columns or Role.AREA in table.columns:
        return False
    filled = [cell for row in table.rows if (cell := row.cell(role))]
    return 0 < len(set(filled)) < len(table.rows)


def _area_path(row: TableRow, above: _Above) -> tuple[Heading, ...]:
    cell = mend_narrow(_flat(row.cell(Role.AREA) or ""))
    if cell:
        above.area = _heading(COLUMN, cell, row)
    return (above.area,) if above.area else ()


def _goal(row: TableRow, above: _Above) -> Heading | None:
    above.goal = _flat(row.cell(Role.GOAL) or "") or above.goal
    return _heading(GOAL_COLUMN, above.goal, row) if above.goal else None


def _heading(kind: str, cell: str, row: TableRow) -> Heading:
    explicit = explicit_heading(cell)
    no, name = explicit[1:] if explicit else plain_heading(cell)
    if not explicit and (number := number_in(cell)):
        no, name = last_number(number), ""
    return Heading(kind, no, name, row.source)


def _actions(table: Table, row: TableRow, above: _Above) -> list[RawAction]:
    """The action of a row, or the actions that share it."""
    cells, certainty = _cells(table, row, above)
    number = number_in(row.cell(Role.NUMBER) or "") or ""
    whole = RawAction(row.number, cells, row.source, number=number, certainty=certainty)
    raw_task = row.cell(Role.TASK) or ""
    first = _leads_first(table) or row.lead is not None or (above.rows_are_areas and "\n" in raw_task)
    parts = parts_of_cell(raw_task, plain_lines=first)
    if not parts or not (first or _in_parallel(row, len(parts)) or _numbered_on(row, parts)):
        return [whole]
    return [_part(whole, row, part, at, len(parts)) for at, part in enumerate(parts)]


def _part(whole: RawAction, row: TableRow, part: Part, at: int, count: int) -> RawAction:
    cells = dict(whole.cells)
    cells.pop(Role.NUMBER, None)
    cells[Role.TASK] = part.text
    for role in _OF_PERFORMERS | {Role.DEADLINE, Role.FUNDING}:
        lines = _lines(row.cell(role) or "")
        if role in cells and len(lines) == count:
            cells[role] = lines[at]
    no = last_number(part.number) if part.number else None
    return RawAction(no, cells, whole.source, number=part.number, certainty=min(whole.certainty, _SHARED))


def _rows_are_areas(table: Table) -> bool:
    """Each row a whole area: a column of areas, never empty or repeated, and no numbers of tasks."""
    named = [row.cell(Role.AREA) or "" for row in table.rows]
    return len(named) > 1 and Role.NUMBER not in table.columns and all(named) and len(set(named)) == len(named)


def _in_parallel(row: TableRow, count: int) -> bool:
    """As many lines in the cell of the responsible as there are tasks."""
    return len(_lines(row.cell(Role.LEAD) or "")) == count


def _numbered_on(row: TableRow, parts: Sequence[Part]) -> bool:
    """Numbers of the document's own kind ("1.1", "1.2") and no other number for the row."""
    return not row.cell(Role.NUMBER) and all("." in part.number for part in parts)


def _lines(cell: str) -> list[str]:
    marks = re.compile(r"(?:\d{1,2}[.)]|[a-z]\)|[-–•*])\s*")
    return [marks.sub("", line.strip(), count=1) for line in cell.split("\n") if line.strip()]


def _cells(table: Table, row: TableRow, above: _Above) -> tuple[dict[Role, str], float]:
    cells = {role: row.cell(role) or "" for role in dict.fromkeys(table.columns) if role}
    certainty = 1.0
    cells.pop(Role.AREA, None)
    cells.pop(Role.PERIOD, None)
    for role in cells.keys() - _OF_PERFORMERS:
        cells[role] = _flat(cells[role])
    if marked := row.marked:
        cells[Role.DEADLINE] = "; ".join(filter(None, [cells.get(Role.DEADLINE, ""), marked]))
    if amounts := row.amounts:
        cells[Role.FUNDING] = "; ".join(filter(None, [cells.get(Role.FUNDING, ""), amounts]))
    if Role.LEAD_AND_PARTNERS in cells:
        lead, partners, certainty = divide_performers(cells.pop(Role.LEAD_AND_PARTNERS))
        cells |= {Role.LEAD: lead, Role.PARTNERS: partners}
    elif Role.PARTNERS not in cells and (marked_lead := marked_as_leading(cells.get(Role.LEAD, ""))):
        cells |= {Role.LEAD: marked_lead[0], Role.PARTNERS: marked_lead[1]}
    if row.lead and Role.LEAD not in cells:
        cells[Role.LEAD] = row.lead
    if _leads_first(table):
        if not cells[Role.LEAD] and above.lead:
            cells[Role.LEAD], certainty = above.lead, min(certainty, _FROM_ABOVE)
        above.lead = cells[Role.LEAD]
    return cells, certainty


def _leads_first(table: Table) -> bool:
    columns = list(table.columns)
    return Role.LEAD in columns and columns.index(Role.LEAD) < columns.index(Role.TASK)


def _only_lead(row: TableRow) -> bool:
    filled = {role for place, role in enumerate(row.header.roles) if row.at(place)}
    return filled <= {Role.LEAD, Role.NUMBER} and Role.LEAD in filled


def _joins(actions: list[RawAction], action: RawAction) -> bool:
    """A task merged over several rows: the same number and words again; the other cells add up."""
    last = actions[-1] if actions else None
    task = action.cells.get(Role.TASK)
    if last is None or not task or task != last.cells.get(Role.TASK) or action.no != last.no or action.no is None:
        return False
    for role, text in action.cells.items():
        if text and text not in last.cells.get(role, "").split("\n"):
            between = "\n" if role in _OF_PERFORMERS else "; "
            last.cells[role] = between.join(filter(None, [last.cells.get(role, ""), text]))
    return True


def _number_from_texts(table: Table, actions: Sequence[RawAction]) -> None:
    """In a table without numbers tasks may carry them: all or none."""
    if Role.NUMBER in table.columns or not actions or any(action.number for action in actions):
        return
    found = [_NUMBERED_TASK.fullmatch(action.cells.get(Role.TASK, "")) for action in actions]
    if not all(found) or any(parts_of_cell(action.cells.get(Role.TASK, "")) for action in actions):
        return
    for action, match in zip(actions, found, strict=True):
        if match:
            action.number, action.no = match[1], last_number(match[1])
            action.cells[Role.TASK] = match[2]


def _odd_cells(row: TableRow) -> list[Unplaced]:
    """What stands in columns without a meaning, remarks and values of measures: one item a row."""
    odd = []
    for place, role in enumerate(row.header.roles):
        text = _flat(row.at(place)) if role is None else ""
        if text and not _NOTHING.fullmatch(text):
            label = row.header.labels[place]
            odd.append(f"{label}: {text}" if label else text)
    return [Unplaced("; ".join(odd), row.source)] if odd else []


def _flat(text: str) -> str:
    return " ".join(text.split())
