"""A small table under the line of a task whose columns are the fields of that task: no column says what is done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bezpiecznik.resolution.document import Block, Document, Paragraph, Row
from bezpiecznik.resolution.headers import FIELDS, Role, columns_of, role_of
from bezpiecznik.resolution.headings import explicit_heading, is_chapter, is_generic
from bezpiecznik.resolution.label_tables import plain_label
from bezpiecznik.resolution.label_words import said_role
from bezpiecznik.resolution.labels import divide
from bezpiecznik.resolution.marks import card_of, mark_of

_BESIDE = frozenset({Role.METHOD, Role.AUDIENCE, Role.GOAL, Role.NUMBER})
_MOST_ROWS, _MOST_COLUMNS, _NEAREST = 6, 9, 2
_LEAST_FIELDS, _LEAST_UNDER_TITLE, _LONGEST_TITLE = 2, 3, 200
_CAPTION = re.compile(r"(?:tabela|tab\.|wykres|rysunek|rys\.|mapa|źródło|załącznik|wykaz|lista|zestawienie)\b", re.I)
# Names of institutions stand one a line, as the author of a cell would write them.
_APART = {Role.DEADLINE: "; ", Role.FUNDING: "; "}
_USUAL = {Role.LEAD: "Realizator", Role.PARTNERS: "Partnerzy"}

Roles = tuple[Role | None, ...]


def fields_as_lines(document: Document) -> Document:
    """The document with every such table as lines "label: value" right after the line of its task."""
    blocks: list[Block] = []
    runs = list(_runs(document.blocks))
    headings = Counter(run[0].cells for run in runs if isinstance(run[0], Row))
    told_elsewhere = any(Role.TASK in (columns_of(cells) or ()) for cells in headings)
    for run in runs:
        rows = [block for block in run if isinstance(block, Row)]
        roles = _roles(rows) if rows else None
        times = 0 if told_elsewhere else headings[rows[0].cells] if rows else 0
        if roles and _is_of_task(blocks, roles, times):
            blocks += _lines(rows, roles)
        else:
            blocks += run
    return Document(tuple(blocks))


def _runs(blocks: Sequence[Block]) -> list[list[Block]]:
    """Rows that follow one another, and single paragraphs."""
    runs: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Row) and runs and isinstance(runs[-1][-1], Row):
            runs[-1].append(block)
        else:
            runs.append([block])
    return runs


def _roles(rows: Sequence[Row]) -> Roles | None:
    """Roles of the columns where the first row names fields, says nothing of tasks, and the rows below fill them."""
    cells = rows[0].cells
    if not 2 <= len(rows) <= 1 + _MOST_ROWS or not 2 <= len(cells) <= _MOST_COLUMNS or columns_of(cells):
        return None
    roles = tuple(role_of(cell) for cell in cells)
    known = [role for role in roles if role]
    told = set(known) & FIELDS
    if set(known) - FIELDS - _BESIDE or len(told) < _LEAST_FIELDS or 2 * len(known) <= len(cells):
        return None
    if any(len(row.cells) != len(cells) for row in rows) or any(_names_fields(row) for row in rows[1:]):
        return None
    return roles


def _names_fields(row: Row) -> bool:
    """A second row of labels: this is a table of labels and values, or two tables in one."""
    filled = [cell for cell in row.cells if cell]
    return 2 * sum(1 for cell in filled if len(cell) <= 40 and said_role(cell)) >= len(filled)


def _is_of_task(above: Sequence[Block], roles: Roles, times: int) -> bool:
    """Is the line right above that of a task, or the name under a line with the number of the task alone?

    What does not say that it is a task may as well be an area: it is none where a table elsewhere tells the tasks.
    """
    near: list[str] = []
    for block in reversed(above[-_NEAREST:]):
        if not isinstance(block, Paragraph):
            break
        near.append(block.text)
    if not near or explicit_heading(near[0]) or _CAPTION.match(near[0]) or near[0].endswith(":"):
        return False
    card = card_of(near[0]) or (card_of(near[1]) if len(near) > 1 else None)
    if card and (card_of(near[0]) or not card.text):
        return True
    mark = mark_of(near[0])
    if mark:
        return times > 0 and not mark.shape.startswith("word")
    return times > 1 and len(set(roles) & FIELDS) >= _LEAST_UNDER_TITLE and _is_title(near[0])


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and not (is_chapter(text) or is_generic(text) or divide(text)[1])


def _lines(rows: Sequence[Row], roles: Roles) -> list[Paragraph]:
    lines: list[tuple[bool, Paragraph]] = []
    seen: set[Role] = set()
    for place, own in enumerate(roles):
        role = own
        label = plain_label(" ".join(rows[0].cells[place].split()).rstrip(" :"))
        if role is Role.NUMBER or not label:
            continue
        if role is Role.LEAD and role in seen and Role.PARTNERS not in roles:
            role = Role.PARTNERS
            label = _USUAL[role]
        if role:
            seen.add(role)
        values = dict.fromkeys(row.cells[place].strip() for row in rows[1:])
        value = (_APART.get(role, "\n") if role else "; ").join(filter(None, values))
        if value:
            lines.append((role is None, Paragraph(f"{label}: {value}", rows[1].source, gap=False)))
    return [line for _, line in sorted(lines, key=lambda told: told[0])]
